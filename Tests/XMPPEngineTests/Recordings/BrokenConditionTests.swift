import Testing
import XMLStream
import XMPPEngine
import XMPPNegotiation
import XMPPStanza
import XMPPTestKit

/// What exactly our receiving side says to broken input, whichever server it was recorded with.
@Suite struct BrokenConditionTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let scenario: String
        let condition: String

        init(_ scenario: String, _ condition: String) {
            self.scenario = "err-\(scenario)"
            self.condition = condition
        }

        var testDescription: String { scenario }

        /// What came of it with the input for each of the three servers.
        var replays: [ReceivingReplay] {
            get throws {
                try Recording.all().filter { $0.scenario == scenario }.map { recording in
                    var replay = try ReceivingReplay(recording)
                    replay.run()
                    return replay
                }
            }
        }
    }

    @Test(
        "RFC6120-4.7.2-5, RFC6120-4.8.1-2, RFC6120-4.9-1, RFC6120-4.9.1.1-1, RFC6120-4.9.1.2-1, RFC6120-4.9.1.3-1, RFC6120-4.9.3.6-1: a broken header is answered with a header, an error and the end",
        arguments: [
            Row("host-unknown", "host-unknown"), Row("no-to", "host-unknown"),
            Row("bad-stream-namespace", "invalid-namespace"), Row("bad-default-namespace", "invalid-namespace"),
            Row("not-xml", "not-well-formed"), Row("doctype", "restricted-xml"),
        ])
    func headers(_ row: Row) throws {
        for replay in try row.replays {
            let header = try #require(replay.sent.headers.first)
            #expect(header.from?.jid == replay.recording.servedDomain && header.id?.isEmpty == false)
            #expect(replay.sent.elements.count == 1 && replay.sent.error?.condition.description == row.condition)
            #expect(replay.sent.hasClosed && replay.driver.hasClosedTransport)
        }
    }

    @Test(
        "RFC6120-7.1-5, RFC6120-7.1-6, RFC6120-4.9.3.12-1, RFC6120-4.8.2-4: a stanza that comes too early is not delivered and ends the stream, whatever the prefix of its header",
        arguments: [
            Row("stanza-before-auth", "not-authorized"), Row("before-bind", "not-authorized"),
            Row("unprefixed-stream-root", "not-authorized"),
        ])
    func early(_ row: Row) throws {
        for replay in try row.replays {
            #expect(replay.driver.stanzas.isEmpty && replay.driver.established == nil)
            #expect(replay.sent.error?.condition.description == row.condition)
            #expect(replay.sent.hasClosed && replay.driver.hasClosedTransport)
        }
    }

    @Test(
        "RFC6120-4.8.4-2, RFC6120-4.9-1: an element that there is not ends a stream that is ready",
        arguments: [
            Row("unknown-namespace", "unsupported-stanza-type"), Row("unknown-stanza", "unsupported-stanza-type"),
            Row("session-not-well-formed", "not-well-formed"),
            Row("session-undeclared-prefix", "bad-namespace-prefix"), Row("too-big", "policy-violation"),
        ])
    func ready(_ row: Row) throws {
        for replay in try row.replays {
            #expect(replay.driver.established != nil && replay.driver.stanzas.isEmpty)
            #expect(replay.sent.error?.condition.description == row.condition)
            #expect(replay.sent.hasClosed && replay.driver.hasClosedTransport)
        }
    }

    @Test(
        "RFC6120-6.4.4-1, RFC6120-6.4.5-1: a failed attempt is answered with its condition, and the stream goes on",
        arguments: [
            Row("sasl-abort", "aborted"), Row("sasl-bad-base64", "incorrect-encoding"),
            Row("sasl-malformed", "malformed-request"), Row("sasl-scram-bad-proof", "not-authorized"),
            Row("sasl-unknown-mechanism", "invalid-mechanism"), Row("sasl-unknown-user", "not-authorized"),
            Row("sasl-wrong-password", "not-authorized"), Row("sasl-bad-authzid", "invalid-authzid"),
        ])
    func attempts(_ row: Row) throws {
        for replay in try row.replays {
            let failures = replay.sent.elements.filter { $0.name == "failure" }
            #expect(failures.count == 1 && failures.first?.namespace == "urn:ietf:params:xml:ns:xmpp-sasl")
            #expect(failures.first?.children.first { _ in true }?.name == row.condition)
            #expect(replay.sent.error == nil && replay.driver.end == .closed)
        }
    }

    @Test("S09, RFC6120-5.4.3.3-2: bytes in the clear behind starttls are never read, and nothing more is said there")
    func injected() throws {
        for replay in try Row("double-starttls-inject", "").replays {
            guard case .violation(let violation)? = replay.driver.end else { return #expect(Bool(false), "no end") }
            #expect(violation.condition == .policyViolation)
            #expect(replay.sent.headers.count == 1 && replay.sent.elements.last?.name == "proceed")
            #expect(!replay.sent.hasClosed && replay.driver.hasClosedTransport)
        }
    }
}
