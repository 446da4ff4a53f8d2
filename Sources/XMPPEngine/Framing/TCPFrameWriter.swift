public import XMLStream
public import XMPPStanza

/// Writes a stream that is one long document (RFC 6120 §4).
public struct TCPFrameWriter: FrameWriter {
    var writer = XMLWriter()

    /// A writer of which nothing has been written.
    public init() {}

    public mutating func open(_ header: StreamHeader) throws(XMLContentError) {
        let root = try header.rootTag()
        if writer.isOpen {
            try writer.restart(with: root)
        } else {
            try writer.open(root)
        }
    }

    @inline(__always)
    public mutating func write(_ element: Element, atMost maximumByteCount: Int) throws(XMLContentError) -> Bool {
        try writer.writeVerbatim(element, atMost: maximumByteCount)
    }

    public mutating func writeKeepalive() {
        // White space stands nowhere but in an open stream.
        _ = try? writer.writeKeepalive()
    }

    public mutating func close() { writer.close() }

    @inline(__always)
    public var pendingByteCount: Int { writer.pendingByteCount }

    public mutating func drain(_ body: (RawSpan) -> Int) { writer.drainAndGiveBack(body) }

    public func isEqual(to other: any FrameWriter) -> Bool {
        guard let other = other as? TCPFrameWriter else { return false }
        return writer.standsWhere(other.writer)
    }
}
