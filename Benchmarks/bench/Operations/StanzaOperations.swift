import XMLStream
import XMPPAddress
import XMPPStanza

/// What is done with stanzas: see `Benchmarks/README.md`.
enum StanzaOperations {
    static func all() throws -> [Operation] {
        // Fifteen bytes at most, which a string stores in place.
        let short = try messages { ("u\(10 + $0)@b.example", "v\(10 + $0)@b.example") }
        let long = try messages { ("juliet@montague.example/balcony-a7f3", "romeo\(10 + $0)@capulet.example/orchard") }
        let one = try messages { _ in ("juliet@montague.example/balcony-a7f3", "romeo@capulet.example/orchard") }
        let known = KnownAddresses(
            ["juliet@montague.example/balcony-a7f3", "romeo@capulet.example/orchard"].compactMap { JID($0) })
        return [
            reading("stanzas/read/known", one, knowing: known),
            reading("stanzas/read/inline", short, knowing: KnownAddresses()),
            reading("stanzas/read/new", long, knowing: KnownAddresses()),
            try building("stanzas/build-and-write", recycles: false),
            try building("stanzas/build-and-write/recycled", recycles: true),
        ]
    }

    /// Messages as they come from the network, each with its addresses.
    private static func messages(_ addresses: (Int) -> (to: String, from: String)) throws -> [Element] {
        try (0..<64).map { index in
            let (to, from) = addresses(index)
            return try Element(
                xml:
                    "<message from='\(from)' to='\(to)' id='7f3a-\(index)-d6b8-4c1e' type='chat'><body>Hi</body></message>",
                in: "jabber:client")
        }
    }

    /// Reads `to`, `from`, `id` and `type` of 64 messages in turn.
    private static func reading(_ name: String, _ elements: [Element], knowing known: KnownAddresses) -> Operation {
        Operation(name: name) { times in
            var sum = 0
            for time in 0..<times {
                guard let message = Message(elements[time & 63]) else { continue }
                if try message.jid(.to, knowing: known)?.isFull == true { sum &+= 1 }
                if try message.jid(.from, knowing: known)?.isFull == true { sum &+= 2 }
                sum &+= message.withID { $0.byteCount } ?? 0
                if message.type == .chat { sum &+= 4 }
            }
            return sum
        }
    }

    /// Builds a chat message and writes it into a stream whose bytes are drained.
    private static func building(_ name: String, recycles: Bool) throws -> Operation {
        let to = try JID(wire: "juliet@montague.example/balcony-a7f3")
        let id = "7f3a0c1e-d6b8-4c1e-9f51-2f5c3a7b9e10"
        let body = "Wherefore art thou Romeo? Deny thy father and refuse thy name."
        return Operation(name: name) { times in
            var scratch = StanzaScratch()
            var writer = XMLWriter()
            try writer.open(RootTag(.stream, in: .streams, prefix: "stream", contentNamespace: .jabberClient))
            var sum = 0
            for _ in 0..<times {
                let message = try Message(.chat, to: to, id: id, using: &scratch) { $0.body(body) }
                try? writer.write(message.element)
                writer.drain { bytes in
                    sum &+= bytes.byteCount
                    return bytes.byteCount
                }
                if recycles { scratch.recycle(message) }
            }
            return sum
        }
    }
}
