import XMPPAddress

/// What is done with addresses: see `Benchmarks/README.md`.
enum AddressOperations {
    static func all() throws -> [Operation] {
        // Fifteen bytes at most, which a string stores in place.
        let inline = (0..<64).map { "u\(10 + $0)@b.example" }
        let full = (0..<64).map { "juliet\(10 + $0)@montague.example/balcony-\($0)a7f3" }
        let mixed = (0..<64).map { "Juliet\(10 + $0)@Montague.example/balcony-\($0)a7f3" }
        let international = (0..<64).map { "jürgen\(10 + $0)@bücher.example/büro-\($0)a7f3" }
        return [
            parsingBytes("addresses/parse/inline", inline), parsingBytes("addresses/parse/full", full),
            parsingText("addresses/parse/text", full), parsingBytes("addresses/parse/mixed-case", mixed),
            parsingBytes("addresses/parse/international", international),
            knowing("addresses/known", full[0]),
            try comparing("addresses/equal", full[0], full[0]) { $0 == $1 ? 1 : 0 },
            try comparing("addresses/equal/international", international[0], international[0]) { $0 == $1 ? 1 : 0 },
            try comparing("addresses/order", full[0], full[1]) { $0 < $1 ? 1 : 0 },
            try comparing("addresses/same-bare", full[0], full[0]) { $0.hasSameBare(as: $1) ? 1 : 0 },
            try comparing("addresses/hash", full[0], full[0]) { jid, _ in
                var hasher = Hasher()
                jid.hash(into: &hasher)
                return hasher.finalize() & 1
            },
            try comparing("addresses/bare", full[0], full[0]) { jid, _ in jid.bare.isBare ? 1 : 0 },
        ]
    }

    /// Parses 64 addresses in turn, which lie one behind the other as in a buffer from the network.
    private static func parsingBytes(_ name: String, _ texts: [String]) -> Operation {
        let bytes = texts.flatMap { Array($0.utf8) }
        var ranges: [Range<Int>] = []
        for text in texts {
            let start = ranges.last?.upperBound ?? 0
            ranges.append(start..<start + text.utf8.count)
        }
        return Operation(name: name) { times in
            let span = bytes.span
            var sum = 0
            for time in 0..<times { sum &+= try JID(wire: span.extracting(ranges[time & 63])).isBare ? 1 : 2 }
            return sum
        }
    }

    /// The same for strings, which the addresses share.
    private static func parsingText(_ name: String, _ texts: [String]) -> Operation {
        let inputs = texts.map { String(decoding: Array($0.utf8), as: UTF8.self) }
        return Operation(name: name) { times in
            var sum = 0
            for time in 0..<times { sum &+= try JID(wire: inputs[time & 63]).isBare ? 1 : 2 }
            return sum
        }
    }

    /// Finds that bytes are those of a known address, as an element stream does with a repeated `from`.
    private static func knowing(_ name: String, _ text: String) -> Operation {
        let bytes = Array(text.utf8)
        return Operation(name: name) { times in
            let jid = try JID(wire: text)
            let span = bytes.span
            var sum = 0
            for _ in 0..<times { sum &+= jid.isSpelled(unsafe span.bytes) ? 1 : 0 }
            return sum
        }
    }

    /// Does something with two addresses, each with bytes of its own.
    private static func comparing(
        _ name: String, _ first: String, _ second: String, _ body: @escaping (JID, JID) -> Int
    ) throws -> Operation {
        let left = try JID(wire: Array(first.utf8).span)
        let right = try JID(wire: Array(second.utf8).span)
        return Operation(name: name) { times in
            var sum = 0
            for _ in 0..<times { sum &+= body(left, right) }
            return sum
        }
    }
}
