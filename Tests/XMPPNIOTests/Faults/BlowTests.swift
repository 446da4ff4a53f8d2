#if NIO
    import NIOCore
    import Testing
    import XMPPAddress
    import XMPPEngine
    import XMPPNIO
    import XMPPStanza

    /// What happens to streams that are ready.
    @Suite struct BlowTests {
        enum Blow: Hashable, Sendable, CaseIterable {
            case close, reset, silence
            /// One side says that no more comes, and reads on.
            case halfClosedByClient, halfClosedByServer
            /// A fatal alert, in the clear, where TLS expects a record of its own.
            case alertToServer, alertToClient
            /// A record that nobody has the key of.
            case garbageToServer, garbageToClient

            func land(on link: FaultyLink) {
                switch self {
                case .close: link.go(wrong: .close)
                case .reset: link.go(wrong: .reset)
                case .silence: link.go(wrong: .silence)
                case .halfClosedByClient: link.closeOutput(.toServer)
                case .halfClosedByServer: link.closeOutput(.toClient)
                case .alertToServer: link.inject(Self.alert, .toServer)
                case .alertToClient: link.inject(Self.alert, .toClient)
                case .garbageToServer: link.inject(Self.garbage, .toServer)
                case .garbageToClient: link.inject(Self.garbage, .toClient)
                }
            }

            private static let alert: [UInt8] = [21, 3, 3, 0, 2, 2, 80]
            private static let garbage: [UInt8] = [23, 3, 3, 0, 40] + (0..<40)
        }

        @Test(.timeLimit(.minutes(5)), arguments: Blow.allCases, [true, false])
        func `a stream that is hit ends at both sides, and so does all that waits for it`(
            blow: Blow, hasRouter: Bool
        ) async throws {
            let (router, ends) = (TestRouter(), AsyncStream.makeStream(of: StreamEnd?.self))
            var plan = TestServer.Plan(router: hasRouter ? router : nil)
            plan.configure = { Self.hurry(&$0, blow) }
            plan.body = { session in
                await Self.expectNoAnswer(session)
                ends.continuation.yield(session.end)
            }
            try await TestServer.run(plan) { server in
                try await FaultyLink.run(to: server.address) { address, link in
                    var settings = try server.settings(at: address)
                    settings.configure = { Self.hurry(&$0, blow) }
                    try await XMPPClient(settings).run { session in
                        try await withThrowingTaskGroup(of: Void.self) { tasks in
                            for _ in 0..<3 { tasks.addTask { await Self.expectNoAnswer(session) } }
                            try await session.send(Presence())
                            blow.land(on: link)
                            try await tasks.waitForAll()
                        }
                        #expect(session.end != nil && session.end != .closed)
                        await #expect(throws: (any Error).self) { try await session.send(Presence()) }
                        // Now that the channel is closed too.
                        for try await _ in session.news {}
                        await #expect(throws: (any Error).self) { try await session.send(Presence()) }
                        await Self.expectNoAnswer(session)
                    }
                    try await eventually("the server still has the stream") { server.streamCount == 0 }
                }
            }
            ends.continuation.finish()
            if hasRouter {
                #expect(router.log.ends.count == 1 && router.log.ends.first != .closed)
            } else {
                var all: [StreamEnd?] = []
                for await end in ends.stream { all.append(end) }
                #expect(all.count == 1 && all.first != .some(.closed) && all.first != .some(nil))
            }
        }

        private static func expectNoAnswer(_ session: XMPPSession) async {
            await #expect(throws: RequestFailure.self) { try await session.request(.unanswerable()) }
        }

        private static func hurry(_ configuration: inout StreamConfiguration, _ blow: Blow) {
            configuration.deadlines.closing = .milliseconds(200)
            // Nothing else notices it.
            if blow == .silence { configuration.deadlines.silence = .milliseconds(500) }
            // A server's stanzas reach clients that way.
            configuration.deadlines.answer = .seconds(600)
        }

        @Test(.timeLimit(.minutes(5)))
        func `white space keeps an idle stream that would be ended for silence`() async throws {
            var plan = TestServer.Plan(router: TestRouter())
            plan.configure = { $0.deadlines.silence = .seconds(2) }
            try await TestServer.run(plan) { server in
                var settings = try server.settings()
                settings.configure = { $0.deadlines.keepalive = .milliseconds(200) }
                try await XMPPClient(settings).run { session in
                    try await Task.sleep(for: .milliseconds(4500))
                    #expect(try await session.request(.ping(JID("example.com"))).isRequest == false)
                }
            }
        }

        @Test(.timeLimit(.minutes(5)))
        func `a request whose task is cancelled ends, and its stream goes on`() async throws {
            try await TestServer.run { server in
                try await server.client().run { session in
                    let request = Task { try await session.request(.unanswerable()) }
                    try await session.send(Presence())
                    request.cancel()
                    await #expect(throws: CancellationError.self) { try await request.value }
                    #expect(try await session.request(.ping(JID("example.com"))).isRequest == false)
                }
            }
        }

        @Test(.timeLimit(.minutes(5)))
        func `a client whose task is cancelled while it logs in ends`() async throws {
            try await RawPeer.listening { peer in
                try await peer.readToEnd()
            } _: { address in
                try await TestServer.run { server in
                    let client = try server.client(at: address)
                    let login = Task { try await client.run { _ in } }
                    try await Task.sleep(for: .milliseconds(100))
                    login.cancel()
                    await #expect(throws: CancellationError.self) { try await login.value }
                }
            }
        }

        @Test(.timeLimit(.minutes(5)))
        func `the news have one reader at a time, who may come back`() async throws {
            try await TestServer.run { server in
                try await server.client().run { session in
                    for id in 0..<3 {
                        try await session.send(
                            try Message(.chat, to: JID("example.com"), id: "\(id)") { $0.body("so") })
                        #expect(try await session.nextMessage()?.id == "\(id)")
                    }
                    let readers = (0..<2).map { _ in Task { try await session.nextMessage() } }
                    let misuses = AsyncStream.makeStream(of: Void.self)
                    for reader in readers {
                        Task {
                            guard case .failure(SessionMisuse.newsReadTwice) = await reader.result else { return }
                            misuses.continuation.yield()
                        }
                    }
                    for await _ in misuses.stream { break }
                    for reader in readers { reader.cancel() }
                }
            }
        }
    }
#endif
