/// Bytes that streams hold which are ready and idle, each with its value and all that it has allocated.
struct EngineMemory: Codable {
    /// `client` or `server`.
    let side: String
    let streams: Int
    /// Of one stream, on average.
    let bytes: Int
    /// Of them, the value itself.
    let valueBytes: Int
}

#if Crypto
    import XMLStream
    import XMPPEngine
    import XMPPStanza

    extension EngineMemory {
        /// Logs so many clients in, has each exchange a message and a presence with its server, and weighs one side.
        static func measure(streams count: Int) throws -> [EngineMemory] {
            guard AllocationCounter.isAvailable else { return [] }
            let login = try EngineLogin()
            return try [true, false].map { isClient in
                // Scratch of its own, which goes away before the bytes are counted: it is the event loop's.
                var streams: [XMPPStream] = []
                let live = try AllocationCounter.liveBytes {
                    var scratch = StreamScratch()
                    streams.reserveCapacity(count)
                    for _ in 0..<count {
                        var carried = 0
                        var (client, server) = try login.run(&scratch, carried: &carried)
                        try exchange(&client, &server, &scratch)
                        streams.append(isClient ? client.stream : server.stream)
                    }
                }
                return EngineMemory(
                    side: isClient ? "client" : "server", streams: streams.count, bytes: live.kept / streams.count,
                    valueBytes: MemoryLayout<XMPPStream>.stride)
            }
        }

        private static func exchange(
            _ client: inout EngineEndpoint, _ server: inout EngineEndpoint, _ scratch: inout StreamScratch
        ) throws {
            let message = try Message(.chat, id: "1") { $0.body("Wherefore art thou Romeo?") }
            let presence = try Presence()
            var bytes: [UInt8] = []
            for _ in 0..<2 {
                try client.stream.send(message)
                try client.stream.send(presence)
                try client.carryOut(&scratch)
                client.takeSent(&bytes)
                try server.receive(bytes, &scratch)
                try server.stream.send(message)
                try server.stream.send(presence)
                try server.carryOut(&scratch)
                server.takeSent(&bytes)
                try client.receive(bytes, &scratch)
            }
            guard client.stanzas == 4, server.stanzas == 4 else {
                throw EngineLogin.Failed(ends: [client.end, server.end])
            }
        }
    }
#else
    extension EngineMemory {
        /// Without the trait Crypto there is nothing to log in with.
        static func measure(streams count: Int) -> [EngineMemory] { [] }
    }
#endif

extension EngineMemory {
    static func table(of rows: [EngineMemory]) -> String {
        var table = TextTable(["bytes held by an idle stream that is ready", "all", "of them the value", "streams"])
        for row in rows { table.append([row.side, String(row.bytes), String(row.valueBytes), String(row.streams)]) }
        return table.text
    }
}
