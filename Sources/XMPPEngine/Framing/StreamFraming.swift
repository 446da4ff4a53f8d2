public import XMLStream
public import XMPPStanza

/// What a reader of frames has found: the header, which is the root's start tag or what stands for it (RFC 7395 §3.3), a
/// first-level element, or the end of the stream or what stands for it. The four things that a stream consists of, with
/// violations, whatever carries it.
public typealias FrameEvent = ElementStream.Event

/// How far a reader came.
public struct FrameProgress: Sendable {
    /// What became complete; nil if more bytes are needed.
    public let event: FrameEvent?
    /// How many of the bytes were taken: all of them, unless there is an event.
    public let consumedByteCount: Int

    /// Progress.
    public init(event: FrameEvent?, consumedByteCount: Int) {
        self.event = event
        self.consumedByteCount = consumedByteCount
    }
}

/// Makes frames of the bytes that come in: one half of the framing seam. TCP is one codec of it (`TCPFrameReader`); one
/// where each message is an element, as in WebSocket, is another.
public protocol FrameReader: Sendable {
    /// Takes bytes until a frame is complete. What follows is not touched.
    ///
    /// - Throws: `XMLViolation`; then every later call throws the same.
    mutating func receive(
        _ bytes: RawSpan, using scratch: inout StreamScratch
    ) throws(XMLViolation) -> FrameProgress

    /// Takes all of the bytes and delivers what becomes complete. For streams that are ready, which do not restart.
    ///
    /// - Throws: `XMLViolation`, after everything before the fault has been delivered.
    mutating func receiveAll(
        _ bytes: RawSpan, using scratch: inout StreamScratch, _ body: (consuming FrameEvent) -> Void
    ) throws(XMLViolation)

    /// Begins a new stream at the next byte (RFC 6120 §4.3.3).
    mutating func restart()

    /// Whether the transport delivers messages, each of which is one frame and goes to `receive` by itself, as in
    /// WebSocket (RFC 7395 §3.3.3). By default it delivers bytes, whose division into chunks means nothing.
    var takesMessages: Bool { get }

    /// The limits in force.
    var limits: XMLLimits { get set }

    /// Bytes taken so far.
    var byteOffset: Int64 { get }

    /// Whether nothing of a frame has come that is not complete: then the state is in the header alone.
    var isBetweenFrames: Bool { get }

    /// Whether another reader goes on as this one does.
    func isEqual(to other: any FrameReader) -> Bool

    /// The state between two frames as bytes, for `resume`; nil amid a frame, and where it cannot be stored. By default nil.
    func snapshot() -> [UInt8]?

    /// Goes on where another reader was when it was stored, under the limits of this one. Nothing has been read before.
    ///
    /// - Parameter header: The header of the stream that is open; nil where there was none.
    /// - Returns: Whether the bytes are of a reader like this one. By default false.
    mutating func resume(from snapshot: [UInt8], in header: StreamHeader?) -> Bool
}

extension FrameReader {
    public func snapshot() -> [UInt8]? { nil }
    public mutating func resume(from snapshot: [UInt8], in header: StreamHeader?) -> Bool { false }
}

extension FrameReader {
    public var takesMessages: Bool { false }
}

/// Makes bytes of frames: the other half of the framing seam.
public protocol FrameWriter: Sendable {
    /// Writes the header of a first or a new stream.
    ///
    /// - Throws: `XMLContentError` where it cannot be written.
    mutating func open(_ header: StreamHeader) throws(XMLContentError)

    /// Writes a first-level element.
    ///
    /// - Parameter maximumByteCount: How many bytes it may have at most.
    /// - Returns: Whether it was written: false for one that is too large, of which nothing is.
    /// - Throws: `XMLContentError` where no stream is open.
    mutating func write(_ element: Element, atMost maximumByteCount: Int) throws(XMLContentError) -> Bool

    /// Writes what keeps an idle stream alive; nothing where there is no such thing.
    mutating func writeKeepalive()

    /// Writes the end; nothing where no stream is open.
    mutating func close()

    /// Bytes written and not drained.
    var pendingByteCount: Int { get }

    /// Lends the bytes not drained, or, where the transport carries messages, those of the next message; `body` says how
    /// many of them it took.
    mutating func drain(_ body: (RawSpan) -> Int)

    /// Whether another writer goes on as this one does.
    func isEqual(to other: any FrameWriter) -> Bool

    /// The state with everything drained as bytes, for `resume`; nil where something is not drained, and where it cannot be
    /// stored. By default nil.
    func snapshot() -> [UInt8]?

    /// Goes on where another writer was when it was stored. Nothing has been written before, and nothing is left to drain.
    ///
    /// - Parameter header: A header of this side, with the prefix and the namespace of the content that it always has.
    /// - Returns: Whether the bytes are of a writer like this one. By default false.
    mutating func resume(from snapshot: [UInt8], in header: StreamHeader) -> Bool
}

extension FrameWriter {
    public func snapshot() -> [UInt8]? { nil }
    public mutating func resume(from snapshot: [UInt8], in header: StreamHeader) -> Bool { false }
}
