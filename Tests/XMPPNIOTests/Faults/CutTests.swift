#if NIO
    import NIOCore
    import Testing
    import XMPPEngine
    import XMPPNIO
    import XMPPStanza
    import XMPPTransports

    /// Connections that break, over real sockets, at every step.
    @Suite struct CutTests {
        struct Row: CustomTestStringConvertible, Sendable {
            let moment: TLSMoment
            let hasRouter: Bool
            let fault: FaultyLink.Fault
            var testDescription: String { "\(moment), \(hasRouter ? "router" : "tasks"), \(fault)" }

            static let all = TLSMoment.allCases.flatMap { moment in
                [true, false].flatMap { hasRouter in
                    FaultyLink.Fault.allCases.map { Row(moment: moment, hasRouter: hasRouter, fault: $0) }
                }
            }
        }

        private static func plan(_ row: Row, _ router: TestRouter?) -> TestServer.Plan {
            var plan = TestServer.Plan(moment: row.moment, router: row.hasRouter ? router : nil)
            plan.configure = { Self.hurry(&$0, row.fault) }
            plan.settings.shutdown = .milliseconds(500)
            // Dozens of logins at the same time.
            plan.room = 3
            return plan
        }

        /// Silence is noticed by deadlines alone.
        private static func hurry(_ configuration: inout StreamConfiguration, _ fault: FaultyLink.Fault) {
            configuration.deadlines.closing = .milliseconds(200)
            guard fault == .silence else { return }
            configuration.deadlines.negotiation = .seconds(5)
            configuration.deadlines.silence = .seconds(1)
        }

        @Test(.timeLimit(.minutes(5)), arguments: Row.all)
        func `a connection that breaks at any step of a login ends both streams`(row: Row) async throws {
            let router = TestRouter()
            let openedCount = try await TestServer.run(Self.plan(row, router)) { server in
                // How long a login is.
                let byteCounts = try await FaultyLink.run(to: server.address) { address, link in
                    try await server.client(at: address).run { _ in
                        FaultyLink.Way.allCases.map { ($0, link.byteCount($0)) }
                    }
                }
                let steps = byteCounts.flatMap { way, byteCount in
                    stride(from: 1, to: byteCount, by: row.fault == .silence ? 709 : 307).map { (way, $0) }
                }
                try await withThrowingTaskGroup(of: Void.self) { tasks in
                    for (way, byteCount) in steps {
                        tasks.addTask { try await Self.login(to: server, breaking: (way, byteCount, row.fault)) }
                    }
                    try await tasks.waitForAll()
                }
                try await eventually("streams are left at the server") { server.streamCount == 0 }
                return steps.count
            }
            #expect(openedCount > 8)
            #expect(router.log.sessions.isEmpty && router.log.openedCount == router.log.ends.count)
        }

        private static func login(
            to server: TestServer, breaking fault: (way: FaultyLink.Way, Int, FaultyLink.Fault)
        ) async throws {
            let link = FaultyLink.Plan(fault: (fault.0, fault.1, fault.2))
            try await FaultyLink.run(to: server.address, link) { address, _ in
                var settings = try server.settings(resource: "\(fault.0) \(fault.1)", at: address)
                settings.configure = { hurry(&$0, fault.2) }
                let client = XMPPClient(settings)
                do {
                    let reason = try await client.run { session in
                        // Its last bytes are cut: it is ready, and gets no answer.
                        await #expect(throws: RequestFailure.self) { try await session.request(.unanswerable()) }
                        return session.end
                    }
                    #expect(reason != .closed, "\(fault)")
                } catch let failure as StreamFailure {
                    #expect(failure.end != .closed, "\(fault): \(failure)")
                }
            }
        }
    }
#endif
