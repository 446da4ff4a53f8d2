import Testing
import XMPPSASL

/// What a server offers, and what it takes of what is asked for.
@Suite struct SASLServerPolicyTests {
    private static let all = SASLServerPolicy(mechanisms: SASLMechanism.current + SASLMechanism.historic)
    private static let tls = SASLChannel(.tls13, isServerVerified: false)
    private static let bound = SASLChannel(.tls13, isServerVerified: false, bindings: Scene.bindings)

    @Test(
        "RFC5802-6-1, XEP0440-2-1, XEP0440-2-2, XEP0440-3-1: with and without binding, and the kinds that the channel has"
    )
    func bindings() {
        let offer = SASLServerPolicy().offer(.sasl, on: Self.bound)
        #expect(
            offer.mechanisms == [
                "SCRAM-SHA-512-PLUS", "SCRAM-SHA-256-PLUS", "SCRAM-SHA-1-PLUS", "SCRAM-SHA-512", "SCRAM-SHA-256",
                "SCRAM-SHA-1",
            ])
        #expect(offer.bindings == ["tls-exporter", "tls-server-end-point"])
        let unbound = SASLServerPolicy().offer(.sasl, on: Self.tls)
        #expect(unbound.mechanisms == ["SCRAM-SHA-512", "SCRAM-SHA-256", "SCRAM-SHA-1"] && unbound.bindings == [])
        // Kinds are not announced beside mechanisms that have no use for them.
        #expect(SASLServerPolicy(mechanisms: [.plain]).offer(.sasl2, on: Self.bound).bindings == [])
    }

    @Test("RFC5802-6-2: where only binding will do, only that is on offer") func required() {
        var policy = Self.all
        policy.requiresChannelBinding = true
        let offer = policy.offer(.sasl, on: Self.bound)
        #expect(
            offer.mechanisms == ["SCRAM-SHA-512-PLUS", "SCRAM-SHA-256-PLUS", "SCRAM-SHA-1-PLUS", "ANONYMOUS"])
        #expect(
            policy.offer(.sasl2, on: Self.bound).tokenMechanisms == [
                "HT-SHA-512-EXPR", "HT-SHA-256-EXPR", "HT-SHA-512-ENDP", "HT-SHA-256-ENDP",
            ])
        // In a channel that cannot be bound nobody could log in.
        #expect(policy.offer(.sasl, on: Self.tls).mechanisms.contains("SCRAM-SHA-256"))
        let name = "SCRAM-SHA-256"
        #expect(policy.mechanism(named: name, from: offer, on: Self.bound) == .failure(.mechanismTooWeak))
    }

    @Test(
        "RFC6120-13.8.3-6, XEP0474-7-3, RFC6331-0-1, RFC2195-0-1: without a word of the host's there is SCRAM and nothing else"
    )
    func standard() {
        #expect(SASLServerPolicy().offer(.sasl2, on: Self.bound).mechanisms.allSatisfy { $0.hasPrefix("SCRAM") })
    }

    @Test(
        "RFC6120-6.5.7-1, S13: only what was offered is taken, by the letter, and the condition says why",
        arguments: [
            ("SCRAM-SHA-1", nil), ("scram-sha-1", .invalidMechanism), ("SCRAM-SHA-1 ", .invalidMechanism),
            ("Scram-Sha-1", .invalidMechanism), ("GSSAPI", .invalidMechanism), ("", .invalidMechanism),
            ("SCRAM-SHA-1-PLUS", .invalidMechanism), ("PLAIN", .encryptionRequired),
            ("EXTERNAL", .encryptionRequired), ("CRAM-MD5", .mechanismTooWeak), ("ANONYMOUS", .mechanismTooWeak),
            ("HT-SHA-256-NONE", .invalidMechanism), ("SCRAM-SHA-1\u{0}", .invalidMechanism),
        ] as [(String, SASLFailure.Condition?)])
    func taken(_ name: String, _ condition: SASLFailure.Condition?) {
        var policy = Self.all
        policy.mechanisms.removeAll { $0.name == .scramSHA256 }
        policy.minimumStrength = .plaintext
        policy.mechanisms.removeAll { $0.strength == .challengeResponse && $0.name == .digestMD5 }
        if condition == .mechanismTooWeak { policy.minimumStrength = .proof }
        let offer = policy.offer(.sasl, on: .open)
        switch policy.mechanism(named: name, from: offer, on: .open) {
        case .success(let mechanism): #expect(condition == nil && mechanism.name.description == name)
        case .failure(let failure): #expect(failure == condition)
        }
        // What a client could use and the server was told to leave out is none.
        #expect(
            policy.mechanism(named: "SCRAM-SHA-256", from: offer, on: .open) == .failure(.invalidMechanism))
    }

    @Test("RFC6120-6.3.4-2, RFC4422-A-1, S13: a certificate that was not shown is not asked for") func certificates() {
        let with = Self.all.offer(.sasl, on: Self.tls, hasClientCertificate: true)
        let without = Self.all.offer(.sasl, on: Self.tls)
        #expect(with.mechanisms.contains("EXTERNAL") && !without.mechanisms.contains("EXTERNAL"))
        #expect(Self.all.mechanism(named: "EXTERNAL", from: without, on: Self.tls) == .failure(.invalidMechanism))
    }

    @Test("XEP0484-3.1-4, XEP0484-3.4-4, S13: tokens have a list of their own, with and without binding") func tokens()
    {
        let offer = Self.all.offer(.sasl2, on: Self.bound)
        #expect(offer.tokenMechanisms.contains("HT-SHA-256-NONE") && offer.tokenMechanisms.contains("HT-SHA-256-EXPR"))
        #expect(!offer.tokenMechanisms.contains("HT-SHA-256-UNIQ"))
        #expect(offer.mechanisms.allSatisfy { !$0.hasPrefix("HT-") })
        #expect(Self.all.offer(.sasl, on: Self.bound).tokenMechanisms == [])
        for (name, usesToken, isTaken) in [
            ("HT-SHA-256-NONE", true, true), ("HT-SHA-256-NONE", false, false), ("SCRAM-SHA-1", true, false),
            ("HT-SHA-256-UNIQ", true, false),
        ] {
            let result = Self.all.mechanism(named: name, from: offer, on: Self.bound, usesToken: usesToken)
            #expect((try? result.get()) != nil ? isTaken : !isTaken)
        }
        #expect(Self.all.offer(.sasl2, on: .open).tokenMechanisms == [])
    }

    @Test("S29: in early data the server takes tokens only") func earlyData() {
        let early = SASLChannel(.tls13, isServerVerified: false, isEarlyData: true)
        let offer = Self.all.offer(.sasl2, on: early)
        #expect(Self.all.mechanism(named: "SCRAM-SHA-1", from: offer, on: early) == .failure(.invalidMechanism))
        #expect(Self.all.mechanism(named: "PLAIN", from: offer, on: early) == .failure(.invalidMechanism))
        let token = Self.all.mechanism(named: "HT-SHA-256-NONE", from: offer, on: early, usesToken: true)
        #expect((try? token.get())?.name.description == "HT-SHA-256-NONE")
    }

    @Test("XEP0474-6.1-4: what a server hashes is what the client has seen, in each profile") func offers() {
        for profile in [SASLOffer.Profile.sasl, .sasl2] {
            let offer = Self.all.offer(profile, on: Self.bound)
            let seen = SASLOffer(
                profile, mechanisms: offer.mechanisms.reversed(), bindings: offer.bindings.reversed())
            var run = SCRAMRun()
            run.serverOffer = offer.downgradeProtection
            run.clientOffer = seen.downgradeProtection
            #expect((try? run.run().ending.isVerified) == true)
        }
    }
}
