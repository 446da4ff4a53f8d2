import Testing
import XMPPStanza
import XMPPTransports

/// Where to connect to (RFC 6120 §3.2, RFC 2782, XEP-0368).
@Suite struct ConnectionPlanTests {
    /// What DNS says, and what becomes of it.
    struct Row: CustomTestStringConvertible, Sendable {
        let name: String
        var domain = "example.net"
        var content = ContentNamespace.client
        var startTLS = ServiceLookup.absent
        var direct = ServiceLookup.absent
        var preferred: TLSMoment?
        var candidates: [String] = []
        var obstacle: ConnectionPlan.Obstacle?
        var testDescription: String { name }
    }

    private static func record(_ target: String, _ priority: UInt16 = 0, port: UInt16 = 5222) -> ServiceRecord {
        ServiceRecord(priority: priority, weight: 0, target: target, port: port)
    }

    private static let denial = ServiceLookup.answered([record(".", port: 0)])

    static let rows: [Row] = [
        Row(
            name: "records come before the domain itself, and by their priorities",
            startTLS: .answered([record("b.example.net.", 20), record("a.example.net.", 10)]),
            candidates: ["a.example.net:5222", "b.example.net:5222"]),
        Row(
            name: "a domain that names the root has no such service", startTLS: denial,
            obstacle: .unavailable),
        Row(name: "both services denied", startTLS: denial, direct: denial, obstacle: .unavailable),
        Row(
            name: "without records the domain itself is tried", candidates: ["example.net:5222"]),
        Row(
            name: "nor without an answer", startTLS: .failed, direct: .failed,
            candidates: ["example.net:5222"]),
        Row(
            name: "servers have a port of their own", content: .server,
            candidates: ["example.net:5269"]),
        Row(name: "an answer without records", startTLS: .answered([]), candidates: ["example.net:5222"]),
        Row(
            name: "where an answer has come, the domain itself is not tried",
            startTLS: .answered([record("dead.example.net.")]), candidates: ["dead.example.net:5222"]),
        Row(
            name: "XEP-0368: records of both services are mixed",
            startTLS: .answered([record("a.example.net.", 10), record("c.example.net.", 30)]),
            direct: .answered([record("b.example.net.", 20, port: 443)]),
            candidates: ["a.example.net:5222", "b.example.net:443, TLS at once", "c.example.net:5222"]),
        Row(
            name: "XEP-0368: a host may prefer one of them",
            startTLS: .answered([record("a.example.net.", 10)]),
            direct: .answered([record("b.example.net.", 20, port: 443)]), preferred: .direct,
            candidates: ["b.example.net:443, TLS at once", "a.example.net:5222"]),
        Row(
            name: "XEP-0368: no direct TLS, but the other", startTLS: .answered([record("a.example.net.")]),
            direct: denial, candidates: ["a.example.net:5222"]),
        Row(
            name: "XEP-0368: no direct TLS, and no word of the other: the domain itself is not tried", direct: denial,
            obstacle: .unavailable),
        Row(
            name: "XEP-0368: no direct TLS, and no answer about the other", startTLS: .failed, direct: denial,
            obstacle: .unknown),
        Row(
            name: "only direct TLS", direct: .answered([record("b.example.net.", port: 443)]),
            candidates: ["b.example.net:443, TLS at once"]),
        Row(
            name: "what names nothing is left out",
            startTLS: .answered([record(""), record("a b.example.net."), record("a.example.net.", port: 0)]),
            obstacle: .unavailable),
        Row(name: "an IPv4 address", domain: "127.0.0.1", candidates: ["127.0.0.1:5222"]),
        Row(name: "an IPv6 address", domain: "[::1]", candidates: ["[::1]:5222"]),
        Row(name: "a component", content: .component, obstacle: .unconfigured),
    ]

    @Test(
        """
        RFC6120-3.2.1-1, RFC6120-3.2.1-2, RFC6120-3.2.1-3, RFC6120-3.2.2-1: what DNS says leads to candidates, or to the \
        reason why there are none
        """,
        arguments: rows)
    func plan(_ row: Row) {
        var generator = CountingGenerator(seed: 1)
        let plan = ConnectionPlan(
            to: row.domain, speaking: row.content, startTLS: row.startTLS, direct: row.direct,
            preferring: row.preferred, using: &generator)
        #expect(plan.candidates.map(\.description) == row.candidates)
        #expect(plan.obstacle == row.obstacle)
        #expect(plan.candidates.isEmpty == (plan.obstacle != nil))
    }

    @Test func `RFC6120-3.2.1-1: records of one priority come in turns, by their weights`() {
        let records = [0, 10, 30, 60].map { weight in
            ServiceRecord(weight: UInt16(weight), target: "w\(weight).example.net.", port: 5222)
        }
        var generator = CountingGenerator(seed: 2)
        var firsts: [String: Int] = [:]
        let rounds = 10_000
        for _ in 0..<rounds {
            let plan = ConnectionPlan(
                to: "example.net", speaking: .client, startTLS: .answered(records), direct: .absent,
                using: &generator)
            #expect(Set(plan.candidates.map(\.host)).count == records.count)
            if let first = plan.candidates.first { firsts[first.host, default: 0] += 1 }
        }
        // Of 101 marks the smallest is that of weight zero.
        for (weight, share) in [(0, 1), (10, 10), (30, 30), (60, 60)] {
            let expected = Double(rounds) * Double(share) / 101
            let count = Double(firsts["w\(weight).example.net"] ?? 0)
            #expect(abs(count - expected) < 5 * expected.squareRoot() + 5, "\(weight): \(count) of \(expected)")
        }
    }

    @Test func `a domain that names thousands of servers has no more than a few tried`() {
        let records = (0..<5000).map { number in
            ServiceRecord(priority: UInt16(number % 3), weight: .max, target: "h\(number).example.net.", port: 5222)
        }
        var generator = CountingGenerator(seed: 3)
        let plan = ConnectionPlan(
            to: "example.net", speaking: .client, startTLS: .answered(records), direct: .failed, using: &generator)
        #expect(plan.candidates.count == ConnectionPlan.maximumCandidates)
        #expect(plan.candidates.allSatisfy { Int($0.host.dropFirst().prefix { $0 != "." }).map { $0 % 3 } == 0 })
    }

    @Test func `what is configured takes the place of what DNS says`() {
        let server = ConnectionCandidate(host: "apps.example.com", port: 5223, tls: .direct)
        #expect(ConnectionPlan(configured: [server]).candidates == [server])
        #expect(ConnectionPlan(configured: []).obstacle == .unconfigured)
    }

    @Test(arguments: [
        (
            "example.net", ContentNamespace.client,
            ["_xmpp-client._tcp.example.net.", "_xmpps-client._tcp.example.net."]
        ),
        ("im.example.com", .server, ["_xmpp-server._tcp.im.example.com.", "_xmpps-server._tcp.im.example.com."]),
        ("192.0.2.1", .client, []), ("[2001:db8::1]", .client, []), ("example.net", .component, []),
        ("1.2.3.example", .client, ["_xmpp-client._tcp.1.2.3.example.", "_xmpps-client._tcp.1.2.3.example."]),
    ])
    func `the questions are those of the service, and none for an address`(
        domain: String, content: ContentNamespace, names: [String]
    ) {
        #expect(ServiceQuery.all(for: domain, speaking: content).map(\.name) == names)
        #expect(ServiceQuery.applicationProtocol(speaking: .client) == "xmpp-client")
    }
}
