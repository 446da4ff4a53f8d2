import XMLStream
import XMPPStanza

/// The writer of a stream. That of TCP stands in place, as in `FrameInput`; any other is boxed.
struct FrameOutput: FrameWriter {
    /// Not used where there is another.
    private var tcp: TCPFrameWriter
    /// The other writer; one, or none.
    private var boxed: [any FrameWriter] = []
    private let isTCP: Bool

    init(_ writer: any FrameWriter) {
        isTCP = writer is TCPFrameWriter
        tcp = writer as? TCPFrameWriter ?? TCPFrameWriter()
        if !isTCP { boxed = [writer] }
    }

    mutating func open(_ header: StreamHeader) throws(XMLContentError) {
        if isTCP { return try tcp.open(header) }
        if !boxed.isEmpty { try boxed[0].open(header) }
    }

    @inline(__always)
    mutating func write(_ element: Element, atMost maximumByteCount: Int) throws(XMLContentError) -> Bool {
        if isTCP { return try tcp.write(element, atMost: maximumByteCount) }
        return try writeBoxed(element, atMost: maximumByteCount)
    }

    mutating func writeKeepalive() {
        if isTCP { return tcp.writeKeepalive() }
        if !boxed.isEmpty { boxed[0].writeKeepalive() }
    }

    mutating func close() {
        if isTCP { return tcp.close() }
        if !boxed.isEmpty { boxed[0].close() }
    }

    @inline(__always)
    var pendingByteCount: Int { isTCP ? tcp.pendingByteCount : boxed.first?.pendingByteCount ?? 0 }

    mutating func drain(_ body: (RawSpan) -> Int) {
        if isTCP { return tcp.drain(body) }
        if !boxed.isEmpty { boxed[0].drain(body) }
    }

    func snapshot() -> [UInt8]? { isTCP ? tcp.snapshot() : boxed.first?.snapshot() }

    mutating func resume(from snapshot: [UInt8], in header: StreamHeader) -> Bool {
        if isTCP { return tcp.resume(from: snapshot, in: header) }
        return boxed.isEmpty ? false : boxed[0].resume(from: snapshot, in: header)
    }

    func isEqual(to other: any FrameWriter) -> Bool {
        guard let other = other as? FrameOutput, isTCP == other.isTCP else { return false }
        if isTCP { return tcp.isEqual(to: other.tcp) }
        guard let writer = boxed.first, let counterpart = other.boxed.first else { return false }
        return writer.isEqual(to: counterpart)
    }

    // MARK: Other writers

    @inline(never)
    private mutating func writeBoxed(
        _ element: Element, atMost maximumByteCount: Int
    ) throws(XMLContentError) -> Bool {
        boxed.isEmpty ? false : try boxed[0].write(element, atMost: maximumByteCount)
    }
}
