import Testing
import XMPPSASL

/// What a client chooses, and what it says of the others.
@Suite struct SASLChoiceTests {
    @Test(
        "RFC6120-6.3.3-1, RFC6120-6.3.3-2, RFC6120-6.3.3-3, RFC6120-6.3.3-4, RFC6120-13.8.3-1, RFC6120-13.8.3-2, RFC6120-13.8.3-3, RFC7677-4-2, RFC6331-0-1, RFC2195-0-1: the best that both sides have, in policy's order",
        arguments: [
            (["PLAIN", "SCRAM-SHA-1", "SCRAM-SHA-256", "SCRAM-SHA-512"], "SCRAM-SHA-512"),
            (["SCRAM-SHA-1", "SCRAM-SHA-256", "PLAIN"], "SCRAM-SHA-256"), (["PLAIN", "SCRAM-SHA-1"], "SCRAM-SHA-1"),
            (["PLAIN"], "PLAIN"), (["CRAM-MD5", "DIGEST-MD5"], nil), (["CRAM-MD5", "PLAIN", "DIGEST-MD5"], "PLAIN"),
            (["ANONYMOUS", "EXTERNAL", "OAUTHBEARER"], nil), (["scram-sha-1", "Plain", "SCRAM-SHA-1 "], nil),
            (["GSSAPI", "", "\u{0}"], nil), ([], nil),
        ] as [([String], String?)])
    func preference(_ offered: [String], _ expected: String?) {
        let choice = Scene().choice(SASLOffer(.sasl, mechanisms: offered))
        #expect(choice.name == expected)
        // Whatever is not used has its reason.
        #expect(choice.passedOver.count == offered.count - (expected == nil ? 0 : 1))
    }

    @Test("RFC6331-0-1, RFC2195-0-1: what is historic is used only if asked for, and then after SCRAM") func historic()
    {
        var scene = Scene()
        scene.policy.mechanisms += SASLMechanism.historic
        #expect(scene.choice(["CRAM-MD5", "DIGEST-MD5", "SCRAM-SHA-1"]).name == "SCRAM-SHA-1")
        #expect(scene.choice(["CRAM-MD5", "DIGEST-MD5"]).name == "DIGEST-MD5")
        #expect(scene.choice(["CRAM-MD5", "PLAIN"]).name == "CRAM-MD5")
    }

    @Test(
        "RFC6120-13.8.3-4, RFC7628-3-1, XEP0484-6-1: what gives something away goes to a verified server under TLS only",
        arguments: ["PLAIN", "OAUTHBEARER", "X-OAUTH2", "EXTERNAL"])
    func openly(_ name: String) {
        var scene = Scene()
        scene.account.bearerToken = Secret("t")
        scene.account.hasCertificate = true
        #expect(scene.choice([name]).name == name)
        for channel in [.open, SASLChannel(.tls13, isServerVerified: false)] {
            scene.channel = channel
            #expect(scene.choice([name]).reason(name) == .unprotected)
        }
    }

    @Test(
        "RFC6120-13.9.4-4, S15, XEP0474-7-4, XEP0474-7-5, XEP0474-7-6: what was used before is not undercut, whichever SCRAM it was"
    )
    func remembered() {
        var scene = Scene()
        for (used, strength) in [
            ("SCRAM-SHA-512", .proof), ("SCRAM-SHA-1", .proof), ("EXTERNAL", .proof), ("PLAIN", .plaintext),
        ] as [(String, SASLStrength)] {
            scene.account.hasCertificate = used == "EXTERNAL"
            #expect(scene.choice([used]).selection?.strengthToRemember == strength)
        }
        scene.policy.rememberedStrength = .proof
        #expect(scene.choice(["PLAIN"]).reason("PLAIN") == .weakerThanBefore(.proof))
        #expect(scene.choice(["SCRAM-SHA-1"]).name == "SCRAM-SHA-1")
        // Channel binding was offered before and is gone.
        scene.channel = Scene.bound
        scene.policy.rememberedStrength = .channelBound
        let gone = scene.choice(["SCRAM-SHA-256", "SCRAM-SHA-1"])
        #expect(gone.decision == .nothing && gone.reason("SCRAM-SHA-1") == .weakerThanBefore(.channelBound))
        let here = SASLOffer(.sasl, mechanisms: ["SCRAM-SHA-1-PLUS"], bindings: ["tls-exporter"])
        #expect(scene.choice(here).selection?.strengthToRemember == .channelBound)
        // Nothing that is done later makes it less.
        scene.policy.rememberedStrength = .proof
        #expect(scene.choice(here).selection?.strengthToRemember == .channelBound)
    }

    @Test("RFC6120-6.3.3-5, S15: whoever makes a mechanism fail does not get a weaker one for the same secret")
    func failures() {
        let scene = Scene()
        let offer = SASLOffer(.sasl, mechanisms: ["SCRAM-SHA-256", "SCRAM-SHA-1", "PLAIN"])
        #expect(scene.choice(offer, failed: [.scramSHA256]).name == "SCRAM-SHA-1")
        let last = scene.choice(offer, failed: [.scramSHA256, .scramSHA1])
        #expect(last.decision == .nothing)
        #expect(last.reason("PLAIN") == .strongerIsOffered(.scramSHA256))
        #expect(last.reason("SCRAM-SHA-1") == .failedBefore)
    }

    @Test(
        "XEP0484-6-2, XEP0484-4.1-4, XEP0484-3.4-4: a token goes before the password, for its mechanism, until it fails"
    )
    func tokens() throws {
        var scene = Scene()
        scene.channel = Scene.bound
        let names = ["HT-SHA-256-NONE", "HT-SHA-256-ENDP", "HT-SHA-256-EXPR", "PLAIN"]
        let offer = SASLOffer(.sasl2, mechanisms: ["SCRAM-SHA-1"], tokenMechanisms: names)
        for name in names.dropLast() {
            let mechanism = try #require(SASLMechanismName(name))
            scene.account.token = FASTToken(Secret("t"), for: mechanism, expiry: 0)
            let choice = scene.choice(offer)
            #expect(choice.name == name)
            #expect(choice.passedOver.count { $0.reason == .tokenIsForAnother } == 2)
            #expect(choice.reason("PLAIN") == .notWanted)
            // Tokens come and go: they are not remembered.
            #expect(choice.selection?.strengthToRemember == nil)
            #expect(scene.choice(offer, failed: [mechanism]).name == "SCRAM-SHA-1")
            #expect(try choice.selection?.exchange(for: scene.account)?.mechanism == mechanism)
            // In the open, or with a server that is not the one, nothing of it is shown.
            scene.channel = SASLChannel(.tls13, isServerVerified: false, bindings: Scene.bindings)
            #expect(scene.choice(offer).reason(name) == .unprotected)
            scene.channel = Scene.bound
        }
        // A token's end is no attack: a server that has nothing but PLAIN beside tokens is logged in to by that.
        let name = try #require(SASLMechanismName("HT-SHA-256-EXPR"))
        scene.account.token = FASTToken(Secret("t"), for: name, expiry: 0)
        let plainOnly = SASLOffer(.sasl2, mechanisms: ["PLAIN"], tokenMechanisms: names)
        #expect(scene.choice(plainOnly).name == "HT-SHA-256-EXPR")
        #expect(scene.choice(plainOnly, failed: [name]).name == "PLAIN")
        // Among the other mechanisms it means nothing; nor in the profile that has no place for it.
        #expect(scene.choice(SASLOffer(.sasl2, mechanisms: names)).reason("HT-SHA-256-EXPR") == .notWanted)
        let plain = SASLOffer(.sasl, mechanisms: [], tokenMechanisms: names)
        #expect(scene.choice(plain).reason("HT-SHA-256-EXPR") == .notWanted)
        // What binds the channel comes first in the order that a host asks for tokens by.
        let order = SASLMechanism.current.filter { $0.credential == .hashedToken }.map(\.binding)
        #expect(order.lastIndex { $0 != .none } ?? 9 < order.firstIndex(of: .none) ?? 0)
    }

    @Test("S29: in early data there is nothing but tokens") func earlyData() {
        var scene = Scene()
        scene.channel = SASLChannel(.tls13, isServerVerified: true, isEarlyData: true)
        scene.account.token = FASTToken(Secret("t"), for: Scene.tokenMechanism, expiry: 0)
        scene.account.hasCertificate = true
        let names = ["SCRAM-SHA-256", "PLAIN", "EXTERNAL"]
        let offer = SASLOffer(.sasl2, mechanisms: names, tokenMechanisms: ["HT-SHA-256-NONE"])
        #expect(scene.choice(offer).name == "HT-SHA-256-NONE")
        for name in names { #expect(scene.choice(offer).reason(name) == .earlyData) }
    }

    @Test func `a minimum strength and a policy's own order are kept to`() {
        var scene = Scene()
        scene.policy.minimumStrength = .proof
        #expect(scene.choice(["PLAIN"]).reason("PLAIN") == .tooWeak(.proof))
        scene.policy.mechanisms = [.scram(SCRAMVariant(.sha1, bindsChannel: false)), .plain]
        let choice = scene.choice(["SCRAM-SHA-512", "SCRAM-SHA-1"])
        #expect(choice.name == "SCRAM-SHA-1" && choice.reason("SCRAM-SHA-512") == .notWanted)
    }

    @Test("S15: after a mechanism with binding has failed nothing goes out in the open, nor another secret") func open()
    {
        var scene = Scene()
        scene.channel = Scene.bound
        scene.account.bearerToken = Secret("t")
        let offer = SASLOffer(
            .sasl, mechanisms: ["SCRAM-SHA-256-PLUS", "OAUTHBEARER", "PLAIN"], bindings: ["tls-exporter"])
        let choice = scene.choice(offer, failed: [.scramSHA256Plus])
        #expect(choice.decision == .nothing && choice.reason("OAUTHBEARER") == .bindingFailed)
    }

    @Test("S14: a token that binds nothing comes after a password that does") func unboundTokens() {
        var scene = Scene()
        scene.channel = Scene.bound
        scene.account.token = FASTToken(Secret("t"), for: Scene.tokenMechanism, expiry: 0)
        let offer = SASLOffer(
            .sasl2, mechanisms: ["SCRAM-SHA-1", "SCRAM-SHA-1-PLUS"], bindings: ["tls-exporter"],
            tokenMechanisms: ["HT-SHA-256-NONE"])
        #expect(scene.choice(offer).name == "SCRAM-SHA-1-PLUS")
        scene.channel = SASLChannel(.tls13, isServerVerified: true)
        #expect(scene.choice(offer).name == "HT-SHA-256-NONE")
        // Where the offer is suspect it is of no use.
        scene.policy.requiresConfirmedOffer = true
        #expect(scene.choice(offer).reason("HT-SHA-256-NONE") == .cannotConfirm)
    }

    @Test func `a policy can keep SCRAM, too, to servers that have been verified`() {
        var scene = Scene()
        scene.channel = .open
        #expect(scene.choice(["SCRAM-SHA-1"]).name == "SCRAM-SHA-1")
        #expect(scene.choice(["ANONYMOUS"]).decision == .nothing)
        scene.policy.requiresVerifiedTLS = true
        #expect(scene.choice(["SCRAM-SHA-1"]).reason("SCRAM-SHA-1") == .unprotected)
        scene.account.isAnonymous = true
        #expect(scene.choice(["ANONYMOUS"]).name == "ANONYMOUS")
    }

    @Test("RFC4422-4-1: a mechanism of the host's own is chosen like any other, and made by the host") func own() throws
    {
        let name = try #require(SASLMechanismName("X-GOOGLE-TOKEN"))
        var scene = Scene()
        scene.account.bearerToken = Secret("t")
        scene.policy.mechanisms.insert(
            SASLMechanism(name, strength: .plaintext, credential: .bearerToken), at: 0)
        let choice = scene.choice(["OAUTHBEARER", "X-GOOGLE-TOKEN"])
        #expect(choice.name == "X-GOOGLE-TOKEN" && choice.reason("OAUTHBEARER") == .lessWanted(than: name))
        #expect(try choice.selection?.exchange(for: scene.account) == nil)
    }

    @Test func `every choice prints what is used and why the others are not, and nothing of a peer's that is no name`()
    {
        var scene = Scene()
        scene.channel = Scene.bound
        let names = ["PLAIN", "SCRAM-SHA-1-PLUS", "SCRAM-SHA-256", "EXTERNAL", "X-A", "\u{1B}[2J"]
        let offer = SASLOffer(.sasl2, mechanisms: names, bindings: ["tls-exporter"])
        #expect(
            scene.choice(offer).description == """
                use SCRAM-SHA-1-PLUS, bound by tls-exporter
                not PLAIN: SCRAM-SHA-1-PLUS is on offer and gives less away
                not SCRAM-SHA-256: SCRAM-SHA-1-PLUS is on offer and gives less away
                not EXTERNAL: the account has no certificate
                not X-A: policy does not name it
                not [no mechanism's name]: policy does not name it
                """)
        #expect(
            scene.choice(["ANONYMOUS"]).description == """
                no mechanism will do
                not ANONYMOUS: the account is somebody's
                """)
        #expect(
            scene.choice(SASLOffer(.sasl2, mechanisms: ["SCRAM-SHA-1-PLUS"])).description == """
                abort: mechanisms with channel binding are offered, but no kinds of it
                not SCRAM-SHA-1-PLUS: the attempt has ended
                """)
    }
}
