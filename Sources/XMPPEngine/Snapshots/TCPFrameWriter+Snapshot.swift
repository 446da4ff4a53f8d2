import XMLStream
public import XMPPStanza

extension TCPFrameWriter {
    /// How far the root has come; nil where something is not drained.
    public func snapshot() -> [UInt8]? {
        guard writer.pendingByteCount == 0 else { return nil }
        return [writer.isOpen ? 1 : writer.isClosed ? 2 : 0]
    }

    public mutating func resume(from snapshot: [UInt8], in header: StreamHeader) -> Bool {
        guard snapshot.count == 1, let place = snapshot.first, place <= 2, !writer.isOpen, !writer.isClosed else {
            return false
        }
        if place == 0 { return true }
        do throws(XMLContentError) {
            try writer.open(try header.rootTag())
        } catch {
            return false
        }
        if place == 2 { writer.close() }
        writer.drain { $0.byteCount }
        return true
    }
}
