#if Tool && NIO
    import Testing
    import XMPPAddress
    import XMPPNIO
    import XMPPNegotiation
    import XMPPTransports

    @testable import xmpp

    /// What a probe finds out of the development server.
    @Suite struct ProbeTests {
        /// A probe: with whose password, if any, and whether the authority is trusted.
        struct Row: CustomTestStringConvertible, Sendable {
            var password: String?
            var isTrusted = true
            var moment = TLSMoment.startTLS
            let isGood: Bool
            /// What the page says, and what it must not say.
            let words: [String]
            var unwanted: [String] = []
            var testDescription: String { words.joined(separator: ", ") }
        }

        static let rows: [Row] = [
            Row(
                isGood: true,
                words: [
                    "starttls", "required", "TLS 1.3", "verified by the DNS name example.com",
                    "would be used: SCRAM-SHA-512-PLUS",
                    "PLAIN", "a client would be content",
                ], unwanted: ["bound to", "<auth"]),
            Row(
                moment: .direct, isGood: true, words: ["TLS at once", "xmpp-client", "a client would be content"],
                unwanted: ["starttls", "bound to"]),
            Row(
                isTrusted: false, isGood: false,
                words: ["refused: its issuer is not known", "would be used", "a client would not go on"],
                unwanted: ["<auth"]),
            Row(
                password: "r0m30", isGood: true,
                words: ["used: SCRAM-SHA-512-PLUS", "bound to", "romeo@example.com/", "negotiated, mandatory"],
                unwanted: ["would be used", "r0m30"]),
            Row(
                password: "wrong", isGood: false, words: ["not-authorized", "a client would not go on"],
                unwanted: ["bound to", "wrong"]),
            Row(
                password: "r0m30", isTrusted: false, isGood: false, words: ["refused: its issuer is not known"],
                unwanted: ["<auth", "bound to"]),
        ]

        @Test(.timeLimit(.minutes(1)), arguments: rows)
        func `a probe says what is on offer, and whether a client would go on`(row: Row) async throws {
            try await ServedDomain.withServer(["--register"], tls: row.moment) { place, roots in
                let stranger = try ThrowawayAuthority().root
                let settings = try ServedDomain.settings(
                    "romeo", row.password ?? "none", at: place, trusting: row.isTrusted ? roots : .only([stranger]))
                let findings = await Probe(settings: settings, logsIn: row.password != nil).run()
                #expect(findings.isGood == row.isGood)
                var printer = ProbePrinter(
                    of: settings.address.domain, isColoured: false, showsSecrets: false)
                printer.write(findings, at: place, showsWire: true)
                let text = String(decoding: printer.transcript.page.bytes, as: UTF8.self)
                for word in row.words { #expect(text.contains(word), "\(word) is missing") }
                for word in row.unwanted { #expect(!text.contains(word), "\(word) is there") }
            }
        }

        @Test func `records, and what is tried of them, are listed`() throws {
            let domain = try #require(JID("example.com"))
            var printer = ProbePrinter(of: domain, isColoured: false, showsSecrets: false)
            let queries = ServiceQuery.all(for: "example.com", speaking: .client)
            let records = [
                ServiceRecord(priority: 20, target: "b.example.net.", port: 5222),
                ServiceRecord(priority: 10, weight: 5, target: "a.example.net.", port: 5223),
            ]
            let answers: [ServiceLookup] = [.answered(records), .failed]
            let plan = ConnectionPlan(configured: [
                ConnectionCandidate(host: "a.example.net", port: 5223, tls: .startTLS)
            ])
            printer.write(zip(queries, answers).map { (query: $0, answer: $1) }, plan)
            let lines = String(decoding: printer.transcript.page.bytes, as: UTF8.self).split(separator: "\n").map {
                $0.split(separator: " ").joined(separator: " ")
            }
            #expect(
                lines == [
                    "━━ Where example.com is", "_xmpp-client._tcp.example.com. 10 5 5223 a.example.net.",
                    "_xmpp-client._tcp.example.com. 20 0 5222 b.example.net.",
                    "_xmpps-client._tcp.example.com. no answer", "to try, 1 a.example.net:5223",
                ])
        }

        @Test func `what a server sends cannot steer the terminal`() throws {
            let domain = try #require(JID("example.com"))
            var findings = Probe.Findings()
            let offer = "<a xmlns='urn:x:\u{9B}2J'>\u{202E}</a>"
            findings.wire = [
                WireRecorder.Piece(
                    isFromInitiator: false,
                    bytes: Array(
                        "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'><stream:features>\(offer)</stream:features>"
                            .utf8))
            ]
            var printer = ProbePrinter(of: domain, isColoured: false, showsSecrets: false)
            printer.write(findings, at: ConnectionCandidate(host: "h", port: 1, tls: .startTLS), showsWire: false)
            let text = String(decoding: printer.transcript.page.bytes, as: UTF8.self)
            #expect(text.contains("urn:x:&#x9B;2J") && !text.contains("\u{202E}"))
        }
    }
#endif
