/// Output being gathered, in colours or not.
///
/// Bytes of a capture are written visibly: what could steer a terminal, or turn the direction of text, is shown as a
/// character reference. So nothing that a peer sent can forge or hide a line.
struct Page {
    let isColoured: Bool
    private(set) var bytes: [UInt8] = []

    init(isColoured: Bool) { self.isColoured = isColoured }

    /// Writes words of this program.
    mutating func write(_ text: String, _ ink: Ink = .plain) {
        begin(ink)
        bytes += text.utf8
        end(ink)
    }

    /// Writes text from elsewhere, on one line.
    mutating func write(foreign text: String, _ ink: Ink = .plain) {
        let text = Array(text.utf8)
        write(text[...], ink, lineEnd: [0x20])
    }

    /// Writes bytes of a stream, which are UTF-8, with `lineEnd` for each line feed.
    mutating func write(_ text: ArraySlice<UInt8>, _ ink: Ink = .plain, lineEnd: [UInt8]) {
        if text.isEmpty { return }
        begin(ink)
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            let next = index + 1 < text.endIndex ? text[index + 1] : 0
            let third = index + 2 < text.endIndex ? text[index + 2] : 0
            var length = 1
            switch (byte, next, third) {
            case (0x0A, _, _): bytes += lineEnd
            case (0x09, _, _): bytes.append(byte)
            case (0x00..<0x20, _, _), (0x7F, _, _): write(scalar: UInt32(byte))
            case (0xC2, 0x80..<0xA0, _):
                // The C1 controls, of which U+009B begins escape sequences.
                write(scalar: UInt32(next))
                length = 2
            case (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA6...0xA9):
                // Embeddings, overrides and isolates of the bidirectional algorithm.
                write(scalar: 0x2000 | UInt32(next & 0x3F) << 6 | UInt32(third & 0x3F))
                length = 3
            default: bytes.append(byte)
            }
            index += length
        }
        end(ink)
    }

    /// Text from elsewhere as it would be written, on one line.
    static func visible(_ text: String) -> String {
        var page = Page(isColoured: false)
        page.write(foreign: text)
        return String(decoding: page.bytes, as: UTF8.self)
    }

    mutating func endLine() { bytes.append(0x0A) }

    /// Hands over what was gathered.
    mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private mutating func begin(_ ink: Ink) {
        if isColoured { bytes += ink.sequence.utf8 }
    }

    private mutating func end(_ ink: Ink) {
        if isColoured, ink != .plain { bytes += Ink.end.utf8 }
    }

    private mutating func write(scalar: UInt32) {
        bytes += "&#x\(String(scalar, radix: 16, uppercase: true));".utf8
    }
}
