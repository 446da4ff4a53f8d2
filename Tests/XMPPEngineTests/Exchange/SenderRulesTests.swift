import Testing
import XMLStream
import XMPPEngine
import XMPPStanza
import XMPPTestKit

/// What each side makes of the addresses of what comes in (RFC 6120 §8.1, XEP-0114 §3).
@Suite struct SenderRulesTests {
    enum Outcome: Sendable {
        /// It reaches the host, from this address.
        case delivered(from: String?)
        /// An error goes back, and the stream goes on.
        case answered(StanzaErrorCondition)
        /// Nothing happens.
        case ignored
        /// The stream ends.
        case ends(StreamErrorCondition)
    }

    struct Row: CustomTestStringConvertible, Sendable {
        let side: ReadyStream
        let stanza: String
        let outcome: Outcome
        var testDescription: String { "\(side): \(stanza)" }

        init(_ side: ReadyStream, _ stanza: String, _ outcome: Outcome) {
            self.side = side
            self.stanza = stanza
            self.outcome = outcome
        }
    }

    static let rows: [Row] = clients + servers + components

    /// Addresses of the client in these tests.
    private static let (full, bare) = ("juliet@example.com/balcony", "juliet@example.com")

    private static let clients = [
        Row(.serverOfClient, "<message to='romeo@example.net'/>", .delivered(from: full)),
        Row(.serverOfClient, "<message from='\(full)' to='romeo@example.net'/>", .delivered(from: full)),
        Row(
            .serverOfClient, "<message from='Juliet@EXAMPLE.com/balcony' to='romeo@example.net'/>",
            .delivered(from: full)),
        Row(.serverOfClient, "<message from='\(bare)' to='romeo@example.net'/>", .delivered(from: full)),
        Row(.serverOfClient, "<message from='JULIET@Example.com' to='romeo@example.net'/>", .delivered(from: full)),
        Row(.serverOfClient, "<presence/>", .delivered(from: full)),
        Row(.serverOfClient, "<presence type='unavailable'/>", .delivered(from: full)),
        Row(.serverOfClient, "<presence type='subscribe' to='romeo@example.net'/>", .delivered(from: bare)),
        Row(.serverOfClient, "<presence type='subscribed' to='romeo@example.net'/>", .delivered(from: bare)),
        Row(.serverOfClient, "<presence type='unsubscribe' to='romeo@example.net'/>", .delivered(from: bare)),
        Row(
            .serverOfClient, "<presence type='unsubscribed' from='\(full)' to='romeo@example.net'/>",
            .delivered(from: bare)),
        Row(.serverOfClient, "<message type='subscribe' to='romeo@example.net'/>", .delivered(from: full)),
        Row(.serverOfClient, "<iq type='get' id='1'><query xmlns='jabber:iq:roster'/></iq>", .delivered(from: full)),
        Row(.serverOfClient, "<message from='romeo@example.net' to='\(bare)'/>", .ends(.invalidFrom)),
        Row(.serverOfClient, "<message from='\(bare)/orchard' to='romeo@example.net'/>", .ends(.invalidFrom)),
        Row(.serverOfClient, "<message from='' to='romeo@example.net'/>", .ends(.invalidFrom)),
        Row(.serverOfClient, "<presence from='example.com'/>", .ends(.invalidFrom)),
        Row(.serverOfClient, "<message to='@example.net'/>", .answered(.jidMalformed)),
        Row(.serverOfClient, "<presence to='romeo@'/>", .answered(.jidMalformed)),
        Row(.serverOfClient, "<iq type='get' id='1' to='a@b@c'><x xmlns='y'/></iq>", .answered(.jidMalformed)),
        Row(.serverOfClient, "<message type='error' to='@example.net'/>", .ignored),
        Row(.serverOfClient, "<iq type='result' id='1' to='@example.net'/>", .ignored),
        Row(.serverOfClient, "<iq type='get' id='1'/>", .answered(.badRequest)),
        Row(.serverOfClient, "<iq type='put' id='1'><x xmlns='y'/></iq>", .answered(.badRequest)),
        Row(.serverOfClient, "<iq type='get'><x xmlns='y'/></iq>", .ignored),
        Row(.client, "<message from='romeo@example.net/orchard'/>", .delivered(from: "romeo@example.net/orchard")),
        Row(.client, "<message/>", .delivered(from: nil)),
        Row(.client, "<iq type='set' id='1'/>", .answered(.badRequest)),
    ]

    private static let servers = [
        Row(.calledServer, "<message from='a@example.net' to='b@example.com'/>", .delivered(from: "a@example.net")),
        Row(.calledServer, "<message to='b@example.com'/>", .ends(.improperAddressing)),
        Row(.calledServer, "<message from='a@example.net'/>", .ends(.improperAddressing)),
        Row(.calledServer, "<iq type='result' id='1'/>", .ends(.improperAddressing)),
        Row(.calledServer, "<message from='' to='b@example.com'/>", .ends(.improperAddressing)),
        Row(.calledServer, "<message from='a@example.net' to='@example.com'/>", .ends(.improperAddressing)),
        Row(.calledServer, "<message from='a@example.org' to='b@example.com'/>", .ends(.invalidFrom)),
        Row(.calledServer, "<message from='a@x.example.net' to='b@example.com'/>", .ends(.invalidFrom)),
        Row(.calledServer, "<message from='a@example.net' to='b@example.org'/>", .ends(.hostUnknown)),
        Row(.calledServer, "<message from='a@example.net' to='b@chat.example.com'/>", .ends(.hostUnknown)),
        Row(.calledServer, "<message from='a@example.net' to='b@old.example.com'/>", .ends(.hostGone)),
        Row(.callingServer, "<message from='b@example.com' to='a@example.net'/>", .delivered(from: "b@example.com")),
        Row(.callingServer, "<message from='b@example.org' to='a@example.net'/>", .ends(.invalidFrom)),
        Row(.callingServer, "<message from='b@example.com' to='a@example.org'/>", .ends(.hostUnknown)),
    ]

    private static let components = [
        Row(
            .serverOfComponent, "<message from='a@bots.example.com' to='b@example.com'/>",
            .delivered(from: "a@bots.example.com")),
        Row(.serverOfComponent, "<message to='b@example.com'/>", .ends(.improperAddressing)),
        Row(.serverOfComponent, "<message from='bots.example.com'/>", .ends(.improperAddressing)),
        Row(.serverOfComponent, "<message from='a@example.com' to='b@example.com'/>", .ends(.invalidFrom)),
        Row(.serverOfComponent, "<message from='@' to='b@example.com'/>", .ends(.invalidFrom)),
        Row(.serverOfComponent, "<message from='bots.example.com' to='@'/>", .answered(.jidMalformed)),
        Row(.component, "<message from='b@example.com' to='bots.example.com'/>", .delivered(from: "b@example.com")),
        Row(.component, "<message to='bots.example.com'/>", .ends(.improperAddressing)),
    ]

    @Test(
        """
        RFC6120-8.1.1.2-1, RFC6120-8.1.1.2-2, RFC6120-8.1.2.1-1, RFC6120-8.1.2.1-2, RFC6120-8.1.2.2-1, \
        RFC6120-8.1.2.2-2, RFC6120-4.9.3.7-1, XEP0114-3-11: what comes in is stamped, delivered, answered or fatal, \
        as is right for the side
        """,
        arguments: rows)
    func rules(_ row: Row) throws {
        var driver = try row.side.driver()
        driver.receive(row.stanza)
        let answer = driver.takeSentText()
        switch row.outcome {
        case .delivered(let from):
            #expect(try driver.stanzas.first?.stanza.from?.description == from)
            #expect(driver.stanzas.count == 1 && answer == "" && driver.end == nil)
        case .answered(let condition):
            #expect(answer.contains("type=\"error\"") || answer.contains("type='error'"), "\(answer)")
            #expect(answer.contains("<\(condition.name.text) "), "\(answer)")
            #expect(driver.stanzas.isEmpty && driver.end == nil)
        case .ignored: #expect(driver.stanzas.isEmpty && answer == "" && driver.end == nil)
        case .ends(let condition):
            #expect(driver.violation == condition)
            #expect(driver.stanzas.isEmpty && answer.contains("<\(condition.name.text) "), "\(answer)")
        }
        // The stream goes on, or does not.
        driver.receive("<message from='\(row.peer)' to='\(row.own)'/>")
        if case .ends = row.outcome { #expect(driver.stanzas.isEmpty) } else { #expect(driver.end == nil) }
    }

    @Test(
        "RFC6120-8.1.2.1-5: whatever a server passes on to a client says whom it is from",
        arguments: rows.filter { $0.side != .client && $0.side != .component })
    func origin(_ row: Row) throws {
        var driver = try row.side.driver()
        driver.receive(row.stanza)
        for stanza in driver.stanzas {
            var server = try ReadyStream.serverOfClient.driver()
            server.call { (stream) throws(StreamMisuse) in try stream.send(stanza) }
            let sent = try Element(xml: server.takeSentText())
            #expect(sent.attribute("from")?.isEmpty == false)
        }
    }
}

extension SenderRulesTests.Row {
    /// Who may send something, and to whom.
    fileprivate var peer: String {
        switch side {
        case .client, .component, .callingServer: "example.com"
        case .serverOfClient: "juliet@example.com"
        case .serverOfComponent: "bots.example.com"
        case .calledServer: "example.net"
        }
    }

    fileprivate var own: String {
        switch side {
        case .client: "juliet@example.com"
        case .component: "bots.example.com"
        case .callingServer: "example.net"
        case .serverOfClient, .serverOfComponent, .calledServer: "example.com"
        }
    }
}
