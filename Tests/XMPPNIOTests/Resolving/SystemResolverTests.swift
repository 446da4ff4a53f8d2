#if NIO
    import NIOCore
    import NIOPosix
    import Testing
    import XMPPNIO
    import XMPPTransports

    /// What the system's resolver makes of what a name server says.
    @Suite struct SystemResolverTests {
        /// What a name server does, and what comes of it.
        struct Row: CustomTestStringConvertible, Sendable {
            let testDescription: String
            let answering: FakeNameServer.Answering
            let expected: ServiceLookup

            init(_ name: String, _ expected: ServiceLookup, _ answering: @escaping FakeNameServer.Answering) {
                testDescription = name
                self.answering = answering
                self.expected = expected
            }
        }

        private static let records = [
            ServiceRecord(priority: 10, weight: 60, target: "a.example.net.", port: 5222),
            ServiceRecord(priority: 10, weight: 40, target: "b.example.net.", port: 5222),
            ServiceRecord(priority: 20, weight: 0, target: "c.example.net.", port: 15222),
        ]
        /// So many that no datagram of the usual length holds them.
        private static let many = (0..<600).map {
            ServiceRecord(priority: UInt16($0), target: "server-\($0).xmpp.example.net.", port: 5222)
        }

        static let rows: [Row] = [
            Row("several records", .answered(records)) { query, _ in query.answer(records) },
            Row("the root", .answered([ServiceRecord(target: ".", port: 0)])) { query, _ in
                query.answer([ServiceRecord(target: ".", port: 0)])
            },
            Row("no such name", .absent) { query, _ in query.answer(code: 3) },
            Row("no such record", .absent) { query, _ in query.answer() },
            Row("a server that cannot tell", .failed) { query, _ in query.answer(code: 2) },
            Row("a server that refuses", .failed) { query, _ in query.answer(code: 5) },
            Row("no answer", .failed) { _, _ in nil },
            Row("more than a datagram holds", .answered(many)) { query, transport in
                transport == .stream ? query.answer(many) : query.answer(Array(many.prefix(5)), isTruncated: true)
            },
            Row("a datagram that holds no record at all", .answered(records)) { query, transport in
                transport == .stream ? query.answer(records) : query.answer(isTruncated: true)
            },
            Row("more than a datagram holds, and a stream that says nothing", .failed) { query, transport in
                transport == .stream ? nil : query.answer(records, isTruncated: true)
            },
            Row("an answer to another query by the stream", .failed) { query, transport in
                let answer = query.answer(records, isTruncated: transport == .datagram)
                return transport == .stream ? [answer[0] ^ 1] + answer.dropFirst() : answer
            },
            Row("garbage", .failed) { _, _ in Array(repeating: 0xA5, count: 300) },
            Row("garbage behind a header", .failed) { query, _ in
                Array(query.answer(records).prefix(60)) + Array(repeating: 0xFF, count: 40)
            },
            Row("a few bytes", .failed) { query, _ in Array(query.answer().prefix(5)) },
            // The target begins behind the header, the question (twelve, four, seven and three letters), the record's own
            // name, its type, class, time and length, and its three numbers.
            Row("a name that points at itself", .failed) { query, _ in
                let place = UInt8(query.answer().count + 12 + 6)
                return query.answer(target: [0xC0, place])
            },
        ]

        private static let query = ServiceQuery.all(for: "example.net", speaking: .client)[0]

        @Test(.timeLimit(.minutes(1)), arguments: rows)
        func `what a name server says is what is known of the service`(_ row: Row) async throws {
            try await FakeNameServer.run(answering: row.answering) { resolver, server in
                #expect(await resolver.lookUp(Self.query) == row.expected)
                #expect(server.received.first?.name == "_xmpp-client._tcp.example.net")
            }
        }

        private static let hasIPv6: Bool = {
            let bound = try? DatagramBootstrap(group: NIOSingletons.posixEventLoopGroup).bind(host: "::1", port: 0)
                .wait()
            return (try? bound?.close().wait()) != nil
        }()

        @Test(.enabled(if: hasIPv6, "there is no ::1 here"), .timeLimit(.minutes(1)))
        func `a name server may be at an address of IPv6, by datagrams and streams`() async throws {
            try await FakeNameServer.run(
                at: "::1",
                answering: { query, transport in query.answer(Self.records, isTruncated: transport == .datagram) }
            ) { resolver, server in
                #expect(await resolver.lookUp(Self.query) == .answered(Self.records))
                #expect(server.received.map(\.transport) == [.datagram, .stream])
            }
        }

        @Test(.timeLimit(.minutes(1)))
        func `many look-ups at the same time each get their own answer`() async throws {
            let answering: FakeNameServer.Answering = { query, _ in
                query.answer([ServiceRecord(target: query.name + ".", port: 1)])
            }
            try await FakeNameServer.run(answering: answering) { resolver, server in
                let wrong = await withTaskGroup(of: Bool.self) { tasks in
                    for number in 0..<64 {
                        tasks.addTask {
                            guard let query = ServiceQuery.all(for: "d\(number).example", speaking: .server).last else {
                                return true
                            }
                            return await resolver.lookUp(query)
                                != .answered([ServiceRecord(target: query.name, port: 1)])
                        }
                    }
                    return await tasks.reduce(into: 0) { $0 += $1 ? 1 : 0 }
                }
                #expect(wrong == 0 && Set(server.received.map(\.name)).count == 64)
            }
        }

        @Test(
            .timeLimit(.minutes(1)),
            arguments: [
                "b\\.example", "a b.example", "b\u{FC}cher.example", "a\0.example", String(repeating: "a.", count: 200),
            ])
        func `a name that no host has is not asked for`(domain: String) async throws {
            try await FakeNameServer.run(answering: { query, _ in query.answer(Self.records) }) { resolver, server in
                let query = try #require(ServiceQuery.all(for: domain, speaking: .client).first)
                #expect(await resolver.lookUp(query) == .failed)
                #expect(server.received.isEmpty)
            }
        }

        @Test(.timeLimit(.minutes(1)))
        func `a look-up in a pool that is no more, or of no server that there can be, fails`() async throws {
            let pool = NIOThreadPool(numberOfThreads: 1)
            pool.start()
            try await pool.shutdownGracefully()
            #expect(await SystemResolver(in: pool).lookUp(Self.query) == .failed)
            let socket = try SocketAddress(unixDomainSocketPath: "nobody")
            #expect(await SystemResolver(nameServer: socket).lookUp(Self.query) == .failed)
        }
    }
#endif
