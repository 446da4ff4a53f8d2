import XMLStream
import XMPPEngine
import XMPPStanza

/// A framing as TCP has it, of a host's own that cannot write everything. Written against public API only.
struct RefusingWriter: FrameWriter {
    /// What cannot be written has this in it.
    static let word = "unwritable"

    private var inner = TCPFrameWriter()

    mutating func open(_ header: StreamHeader) throws(XMLContentError) { try inner.open(header) }

    mutating func write(_ element: Element, atMost maximumByteCount: Int) throws(XMLContentError) -> Bool {
        if element.description.contains(Self.word) { throw XMLContentError(.structure) }
        return try inner.write(element, atMost: maximumByteCount)
    }

    mutating func writeKeepalive() { inner.writeKeepalive() }
    mutating func close() { inner.close() }
    var pendingByteCount: Int { inner.pendingByteCount }
    mutating func drain(_ body: (RawSpan) -> Int) { inner.drain(body) }

    func isEqual(to other: any FrameWriter) -> Bool {
        (other as? RefusingWriter).map { inner.isEqual(to: $0.inner) } ?? false
    }
}
