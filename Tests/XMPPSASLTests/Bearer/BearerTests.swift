import Testing
import XMPPCrypto

@testable import XMPPSASL

/// OAUTHBEARER, both sides.
@Suite struct BearerTests {
    private let crypto = SwiftCryptoProvider.self

    @Test(
        "RFC7628-3.1-1: the client says what RFC 7628 §4.1 prints",
        arguments: [
            (
                143,
                "bixhPXVzZXJAZXhhbXBsZS5jb20sAWhvc3Q9c2VydmVyLmV4YW1wbGUuY29tAXBvcnQ9MTQzAWF1dGg9QmVhcmVyIHZGOWRmdDRxbVRj"
                    + "Mk52YjNSbGNrQmhiSFJoZG1semRHRXVZMjl0Q2c9PQEB"
            ),
            (
                587,
                "bixhPXVzZXJAZXhhbXBsZS5jb20sAWhvc3Q9c2VydmVyLmV4YW1wbGUuY29tAXBvcnQ9NTg3AWF1dGg9QmVhcmVyIHZGOWRmdDRxbVRj"
                    + "Mk52YjNSbGNrQmhiSFJoZG1semRHRXVZMjl0Q2c9PQEB"
            ),
        ] as [(UInt16, String)])
    func vector(_ port: UInt16, _ message: String) throws {
        var client = try #require(
            BearerClient(
                token: Secret("vF9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg=="),
                authorizationIdentity: "user@example.com", host: "server.example.com", port: port))
        let printed = try #require(Base64.decode(message.utf8))
        #expect(client.receive(.begun(nil), using: crypto) == .send(SASLPayload(printed)))
    }

    @Test("RFC7628-3.2.3-1: the client answers the error of RFC 7628 §4.3 as it prints, and then fails")
    func printedError() throws {
        let error =
            "eyJzdGF0dXMiOiJpbnZhbGlkX3Rva2VuIiwic2NvcGUiOiJleGFtcGxlX3Njb3BlIiwib3BlbmlkLWNvbmZpZ3VyYXRpb24iOiJodHRwczov"
            + "L2V4YW1wbGUuY29tLy53ZWxsLWtub3duL29wZW5pZC1jb25maWd1cmF0aW9uIn0="
        var client = try #require(BearerClient(token: Secret("abc")))
        _ = client.receive(.begun(nil), using: crypto)
        let challenge = SASLPayload(try #require(Base64.decode(error.utf8)))
        let answer = SASLPayload(try #require(Base64.decode("AQ==".utf8)))
        #expect(client.receive(.received(challenge), using: crypto) == .send(answer))
        guard case .fail = client.receive(.received(challenge), using: crypto) else { return #expect(Bool(false)) }
    }

    @Test(
        "RFC7628-3.1-2: a server reads the token, whatever else is there",
        arguments: [
            ("n,,\u{1}auth=Bearer abc\u{1}\u{1}", "abc", nil),
            ("y,,\u{1}auth=Bearer abc\u{1}\u{1}", "abc", nil),
            ("n,a=a=2Cb,\u{1}auth=bearer abc\u{1}\u{1}", "abc", "a,b"),
            ("n,,\u{1}host=h\u{1}x=\u{1}auth=Bearer a=b\u{1}z=y=x\u{1}\u{1}", "a=b", nil),
            ("", nil, nil), ("n,,", nil, nil), ("n,,\u{1}", nil, nil), ("n,,\u{1}\u{1}", nil, nil),
            ("n,,\u{1}auth=Bearer abc\u{1}", nil, nil), ("n,,auth=Bearer abc\u{1}\u{1}", nil, nil),
            ("n,,\u{1}auth=Basic abc\u{1}\u{1}", nil, nil), ("n,,\u{1}auth=Bearer \u{1}\u{1}", nil, nil),
            ("n,,\u{1}auth=Bearer a b\u{1}\u{1}", nil, nil), ("n,,\u{1}host=h\u{1}\u{1}", nil, nil),
            ("n,,\u{1}auth=Bearer a\u{1}auth=Bearer b\u{1}\u{1}", nil, nil), ("n,,\u{1}auth\u{1}\u{1}", nil, nil),
            ("n,,\u{1}a1=x\u{1}auth=Bearer a\u{1}\u{1}", nil, nil),
            ("n,,\u{1}=x\u{1}auth=Bearer a\u{1}\u{1}", nil, nil),
            ("p=tls-unique,,\u{1}auth=Bearer a\u{1}\u{1}", nil, nil),
            ("n,,\u{1}x=\u{2}\u{1}auth=Bearer a\u{1}\u{1}", nil, nil),
        ] as [(String, String?, String?)])
    func messages(_ message: String, _ token: String?, _ identity: String?) {
        let read = BearerMessage(Array(message.utf8))
        #expect(read?.token == token.map { Secret($0) })
        #expect(read?.authorizationIdentity == identity)
    }

    @Test("RFC7628-3.2.2-1, RFC7628-3.2.3-1: what is wrong comes in a challenge, one byte answers, then it has failed")
    func refused() throws {
        var client = try #require(BearerClient(token: Secret("abc")))
        var server = BearerServer()
        guard case .send(let message?) = client.receive(.begun(nil), using: crypto) else { return #expect(Bool(false)) }
        #expect(
            server.receive(.begun(message), using: crypto) == .ask(.verdict(on: .token(Secret("abc"), username: nil))))
        let challenge = server.receive(.answered(.verdict(.refused(.credentialsExpired))), using: crypto)
        #expect(challenge == .send(SASLPayload(Array("{\"status\":\"invalid_token\"}".utf8))))
        guard case .send(let error?) = challenge else { return #expect(Bool(false)) }
        #expect(client.receive(.received(error), using: crypto) == .send(SASLPayload([0x01])))
        guard case .fail(let failure) = server.receive(.received(SASLPayload([0x01])), using: crypto) else {
            return #expect(Bool(false))
        }
        #expect(failure.condition == .credentialsExpired)
        // A server that changes its mind is none.
        guard case .fail = client.receive(.succeeded(nil), using: crypto) else { return #expect(Bool(false)) }
    }

    @Test("the honest run; whom the user may act as is the host's to say", arguments: [true, false])
    func honest(_ mayAct: Bool) throws {
        var client = try #require(BearerClient(token: Secret("abc"), authorizationIdentity: "other"))
        var server = BearerServer()
        #expect(server.receive(.begun(nil), using: crypto) == .send(SASLPayload([])))
        guard case .send(let message?) = client.receive(.begun(nil), using: crypto) else { return #expect(Bool(false)) }
        _ = server.receive(.received(message), using: crypto)
        let identity = SASLIdentity(username: "user", authorizationIdentity: "other")
        #expect(
            server.receive(.answered(.verdict(.accepted(username: "user"))), using: crypto)
                == .ask(.authorization(of: identity)))
        let action = server.receive(.answered(.authorization(mayAct)), using: crypto)
        guard mayAct else {
            guard case .send = action else { return #expect(Bool(false)) }
            guard case .fail(let failure) = server.receive(.received(SASLPayload([])), using: crypto) else {
                return #expect(Bool(false))
            }
            return #expect(failure.condition == .invalidAuthzid)
        }
        guard case .done(let outcome) = action else { return #expect(Bool(false)) }
        #expect(outcome.identity == identity)
        guard case .done(let end) = client.receive(.succeeded(nil), using: crypto) else { return #expect(Bool(false)) }
        #expect(!end.isPeerVerified)
    }

    @Test func `what is no token makes no client`() {
        for token in ["", "a b", "a\u{1}", "é", "a\n"] { #expect(BearerClient(token: Secret(token)) == nil) }
        #expect(BearerClient(token: Secret("a"), authorizationIdentity: "") == nil)
        #expect(BearerClient(token: Secret("a"), host: "a\u{1}b") == nil)
        #expect(BearerClient(token: Secret("a"), host: "") == nil)
    }
}
