import XMPPAddress

/// What is done with addresses: see `Benchmarks/README.md`.
enum AddressOperations {
    /// All of them, over 64 addresses of each kind.
    static func all() throws -> [Operation] {
        let inline = (0..<64).map { "u\(10 + $0)@b.example" }
        let full = (0..<64).map { "juliet\(10 + $0)@montague.example/balcony-\($0)a7f3" }
        let mixed = (0..<64).map { "Juliet\(10 + $0)@Montague.example/balcony-\($0)a7f3" }
        let international = (0..<64).map { "jürgen\(10 + $0)@bücher.example/büro-\($0)a7f3" }
        let jids = try full.map { try JID(wire: $0) }
        let copies = try full.map { try JID(wire: Array($0.utf8).span) }
        let names = (try international.map { try JID(wire: $0) }, try international.map { try JID(wire: $0) })
        return [
            parsingBytes("addresses/parse/inline", inline), parsingBytes("addresses/parse/full", full),
            parsingText("addresses/parse/text", full), parsingBytes("addresses/parse/mixed-case", mixed),
            parsingBytes("addresses/parse/international", international),
            Operation(name: "addresses/known") { times in
                let bytes = full.map { Array($0.utf8) }
                return sum(times) { index in
                    let spelled = bytes[index]
                    return jids[index].isSpelled(unsafe spelled.span.bytes) ? 1 : 0
                }
            },
            Operation(name: "addresses/equal") { times in sum(times) { jids[$0] == copies[$0] ? 1 : 0 } },
            Operation(name: "addresses/equal/international") { times in
                sum(times) { names.0[$0] == names.1[$0] ? 1 : 0 }
            },
            Operation(name: "addresses/order") { times in sum(times) { jids[$0] < copies[63 - $0] ? 1 : 0 } },
            Operation(name: "addresses/same-bare") { times in
                sum(times) { jids[$0].hasSameBare(as: copies[$0]) ? 1 : 0 }
            },
            Operation(name: "addresses/hash") { times in
                sum(times) { index in
                    var hasher = Hasher()
                    jids[index].hash(into: &hasher)
                    return hasher.finalize() & 1
                }
            },
            Operation(name: "addresses/bare") { times in sum(times) { jids[$0].bare.isBare ? 1 : 0 } },
        ]
    }

    private static func parsingBytes(_ name: String, _ texts: [String]) -> Operation {
        let inputs = texts.map { Array($0.utf8) }
        return Operation(name: name) { times in
            try sum(times) { index in
                let input = inputs[index]
                return try JID(wire: input.span).isBare ? 1 : 2
            }
        }
    }

    private static func parsingText(_ name: String, _ texts: [String]) -> Operation {
        // What came from a decoder is on the heap and owned.
        let inputs = texts.map { String(decoding: Array($0.utf8), as: UTF8.self) }
        return Operation(name: name) { times in
            try sum(times) { try JID(wire: inputs[$0]).isBare ? 1 : 2 }
        }
    }

    /// Goes round the 64 so many times.
    @inline(__always)
    private static func sum(_ times: Int, _ one: (Int) throws -> Int) rethrows -> Int {
        var sum = 0
        for time in 0..<times { sum &+= try one(time & 63) }
        return sum
    }
}
