import Testing
import XMPPCrypto

@testable import XMPPSASL

/// What RFC 5802 asks of a server, rule by rule. The client here knows the password and proves it, so no rule hides
/// behind its proof.
@Suite struct SCRAMServerRuleTests {
    private let crypto = SwiftCryptoProvider.self
    private static let plain = SCRAMVariant(.sha256, bindsChannel: false)
    private static let plus = SCRAMVariant(.sha256, bindsChannel: true)
    private static let channel = ChannelBinding(unchecked: .tlsExporter, data: Array(0..<32))

    @Test(
        "RFC5802-2.2-1, RFC5802-5.1-4, RFC5802-5.1-5: the name is looked up prepared, and counts in the proof as it came",
        arguments: [
            ("user", "user"), ("\u{AA}", "a"), ("I\u{AD}X", "IX"), ("u\u{308}", "ü"), ("\u{2168}", "IX"),
            ("us=2Cer=3D", "us,er="),
        ])
    func names(_ written: String, _ prepared: String) throws {
        let bare = "n=\(written),r=abc"
        var server = server(Self.plain)
        #expect(
            server.receive(.begun(SASLPayload(text: "n,,\(bare)")), using: crypto)
                == .ask(.credentials(of: SASLIdentity(username: prepared), for: .sha256)))
        let credentials = try SCRAMRun.credentials("pencil", Self.plain)
        guard case .send(let first?) = server.receive(.answered(.credentials(credentials)), using: crypto) else {
            return #expect(Bool(false))
        }
        let final = try ScriptedPeer().clientFinal("c=biws,r=abcdef", bare: bare, serverFirst: first)
        guard case .done(let outcome) = server.receive(.received(final), using: crypto) else {
            return #expect(Bool(false))
        }
        #expect(outcome.identity == SASLIdentity(username: prepared))
    }

    @Test("RFC5802-3-1, RFC5802-5.1-3: a name that is no UTF-8, or that cannot be prepared, is nobody's") func noName()
    {
        for name in [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0x07], [0xC2, 0xAD], [0xEE, 0x80, 0x80]] as [[UInt8]] {
            var server = server(Self.plain)
            let message = Array("n,,n=".utf8) + name + Array(",r=abc".utf8)
            guard case .fail(let failure) = server.receive(.begun(SASLPayload(message)), using: crypto) else {
                return #expect(Bool(false))
            }
            #expect(failure.condition == .malformedRequest && failure.reason == .malformed)
        }
    }

    @Test(
        "RFC5802-5.1-14, RFC5802-6-9, RFC5802-7-1: the last message has the header of the first and the channel's data",
        arguments: [
            ("n,,", "n,,", true), ("n,,", "y,,", false), ("n,,", "N,,", false), ("n,,", "n,a=b,", false),
            ("n,,", "", false),
            ("n,,", "n,,x", false), ("n,,", "p=tls-exporter,,", false), ("n,a=b,", "n,a=b,", true),
            ("n,a=b,", "n,,", false), ("n,a=b,", "n,a=c,", false), ("p=tls-exporter,,", "p=tls-exporter,,+", true),
            ("p=tls-exporter,,", "p=tls-exporter,,", false), ("p=tls-exporter,,", "p=tls-exporter,,+x", false),
            ("p=tls-exporter,,", "p=tls-exporter,,x", false), ("p=tls-exporter,,", "p=tls-unique,,+", false),
            ("p=tls-exporter,,", "n,,", false), ("p=tls-exporter,,", "+", false),
        ])
    func binding(_ header: String, _ repeated: String, _ isFine: Bool) throws {
        // A plus stands for the channel's data.
        let binding = repeated.utf8.flatMap { $0 == 0x2B ? Self.channel.data.exposed : [$0] }
        let text = String(decoding: Base64.encode(binding), as: UTF8.self)
        let (end, _) = try run(header, "c=\(text),r=abcdef")
        guard !isFine else { return #expect(end == nil) }
        #expect(end?.reason == (repeated.isEmpty ? .malformed : .channelBinding))
    }

    @Test("RFC5802-6-9: data of another channel are found out, whatever bit differs") func otherChannel() throws {
        let data = Self.channel.data.exposed
        for index in data.indices {
            for bit in 0..<8 {
                var other = data
                other[index] ^= 1 << UInt8(bit)
                let text = String(decoding: Base64.encode(Array("p=tls-exporter,,".utf8) + other), as: UTF8.self)
                #expect(try run("p=tls-exporter,,", "c=\(text),r=abcdef").end?.reason == .channelBinding)
            }
        }
    }

    @Test(
        "RFC5802-5.1-9, RFC5802-5.1-11: the last message has the whole nonce and nothing else",
        arguments: [
            ("abcdef", nil), ("abc", .nonce), ("def", .nonce), ("abcdefg", .nonce), ("abcdeg", .nonce),
            ("Abcdef", .nonce), ("", .malformed), ("abcdef ", .malformed), ("abc\u{7F}def", .malformed),
            ("abc,def", .malformed),
        ] as [(String, SASLFailure.Reason?)])
    func nonce(_ nonce: String, _ reason: SASLFailure.Reason?) throws {
        #expect(try run("n,,", "c=biws,r=\(nonce)").end?.reason == reason)
    }

    @Test(
        "RFC5802-3-4, RFC5802-5.1-8, RFC5802-5.1-21: extensions count in the proof; one that must be understood ends it",
        arguments: [
            ("n=user,r=abc,x=y,Z=z=", "c=biws,r=abcdef", nil), ("n=user,r=abc", "c=biws,r=abcdef,x=y,z=,=", .malformed),
            ("n=user,r=abc", "c=biws,r=abcdef,x=y,z==", nil),
            ("n=user,r=abc,m=y", "c=biws,r=abcdef", .mandatoryExtension),
            ("n=user,r=abc", "c=biws,r=abcdef,m=y", .mandatoryExtension),
        ] as [(String, String, SASLFailure.Reason?)])
    func extensions(_ bare: String, _ withoutProof: String, _ reason: SASLFailure.Reason?) throws {
        #expect(try run("n,,", withoutProof, bare: bare).end?.reason == reason)
    }

    @Test("RFC5802-5.1-12: each exchange asks for random bytes of its own, and adds them to the client's nonce")
    func fresh() throws {
        var said: Set<SASLPayload> = []
        for byte in UInt8(0)..<16 {
            var server = SCRAMServer(
                SCRAMServer.Configuration(Self.plain, bindings: [], decoySecret: Secret("decoy")))
            _ = server.receive(.begun(SASLPayload(text: "n,,n=user,r=abc")), using: crypto)
            let credentials = try SCRAMRun.credentials("pencil", Self.plain)
            #expect(
                server.receive(.answered(.credentials(credentials)), using: crypto) == .ask(.randomBytes(count: 24)))
            var other = server
            let few = other.receive(.answered(.randomBytes(Secret([1]))), using: crypto)
            guard case .fail(let failure) = few else { return #expect(Bool(false)) }
            #expect(failure.condition == .temporaryAuthFailure)
            let random = Secret(Array(repeating: byte, count: 24))
            guard case .send(let first?) = server.receive(.answered(.randomBytes(random)), using: crypto) else {
                return #expect(Bool(false))
            }
            let nonce = try SCRAMServerFirst.read(first.exposed).get().nonce
            #expect(nonce.count == 35 && nonce.starts(with: "abc".utf8))
            said.insert(first)
        }
        #expect(said.count == 16)
    }

    @Test(
        "RFC5802-5.1-15, RFC5802-5.1-16, RFC7677-3-1: a server says salt and rounds, at least 4096 unless told otherwise"
    )
    func rounds() throws {
        let derivation = SCRAMDerivation(algorithm: .sha256, salt: [1, 2, 3])
        #expect(derivation.iterations >= 4096)
        // Our own client takes so many.
        let client = try #require(
            try SCRAMClient.Configuration(Self.plain, username: "user", binding: .unsupported))
        #expect(client.iterations.contains(derivation.iterations))
        let key = try SCRAMRun.keys.key("pencil", derivation)
        let stored = SCRAMCredentials(derivation: derivation, derivedKey: key, using: crypto)
        for (credentials, salt) in [(stored, "AQID"), (nil, nil)] as [(SCRAMCredentials?, String?)] {
            var server = server(Self.plain)
            _ = server.receive(.begun(SASLPayload(text: "n,,n=user,r=abc")), using: crypto)
            guard case .send(let first?) = server.receive(.answered(.credentials(credentials)), using: crypto) else {
                return #expect(Bool(false))
            }
            // For a user whom nobody knows, too.
            #expect(first.text.hasPrefix("r=abcdef,s=\(salt ?? "")") && first.text.hasSuffix(",i=10000"))
        }
    }

    @Test("S17, RFC5802-5.1-19: the salt of a user whom nobody knows is always the same, and nobody else's")
    func decoys()
        throws
    {
        func salt(
            _ name: String, _ secret: String = "decoy", _ hash: SCRAMVariant.Hash = .sha256, bytes: Int = 16
        ) throws -> [UInt8] {
            var configuration = SCRAMServer.Configuration(
                SCRAMVariant(hash, bindsChannel: false), bindings: [], decoySecret: Secret(secret))
            configuration.decoySaltByteCount = bytes
            var server = SCRAMServer(configuration, recordedNonce: "def")
            _ = server.receive(.begun(SASLPayload(text: "n,,n=\(name),r=abc")), using: crypto)
            guard case .send(let first?) = server.receive(.answered(.credentials(nil)), using: crypto) else {
                return []
            }
            return try SCRAMServerFirst.read(first.exposed).get().salt
        }
        #expect(try salt("ghost").count == 16)
        #expect(try salt("ghost", bytes: 20).count == 20 && salt("ghost", bytes: 0).count == 1)
        #expect(try salt("ghost", bytes: Int.max).count == 64)
        // Each hash has keys of its own, with a salt of its own.
        #expect(try salt("ghost", "decoy", .sha1) != salt("ghost", "decoy", .sha256))
        // Hosts fold names as they fold addresses.
        #expect(try salt("Ghost") == salt("ghost") && salt("ГОСТЬ") == salt("гость"))
        #expect(try salt("ghost") == salt("ghost"))
        // Another way to write the name is the same user.
        #expect(try salt("I\u{AD}X") == salt("IX"))
        #expect(try salt("ghost") != salt("ghosts"))
        #expect(try salt("ghost") != salt("ghost", "other"))
    }

    @Test("S17: a user who has keys for another hash only is told what an unknown one is told") func otherHash() throws
    {
        func told(_ found: SCRAMCredentials?) throws -> SASLAction {
            var server = server(Self.plain)
            _ = server.receive(.begun(SASLPayload(text: "n,,n=user,r=abc")), using: crypto)
            return server.receive(.answered(.credentials(found)), using: crypto)
        }
        let other = try SCRAMRun.credentials("pencil", SCRAMVariant(.sha1, bindsChannel: false))
        #expect(try told(other) == told(nil))
        #expect(try told(try SCRAMRun.credentials("pencil", Self.plain)) != told(nil))
    }

    @Test("RFC5802-5.1-20: a server that refuses says why, by a word of RFC 5802 §7") func words() throws {
        let wrong = try ScriptedPeer(password: "pencils")
        let rows: [(SASLFailure?, String)] = [
            (try run("n,,", "c=eSws,r=abcdef").end, "channel-bindings-dont-match"),
            (try run("n,,", "c=biws,r=abcdeg").end, "other-error"),
            (try run("n,,", "c=biws,r=abcdef,m=x").end, "extensions-not-supported"),
            (try run("n,,", "c=biws,x=y,r=abcdef").end, "invalid-encoding"),
            (try run("n,,", "c=biws,r=abcdef", by: wrong).end, "invalid-proof"),
            (try run("p=tls-unique,,", "").end, "channel-bindings-dont-match"),
            (try run("x,,", "").end, "invalid-encoding"),
        ]
        for (failure, word) in rows {
            #expect(failure?.additionalData?.text == "e=\(word)")
            // Our own client reads it.
            #expect(try SCRAMServerFinal.read(Array("e=\(word)".utf8)).get() == .error(word))
        }
    }

    // MARK: Steps

    private func server(_ variant: SCRAMVariant) -> SCRAMServer {
        SCRAMServer(
            SCRAMServer.Configuration(
                variant, bindings: variant.bindsChannel ? [Self.channel] : [], decoySecret: Secret("decoy")),
            recordedNonce: "def")
    }

    /// Says both messages of a client, with the right proof; how the server refuses, or nil where it is content.
    private func run(
        _ header: String, _ withoutProof: String, bare: String = "n=user,r=abc", by peer: ScriptedPeer? = nil
    ) throws -> (end: SASLFailure?, serverFirst: SASLPayload?) {
        let variant = header.hasPrefix("p=") ? Self.plus : Self.plain
        var server = server(variant)
        var action = server.receive(.begun(SASLPayload(text: header + bare)), using: crypto)
        if case .fail(let failure) = action { return (failure, nil) }
        let credentials = try SCRAMRun.credentials("pencil", variant)
        action = server.receive(.answered(.credentials(credentials)), using: crypto)
        guard case .send(let first?) = action else { throw SASLMisuse.answer }
        let final = try (peer ?? ScriptedPeer()).clientFinal(withoutProof, bare: bare, serverFirst: first)
        action = server.receive(.received(final), using: crypto)
        if case .ask(.authorization) = action {
            action = server.receive(.answered(.authorization(true)), using: crypto)
        }
        switch action {
        case .fail(let failure): return (failure, first)
        case .done: return (nil, first)
        case .send, .ask, .refuse: throw SASLMisuse.answer
        }
    }
}
