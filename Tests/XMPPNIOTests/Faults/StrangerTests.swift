#if NIO
    import NIOCore
    import NIOSSL
    import Testing
    import XMPPAddress
    import XMPPEngine
    import XMPPNIO
    import XMPPStanza
    import XMPPTransports

    /// Those who connect to a server and never log in, over raw sockets.
    @Suite struct StrangerTests {
        /// What a stranger does, and what the server says before it closes.
        struct Row: CustomTestStringConvertible, Sendable {
            let testDescription: String
            var moment = TLSMoment.startTLS
            var says: [String] = []
            var isSlow = false
            var saysBytes: [UInt8] = []
            var isTold: String?
            var hasRouter = true
        }

        private static let header = """
            <?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' \
            to='example.com' version='1.0'>
            """
        private static let startTLS = "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"
        /// The beginning of a ClientHello.
        private static let hello: [UInt8] = [22, 3, 1, 1, 0, 1, 0, 0, 252, 3, 3] + (0..<32) + [0]

        private static let rows = [
            Row(testDescription: "says nothing", isTold: "<connection-timeout"),
            Row(testDescription: "says nothing where TLS comes first", moment: .direct),
            Row(testDescription: "says nothing to tasks", isTold: "<connection-timeout", hasRouter: false),
            Row(testDescription: "says nothing to tasks behind TLS", moment: .direct, hasRouter: false),
            Row(testDescription: "says hello and no more", says: [header], isTold: "<connection-timeout"),
            Row(
                testDescription: "writes a byte at a time", says: [header], isSlow: true, isTold: "<connection-timeout"),
            Row(
                testDescription: "writes TLS a byte at a time", moment: .direct, isSlow: true,
                saysBytes: hello),
            Row(testDescription: "begins TLS and says nothing", says: [header, startTLS], isTold: "<proceed"),
            Row(
                testDescription: "begins TLS and writes a byte at a time", says: [header, startTLS], isSlow: true,
                saysBytes: hello, isTold: "<proceed"),
            Row(testDescription: "speaks in the clear where TLS comes first", moment: .direct, says: [header]),
            Row(testDescription: "begins with TLS where it comes later", saysBytes: hello, isTold: "<stream:error"),
            Row(
                testDescription: "speaks in the clear where TLS is due", says: [header, startTLS, header],
                isTold: "<proceed"),
            Row(
                testDescription: "logs in without TLS",
                says: [
                    header,
                    "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>AGp1bGlldAByMG0zMA==</auth>",
                ], isTold: "<encryption-required"),
        ]

        @Test(.timeLimit(.minutes(5)), arguments: rows)
        func `a stranger is turned away, and others log in`(row: Row) async throws {
            var plan = TestServer.Plan(moment: row.moment, router: row.hasRouter ? TestRouter() : nil)
            plan.configure = {
                // Others are to be ready by then, also under a sanitizer.
                $0.deadlines.negotiation = .seconds(5)
                $0.deadlines.closing = .milliseconds(200)
            }
            try await TestServer.run(plan) { server in
                let stranger = try await RawPeer.connect(to: server.address)
                let speaking = Task { try await Self.say(row, to: stranger) }
                try await server.client().run { session in #expect(session.end == nil) }
                let word = try await stranger.readToEnd()
                if let told = row.isTold { #expect(word.contains(told)) }
                #expect(!word.contains("<success"))
                _ = await speaking.result
                try await eventually("the server still has the stream") { server.streamCount == 0 }
            }
        }

        private static func say(_ row: Row, to server: RawPeer) async throws {
            // What is said in turn is said behind the answer to what was said before.
            for (index, word) in row.says.enumerated() {
                if index == 1 { try await server.read(until: "</stream:features>") }
                if index == 2 { try await server.read(until: "<proceed") }
                try await say(Array(word.utf8), to: server, row.isSlow && row.says.count == 1)
            }
            if row.says.count > 1 { try await server.read(until: "<proceed") }
            try await say(row.saysBytes, to: server, row.isSlow)
            if row.isSlow { try await say([UInt8](repeating: 32, count: 4000), to: server, true) }
        }

        private static func say(_ bytes: [UInt8], to server: RawPeer, _ isSlow: Bool) async throws {
            guard isSlow else { return bytes.isEmpty ? () : try await server.send(bytes) }
            for byte in bytes {
                try await server.send([byte])
                try await Task.sleep(for: .milliseconds(10))
            }
        }

        @Test(.timeLimit(.minutes(5)), arguments: TLSMoment.allCases, [true, false])
        func `there is room for so many, and then again when one has gone`(
            moment: TLSMoment, hasRouter: Bool
        ) async throws {
            var plan = TestServer.Plan(moment: moment, router: hasRouter ? TestRouter() : nil)
            plan.settings.maximumStreams = 2
            try await TestServer.run(plan) { server in
                let stranger = try await RawPeer.connect(to: server.address)
                try await eventually("it is not let in") { server.streamCount == 1 }
                try await server.client().run { session in
                    for _ in 0..<3 {
                        let client = try server.client(of: "romeo")
                        await #expect(throws: (any Error).self) { try await client.run { _ in } }
                    }
                    try await stranger.reset()
                    try await eventually("the server still has the stream") { server.streamCount == 1 }
                    try await server.client(of: "romeo").run { _ in }
                    #expect(session.end == nil)
                }
            }
        }
    }
#endif
