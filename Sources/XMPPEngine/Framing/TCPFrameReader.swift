public import XMLStream
import XMPPStanza

/// Reads a stream that is one long document (RFC 6120 §4).
public struct TCPFrameReader: FrameReader {
    var stream: ElementStream

    /// A reader of which nothing has been read.
    public init(limits: XMLLimits) { stream = ElementStream(limits: limits) }

    public mutating func receive(
        _ bytes: RawSpan, using scratch: inout StreamScratch
    ) throws(XMLViolation) -> FrameProgress {
        let progress = try stream.receive(bytes, using: &scratch)
        return FrameProgress(event: progress.event, consumedByteCount: progress.consumedByteCount)
    }

    public mutating func receiveAll(
        _ bytes: RawSpan, using scratch: inout StreamScratch, _ body: (consuming FrameEvent) -> Void
    ) throws(XMLViolation) {
        try stream.receiveAll(bytes, using: &scratch, body)
    }

    public mutating func restart() { stream.restart() }

    public var limits: XMLLimits {
        get { stream.limits }
        set { stream.limits = newValue }
    }

    public var byteOffset: Int64 { stream.byteOffset }
    public var isBetweenFrames: Bool { stream.isBetweenElements }

    public func isEqual(to other: any FrameReader) -> Bool {
        guard let other = other as? TCPFrameReader else { return false }
        return stream.standsWhere(other.stream)
    }
}
