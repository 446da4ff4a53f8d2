/// What is measured: layers of this library and two of the yardstick.
enum Layer: String, CaseIterable, Codable {
    /// Bytes to records.
    case tokens
    /// Bytes to elements that are kept.
    case elements
    /// Bytes to elements that are given back to the pool.
    case recycled
    /// Elements to bytes, written anew.
    case writing
    /// Elements to bytes, in the bytes they came in.
    case verbatim
    /// Bytes to stanzas: the client's side of a stream that is ready.
    case client
    /// The same, the server's side, which stamps senders.
    case server
    /// Stanzas to bytes: a stream that is ready.
    case sending
    /// libexpat in namespace mode; handlers count.
    case expat
    /// libexpat in namespace mode; handlers build a tree of malloc blocks.
    case expatTree = "expat-tree"

    /// Writers read elements, so that the size of the input's chunks means nothing to them.
    var writes: Bool { self == .writing || self == .verbatim || self == .sending }

    /// Whether it is a whole stream, not the XML of one.
    var isEngine: Bool { self == .client || self == .server || self == .sending }

    /// Whether this build has it: engines log in with swift-crypto.
    var isBuilt: Bool {
        #if Crypto
            true
        #else
            !isEngine
        #endif
    }

    var isYardstick: Bool { self == .expat || self == .expatTree }
}
