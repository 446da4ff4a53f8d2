import FuzzSupport
import Testing
import XMLStream
import XMPPEngine
import XMPPNegotiation
import XMPPSASL
import XMPPStanza
import XMPPTestKit

/// What stands before an error is not always a whole header: Prosody's has neither a version nor an id there.
@Suite struct HeaderBeforeErrorTests {
    private static let header = "<stream:stream xmlns:stream='http://etherx.jabber.org/streams'"
    private static let error =
        "<stream:error><improper-addressing xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>"

    struct Row: Sendable, CustomTestStringConvertible {
        let content: ContentNamespace
        let attributes: String
        let suspicion: StreamErrorCondition

        var testDescription: String { "\(content), \(attributes)" }

        var opening: String { "\(HeaderBeforeErrorTests.header) xmlns='\(content.name.text)' \(attributes)>" }
    }

    static let rows = [
        Row(content: .client, attributes: "id='' xml:lang='en'", suspicion: .badFormat),
        Row(content: .client, attributes: "from='example.com'", suspicion: .badFormat),
        Row(content: .component, attributes: "from='example.com'", suspicion: .badFormat),
        Row(content: .component, attributes: "from='other.test' id='1'", suspicion: .invalidFrom),
    ]

    @Test(arguments: rows)
    func `an error behind half a header is heard`(_ row: Row) throws {
        var driver = try begun(row.content)
        driver.receive(row.opening + Self.error + "</stream:stream>")
        #expect(driver.end == .peerError(StreamError(.improperAddressing)))
    }

    @Test(arguments: rows)
    func `nothing is shown to a peer with half a header, and anything but an error ends the stream`(
        _ row: Row
    ) throws {
        var driver = try begun(row.content)
        driver.receive(row.opening)
        #expect(driver.takeSentText() == "" && driver.end == nil)
        driver.receive("<message/>")
        guard case .violation(let violation)? = driver.end else { return #expect(Bool(false), "no violation") }
        #expect(violation.condition == row.suspicion)
    }

    /// A stream that has sent its header.
    private func begun(_ content: ContentNamespace) throws -> StreamDriver<AccountHost> {
        var pair = try ClientAndServer()
        if content == .component, let domain = pair.client.domain {
            pair.client = .component(domain, secret: Secret("secret"), crypto: ToyCryptoProvider.self)
        }
        var driver = StreamDriver(XMPPStream(try StreamSetup(pair.client)), host: ClientAndServer.host(seed: 1))
        driver.begin()
        _ = driver.takeSent()
        return driver
    }
}
