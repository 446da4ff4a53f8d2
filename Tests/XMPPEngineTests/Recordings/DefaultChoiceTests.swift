import Testing
import XMPPAddress
import XMPPCrypto
import XMPPEngine
import XMPPNegotiation
import XMPPSASL
import XMPPTestKit

/// What a client of ours does by default with the features that real servers offered.
@Suite struct DefaultChoiceTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let recording: String
        let bindsChannel: Bool
        let mechanism: String

        var testDescription: String { "\(recording)\(bindsChannel ? ", with a channel to bind" : "")" }
    }

    @Test(arguments: [
        Row(recording: "prosody/sasl-plain", bindsChannel: false, mechanism: "SCRAM-SHA-256"),
        Row(recording: "prosody/sasl-plain", bindsChannel: true, mechanism: "SCRAM-SHA-256"),
        Row(recording: "ejabberd/sasl-plain", bindsChannel: false, mechanism: "SCRAM-SHA-512"),
        Row(recording: "ejabberd/sasl-plain", bindsChannel: true, mechanism: "SCRAM-SHA-512-PLUS"),
        Row(recording: "jabberd2/sasl-plain", bindsChannel: false, mechanism: "SCRAM-SHA-1"),
        Row(recording: "jabberd2/sasl-plain", bindsChannel: true, mechanism: "SCRAM-SHA-1"),
    ])
    func `a client of ours has TLS and then uses the best mechanism that a real server offers`(_ row: Row) throws {
        let recording = try Recording(row.recording)
        let address = try #require(recording.boundAddress)
        let password = SASLAccount.Password.known(Secret(Recording.password(of: recording.username)))
        let setup = try StreamSetup(
            .client(address, account: SASLAccount(of: address, password: password), crypto: SwiftCryptoProvider.self))
        var driver = StreamDriver(XMPPStream(setup), host: RecordedHost(recording))
        driver.begin()
        var facts = recording.factsForInitiating
        if row.bindsChannel {
            facts.bindings = [ChannelBinding(.tlsExporter, data: Array(repeating: 7, count: 32))].compactMap { $0 }
        }
        let sasl = "urn:ietf:params:xml:ns:xmpp-sasl"
        for chunk in recording.chunks where chunk.speaker == .receiving {
            if driver.pendingTLS != nil { driver.completeTLS(with: facts) }
            driver.receive(chunk.bytes)
            if RecordedSide(driver.sent).first("auth", in: sasl) != nil { break }
        }
        let auth = RecordedSide(driver.sent).first("auth", in: sasl)
        #expect(driver.isSecure)
        #expect(auth?.attribute("mechanism") == row.mechanism, "\(driver.stream.plan)")
    }
}
