import Testing
import XMPPSASL

@Suite struct RedactionTests {
    @Test("S33: neither a password nor a payload shows in a print, a dump or a reflection")
    func masked() throws {
        let secret = Secret("pencil")
        let payload = SASLPayload(Array("\u{0}user\u{0}pencil".utf8))
        var configuration = try #require(
            try SCRAMClient.Configuration(
                SCRAMVariant(.sha1, bindsChannel: false), username: "user", binding: .notOffered))
        configuration.iterations = 1...2
        let values: [Any] = [
            secret, payload, [secret], SASLEvent.received(payload), SASLAction.send(payload),
            SASLAnswer.derivedKey(secret), ChannelBinding(unchecked: .tlsExporter, data: Array("pencil".utf8)),
            SCRAMServer.Configuration(SCRAMVariant(.sha1, bindsChannel: false), bindings: [], decoySecret: secret),
            configuration,
        ]
        for value in values {
            var dumped = ""
            dump(value, to: &dumped)
            for text in [dumped, "\(value)", String(reflecting: value)] {
                #expect(!text.contains("pencil"))
                // Nor as a list of bytes.
                #expect(!text.contains("112, 101, 110"))
            }
        }
        #expect(secret.exposed == Array("pencil".utf8))
        #expect("\(payload)" == "[12 bytes]")
    }
}
