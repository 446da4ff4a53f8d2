/// A generated stream from its header to its footer.
struct Traffic {
    let bytes: [UInt8]
    /// Offset behind the stream features, then behind every stanza.
    let ends: [Int]

    static let header = """
        <?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' \
        id='c2f1d0b4-0e6c-4c8e-9d4c-2b6a7f3e5d10' from='example.org' version='1.0' xml:lang='en'>\
        <stream:features><sm xmlns='urn:xmpp:sm:3'/><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></stream:features>
        """
    static let footer = "</stream:stream>"

    /// Bytes of the header and the features.
    static var headByteCount: Int { header.utf8.count }

    /// Generated stanzas, without the features.
    var stanzas: Int { ends.count - 1 }

    var meanStanzaBytes: Double {
        guard let first = ends.first, let last = ends.last, stanzas > 0 else { return 0 }
        return Double(last - first) / Double(stanzas)
    }

    /// The stream cut behind the last stanza that ends within `limit` bytes, closed by the footer.
    func prefix(bytes limit: Int) -> Traffic {
        guard limit < bytes.count else { return self }
        let kept = Array(ends.prefix { $0 <= limit })
        let end = kept.last ?? 0
        return Traffic(bytes: bytes[..<end] + Array(Self.footer.utf8), ends: kept)
    }

    /// The stream up to a stanza's end without the footer: what a parser has seen when its stream is idle.
    func opened(bytes limit: Int) -> [UInt8] {
        Array(bytes[..<(ends.last { $0 <= limit } ?? 0)])
    }

    /// `ends` as little-endian 32-bit numbers: where a parser that needs framing finds it.
    var index: [UInt8] {
        ends.flatMap { end in (0..<4).map { UInt8(truncatingIfNeeded: end >> (8 * $0)) } }
    }

    /// FNV-1a of all bytes, 64 bits: tells whether two runs measured the same traffic.
    var checksum: UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
        return hash
    }
}
