#if NIO
    import Testing
    import XMPPNIO
    import XMPPStanza
    import XMPPTransports

    /// A plan of what a name server says.
    @Suite struct ResolvingPlanTests {
        private static let startTLS = [ServiceRecord(priority: 10, target: "a.example.net.", port: 5222)]
        private static let direct = [ServiceRecord(priority: 5, target: "b.example.net.", port: 443)]

        /// A domain, what its name server says of both services, and what comes of it.
        struct Row: CustomTestStringConvertible, Sendable {
            var domain = "example.net"
            let answering: FakeNameServer.Answering
            let expected: [ConnectionCandidate]
            var obstacle: ConnectionPlan.Obstacle?
            let testDescription: String
        }

        private static func candidate(_ host: String, _ port: UInt16, _ tls: TLSMoment) -> ConnectionCandidate {
            ConnectionCandidate(host: host, port: port, tls: tls)
        }

        private static func records(for query: DNSQuery) -> [ServiceRecord] {
            query.name.hasPrefix("_xmpps-client._tcp.") ? direct : startTLS
        }

        static let rows: [Row] = [
            Row(
                answering: { query, _ in query.answer(records(for: query)) },
                expected: [candidate("b.example.net", 443, .direct), candidate("a.example.net", 5222, .startTLS)],
                testDescription: "both services are mixed"),
            Row(
                answering: { query, _ in
                    query.name.hasPrefix("_xmpps") ? query.answer(code: 3) : query.answer(startTLS)
                },
                expected: [candidate("a.example.net", 5222, .startTLS)],
                testDescription: "one service alone"),
            Row(
                answering: { query, _ in query.answer([ServiceRecord(target: ".", port: 0)]) },
                expected: [], obstacle: .unavailable,
                testDescription: "the domain denies both"),
            Row(
                answering: { query, _ in query.answer(code: 3) },
                expected: [candidate("example.net", 5222, .startTLS)],
                testDescription: "no records: the domain itself"),
            Row(
                answering: { _, _ in nil }, expected: [candidate("example.net", 5222, .startTLS)],
                testDescription: "no answer: the domain itself"),
            Row(
                domain: "bücher.example",
                answering: { query, _ in
                    query.name.hasSuffix("._tcp.xn--bcher-kva.example") ? query.answer(records(for: query)) : nil
                },
                expected: [candidate("b.example.net", 443, .direct), candidate("a.example.net", 5222, .startTLS)],
                testDescription: "a domain of another script is asked for in ASCII"),
        ]

        @Test(.timeLimit(.minutes(1)), arguments: rows)
        func `both services are looked up, and what is said of them leads to candidates`(_ row: Row) async throws {
            try await FakeNameServer.run(answering: row.answering) { resolver, server in
                let plan = await ConnectionPlan(to: row.domain, by: resolver)
                #expect(plan.candidates == row.expected && plan.obstacle == row.obstacle)
                let kinds = Set(server.received.map { $0.name.prefix { $0 != "." } })
                #expect(kinds == ["_xmpp-client", "_xmpps-client"])
            }
        }

        @Test(
            .timeLimit(.minutes(1)),
            arguments: [
                ("127.0.0.1", ContentNamespace.client, [candidate("127.0.0.1", 5222, .startTLS)]),
                ("[::1]", .server, [candidate("::1", 5269, .startTLS)]), ("example.net", .component, []),
            ])
        func `nobody is asked about an address, nor about a component's server`(
            domain: String, content: ContentNamespace, expected: [ConnectionCandidate]
        ) async throws {
            try await FakeNameServer.run(answering: { query, _ in query.answer(Self.startTLS) }) { resolver, server in
                let plan = await ConnectionPlan(to: domain, speaking: content, by: resolver)
                #expect(plan.candidates == expected && server.received.isEmpty)
            }
        }
    }
#endif
