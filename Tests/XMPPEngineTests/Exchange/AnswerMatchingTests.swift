import Testing
import XMPPEngine
import XMPPStanza
import XMPPTestKit

/// Whose answers count (S19 of the threat list).
@Suite struct AnswerMatchingTests {
    struct Row: CustomTestStringConvertible, Sendable {
        let side: ReadyStream
        var to: String?
        var from: String?
        /// With `ID` where the id of the request goes.
        let answer: String
        let isOne: Bool
        var testDescription: String { "\(side), to \(to ?? "-"): \(answer)" }
    }

    private static func client(to: String? = nil, _ answer: String, _ isOne: Bool) -> Row {
        Row(side: .client, to: to, answer: answer, isOne: isOne)
    }

    private static func server(to: String? = nil, from: String? = nil, _ answer: String, _ isOne: Bool) -> Row {
        Row(side: .serverOfClient, to: to, from: from, answer: answer, isOne: isOne)
    }

    private static func component(_ answer: String, _ isOne: Bool) -> Row {
        Row(
            side: .component, to: "juliet@example.com", from: "a@bots.example.com",
            answer: answer.replacing("BOT", with: "bots.example.com"), isOne: isOne)
    }

    static let rows: [Row] = [
        // For the own account: its server answers in its name.
        client("<iq type='result' id='ID'/>", true),
        client("<iq type='result' id='ID' from='juliet@example.com'/>", true),
        client("<iq type='result' id='ID' from='juliet@example.com/balcony'/>", true),
        client("<iq type='error' id='ID'><error type='cancel'><item-not-found xmlns='E'/></error></iq>", true),
        client("<iq type='result' id='ID' from='juliet@example.com/orchard'/>", false),
        client("<iq type='result' id='ID' from='romeo@example.net'/>", false),
        client("<iq type='result' id='ID' from='example.com'/>", false),
        client("<iq type='result' id='ID' from='@'/>", false),
        client(to: "juliet@example.com", "<iq type='result' id='ID'/>", true),
        client(to: "juliet@example.com", "<iq type='result' id='ID' from='juliet@example.com'/>", true),
        // For somebody else: only he.
        client(to: "romeo@example.net/o", "<iq type='result' id='ID' from='romeo@example.net/o'/>", true),
        client(to: "romeo@example.net/o", "<iq type='result' id='ID' from='ROMEO@example.net/o'/>", true),
        client(to: "romeo@example.net/o", "<iq type='result' id='ID' from='romeo@example.net'/>", false),
        client(to: "romeo@example.net/o", "<iq type='result' id='ID'/>", false),
        client(to: "romeo@example.net/o", "<iq type='result' id='ID' from='juliet@example.com'/>", false),
        client(to: "example.com", "<iq type='result' id='ID' from='example.com'/>", true),
        client(to: "example.com", "<iq type='result' id='ID'/>", false),
        // Guessed ids, and what is no answer.
        client("<iq type='result' id='0123456789abcdef0123456789abcdef'/>", false),
        client("<iq type='result' id='ID '/>", false),
        client("<iq type='get' id='ID'><x xmlns='y'/></iq>", false),
        client("<message type='result' id='ID'/>", false),
        client("<message type='error' id='ID'/>", false),
        client("<presence id='ID' type='error'/>", false),
        client("<iq id='ID'/>", false),
        client("<iq id='ID' type='Result'/>", false),
        // A server's own requests to its client, whose answers it has stamped itself.
        server("<iq type='result' id='ID'/>", true),
        server(to: "juliet@example.com/balcony", "<iq type='result' id='ID'/>", true),
        server(to: "juliet@example.com", from: "example.com", "<iq type='result' id='ID' to='example.com'/>", true),
        server(to: "juliet@example.com", from: "example.com", "<iq type='result' id='ID' to='a@example.com'/>", false),
        server(to: "romeo@example.com", "<iq type='result' id='ID'/>", false),
        // A component asks for several of its addresses: the answer is for the one that asked.
        component("<iq type='result' id='ID' from='juliet@example.com' to='a@BOT'/>", true),
        component("<iq type='result' id='ID' from='juliet@example.com' to='b@BOT'/>", false),
        component("<iq type='result' id='ID' from='romeo@example.com' to='a@BOT'/>", false),
    ]

    @Test(
        "S19, RFC6120-8.1.3-4: an answer counts by kind, type, id and both addresses, and once", arguments: rows)
    func matching(_ row: Row) throws {
        var driver = try row.side.driver { $0.tracksRequests = true }
        let (id, handle) = try driver.ask(to: row.to, from: row.from)
        let answer = row.answer.replacing("ID", with: id)
            .replacing("'E'", with: "'urn:ietf:params:xml:ns:xmpp-stanzas'")
        driver.receive(answer)
        #expect(driver.answers == (row.isOne ? [handle] : []), "\(driver.notes)")
        #expect(driver.end == nil)
        // Once: the second of the same is nobody's.
        let strays = driver.stream.strayAnswerCount
        driver.receive(answer)
        #expect(driver.answers == (row.isOne ? [handle] : []))
        if row.isOne { #expect(driver.stream.strayAnswerCount == strays + 1) }
        // What did not count has not used the request up.
        driver.wind(by: .seconds(61))
        #expect(driver.unanswered == (row.isOne ? [] : [handle]))
    }

    @Test func `S19: ids are 128 bits of the host's entropy, none twice`() throws {
        var driver = try ReadyStream.client.driver()
        var ids: Set<String> = []
        for _ in 0..<50 { ids.insert(try driver.ask().id) }
        #expect(ids.count == 50)
        #expect(ids.allSatisfy { $0.utf8.count == 32 })
    }

    @Test func `answers that are unasked are dropped and counted, or passed on where nothing is tracked`() throws {
        var client = try ReadyStream.client.driver()
        client.receive("<iq type='result' id='1'/><iq type='error' id='2'><error type='cancel'/></iq>")
        #expect(client.stanzas.isEmpty && client.stream.strayAnswerCount == 2)
        var server = try ReadyStream.serverOfClient.driver()
        server.receive("<iq type='result' id='1' to='romeo@example.net'/>")
        #expect(server.stanzas.count == 1 && server.stream.strayAnswerCount == 0)
    }

    @Test func `requests are bounded, have each a deadline, and end with the stream`() throws {
        var driver = try ReadyStream.client.driver { $0.limits.openRequests = 3 }
        let short = try driver.ask(deadline: .seconds(1)).handle
        let long = try driver.ask(deadline: .seconds(100)).handle
        let middle = try driver.ask(deadline: .seconds(10)).handle
        let fourth = try Fixtures.ping()
        driver.call { (stream) throws(StreamMisuse) in _ = try stream.request(fourth) }
        #expect(driver.misuse == [.full])
        driver.wind(by: .seconds(11))
        #expect(driver.unanswered == [short, middle])
        driver.receive("</stream:stream>")
        #expect(driver.unanswered == [short, middle, long])
        #expect(driver.clock.settings == [])
        // Each is told why.
        let reasons: [UnansweredReason] = driver.notes.compactMap {
            if case .unanswered(_, let reason) = $0 { reason } else { nil }
        }
        #expect(reasons == [.deadline, .deadline, .streamEnded])
    }
}
