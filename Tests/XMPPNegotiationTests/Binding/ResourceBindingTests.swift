import Testing
import XMLStream
import XMPPAddress
import XMPPSASL
import XMPPStanza

@testable import XMPPNegotiation

/// A client and a server that bind a resource (RFC 6120 §7).
@Suite struct ResourceBindingTests {
    private static let random = Secret((0..<16).map { $0 &* 17 })
    private static let generated = "00112233445566778899aabbccddeeff"

    /// A server's host: it gives what is asked for unless it is taken, else what was generated.
    private static func host(taken: [String] = [], refusing: StanzaError? = nil) -> (HostQuestion) -> HostAnswer {
        { question in
            switch question {
            case .randomBytes: return .randomBytes(random)
            case .resource(let wish):
                if let refusing { return .resource(.failure(refusing)) }
                if let wanted = wish.resource, taken.contains(wanted) {
                    return .resource(.failure(StanzaError(.conflict)))
                }
                guard let jid = try? wish.account?.with(resourcepart: wish.resource ?? wish.generated) else {
                    return .unavailable
                }
                return .resource(.success(jid))
            default: return .unavailable
            }
        }
    }

    private static func pair(
        _ feature: ResourceBindingFeature, _ server: ResourceBindingFeature = ResourceBindingFeature(),
        knowing facts: [StreamFact] = [.tls, .juliet]
    ) throws -> FeaturePair {
        try FeaturePair([feature], against: [server], knowing: facts)
    }

    private static func request(_ id: String, _ content: String = "", to attributes: String = "") -> String {
        "<iq \(attributes) type='set' id='\(id)'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'>\(content)</bind></iq>"
    }

    @Test("RFC6120-7.1-1, RFC6120-7.2-1, RFC6120-7.4-1, RFC6120-7.4-3: after authentication a client binds a resource")
    func serverGenerated() throws {
        var pair = try Self.pair(ResourceBindingFeature())
        pair.run(Self.host())
        try pair.expect([
            "> \(Self.request("bind-1"))",
            """
            < <iq type='result' id='bind-1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'>\
            <jid>juliet@example.com/\(Self.generated)</jid></bind></iq>
            """,
        ])
        #expect(pair.lists == [["bind"]])
    }

    @Test("RFC6120-7.1-2, RFC6120-7.3.2-1: both sides have the full address then, and the stream goes on as it is")
    func bound() throws {
        var pair = try Self.pair(ResourceBindingFeature())
        pair.run(Self.host())
        let jid = JID("juliet@example.com/\(Self.generated)")
        #expect(pair.initiating.facts.address == jid && pair.receiving.facts.address == jid)
        #expect(pair.streams == 1 && pair.settled == [.initiating, .receiving] && pair.failures.isEmpty)
    }

    @Test("RFC6120-7.6-1, RFC6120-7.6-2, RFC6120-7.6.1-1: a server can generate a resource of 128 random bits")
    func random() throws {
        var pair = try Self.pair(ResourceBindingFeature())
        pair.run(Self.host())
        // They are the host's own; what was made of them is in the answer.
        #expect(pair.questions.first == .randomBytes(count: 16))
        let jid = IQ(try #require(pair.said.last?.1))?.payload?.child(.jid)?.text
        #expect(jid == "juliet@example.com/\(Self.generated)")
        let wish = ResourceWish(account: JID("juliet@example.com"), resource: nil, generated: Self.generated)
        #expect(pair.questions.last == .resource(wish))
    }

    @Test(
        "RFC6120-7.4-2, RFC6120-7.3.1-1: before authentication nothing is offered, and nothing is bound"
    )
    func unauthenticated() throws {
        var pair = try Self.pair(ResourceBindingFeature(), knowing: [.tls])
        pair.run(Self.host())
        #expect(pair.lists == [[]] && pair.failures[.initiating] == .goalOutOfReach)
        #expect(pair.receiving.facts.address == nil && !pair.settled.contains(.receiving))
        // Nor is it given to one who asks all the same.
        pair.say(try element(Self.request("1")), as: .initiating, Self.host())
        guard case .violation(let violation)? = pair.failures[.receiving] else { return #expect(Bool(false)) }
        #expect(violation.condition == .notAuthorized && pair.questions.isEmpty)
    }

    @Test("RFC6120-7.1-5, RFC6120-7.1-6: a stanza before a resource is bound ends the stream with not-authorized")
    func early() throws {
        var pair = try Self.pair(ResourceBindingFeature())
        pair.listen()
        pair.say(try element("<message to='romeo@example.com'/>"), as: .initiating, Self.host())
        guard case .violation(let violation)? = pair.failures[.receiving] else { return #expect(Bool(false)) }
        #expect(violation.condition == .notAuthorized && pair.passed.isEmpty)
    }

    @Test("RFC6120-4.3.6-1, RFC6120-4.3.6-2, RFC6120-4.3.6-5: neither side has an address before it is bound")
    func addresses() throws {
        var pair = try Self.pair(ResourceBindingFeature())
        #expect(pair.initiating.facts.address == nil && pair.receiving.facts.address == nil)
        pair.run { question in
            #expect(question != .randomBytes(count: 0))
            return .unavailable
        }
        #expect(pair.initiating.facts.address == nil && pair.receiving.facts.address == nil)
    }

    @Test(
        "RFC6120-7.7.1-1, RFC6120-7.7.1-2, RFC6120-4.3.6-4, RFC6120-4.3.6-6, RFC6120-4.3.6-7: the server decides",
        arguments: [
            ("balcony", "balcony", "juliet@example.com/balcony"), ("ﬁ\u{212B}", "ﬁÅ", "juliet@example.com/ﬁÅ"),
            ("balcony", nil, "juliet@example.com/other"), ("balcony", nil, "j@xn--nxasmm1c.example/x"),
        ])
    func asked(_ resource: String, _ wish: String?, _ given: String) throws {
        let account = try JID(wire: given).bare
        let facts = StreamFact.authenticated(Authentication(mechanism: "PLAIN", address: account))
        var pair = try Self.pair(ResourceBindingFeature(resource: resource), knowing: [.tls, facts])
        pair.run { question in
            guard case .resource(let asked) = question else { return .randomBytes(Self.random) }
            if let wish { #expect(asked.resource == wish) }
            #expect(asked.account == account && asked.generated == Self.generated)
            return JID(given).map { .resource(.success($0)) } ?? .unavailable
        }
        #expect(pair.initiating.facts.address == JID(given) && pair.settled.count == 2)
    }

    @Test(
        "RFC6120-7.7.2.2-1: a server answers conflict, and the client asks once more, or gives up, as it was told",
        arguments: [
            (ResourceBindingFeature.ConflictResponse.letServerChoose, ["balcony"], generated),
            (.ask(for: "garden"), ["balcony"], "garden"), (.ask(for: "garden"), ["balcony", "garden"], nil),
            (.giveUp, ["balcony"], nil),
        ] as [(ResourceBindingFeature.ConflictResponse, [String], String?)])
    func conflict(
        _ response: ResourceBindingFeature.ConflictResponse, _ taken: [String], _ resource: String?
    ) throws {
        var pair = try Self.pair(ResourceBindingFeature(resource: "balcony", onConflict: response))
        pair.run(Self.host(taken: taken))
        #expect(pair.initiating.facts.address?.resourcepart == resource)
        if resource == nil {
            #expect(pair.failures[.initiating] == .refused(.bind, StanzaError(.conflict)))
        } else {
            #expect(pair.settled.count == 2 && pair.failures.isEmpty)
        }
    }

    @Test("RFC6120-7.7.2.2-1: a server overrides a resource that is taken with one that it generates")
    func overridden() throws {
        var pair = try Self.pair(ResourceBindingFeature(resource: "balcony"))
        pair.run { question in
            guard case .resource(let wish) = question else { return .randomBytes(Self.random) }
            let jid = try? wish.account?.with(resourcepart: wish.generated)
            return jid.map { .resource(.success($0)) } ?? .unavailable
        }
        #expect(pair.initiating.facts.address?.resourcepart == Self.generated && pair.failures.isEmpty)
    }

    @Test(
        "RFC6120-7.1-4, RFC6120-7.6.2.1-1, RFC6120-7.6.2.2-1, RFC6120-13.12-4: a server says why it binds nothing",
        arguments: [
            StanzaErrorCondition.resourceConstraint, .notAllowed, .badRequest, .internalServerError, .policyViolation,
        ])
    func refused(_ condition: StanzaErrorCondition) throws {
        var pair = try Self.pair(ResourceBindingFeature())
        pair.run(Self.host(refusing: StanzaError(condition)))
        try pair.expect([
            "> \(Self.request("bind-1"))",
            """
            < <iq type='error' id='bind-1'><error type='\(condition.usualType.rawValue)'>\
            <\(condition) xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
            """,
        ])
        #expect(pair.failures == [.initiating: .refused(.bind, StanzaError(condition))])
    }

    @Test(
        "RFC6120-7.7.2.1-1: what is no resourcepart is replaced, or refused with bad-request, as the server was told",
        arguments: ["", String(repeating: "é", count: 512)])
    func unusable(_ resource: String) throws {
        for response in [ResourceBindingFeature.UnusableResourceResponse.choose, .refuse] {
            var server = ResourceBindingFeature()
            server.onUnusableResource = response
            var pair = try Self.pair(ResourceBindingFeature(), server)
            pair.listen()
            pair.say(try element(Self.request("1", "<resource>\(resource)</resource>")), as: .initiating, Self.host())
            switch response {
            case .choose: #expect(pair.receiving.facts.address?.resourcepart == Self.generated)
            case .refuse:
                try pair.expect([
                    "> \(Self.request("1", "<resource>\(resource)</resource>"))",
                    """
                    < <iq type='error' id='1'><error type='modify'>\
                    <bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
                    """,
                ])
                #expect(pair.receiving.facts.address == nil && pair.failures[.receiving] == nil)
            }
        }
        #expect(throws: AddressViolation.self) { try ResourceBindingFeature(resource: resource) }
    }

    @Test(
        "RFC6120-7.7.3-1, RFC6120-7.7.3-2: a client may try again five times, or as often as is configured, and no more",
        arguments: [UInt8(5), 10, 0])
    func retries(_ retries: UInt8) throws {
        var server = ResourceBindingFeature()
        #expect(server.maximumRetries == 5)
        server.maximumRetries = retries
        var pair = try Self.pair(ResourceBindingFeature(), server)
        pair.listen()
        for attempt in 0...Int(retries) {
            #expect(pair.failures[.receiving] == nil)
            pair.say(
                try element(Self.request("\(attempt)", "<resource>a</resource>")), as: .initiating,
                Self.host(taken: ["a"]))
        }
        guard case .violation(let violation)? = pair.failures[.receiving] else { return #expect(Bool(false)) }
        #expect(violation.condition == .policyViolation)
    }

    @Test("RFC6120-7.6.2.2-1: who is bound is not bound again, before and after stanzas")
    func again() throws {
        var pair = try Self.pair(ResourceBindingFeature())
        pair.run(Self.host())
        let address = pair.receiving.facts.address
        let stanza = try element("<message to='romeo@example.com'/>")
        let foreign = try element(Self.request("3", to: "to='romeo@example.com/orchard'"))
        for element in [stanza, try element(Self.request("2")), foreign] {
            #expect(
                pair.receiving.takes(element, in: pair.setups.receiving) == (element != stanza && element != foreign))
            pair.say(element, as: .initiating, Self.host())
        }
        #expect(pair.passed[.receiving] == [stanza, foreign])
        #expect(pair.receiving.facts.address == address && pair.questions.count == 2)
        let answer = try #require(pair.said.last { $0.by == .receiving })
        #expect(IQ(answer.1)?.error?.condition == .notAllowed && IQ(answer.1)?.id == "2")
    }

    @Test("RFC6120-7.1-3, RFC6120-7.5-1: one account has several streams, each with another resource")
    func several() throws {
        var taken: Set<String> = []
        for turn in 1...3 {
            var pair = try Self.pair(ResourceBindingFeature(resource: "balcony", onConflict: .ask(for: "garden")))
            pair.run(Self.host(taken: Array(taken)))
            // The third finds both taken.
            guard let resource = pair.receiving.facts.address?.resourcepart else {
                #expect(turn == 3 && pair.failures[.initiating] == .refused(.bind, StanzaError(.conflict)))
                continue
            }
            #expect(taken.insert(resource).inserted && pair.receiving.facts.address?.bare == JID("juliet@example.com"))
        }
        #expect(taken == ["balcony", "garden"])
    }

    @Test("a server's answer to a request is addressed as the request was")
    func addressed() throws {
        var pair = try Self.pair(ResourceBindingFeature())
        pair.listen()
        pair.say(try element(Self.request("é&amp;", to: "to='example.com'")), as: .initiating, Self.host())
        let answer = try #require(pair.said.last)
        #expect(answer.1.attribute("from") == "example.com" && answer.1.attribute("id") == "é&")
    }

    @Test(
        "an answer that says to be from somebody else is none",
        arguments: [("romeo@example.com", false), ("example.com", true), ("juliet@example.com", false), ("", true)])
    func forged(_ sender: String, _ isTaken: Bool) throws {
        let facts = StreamFacts.known(.initiating, .client, [.tls, .authenticated(Authentication(mechanism: "PLAIN"))])
        let from = sender.isEmpty ? "" : "from='\(sender)'"
        let answer = try element("<iq \(from) type='result' id='bind-1'/>")
        #expect(ResourceBindingFeature().takes(answer, knowing: facts) == isTaken)
        var named = facts
        named.initiator = JID("juliet@example.com")
        #expect(ResourceBindingFeature().takes(answer, knowing: named) == (isTaken || sender.hasPrefix("juliet")))
    }

    @Test(
        "what is not to be bound is left, for a reason",
        arguments: [
            (ContentNamespace.server, [StreamFact.juliet], false, "for clients only"),
            (.client, [], false, "authentication comes first"), (.client, [.juliet], true, "the stream has an address"),
            (.client, [.juliet], false, "not offered"),
        ])
    func evaluation(
        _ content: ContentNamespace, _ facts: [StreamFact], _ isBound: Bool, _ reason: String
    ) throws {
        let bound = StreamFact.bound(try JID(wire: "juliet@example.com/balcony"))
        let known = StreamFacts.known(.initiating, content, facts + (isBound ? [bound] : []))
        let feature = ResourceBindingFeature()
        #expect(feature.evaluate(nil, in: StreamFeatures(), knowing: known) == .skipped(reason))
        if reason != "not offered" { #expect(feature.offer(knowing: known) == .withheld(reason)) }
    }
}
