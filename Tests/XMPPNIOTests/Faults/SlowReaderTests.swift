#if NIO
    import Foundation
    import NIOCore
    import Testing
    import XMPPAddress
    import XMPPEngine
    import XMPPNIO
    import XMPPStanza

    /// A client that logs in and then does not read what is sent to it.
    @Suite struct SlowReaderTests {
        private static let undrainedBytes = 256 << 10
        private static let body = String(repeating: "a", count: 32 << 10)

        /// What the system keeps for a socket at most, in both directions: the third figure of each.
        private static func systemBytes() throws -> Int {
            try ["tcp_wmem", "tcp_rmem"].reduce(0) { sum, name in
                let text = try String(contentsOfFile: "/proc/sys/net/ipv4/\(name)", encoding: .utf8)
                return sum + (text.split(whereSeparator: \.isWhitespace).last.flatMap { Int($0) } ?? 0)
            }
        }

        private static func plan(_ router: TestRouter) -> TestServer.Plan {
            var plan = TestServer.Plan(router: router)
            plan.configure = {
                $0.limits.undrainedBytes = undrainedBytes
                $0.deadlines.closing = .milliseconds(200)
            }
            plan.settings.patience = nil
            plan.settings.shutdown = .milliseconds(500)
            return plan
        }

        /// Sends to one who does not read until the server takes no more, and returns how many bytes it took.
        private static func fill(_ session: RoutedSession, _ router: TestRouter) async throws -> Int {
            let message = AnyStanza.message(try Message(.chat, id: "1") { $0.body(body) })
            let last = AnyStanza.message(try Message(.chat, id: "last") { $0.body(body) })
            var count = 0
            while router.log.refusals.isEmpty {
                session.send(message)
                count += 1
                if count % 16 == 0 { try await Task.sleep(for: .milliseconds(1)) }
            }
            // Nothing of these is taken.
            for _ in 0..<2000 { session.send(message) }
            session.send(last)
            try await eventually("not all is refused") { router.log.lastRefusedID == "last" }
            #expect(router.log.refusals.count > 2000)
            #expect(router.log.refusals.allSatisfy { $0 == .full })
            return (count + 2001 - router.log.refusals.count) * body.utf8.count
        }

        @Test(.timeLimit(.minutes(5)))
        func `what waits for a client that does not read is bounded, and it is not read from`() async throws {
            let (router, juliet) = (TestRouter(), try #require(JID("juliet@example.com/balcony")))
            try await TestServer.run(Self.plan(router)) { server in
                let plan = FaultyLink.Plan(receiveBufferBytes: 64 << 10)
                try await FaultyLink.run(to: server.address, plan) { address, link in
                    try await server.client(at: address).run { slow in
                        let session = try #require(router.session(of: "juliet@example.com/balcony"))
                        try await link.pass(.toClient, false)
                        let taken = try await Self.fill(session, router)
                        let most = Self.undrainedBytes + (try Self.systemBytes()) + 1 << 20
                        #expect(taken < most)

                        // Of what it says, what is being read for already is heard, and nothing else.
                        try await slow.send(Presence())
                        try await eventually("nothing was being read for") { router.log.received[juliet] == 1 }
                        for _ in 1..<10 { try await slow.send(Presence()) }
                        // The others go on.
                        try await server.client(of: "romeo").run { romeo in
                            for id in 0..<100 {
                                try await romeo.send(try Message(.chat, id: "\(id)") { $0.body("so") })
                                try #require(try await romeo.nextMessage()?.id == "\(id)")
                            }
                            // Who writes to it is told.
                            let refused = router.log.refusals.count
                            try await romeo.send(try Message(.chat, to: juliet, id: "1") { $0.body("so") })
                            try await eventually("nobody is told") { router.log.refusals.count > refused }
                        }
                        #expect(router.log.received[juliet] == 1)

                        // When it reads again, everything goes on where it stopped.
                        try await link.pass(.toClient, true)
                        try await eventually("it is still not read from") { router.log.received[juliet] == 10 }
                        var count = 0
                        while count * Self.body.utf8.count < taken, try await slow.nextMessage() != nil { count += 1 }
                        #expect(count * Self.body.utf8.count == taken)
                    }
                }
            }
        }

        @Test(.timeLimit(.minutes(5)), arguments: [true, false])
        func `a client that does not read is cut after a while, or ended for its silence`(isPatient: Bool) async throws
        {
            let router = TestRouter()
            var plan = Self.plan(router)
            if isPatient {
                let configure = plan.configure
                plan.configure = {
                    configure(&$0)
                    $0.deadlines.silence = .milliseconds(500)
                }
            } else {
                plan.settings.patience = .milliseconds(500)
            }
            try await TestServer.run(plan) { server in
                let plan = FaultyLink.Plan(receiveBufferBytes: 64 << 10)
                try await FaultyLink.run(to: server.address, plan) { address, link in
                    try await server.client(at: address).run { slow in
                        let session = try #require(router.session(of: "juliet@example.com/balcony"))
                        try await link.pass(.toClient, false)
                        _ = try await Self.fill(session, router)
                        try await eventually("it is not ended") { !router.log.ends.isEmpty }
                        #expect(router.log.ends == [isPatient ? .deadline(.silence) : .transportClosed])
                        try await eventually("it is not cut") { server.streamCount == 0 }
                        link.go(wrong: .reset)
                        await #expect(throws: RequestFailure.self) { try await slow.request(.unanswerable()) }
                    }
                }
            }
        }
    }
#endif
