#if NIO
    import Foundation
    import NIOCore
    import Testing
    import XMPPEngine
    import XMPPNIO
    import XMPPStanza
    import XMPPTransports

    /// Very many clients, and a server that is gone in the middle of their logins.
    @Suite struct MassTests {
        private static let clientCount = 1000

        @Test(.timeLimit(.minutes(5)), arguments: [true, false])
        func `where a server is killed while a thousand clients log in, all of them end`(hasRouter: Bool) async throws {
            try DescriptorLimit.raise(to: 4096)
            var plan = TestServer.Plan(router: hasRouter ? TestRouter() : nil)
            // It is cut, not closed.
            plan.settings.shutdown = .zero
            plan.room = Crowd.room
            plan.configure = { $0.deadlines.closing = .milliseconds(200) }
            let logins = AsyncStream.makeStream(of: Void.self)
            let (clients, descriptorCount) = try await TestServer.run(plan) { server in
                let descriptorCount = try DescriptorLimit.openCount()
                let clients = try (0..<Self.clientCount).map { number in
                    let client = try server.client(of: "user\(number)")
                    return Task {
                        try await client.run { session in
                            logins.continuation.yield()
                            await #expect(throws: RequestFailure.self) { try await session.request(.unanswerable()) }
                            return session.end
                        }
                    }
                }
                var count = 0
                for await _ in logins.stream {
                    count += 1
                    if count == Self.clientCount / 10 { break }
                }
                return (clients, descriptorCount)
            }
            // The server is gone.
            var (readyCount, failedCount) = (0, 0)
            for client in clients {
                switch await client.result {
                case .success(let end):
                    readyCount += 1
                    #expect(end != nil && end != .closed)
                case .failure(let error):
                    failedCount += 1
                    #expect(error is StreamFailure || error is ConnectionFailure, "\(error)")
                }
            }
            #expect(readyCount >= Self.clientCount / 10 && failedCount > 0)
            #expect(readyCount + failedCount == Self.clientCount)
            try await eventually("sockets are left") { try DescriptorLimit.openCount() <= descriptorCount }
        }
    }

    /// What the system lets a process open.
    enum DescriptorLimit {
        static func raise(to count: rlim_t) throws {
            var limit = rlimit()
            guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
            limit.rlim_cur = max(limit.rlim_cur, min(count, limit.rlim_max))
            _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        }

        static func openCount() throws -> Int {
            try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
        }
    }
#endif
