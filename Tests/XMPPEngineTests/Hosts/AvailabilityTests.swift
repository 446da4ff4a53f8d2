import Testing
import XMLStream
import XMPPEngine
import XMPPStanza
import XMPPTestKit

/// What a server's stream tells by itself of who is there: nothing.
@Suite struct AvailabilityTests {
    /// A user who may be there, at an address that may be in use, and nobody at all.
    private static let recipients = [
        "juliet@example.com", "juliet@example.com/balcony", "juliet@example.com/nowhere", "nobody@example.com",
        "nobody@example.com/x",
    ]

    @Test(
        """
        RFC6120-8.3.3.7-1, RFC6120-8.3.3.7-2, RFC6120-8.3.3.13-1, RFC6120-8.3.3.13-2, RFC6120-8.3.3.19-1, \
        RFC6120-13.10.2-2: a request that the host declines is refused with service-unavailable, whomever it is for, bare \
        address or full; nothing else is answered
        """,
        arguments: [ReadyStream.serverOfClient, .calledServer, .serverOfComponent])
    func declined(_ side: ReadyStream) throws {
        let sender =
            switch side {
            case .serverOfClient: "juliet@example.com/balcony"
            case .serverOfComponent: "bots.example.com"
            case .client, .component, .callingServer, .calledServer: "romeo@example.net/orchard"
            }
        var answers: Set<String> = []
        for recipient in Self.recipients {
            var driver = try side.driver()
            driver.receive("<message from='\(sender)' to='\(recipient)'><body>x</body></message>")
            driver.receive("<presence from='\(sender)' to='\(recipient)'/>")
            driver.receive("<iq type='result' id='0' from='\(sender)' to='\(recipient)'/>")
            driver.receive(
                "<iq type='get' id='1' from='\(sender)' to='\(recipient)'><query xmlns='jabber:iq:version'/></iq>")
            // However long the host takes, the stream does not speak for it.
            driver.wind(by: .seconds(600))
            #expect(driver.takeSentText() == "" && driver.stanzas.count == 4 && driver.end == nil)
            guard case .iq(let request)? = driver.stanzas.last else { return #expect(Bool(false)) }
            driver.call { (stream) throws(StreamMisuse) in try stream.decline(request) }
            let sent = driver.takeSentText()
            #expect(sent.contains("<service-unavailable ") && sent.contains(" from='\(recipient)'"), "\(sent)")
            answers.insert(sent.replacing(" from='\(recipient)'", with: ""))
        }
        #expect(answers.count == 1, "\(answers)")
    }
}
