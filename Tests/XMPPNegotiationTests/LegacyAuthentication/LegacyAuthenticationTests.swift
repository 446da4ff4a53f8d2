import Testing
import XMLStream
import XMPPAddress
import XMPPSASL
import XMPPStanza

@testable import XMPPNegotiation

/// Authentication of before SASL (XEP-0078).
@Suite struct LegacyAuthenticationTests {
    private static let digits = "48fc78be9ec8f86d8ce1c39c320c97c21d62334d"
    private static let query = "<query xmlns='jabber:iq:auth'>"

    private static func client(allowsPlain: Bool = false) throws -> LegacyAuthenticationFeature {
        var feature = LegacyAuthenticationFeature(
            as: try .init(username: "Bill", password: Secret("Calli0pe"), resource: "globe"))
        feature.allowsPlain = allowsPlain
        return feature
    }

    private static func server(
        allowsPlain: Bool = false, allowsDigest: Bool = true
    ) -> LegacyAuthenticationFeature {
        var feature = LegacyAuthenticationFeature(isServed: true)
        feature.allowsPlain = allowsPlain
        feature.allowsDigest = allowsDigest
        return feature
    }

    private static func pair(
        _ features: [any StreamFeature], _ servers: [any StreamFeature], _ facts: [StreamFact] = [],
        version: StreamVersion = .legacy
    ) throws -> FeaturePair {
        try FeaturePair(
            features, against: servers, version: version, streamID: "3EE948B0", domain: JID("shakespeare.lit"),
            knowing: facts)
    }

    private static func accept(_ question: HostQuestion) -> HostAnswer {
        JID("bill@shakespeare.lit/globe").map { .legacyCredentials(.success($0)) } ?? .unavailable
    }

    private static func set(_ id: String, _ content: String) -> String {
        "<iq type='set' id='\(id)'>\(query)\(content)</query></iq>"
    }

    private static func failed(_ id: String, _ condition: StanzaErrorCondition) -> String {
        """
        <iq type='error' id='\(id)'><error type='\(condition.usualType.rawValue)'>\
        <\(condition) xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
        """
    }

    @Test func `every state of the client has an outcome for every event`() throws {
        let feature = try Self.client()
        let account = try #require(feature.account)
        let jid = try JID(wire: "bill@example.com/globe")
        let refused = "-|-|-|-|-|-|-|-|-"
        MachineTable(
            feature, .initiating, knowing: .known(.initiating, streamID: "3EE948B0"),
            events: [
                ("chosen", .chosen(nil, among: StreamFeatures())),
                ("fields", .received(try element("<iq type='result' id='auth-1'>\(Self.query)<digest/></query></iq>"))),
                (
                    "plain fields",
                    .received(try element("<iq type='result' id='auth-1'>\(Self.query)<password/></query></iq>"))
                ), ("no fields", .received(try element(Self.failed("auth-1", .serviceUnavailable)))),
                ("yes", .received(try element("<iq type='result' id='auth-2'/>"))),
                ("no", .received(try element(Self.failed("auth-2", .notAuthorized)))),
                ("conflict", .received(try element(Self.failed("auth-2", .conflict)))),
                ("answered", .answered(.unavailable)), ("switched", .switched(.compression(method: "zlib"))),
            ],
            states: [
                (InitiatingLegacyAuthentication.idle(feature), "get → awaitingFields|-|-|-|-|-|-|-|-"),
                (
                    InitiatingLegacyAuthentication.awaitingFields(account, allowsPlain: true, jid),
                    """
                    -|set → awaitingVerdict|failed:mechanism-too-weak → failed|refused:service-unavailable → failed\
                    |none|none|none|-|-
                    """
                ),
                (
                    InitiatingLegacyAuthentication.awaitingVerdict(jid),
                    """
                    -|none|none|none|grant grant finish → authenticated|failed:not-authorized → failed\
                    |refused:conflict → failed|-|-
                    """
                ),
                (InitiatingLegacyAuthentication.authenticated, refused),
                (InitiatingLegacyAuthentication.failed, refused),
            ]
        ).verify(pairs: 45, stored: 0)
    }

    @Test func `every state of the server has an outcome for every event`() throws {
        let feature = Self.server()
        let request = try #require(IQ(try element("<iq type='set' id='1'>\(Self.query)</query></iq>")))
        let none = "-|-|-|-|-|-|-|-|-"
        MachineTable(
            feature, .receiving, knowing: .known(.receiving),
            events: [
                ("chosen", .chosen(nil, among: StreamFeatures())),
                ("get", .received(try element("<iq type='get' id='1'>\(Self.query)</query></iq>"))),
                ("incomplete", .received(request.element)),
                (
                    "set",
                    .received(
                        try element(
                            Self.set(
                                "1",
                                "<username>b</username><digest>\(Self.digits)</digest><resource>g</resource>")))
                ), ("message", .received(try element("<message/>"))),
                ("yes", .answered(.legacyCredentials(.success(try JID(wire: "b@example.com/g"))))),
                ("no", .answered(.legacyCredentials(.failure(StanzaError(.notAuthorized))))),
                ("unavailable", .answered(.unavailable)), ("switched", .switched(.compression(method: "zlib"))),
            ],
            states: [
                (
                    ReceivingLegacyAuthentication.offered(feature, failures: 1),
                    "-|result|not-acceptable|ask → verifying|!unsupported-stanza-type → ended|-|-|-|-"
                ),
                (
                    ReceivingLegacyAuthentication.offered(feature, failures: 2),
                    """
                    -|result|not-acceptable !policy-violation → ended|ask → verifying\
                    |!unsupported-stanza-type → ended|-|-|-|-
                    """
                ),
                (
                    ReceivingLegacyAuthentication.verifying(feature, failures: 1, request),
                    """
                    -|-|-|-|-|grant grant result finish → authenticated|not-authorized → offered\
                    |internal-server-error → offered|-
                    """
                ),
                (ReceivingLegacyAuthentication.authenticated, none), (ReceivingLegacyAuthentication.ended, none),
            ]
        ).verify(pairs: 45, stored: 0)
    }

    @Test("XEP0078-3.1-1, XEP0078-3.1-5, XEP0078-3.1-6, XEP0078-3.1-9: the fields, a hash, and the stream is bound")
    func example() throws {
        let binding = ResourceBindingFeature()
        var pair = try Self.pair([try Self.client(), binding], [Self.server(), binding])
        pair.run { question in
            let shown = LegacyCredentials.digest(
                username: "bill", streamID: "3EE948B0", KnownDigests.bytes(Self.digits), resource: "globe")
            #expect(question == .legacyCredentials(shown))
            return Self.accept(question)
        }
        try pair.expect([
            "> <iq type='get' id='auth-1' to='shakespeare.lit'>\(Self.query)<username>bill</username></query></iq>",
            """
            < <iq type='result' id='auth-1' from='shakespeare.lit'>\(Self.query)<username/><digest/><resource/>\
            </query></iq>
            """,
            "> "
                + Self.set(
                    "auth-2", "<username>bill</username><digest>\(Self.digits)</digest><resource>globe</resource>"),
            "< <iq type='result' id='auth-2'/>",
        ])
        #expect(pair.lists.isEmpty && pair.streams == 1 && pair.settled.count == 2 && pair.failures.isEmpty)
        for facts in [pair.initiating.facts, pair.receiving.facts] {
            #expect(facts.address == JID("bill@shakespeare.lit/globe") && facts.isAuthenticated)
            #expect(facts.authentication?.mechanism == "jabber:iq:auth")
        }
        #expect(pair.receiving.facts.authentication?.address == JID("bill@shakespeare.lit"))
    }

    @Test(
        "XEP0078-7-2, XEP0078-7-3: the password itself is sent only where it is allowed, under TLS, and nothing better is",
        arguments: [(true, true, true), (true, false, false), (false, true, false), (false, false, false)])
    func plain(_ allowsPlain: Bool, _ isSecure: Bool, _ isSent: Bool) throws {
        var pair = try Self.pair(
            [try Self.client(allowsPlain: allowsPlain)], [Self.server(allowsPlain: true, allowsDigest: false)],
            isSecure ? [.tls] : [])
        pair.run { question in
            let shown = LegacyCredentials.password(username: "bill", Secret("Calli0pe"), resource: "globe")
            #expect(question == .legacyCredentials(shown))
            return Self.accept(question)
        }
        #expect(pair.settled.count == (isSent ? 2 : 0) && pair.said.count == (isSent ? 4 : 2))
        #expect(!"\(pair.said.prefix(2))".contains("Calli0pe"))
        #expect(try Self.client().allowsPlain == false)
        // And no server takes it in the clear.
        var open = try Self.pair([], [Self.server(allowsPlain: true)])
        open.listen()
        let credentials = "<username>b</username><password>p</password><resource>r</resource>"
        open.say(try element(Self.set("1", credentials)), as: .initiating, Self.accept)
        #expect(open.questions.isEmpty && IQ(open.said[1].1)?.error?.condition == .notAcceptable)
    }

    @Test("XEP0078-3.1-2: whoever asks is told the same fields, and no host is asked")
    func fields() throws {
        var answers: Set<Element> = []
        for username in ["<username>bill</username>", "<username>nobody</username>", "<username/>", ""] {
            var pair = try Self.pair([], [Self.server()])
            pair.listen()
            pair.say(try element("<iq type='get' id='1'>\(Self.query)\(username)</query></iq>"), as: .initiating)
            answers.insert(try #require(pair.said.last?.1))
            #expect(pair.questions.isEmpty && pair.said.count == 2)
        }
        #expect(answers.count == 1)
    }

    @Test(
        "XEP0078-3.1-3, XEP0078-7-4: a server where it is off, as it is unless asked for, answers service-unavailable")
    func off() throws {
        var pair = try Self.pair([], [LegacyAuthenticationFeature(isServed: false)], version: .current)
        pair.listen()
        pair.say(try element("<iq type='get' id='1'>\(Self.query)</query></iq>"), as: .initiating)
        #expect(pair.lists == [[]])
        #expect(pair.said.last?.1 == (try element(Self.failed("1", .serviceUnavailable))))
        let facts = StreamFacts.known(.initiating, version: .legacy)
        let off = LegacyAuthenticationFeature(isServed: true).evaluate(nil, in: StreamFeatures(), knowing: facts)
        #expect(off == .skipped("off"))
    }

    @Test("XEP0078-3.1-4: once SASL has failed, the stream ends with policy-violation")
    func afterSASL() throws {
        var pair = try Self.pair([], [Self.server()], [.authenticationFailed], version: .current)
        pair.listen()
        pair.say(try element("<iq type='get' id='1'>\(Self.query)</query></iq>"), as: .initiating)
        guard case .violation(let violation)? = pair.failures[.receiving] else { return #expect(Bool(false)) }
        #expect(violation.condition == .policyViolation && pair.said.count == 2)
    }

    @Test(
        "XEP0078-3.1-7, XEP0078-3.1-8: a server says why it does not accept, without what it was shown, and not too often",
        arguments: [StanzaErrorCondition.notAuthorized, .conflict])
    func refused(_ condition: StanzaErrorCondition) throws {
        var pair = try Self.pair([], [Self.server(allowsPlain: true)], [.tls])
        pair.listen()
        for attempt in 1...3 {
            #expect(pair.failures.isEmpty)
            let content = "<username>bill</username><password>secret</password><resource>r</resource>"
            pair.say(try element(Self.set("\(attempt)", content)), as: .initiating) { _ in
                .legacyCredentials(.failure(StanzaError(condition)))
            }
            #expect(pair.said.last?.1 == (try element(Self.failed("\(attempt)", condition))))
        }
        guard case .violation(let violation)? = pair.failures[.receiving] else { return #expect(Bool(false)) }
        #expect(violation.condition == .policyViolation)
        #expect(!"\(pair.receiving)".contains("secret"))
    }

    @Test(
        "XEP0078-3.1-5: without a username, a resource and one proof that is accepted, nothing is",
        arguments: [
            "<digest>\(digits)</digest><resource>r</resource>", "<username>u</username><digest>\(digits)</digest>",
            "<username/><digest>\(digits)</digest><resource>r</resource>",
            "<username>u</username><resource>r</resource>",
            "<username>u</username><digest>\(digits)</digest><resource/>",
            "<username>u</username><digest>\(digits)0</digest><resource>r</resource>",
            "<username>u</username><password/><resource>r</resource>",
            "<username>u@v</username><digest>\(digits)</digest><resource>r</resource>",
        ])
    func incomplete(_ content: String) throws {
        var pair = try Self.pair([], [Self.server(allowsPlain: true)], [.tls])
        pair.listen()
        pair.say(try element(Self.set("1", content)), as: .initiating, Self.accept)
        #expect(pair.said.last?.1 == (try element(Self.failed("1", .notAcceptable))))
        #expect(pair.questions.isEmpty)
    }

    @Test(
        "XEP0078-4-1, XEP0078-4-2, XEP0078-7-1: it is listed for clients alone, and nobody uses it where there is SASL")
    func listed() throws {
        let server = Self.server()
        guard case .offered(let offer, false) = server.offer(knowing: .known(.receiving)) else {
            return #expect(Bool(false))
        }
        #expect(offer == (try element("<auth xmlns='http://jabber.org/features/iq-auth'/>")))
        #expect(server.offer(knowing: .known(.receiving, .server)) == .withheld("for clients only"))
        #expect(server.offer(knowing: .known(.receiving, version: .legacy)) == .unlisted)
        #expect(
            server.offer(knowing: .known(.receiving, .client, [.juliet])) == .withheld("the client has authenticated"))

        let client = try Self.client()
        let alone = StreamFeatures([StreamFeatures.Feature(offer)])
        #expect(
            client.evaluate(offer, in: alone, knowing: .known(.initiating))
                == .negotiate(isMandatory: true, reason: "there is no SASL"))
        for sasl in [
            "<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>", "<authentication xmlns='urn:xmpp:sasl:2'/>",
        ] {
            let list = alone + [StreamFeatures.Feature(try element(sasl))]
            #expect(client.evaluate(offer, in: list, knowing: .known(.initiating)) == .skipped("there is SASL"))
        }
        #expect(client.evaluate(nil, in: StreamFeatures(), knowing: .known(.initiating)) == .skipped("not offered"))
        // Nor does a server take it in a stream in which SASL has been negotiated.
        #expect(server.constraints.excludes == FeatureKey.authentications)
    }
}
