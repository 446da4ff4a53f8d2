import Testing
import XMPPCrypto

@testable import XMPPSASL

/// What RFC 5802 asks of a client, rule by rule. The server here knows the password, so no rule hides behind its proof.
@Suite struct SCRAMClientRuleTests {
    private let crypto = SwiftCryptoProvider.self
    private static let sha256 = SCRAMVariant(.sha256, bindsChannel: false)
    private static let channel = ChannelBinding(unchecked: .tlsExporter, data: Array(0..<32))
    private static let salt = "YSBzYWx0IG9mIHNpeHRlZW4="

    private func client(
        username: String = "user", authorizationIdentity: String? = nil,
        binding: SCRAMClient.Binding = .unsupported, iterations: ClosedRange<Int>? = nil
    ) throws -> SCRAMClient {
        var isBound = false
        if case .bound = binding { isBound = true }
        var configuration = try #require(
            try SCRAMClient.Configuration(
                SCRAMVariant(.sha256, bindsChannel: isBound), username: username,
                authorizationIdentity: authorizationIdentity, binding: binding))
        if let iterations { configuration.iterations = iterations }
        return SCRAMClient(configuration, recordedNonce: "abc")
    }

    @Test(
        "RFC5802-5.1-1, RFC5802-5.1-6, RFC5802-7-2: the first message has a header, then the name, escaped, then the nonce",
        arguments: [
            ("user", nil, .unsupported, "n,,n=user,r=abc"), ("user=,x", nil, .notOffered, "y,,n=user=3D=2Cx,r=abc"),
            ("=2C", "a,b=c", .unsupported, "n,a=a=2Cb=3Dc,n==3D2C,r=abc"),
            ("user", nil, .bound(channel), "p=tls-exporter,,n=user,r=abc"),
            ("ünï", "ü", .bound(channel), "p=tls-exporter,a=ü,n=ünï,r=abc"),
        ] as [(String, String?, SCRAMClient.Binding, String)])
    func first(_ name: String, _ identity: String?, _ binding: SCRAMClient.Binding, _ expected: String) throws {
        var client = try client(username: name, authorizationIdentity: identity, binding: binding)
        #expect(client.receive(.begun(nil), using: crypto) == .send(SASLPayload(text: expected)))
        // A server of ours reads the same names in it.
        let read = try SCRAMClientFirst.read(Array(expected.utf8)).get()
        #expect(read.username == name && read.header.authorizationIdentity == identity)
    }

    @Test(
        "RFC5802-2.2-1, RFC5802-3-1, RFC5802-5.1-2: the name goes out prepared by SASLprep, as a question, in UTF-8",
        arguments: [
            ("user", "user"), ("I\u{AD}X", "IX"), ("USER", "USER"), ("\u{AA}", "a"), ("\u{2168}", "IX"),
            ("\u{FB01}", "fi"), ("ü", "ü"), ("u\u{308}", "ü"), ("a\u{3000}b", "a b"), ("\u{221}", "\u{221}"),
        ])
    func name(_ name: String, _ prepared: String) throws {
        var client = try client(username: name)
        let expected = Array("n,,n=".utf8) + Array(prepared.utf8) + Array(",r=abc".utf8)
        #expect(client.receive(.begun(nil), using: crypto) == .send(SASLPayload(expected)))
    }

    @Test("RFC5802-2.2-1, RFC5802-5.1-3: a name that cannot be prepared, or of which nothing is left, begins nothing")
    func noName() throws {
        for name in ["\u{7}", "a\u{0}", "\u{627}\u{31}", "\u{E000}", "\u{FFFD}"] {
            #expect(throws: (any Error).self) {
                try SCRAMClient.Configuration(Self.sha256, username: name, binding: .unsupported)
            }
        }
        for name in ["", "\u{AD}"] {
            #expect(try SCRAMClient.Configuration(Self.sha256, username: name, binding: .unsupported) == nil)
        }
        for identity in ["", "a\u{0}"] {
            let configuration = try SCRAMClient.Configuration(
                Self.sha256, username: "user", authorizationIdentity: identity, binding: .unsupported)
            #expect(configuration == nil)
        }
    }

    @Test("RFC5802-2.2-1, RFC5802-3-1: a password is prepared by SASLprep, to be stored, and is UTF-8") func passwords()
        throws
    {
        for (password, prepared) in [
            ("pencil", "pencil"), ("I\u{AD}X", "IX"), ("\u{FB01}", "fi"), ("p\u{E4}ss", "päss"), ("a\u{308}", "ä"),
        ] {
            #expect(try SCRAMDerivation.prepared(password: password) == Secret(Array(prepared.utf8)))
        }
        for password in ["\u{7}", "\u{221}", "\u{627}\u{31}"] {
            #expect(throws: (any Error).self) { try SCRAMDerivation.prepared(password: password) }
        }
    }

    @Test(
        "S16, RFC5802-5.1-9, RFC5802-5.1-10: the server's nonce begins with the client's and adds printable ASCII to it",
        arguments: [
            ("abcd", nil), ("abc~!\"<=", nil), ("abc", .nonce), ("ab", .nonce), ("abd", .nonce), ("xabc", .nonce),
            ("Abcd", .nonce), ("", .malformed), ("abc d", .malformed), ("abc\u{7F}", .malformed), ("abcé", .malformed),
            ("abc\t", .malformed), ("abc,d", .malformed),
        ] as [(String, SASLFailure.Reason?)])
    func nonce(_ nonce: String, _ reason: SASLFailure.Reason?) throws {
        #expect(try failure(ofServerFirst: "r=\(nonce),s=\(Self.salt),i=4096") == reason)
    }

    @Test(
        "S16, RFC5802-5.1-16, RFC5802-5.1-17: the number of rounds is in the window, which begins at 4096",
        arguments: [
            (nil, "4096", true), (nil, "4095", false), (nil, "1", false), (nil, "600000", true), (nil, "600001", false),
            (nil, "2000000000", false), (nil, "0", false), (nil, "-4096", false), (nil, "04096", false),
            (nil, "99999999999999999999", false), (1...1, "1", true), (1...1, "2", false),
            (10_000...10_000, "4096", false), (10_000...10_000, "10000", true),
        ] as [(ClosedRange<Int>?, String, Bool)])
    func rounds(_ window: ClosedRange<Int>?, _ rounds: String, _ isFine: Bool) throws {
        let reason = try failure(ofServerFirst: "r=abcd,s=\(Self.salt),i=\(rounds)", iterations: window)
        #expect(reason == (isFine ? nil : .iterationCount))
    }

    @Test(
        "S16, RFC5802-5.1-8, RFC5802-5.1-21: an extension that must be understood ends it, another is left alone",
        arguments: [
            ("m=x,r=abcd,s=\(salt),i=4096", .mandatoryExtension), ("r=abcd,s=\(salt),i=4096,m=x", .mandatoryExtension),
            ("r=abcd,s=\(salt),i=4096,x=y,m=x", .mandatoryExtension), ("r=abcd,s=\(salt),i=4096,x=y", nil),
        ] as [(String, SASLFailure.Reason?)])
    func extensions(_ message: String, _ reason: SASLFailure.Reason?) throws {
        #expect(try failure(ofServerFirst: message) == reason)
    }

    @Test("RFC5802-5.1-12: each exchange asks for random bytes of its own, and says other ones") func fresh() throws {
        let configuration = try #require(
            try SCRAMClient.Configuration(Self.sha256, username: "user", binding: .unsupported))
        var said: Set<SASLPayload> = []
        for byte in UInt8.min...UInt8.max {
            var client = SCRAMClient(configuration)
            #expect(client.receive(.begun(nil), using: crypto) == .ask(.randomBytes(count: 24)))
            let random = Secret(Array(repeating: byte, count: 24))
            guard case .send(let first?) = client.receive(.answered(.randomBytes(random)), using: crypto) else {
                return #expect(Bool(false))
            }
            // RFC5802-5.1-9: the nonce is legal, whatever the bytes.
            #expect(try SCRAMClientFirst.read(first.exposed).get().nonce.count == 32)
            said.insert(first)
        }
        #expect(said.count == 256)
        var client = SCRAMClient(configuration)
        _ = client.receive(.begun(nil), using: crypto)
        let few = client.receive(.answered(.randomBytes(Secret(Array(repeating: 1, count: 23)))), using: crypto)
        #expect(few == .fail(SASLFailure(condition: .aborted, reason: .unavailable)))
    }

    @Test(
        "RFC5802-5.1-13, RFC5802-7-1: the last message has the header again, and the channel's data where they are bound",
        arguments: [
            (nil, .unsupported, "biws"), (nil, .notOffered, "eSws"), ("a", .unsupported, "bixhPWEs"),
            (nil, .bound(channel), "cD10bHMtZXhwb3J0ZXIsLAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f"),
        ] as [(String?, SCRAMClient.Binding, String)])
    func binding(_ identity: String?, _ binding: SCRAMClient.Binding, _ expected: String) throws {
        var client = try client(authorizationIdentity: identity, binding: binding)
        _ = client.receive(.begun(nil), using: crypto)
        let final = try final(of: &client, serverFirst: "r=abcd,s=\(Self.salt),i=4096")
        #expect(final.text.hasPrefix("c=\(expected),r=abcd,p="))
    }

    @Test("S16: nothing but the proof, and that once, ends it well")
    func endings() throws {
        let serverFirst = "r=abcd,s=\(Self.salt),i=4096,x=y"
        var early = try client()
        _ = early.receive(.begun(nil), using: crypto)
        var early2 = early
        #expect(isFailure(early.receive(.succeeded(nil), using: crypto), .tooEarly))
        let final = try final(of: &early2, serverFirst: serverFirst)
        // RFC5802-3-4: the extension counts in what is proved.
        let proof = try ScriptedPeer().serverFinal(bare: "n=user,r=abc", serverFirst: serverFirst, clientFinal: final)
        let client = early2

        for (event, reason) in [
            (.succeeded(nil), .proof), (.succeeded(SASLPayload([])), .proof), (.received(SASLPayload([])), .proof),
            (.succeeded(SASLPayload(text: "e=other-error")), .peer("other-error")),
            (.received(SASLPayload(text: "e=x")), .peer("x")),
            (.received(SASLPayload(text: "e=\u{1B}[2J")), .peer("other-error")),
            (.received(SASLPayload(text: "e=\(String(repeating: "x", count: 65))")), .peer("other-error")),
            (.succeeded(SASLPayload(text: "x=y")), .malformed),
            (.succeeded(SASLPayload(text: proof.text + ",m=x")), .mandatoryExtension),
            (.succeeded(SASLPayload(text: "v=QUJD")), .proof),
        ] as [(SASLEvent, SASLFailure.Reason)] {
            var other = client
            #expect(isFailure(other.receive(event, using: crypto), reason), "\(event)")
            #expect(other.receive(.succeeded(proof), using: crypto) == .refuse(.over))
        }
        let done = SASLAction.done(SASLOutcome(isPeerVerified: true, identity: nil, additionalData: nil))
        for last in [proof, SASLPayload(text: proof.text + ",x=y")] {
            var other = client
            #expect(other.receive(.succeeded(last), using: crypto) == done)
            other = client
            #expect(other.receive(.received(last), using: crypto) == .send(SASLPayload([])))
            for (event, isDone) in [(.succeeded(nil), true), (.succeeded(proof), false), (.received(proof), false)]
                as [(SASLEvent, Bool)]
            {
                var late = other
                #expect((late.receive(event, using: crypto) == done) == isDone)
            }
        }
    }

    // MARK: Steps

    /// Why the client refuses a server's first message; nil where it goes on.
    private func failure(
        ofServerFirst message: String, iterations: ClosedRange<Int>? = nil
    ) throws -> SASLFailure.Reason? {
        var client = try client(iterations: iterations)
        _ = client.receive(.begun(nil), using: crypto)
        switch client.receive(.received(SASLPayload(text: message)), using: crypto) {
        case .fail(let failure):
            #expect(failure.condition == .aborted)
            return failure.reason
        case .ask(.derivedKey): return nil
        case let other:
            Issue.record("\(other)")
            return nil
        }
    }

    private func final(of client: inout SCRAMClient, serverFirst: String) throws -> SASLPayload {
        let asked = client.receive(.received(SASLPayload(text: serverFirst)), using: crypto)
        guard case .ask(.derivedKey(let derivation)) = asked else { return SASLPayload([]) }
        let key = try SCRAMRun.keys.key("pencil", derivation)
        guard case .send(let final?) = client.receive(.answered(.derivedKey(key)), using: crypto) else {
            return SASLPayload([])
        }
        return final
    }

    private func isFailure(_ action: SASLAction, _ reason: SASLFailure.Reason) -> Bool {
        action == .fail(SASLFailure(condition: .aborted, reason: reason))
    }
}
