import FuzzSupport
import Testing
import XMPPSASL

/// Names that a message cannot carry.
@Suite struct UnsayableNameTests {
    @Test(
        "RFC4616-2-2: a client with a NUL in a name is not made, whatever the mechanism, since no server could read it",
        arguments: ["a\u{0}", "\u{0}", "\u{0}b"])
    func nul(_ name: String) throws {
        let scram = SCRAMVariant(.sha256, bindsChannel: false)
        #expect(
            try SCRAMClient.Configuration(
                scram, username: "user", authorizationIdentity: name, binding: .unsupported) == nil)
        #expect(try DigestClient(username: "user", domain: "example.org", authorizationIdentity: name) == nil)
        #expect(try DigestClient(username: "user", domain: name) == nil)
        #expect(try DigestClient(username: "user", domain: "example.org", realm: name) == nil)
        #expect(CRAMClient(username: name) == nil)
        #expect(try OneMessageClient.plain(username: "user", password: "x", authorizationIdentity: name) == nil)
        #expect(OneMessageClient.external(authorizationIdentity: name) == nil)
        #expect(OneMessageClient.xOAuth2(username: name, token: Secret("x")) == nil)
        #expect(BearerClient(token: Secret("x"), authorizationIdentity: name) == nil)
        #expect(
            HashedTokenClient(HashedTokenVariant(.sha256, binding: .none), username: name, token: Secret("x")) == nil)
    }

    @Test("S33: a server of HT-* that waits for its host shows no proof, which without a channel can be used again")
    func proof() throws {
        let variant = HashedTokenVariant(.sha256, binding: .none)
        var client = try #require(HashedTokenClient(variant, username: "user", token: Secret("token")))
        var server = try #require(
            HashedTokenServer(
                variant, on: SASLChannel(.tls13), attempt: FASTAttempt(), decoySecret: Secret("decoy")))
        var sent: SASLPayload?
        if case .send(let message) = client.receive(.begun(nil), using: ToyCryptoProvider.self) { sent = message }
        let message = try #require(sent)
        _ = server.receive(.begun(message), using: ToyCryptoProvider.self)
        var dumped = ""
        dump(server, to: &dumped)
        let words = dumped.split { $0 == " " || $0 == "\n" }
        let proof = message.exposed.suffix(32).flatMap { ["-", "\($0)"] }
        #expect(words.count > 10)
        #expect(!words.indices.contains { words[$0...].starts(with: proof, by: ==) })
        #expect(!"\(server)".contains(message.exposed.suffix(32).map(String.init).joined(separator: ", ")))
    }
}
