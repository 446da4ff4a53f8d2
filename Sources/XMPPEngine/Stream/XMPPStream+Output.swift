import XMLStream
import XMPPStanza

extension XMPPStream {
    /// Takes the next so many bytes that are to be written, as a copy; fewer where there are fewer.
    ///
    /// - Complexity: O(*n*)
    public mutating func takeOutput(_ byteCount: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        drainOutput { span in
            bytes = Array(span.array.prefix(max(0, byteCount)))
            return bytes.count
        }
        return bytes
    }
}
