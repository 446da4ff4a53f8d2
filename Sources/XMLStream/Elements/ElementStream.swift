/// Turns the bytes of one XMPP stream into its header, its first-level elements and its end.
///
/// This is the pull form: `receive` takes bytes until one of those is complete, then stops and says how many bytes it
/// took. What lies behind is never touched, so that a host can restart the stream (`restart`) or hand the rest to
/// another transport at exactly that byte. `receiveAll` does not stop, and is for streams that are established.
///
/// The order of a call is: `receive` what the transport brought; act on the event; go on with the rest of the bytes
/// until none are left and no event came. (A root that is an empty-element tag is opened and closed by the same bytes,
/// so its end is told by a call with none.) An element stream is a plain value, about a kilobyte between two elements.
///
/// ```swift
/// var stream = ElementStream()
/// var scratch = StreamScratch()
/// let progress = try stream.receive(chunk.span, using: &scratch)
/// if case .element(let stanza) = progress.event { … }
/// chunk.removeFirst(progress.consumedByteCount)
/// ```
public struct ElementStream: Sendable {
    /// What may become complete.
    public enum Event: Sendable {
        /// The root's start tag: an element without content that has its declarations and attributes.
        case opened(Element)
        /// A first-level element, once its end tag has been read.
        case element(Element)
        /// The root's end tag.
        case closed
    }

    /// How far a call of `receive` came.
    public struct Progress: Sendable {
        /// What became complete, or nil if more bytes are needed.
        public let event: Event?
        /// How many of the bytes were taken: all of them, unless there is an event.
        public let consumedByteCount: Int
        /// How many characters of white space stood between first-level elements on the way: a keepalive if nothing
        /// else came (RFC 6120 §4.6.1). What a call counted before it threw is not told.
        public let whitespaceCount: Int
    }

    var tokenizer: XMLTokenizer
    /// The header or first-level element that is not complete.
    var pending = PendingElement()
    /// The end of a stream whose root is an empty-element tag, to be told after its beginning.
    var owed: Event?

    /// A stream of which nothing has been read.
    public init(limits: XMLLimits = XMLLimits(), rules: XMLTokenizer.Rules = .stream) {
        tokenizer = XMLTokenizer(limits: limits, rules: rules)
    }

    // MARK: Input

    /// Takes bytes until the header, a first-level element or the end of the stream is complete.
    ///
    /// - Parameters:
    ///   - bytes: What the transport brought, or what the last call left of it.
    ///   - scratch: Memory shared by all streams of an event loop.
    /// - Throws: `XMLViolation`; then every later call throws the same.
    /// - Complexity: O(*n*) in the bytes taken, whatever their division into chunks.
    public mutating func receive(
        _ bytes: RawSpan, using scratch: inout StreamScratch
    ) throws(XMLViolation) -> Progress {
        if let event = owed {
            owed = nil
            return Progress(event: event, consumedByteCount: 0, whitespaceCount: 0)
        }
        var found: Event?
        var second: Event?
        var whitespace = 0
        let consumed = try run(bytes, pausing: true, scratch: &scratch, whitespace: &whitespace) { event in
            if found == nil { found = event } else { second = event }
        }
        owed = second
        return Progress(event: found, consumedByteCount: consumed, whitespaceCount: whitespace)
    }

    /// Takes all of the bytes and delivers what becomes complete, in order.
    ///
    /// An element that the host drops, at once or soon after, goes back to the pool by itself; see `ElementPool`.
    ///
    /// - Throws: `XMLViolation`, after everything before the fault has been delivered.
    /// - Complexity: O(*n*) in the bytes.
    public mutating func receiveAll(
        _ bytes: RawSpan, using scratch: inout StreamScratch, _ body: (consuming Event) -> Void
    ) throws(XMLViolation) {
        if let event = owed {
            owed = nil
            body(event)
        }
        var whitespace = 0
        _ = try run(bytes, pausing: false, scratch: &scratch, whitespace: &whitespace, body)
    }

    /// Tells that no more bytes will come.
    ///
    /// - Throws: `XMLViolation` unless the stream was closed.
    public mutating func finish() throws(XMLViolation) {
        try tokenizer.finish(in: pending.bytes.window, from: pending.resume)
    }

    /// Begins a new document at the next byte, as after STARTTLS or SASL (RFC 6120 §4.3.3). Offsets go on counting.
    public mutating func restart() {
        tokenizer.restart()
        pending = PendingElement()
        owed = nil
    }

    // MARK: Queries

    /// The limits in force; see `XMLTokenizer.limits`.
    public var limits: XMLLimits {
        get { tokenizer.limits }
        set { tokenizer.limits = newValue }
    }

    /// Bytes taken so far.
    public var byteOffset: Int64 { tokenizer.byteOffset }

    /// Whether the root's start tag has been read and its end tag has not.
    public var isOpen: Bool { tokenizer.depth > 0 }

    /// Whether the root's end tag has been read.
    public var isClosed: Bool { tokenizer.isComplete }
}
