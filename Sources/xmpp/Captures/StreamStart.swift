/// Whether a new stream begins in the space between two first-level elements.
///
/// After STARTTLS, SASL or compression the next stream begins without an end tag of the one before (RFC 6120 §4.3.3),
/// so that recorded bytes show it only by what stands there: an XML declaration or a stream tag.
enum StreamStart: Equatable {
    /// There is white space only, if anything.
    case nothing
    /// A tag begins at this index, but too little of it is there to tell.
    case unclear(Int)
    /// A stream begins at this index.
    case stream(Int)
    /// Something else begins at this index.
    case other(Int)

    /// Looks at `bytes` from `start` on.
    init(in bytes: [UInt8], from start: Int) {
        guard let index = bytes[start...].firstIndex(where: { !StreamStart.isSpace($0) }) else {
            self = .nothing
            return
        }
        let tag = bytes[index...].prefix(StreamStart.mostBytes)
        guard tag.first == UInt8(ascii: "<") else {
            self = .other(index)
            return
        }
        let name = tag.dropFirst().prefix { !StreamStart.endsName($0) }
        if name.endIndex == tag.endIndex {
            self = tag.count < StreamStart.mostBytes ? .unclear(index) : .other(index)
            return
        }
        let local = name.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).last ?? []
        let isStream = name.elementsEqual("?xml".utf8) || local.elementsEqual("stream".utf8)
        self = isStream ? .stream(index) : .other(index)
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

    private static func endsName(_ byte: UInt8) -> Bool {
        isSpace(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
    }

    /// No stream tag has a longer name.
    private static let mostBytes = 64
}
