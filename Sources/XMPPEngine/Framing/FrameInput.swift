import XMLStream
import XMPPStanza

/// The reader of a stream. That of TCP stands in place, so that bytes are read without asking which reader it is; any other
/// is boxed.
struct FrameInput: FrameReader {
    /// Not used where there is another.
    private var tcp: TCPFrameReader
    /// The other reader; one, or none.
    private var boxed: [any FrameReader] = []
    private let isTCP: Bool

    init(_ reader: any FrameReader) {
        isTCP = reader is TCPFrameReader
        tcp = reader as? TCPFrameReader ?? TCPFrameReader(limits: XMLLimits())
        if !isTCP { boxed = [reader] }
    }

    @inline(__always)
    mutating func receive(
        _ bytes: RawSpan, using scratch: inout StreamScratch
    ) throws(XMLViolation) -> FrameProgress {
        if isTCP { return try tcp.receive(bytes, using: &scratch) }
        return try receiveBoxed(bytes, using: &scratch)
    }

    @inline(__always)
    mutating func receiveAll(
        _ bytes: RawSpan, using scratch: inout StreamScratch, _ body: (consuming FrameEvent) -> Void
    ) throws(XMLViolation) {
        if isTCP { return try tcp.receiveAll(bytes, using: &scratch, body) }
        try receiveAllBoxed(bytes, using: &scratch, body)
    }

    @inline(never)
    mutating func restart() {
        if isTCP { return tcp.restart() }
        if !boxed.isEmpty { boxed[0].restart() }
    }

    var limits: XMLLimits {
        get { isTCP ? tcp.limits : boxed.first?.limits ?? XMLLimits() }
        @inline(never)
        set {
            if isTCP {
                tcp.limits = newValue
            } else if !boxed.isEmpty {
                boxed[0].limits = newValue
            }
        }
    }

    @inline(__always)
    var byteOffset: Int64 { isTCP ? tcp.byteOffset : boxed.first?.byteOffset ?? 0 }

    var isBetweenFrames: Bool { isTCP ? tcp.isBetweenFrames : boxed.first?.isBetweenFrames ?? true }

    func snapshot() -> [UInt8]? { isTCP ? tcp.snapshot() : boxed.first?.snapshot() }

    mutating func resume(from snapshot: [UInt8], in header: StreamHeader?) -> Bool {
        if isTCP { return tcp.resume(from: snapshot, in: header) }
        return boxed.isEmpty ? false : boxed[0].resume(from: snapshot, in: header)
    }

    var takesMessages: Bool { isTCP ? tcp.takesMessages : boxed.first?.takesMessages ?? false }

    func isEqual(to other: any FrameReader) -> Bool {
        guard let other = other as? FrameInput, isTCP == other.isTCP else { return false }
        if isTCP { return tcp.isEqual(to: other.tcp) }
        guard let reader = boxed.first, let counterpart = other.boxed.first else { return false }
        return reader.isEqual(to: counterpart)
    }

    // MARK: Other readers

    @inline(never)
    private mutating func receiveBoxed(
        _ bytes: RawSpan, using scratch: inout StreamScratch
    ) throws(XMLViolation) -> FrameProgress {
        if !boxed.isEmpty { return try boxed[0].receive(bytes, using: &scratch) }
        return FrameProgress(event: nil, consumedByteCount: bytes.byteCount)
    }

    @inline(never)
    private mutating func receiveAllBoxed(
        _ bytes: RawSpan, using scratch: inout StreamScratch, _ body: (consuming FrameEvent) -> Void
    ) throws(XMLViolation) {
        if !boxed.isEmpty { try boxed[0].receiveAll(bytes, using: &scratch, body) }
    }
}
