import Testing
import XMPPCrypto
import XMPPSASL

/// CRAM-MD5, both sides.
@Suite struct CRAMTests {
    private let crypto = SwiftCryptoProvider.self

    @Test("RFC2195-2-1: the client says what RFC 2195 §2 prints") func vector() throws {
        var client = try #require(CRAMClient(username: "tim"))
        // RFC4422-5-1: the server speaks first.
        #expect(client.receive(.begun(nil), using: crypto) == .send(nil))
        let challenge = SASLPayload(Array("<1896.697170952@postoffice.reston.mci.net>".utf8))
        #expect(
            client.receive(.received(challenge), using: crypto) == .ask(.password(of: SASLIdentity(username: "tim"))))
        #expect(
            client.receive(.answered(.password(Secret("tanstaaftanstaaf"))), using: crypto)
                == .send(SASLPayload(Array("tim b913a602c7eda7a495b4e6e7334d3890".utf8))))
        guard case .done(let outcome) = client.receive(.succeeded(nil), using: crypto) else {
            return #expect(Bool(false))
        }
        #expect(!outcome.isPeerVerified)
    }

    @Test("RFC2195-2-2: a challenge is new and is used once; only the right answer to it counts") func exchanges()
        throws
    {
        let (challenge, response) = try exchange(random: 1)
        let (other, otherResponse) = try exchange(random: 2)
        #expect(challenge != other && challenge.first == 0x3C && challenge.last == 0x3E)
        #expect(condition(random: 1, response, Secret("pencil")) == nil)
        #expect(condition(random: 1, otherResponse, Secret("pencil")) == .notAuthorized)
        #expect(condition(random: 1, response, Secret("pencils")) == .notAuthorized)
        #expect(condition(random: 1, response, nil) == .notAuthorized)
        for index in response.indices {
            var flipped = response
            flipped[index] ^= 1
            #expect(condition(random: 1, flipped, index < 4 ? nil : Secret("pencil")) != nil)
            #expect(condition(random: 1, Array(response[..<index]), Secret("pencil")) == .malformedRequest)
        }
    }

    private func exchange(random: UInt8) throws -> (challenge: [UInt8], response: [UInt8]) {
        var server = CRAMServer(domain: "example.com", decoySecret: Secret("decoy"))
        _ = server.receive(.begun(nil), using: crypto)
        let bytes = Secret(Array(repeating: random, count: 16))
        guard case .send(let challenge?) = server.receive(.answered(.randomBytes(bytes)), using: crypto) else {
            return ([], [])
        }
        var client = try #require(CRAMClient(username: "user"))
        _ = client.receive(.begun(nil), using: crypto)
        _ = client.receive(.received(challenge), using: crypto)
        guard case .send(let response?) = client.receive(.answered(.password(Secret("pencil"))), using: crypto) else {
            return ([], [])
        }
        return (challenge.exposed, response.exposed)
    }

    /// How a server with this password refuses a response; nil where it takes it.
    private func condition(random: UInt8, _ response: [UInt8], _ password: Secret?) -> SASLFailure.Condition? {
        var server = CRAMServer(domain: "example.com", decoySecret: Secret("decoy"))
        _ = server.receive(.begun(nil), using: crypto)
        _ = server.receive(.answered(.randomBytes(Secret(Array(repeating: random, count: 16)))), using: crypto)
        var action = server.receive(.received(SASLPayload(response)), using: crypto)
        if case .ask = action { action = server.receive(.answered(.password(password)), using: crypto) }
        if case .fail(let failure) = action { return failure.condition }
        return nil
    }
}
