import XMLStream

/// What became of an element that came in.
enum Admission: Hashable, Sendable {
    /// The engine has dealt with it, or a feature has.
    case done
    /// It is the host's to take.
    case queued
    /// It is kept until the stream is ready.
    case kept
}

/// A stanza that is kept until the stream is ready.
struct EarlyStanza: Hashable, Sendable {
    let element: Element
    /// Its number among those that came in through stages; nil where there are none.
    var number: Int?
}
