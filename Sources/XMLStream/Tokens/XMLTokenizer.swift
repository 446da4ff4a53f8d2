/// Turns the bytes of one XML stream into tokens, a chunk at a time, and checks everything on the way.
///
/// It accepts exactly the XML that RFC 6120 §11 leaves: XML 1.0 (fifth edition) with namespaces, in UTF-8, without
/// comments, processing instructions, document types and entities other than the five predefined ones. Tags come
/// whole, text in pieces. Chunks are parsed where they lie; only a token that the end of a chunk cuts is carried over.
///
/// A tokenizer is a plain value: a copy goes on by itself. It holds the open names, the declarations in force and the
/// cut token, a few hundred bytes for an idle stream; the tape that tokens are written to belongs to the host.
///
/// ```swift
/// var tokenizer = XMLTokenizer()
/// var tape = TokenTape()
/// try tokenizer.receive(chunk.span, tape: &tape) { tokens in
///     for index in 0..<tokens.count { … }
/// }
/// ```
public struct XMLTokenizer: Sendable {
    /// Where character data may stand.
    public enum Rules: Sendable {
        /// An XMPP stream: between first-level elements there is white space only (RFC 6120 §11.7).
        case stream
        /// Any document.
        case document
    }

    /// What has been read so far.
    enum Phase: UInt8, Sendable {
        /// Not a byte. Only here may an XML declaration start.
        case start
        /// Not a byte since a restart but white space, which an XML declaration may follow too.
        case restarted
        /// Before the root's start tag.
        case prolog
        /// Inside the root.
        case content
        /// Inside a CDATA section.
        case section
        /// Behind the root's end tag.
        case epilog

        /// Whether the root's start tag is still to come.
        var isBeforeRoot: Bool {
            switch self {
            case .start, .restarted, .prolog: true
            case .content, .section, .epilog: false
            }
        }
    }

    /// The limits as they are kept.
    var bounds: LimitsInForce
    let rules: Rules

    var phase = Phase.start
    var violation: XMLViolation?

    /// Offset in the stream of the window's first byte, while a window is being parsed.
    var base: Int64 = 0
    /// What to add to an index in the window to get an offset in the chunk: negative for carried bytes.
    var delta = 0
    /// Bytes received so far and not handed back.
    var received: Int64 = 0

    var open = Stack<OpenElement>()
    var names = ByteStore()
    var scope = NamespaceScope()

    var carry = ByteStore()
    var cut = CutToken()
    /// Whether no more bytes will come, so that a cut token shows its faults now.
    var isFinishing = false

    /// Whether a line feed that comes next belongs to a carriage return already reported.
    var skipsLineFeed = false
    /// Where character data that must not stand between first-level elements began, or -1.
    var strayOffset: Int64 = -1
    /// Where the run of text began.
    var textStart: Int64 = 0

    /// Where the header, the first-level element or the space between two must have ended.
    var budgetEnd: Int64
    /// Whether that is a first-level element.
    var isInStanza = false

    // Counts in words of half the size, as an idle stream should be small; see `XMLTokenizer+Counts.swift`.
    var storedCountWord: Int32 = 0
    var staleDepthWord: Int32 = 0
    var outerBindingsWord: Int32 = 0
    var tagFirstWord: Int32 = -1
    var resumedRunWord: Int32 = -1
    var elementsInStanzaWord: Int32 = 0
    var attributesInStanzaWord: Int32 = 0
    var stanzaLocalsWord: Int32 = 0
    var bracketsWord: Int8 = 0

    /// A tokenizer at the start of a stream.
    ///
    /// - Parameters:
    ///   - limits: What to refuse to go beyond.
    ///   - rules: Whether the input is an XMPP stream or any document.
    public init(limits: XMLLimits = XMLLimits(), rules: Rules = .stream) {
        bounds = LimitsInForce(limits)
        self.rules = rules
        budgetEnd = Int64(bounds.headerBytes)
    }

    /// The limits in force, as far as they can be kept: see `XMLLimits`.
    ///
    /// A host sets others once the peer has authenticated. How many bytes the header, the first-level element or the
    /// white space at hand may have was settled when it began; all other limits hold from the next byte on.
    public var limits: XMLLimits {
        get { bounds.limits }
        set {
            bounds = LimitsInForce(newValue)
            if phase == .start || phase == .restarted { budgetEnd = received.adding(bounds.headerBytes) }
        }
    }

    /// How many elements are open.
    public var depth: Int { open.count }

    /// Bytes of the stream that have become tokens or are carried as the beginning of one.
    public var byteOffset: Int64 { received }

    /// Whether the root's end tag has been read.
    public var isComplete: Bool { phase == .epilog }

    // MARK: Input

    /// Parses the next bytes of the stream.
    ///
    /// - Parameters:
    ///   - chunk: Bytes of any number. They are not kept.
    ///   - tape: Scratch memory for the tokens, shared by all streams of an event loop.
    ///   - body: Is called with the tokens, at least once for each tape full. The batch is valid inside only.
    /// - Returns: The number of bytes consumed, which is all of them.
    /// - Throws: `XMLViolation`, after `body` has seen all tokens before the fault; every later call throws the same.
    /// - Complexity: O(*n*) in the bytes, whatever their division into chunks.
    @discardableResult
    public mutating func receive(
        _ chunk: RawSpan, tape: inout TokenTape, _ body: (borrowing TokenBatch) -> Void
    ) throws(XMLViolation) -> Int {
        if let violation { throw violation }
        chunk.withWindow { window in
            // Offsets in tokens have 31 bits, so a longer chunk is taken in parts.
            var consumed = 0
            repeat {
                let part = window.slice(from: consumed, length: 1 << 30)
                receive(part, tape: &tape, body)
                consumed &+= part.count
            } while consumed < window.count && violation == nil
        }
        if let violation { throw violation }
        return chunk.byteCount
    }

    /// Tells that no more bytes will come.
    ///
    /// - Throws: `XMLViolation` unless the root has been closed.
    public mutating func finish() throws(XMLViolation) {
        try finish(in: carry.window, from: 0)
    }

    /// `finish`, where the token that has not ended begins at `start` of a window that ends where the input does.
    mutating func finish(in window: ByteWindow, from start: Int) throws(XMLViolation) {
        if let violation { throw violation }
        if start < window.count {
            // A fault in the unfinished token comes first, as it would have if the token had come in one piece.
            makeUnique()
            isFinishing = true
            defer { isFinishing = false }
            base = received &- Int64(window.count)
            delta = 0
            staleDepth = open.count
            var tape = TokenTape()
            do throws(XMLViolation) {
                _ = try tokens(in: window, from: start, until: window.count, pausing: false, tape: &tape)
            } catch {
                throw record(error)
            }
            if strayOffset < 0 { throw record(XMLViolation(.init(.endOfInput), at: received)) }
        }
        if strayOffset >= 0 { throw record(XMLViolation(.init(.textBetweenStanzas), at: strayOffset)) }
        if phase != .epilog { throw record(XMLViolation(.init(.endOfInput), at: received)) }
    }

    /// Begins a new document at the next byte, as after STARTTLS or SASL (RFC 6120 §4.3.3). Limits and rules stay;
    /// offsets go on counting, and a violation stays one.
    ///
    /// White space in front of its XML declaration is passed over: it is the old stream's. Clients that write a line feed
    /// behind each element do so behind the last of SASL, too (go-xmpp, against RFC 6120 §6.3.5).
    public mutating func restart() {
        var fresh = XMLTokenizer(limits: limits, rules: rules)
        fresh.phase = .restarted
        fresh.received = received
        fresh.budgetEnd = received.adding(bounds.headerBytes)
        fresh.violation = violation
        self = fresh
    }
}

extension Int64 {
    /// The sum, or the largest number where it would be larger.
    @inline(__always)
    func adding(_ other: Int) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(Int64(other))
        return overflow ? .max : sum
    }
}
