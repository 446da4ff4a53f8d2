import Testing
import XMLStream
import XMPPAddress
import XMPPSASL
import XMPPStanza

@testable import XMPPNegotiation

/// Components and their servers (XEP-0114).
@Suite struct ComponentHandshakeTests {
    private static let digits = "aaee83c26aeeafcbabeabfcbcd50df997e0a2a1e"
    private static let component = ComponentHandshakeFeature(secret: Secret("test"))

    private static func handshake(_ text: String = "") throws -> Element {
        try element("<handshake xmlns='jabber:component:accept'>\(text)</handshake>")
    }

    private static func pair(
        _ features: [any StreamFeature] = [component], by verification: ComponentHandshakeFeature.Verification,
        streamID: String? = "3BF96D32"
    ) throws -> FeaturePair {
        try FeaturePair(
            features, against: [ComponentHandshakeFeature(verifyingBy: verification)], content: .component,
            goal: .authenticated, version: .legacy, streamID: streamID, domain: JID("plays.shakespeare.lit"))
    }

    @Test func `every state of both machines has an outcome for every event`() throws {
        let events: [(String, FeatureEvent)] = [
            ("chosen", .chosen(nil, among: StreamFeatures())), ("right", .received(try Self.handshake(Self.digits))),
            ("wrong", .received(try Self.handshake(String(Self.digits.reversed())))),
            ("empty", .received(try Self.handshake())),
            ("stanza", .received(try element("<message xmlns='jabber:component:accept'/>"))),
            ("yes", .answered(.legacyCredentials(.success(try JID(wire: "example.com"))))),
            ("somebody else", .answered(.legacyCredentials(.success(try JID(wire: "example.org"))))),
            ("no", .answered(.legacyCredentials(.failure(StanzaError(.notAuthorized))))),
            ("unavailable", .answered(.unavailable)), ("switched", .switched(.compression(method: "zlib"))),
        ]
        let refused = "-|-|-|-|-|-|-|-|-|-"
        let bad = "!unsupported-stanza-type → failed"
        MachineTable(
            Self.component, .initiating, knowing: .known(.initiating, .component), events: events,
            states: [
                (InitiatingHandshake.idle(Secret("test")), "handshake → awaitingAcknowledgement|-|-|-|-|-|-|-|-|-"),
                (
                    InitiatingHandshake.awaitingAcknowledgement,
                    "-|\(bad)|\(bad)|grant finish → authenticated|\(bad)|-|-|-|-|-"
                ),
                (InitiatingHandshake.authenticated, refused), (InitiatingHandshake.failed, refused),
            ]
        ).verify(pairs: 40, stored: 4)
        let wrong = "!not-authorized → failed"
        MachineTable(
            ComponentHandshakeFeature(verifyingBy: .secret(Secret("test"))), .receiving,
            knowing: .known(.receiving, .component), events: events,
            states: [
                (
                    ReceivingHandshake.awaitingHandshake(.secret(Secret("test"))),
                    "-|grant handshake finish → authenticated|\(wrong)|\(wrong)|\(bad)|-|-|-|-|-"
                ),
                (ReceivingHandshake.authenticated, refused), (ReceivingHandshake.failed, refused),
            ]
        ).verify(pairs: 30, stored: 3)
        MachineTable(
            ComponentHandshakeFeature(verifyingBy: .host), .receiving, knowing: .known(.receiving, .component),
            events: events,
            states: [
                (
                    ReceivingHandshake.awaitingHandshake(.host),
                    "-|ask → verifying|ask → verifying|\(wrong)|\(bad)|-|-|-|-|-"
                ),
                (
                    ReceivingHandshake.verifying,
                    "-|-|-|-|-|grant handshake finish → authenticated|-|\(wrong)|unavailable → failed|-"
                ),
            ]
        ).verify(pairs: 20, stored: 1)
    }

    @Test("XEP0114-3-6, XEP0114-3-8, XEP0114-3-12: a hash, an empty handshake, and both are ready without any features")
    func example() throws {
        for verification in [ComponentHandshakeFeature.Verification.secret(Secret("test")), .host] {
            var pair = try Self.pair(by: verification)
            pair.run { question in
                let asked = LegacyCredentials.component(
                    domain: JID("plays.shakespeare.lit"), streamID: "3BF96D32",
                    digest: KnownDigests.bytes(Self.digits))
                #expect(question == .legacyCredentials(asked))
                return JID("plays.shakespeare.lit").map { .legacyCredentials(.success($0)) } ?? .unavailable
            }
            try pair.expect([
                "> <handshake xmlns='jabber:component:accept'>\(Self.digits)</handshake>",
                "< <handshake xmlns='jabber:component:accept'/>",
            ])
            #expect(pair.lists.isEmpty && pair.streams == 1 && pair.settled.count == 2 && pair.failures.isEmpty)
            let authentication = pair.receiving.facts.authentication
            #expect(authentication?.mechanism == "jabber:component:accept")
            #expect(authentication?.address == JID("plays.shakespeare.lit"))
            #expect(pair.questions.isEmpty == (verification != .host))
        }
    }

    @Test("XEP0114-3-6: the hash is that of the id and the secret as they are, without the escapes of XML, in UTF-8")
    func escapes() throws {
        let component = ComponentHandshakeFeature(secret: Secret("geh\u{EB}im"))
        var pair = try Self.pair([component], by: .secret(Secret("geh\u{EB}im")), streamID: "a&b<c\"d")
        pair.run()
        #expect(pair.said.first?.1.text == "203a850e44a3a11de0917e6e2ad8f566e569468b")
        #expect(pair.settled.count == 2)
    }

    @Test(
        "XEP0114-3-7: wrong credentials end the stream with not-authorized, whoever finds out",
        arguments: [
            "", "aaee83c26aeeafcbabeabfcbcd50df997e0a2a1", "aaee83c26aeeafcbabeabfcbcd50df997e0a2a1f",
            "aaee83c26aeeafcbabeabfcbcd50df997e0a2a1e0", "zzee83c26aeeafcbabeabfcbcd50df997e0a2a1e",
            "q\u{AE}\u{83}\u{F6}", " \(digits)",
        ])
    func wrong(_ text: String) throws {
        for verification in [ComponentHandshakeFeature.Verification.secret(Secret("test")), .host] {
            var pair = try Self.pair(by: verification)
            pair.listen()
            pair.say(try Self.handshake(text), as: .initiating) { _ in
                .legacyCredentials(.failure(StanzaError(.notAuthorized)))
            }
            guard case .violation(let violation)? = pair.failures[.receiving] else { return #expect(Bool(false)) }
            #expect(violation.condition == .notAuthorized)
            #expect(pair.said.count == 1 && !pair.receiving.facts.isAuthenticated && pair.settled.isEmpty)
        }
    }

    @Test("XEP0114-3-13: hashes are compared in a time that tells nothing, and capital letters count as small ones")
    func comparison() throws {
        var pair = try Self.pair(by: .secret(Secret("test")))
        pair.listen()
        pair.say(try Self.handshake(Self.digits.uppercased()), as: .initiating)
        #expect(pair.settled == [.receiving])
        let right = KnownDigests.bytes(Self.digits)
        #expect(KnownDigests.compared.withLock { $0.contains([right, right]) })

        let shown = "0123456789abcdef0123456789abcdef01234567"
        pair = try Self.pair(by: .secret(Secret("test")))
        pair.listen()
        pair.say(try Self.handshake(shown), as: .initiating)
        #expect(KnownDigests.compared.withLock { $0.contains([right, KnownDigests.bytes(shown)]) })
        #expect(pair.settled.isEmpty)
    }

    @Test("XEP0114-3-9: before the handshake is acknowledged, no stanza counts on either side")
    func early() throws {
        var pair = try Self.pair(by: .secret(Secret("test")))
        pair.listen()
        pair.say(try element("<message xmlns='jabber:component:accept' to='a@b' from='c@d'/>"), as: .initiating)
        guard case .violation(let violation)? = pair.failures[.receiving] else { return #expect(Bool(false)) }
        #expect(violation.condition == .notAuthorized && pair.passed.isEmpty)

        pair = try Self.pair(by: .host)
        pair.run { _ in .unavailable }
        #expect(pair.failures[.receiving] == .unavailable(.handshake) && pair.settled.isEmpty)
    }

    @Test func `a stream without an id is none that a component can prove itself in`() throws {
        var pair = try Self.pair(by: .host, streamID: nil)
        pair.run()
        guard case .violation(let violation)? = pair.failures[.initiating] else { return #expect(Bool(false)) }
        #expect(violation.condition == .badFormat && pair.said.isEmpty)
    }

    @Test(
        "the handshake is for components that have a secret, and have not authenticated",
        arguments: [
            (ContentNamespace.client, [], "for components only"), (.server, [], "for components only"),
            (.component, [StreamFact.juliet], "authenticated already"), (.component, [], "there is no secret"),
        ])
    func evaluation(_ content: ContentNamespace, _ facts: [StreamFact], _ reason: String) {
        let known = StreamFacts.known(.initiating, content, facts)
        let server = ComponentHandshakeFeature(verifyingBy: .host)
        #expect(server.evaluate(nil, in: StreamFeatures(), knowing: known) == .skipped(reason))
        let isOpen = content == .component && facts.isEmpty
        #expect((server.offer(knowing: known) == .unlisted) == isOpen)
        if isOpen { #expect(Self.component.offer(knowing: known) == .withheld("off")) }
    }
}
