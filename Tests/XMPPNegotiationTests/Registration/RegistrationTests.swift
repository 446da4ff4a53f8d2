import Testing
import XMLStream
import XMPPAddress
import XMPPSASL
import XMPPStanza

@testable import XMPPNegotiation

/// Clients that open an account before they authenticate, and their servers (XEP-0077).
@Suite struct RegistrationTests {
    private static let query = "<query xmlns='jabber:iq:register'>"
    private static let asked = RegistrationFields(
        [.init("username"), .init("password"), .init("email")], instructions: "Choose a username.")
    private static let bill = RegistrationFields([
        .init("username", Secret("bill")), .init("password", Secret("Calliope")),
        .init("email", Secret("bard@shakespeare.lit")), .init("nick", Secret("Bill")),
    ])

    /// A server's host that asks for these fields and gives each name once.
    private static func host(_ asked: RegistrationFields = asked, taken: Set<String> = []) -> (HostQuestion) ->
        HostAnswer
    {
        { question in
            switch question {
            case .registration(.fields): return .registration(.success(asked))
            case .registration(.register(let fields)):
                let name = String(decoding: fields["username"]?.exposed ?? [], as: UTF8.self)
                if taken.contains(name) { return .registration(.failure(StanzaError(.conflict))) }
                return .registration(.success(RegistrationFields([])))
            default: return .unavailable
            }
        }
    }

    private static func pair(
        _ feature: RegistrationFeature = RegistrationFeature(filling: bill), isServed: Bool = true,
        _ facts: [StreamFact] = [.tls]
    ) throws -> FeaturePair {
        try FeaturePair(
            [feature], against: [RegistrationFeature(isServed: isServed)], domain: JID("shakespeare.lit"),
            knowing: facts)
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

    @Test("XEP0077-3.1-1, XEP0077-3.1-2, XEP0077-3.1-5, XEP0077-8-1, XEP0077-11-2: fields first, all of them, and on")
    func example() throws {
        var pair = try Self.pair()
        pair.run(Self.host())
        try pair.expect([
            "> <iq type='get' id='register-1' to='shakespeare.lit'>\(Self.query)</query></iq>",
            """
            < <iq type='result' id='register-1' from='shakespeare.lit'>\(Self.query)\
            <instructions>Choose a username.</instructions><username/><password/><email/></query></iq>
            """,
            """
            > <iq type='set' id='register-2' to='shakespeare.lit'>\(Self.query)<username>bill</username>\
            <password>Calliope</password><email>bard@shakespeare.lit</email></query></iq>
            """, "< <iq type='result' id='register-2' from='shakespeare.lit'/>",
        ])
        #expect(
            pair.features?.first?.element == (try element("<register xmlns='http://jabber.org/features/iq-register'/>"))
        )
        #expect(pair.initiating.plan.rows.map(\.status) == [.negotiated] && pair.receiving.facts.negotiated.count == 1)
        // Nothing else was to be negotiated here: authentication would follow.
        #expect(pair.failures == [.initiating: .goalOutOfReach] && pair.streams == 1)
        // A second account, and any other stanza, have to wait for that.
        pair.say(try element("<iq type='get' id='1'>\(Self.query)</query></iq>"), as: .initiating)
        #expect(pair.said.last?.1 == (try element(Self.failed("1", .notAcceptable))))
        pair.say(try element("<iq type='get' id='2'><ping xmlns='urn:xmpp:ping'/></iq>"), as: .initiating)
        guard case .violation(let violation)? = pair.failures[.receiving] else { return #expect(Bool(false)) }
        #expect(violation.condition == .notAuthorized)
    }

    @Test("XEP0077-3.1-7: a name that is taken gives a conflict, and the client gives up, or goes on to authenticate")
    func conflict() throws {
        for (response, failure) in [
            (
                RegistrationFeature.RefusalResponse.fail,
                NegotiationFailure.refused(.registration, StanzaError(.conflict))
            ),
            (.authenticate, .goalOutOfReach),
        ] {
            var pair = try Self.pair(RegistrationFeature(filling: Self.bill, onRefusal: response))
            pair.run(Self.host(taken: ["bill"]))
            #expect(IQ(try #require(pair.said.last?.1))?.error?.condition == .conflict)
            #expect(!"\(try #require(pair.said.last?.1))".contains("Calliope"))
            #expect(pair.failures == [.initiating: failure])
            // Another name may be tried.
            let content = "<username>will</username><password>p</password><email>e</email>"
            pair.say(try element(Self.set("3", content)), as: .initiating, Self.host(taken: ["bill"]))
            #expect(pair.said.last?.1 == (try element("<iq type='result' id='3'/>")))
        }
    }

    @Test("XEP0077-3.1-4: who has an account already is told so, with what is on file, and goes on to authenticate")
    func registered() throws {
        var onFile = RegistrationFields(
            [.init("username", Secret("bill")), .init("password")], instructions: "You have an account.")
        onFile.isRegistered = true
        var pair = try Self.pair()
        pair.run(Self.host(onFile))
        try pair.expect([
            "> <iq type='get' id='register-1' to='shakespeare.lit'>\(Self.query)</query></iq>",
            """
            < <iq type='result' id='register-1' from='shakespeare.lit'>\(Self.query)<registered/>\
            <instructions>You have an account.</instructions><username>bill</username><password/></query></iq>
            """,
        ])
        #expect(pair.initiating.plan.rows.map(\.status) == [.declined])
        #expect(pair.questions == [.registration(.fields)])
    }

    @Test("XEP0077-3.1-3: a server that opens no accounts answers service-unavailable")
    func off() throws {
        var pair = try Self.pair(isServed: false)
        pair.listen()
        pair.say(try element("<iq type='get' id='1'>\(Self.query)</query></iq>"), as: .initiating)
        #expect(pair.lists == [[]] && pair.questions.isEmpty)
        #expect(pair.said.last?.1 == (try element(Self.failed("1", .serviceUnavailable))))
        // Those who have authenticated ask the host: the account is theirs.
        pair = try Self.pair(_: RegistrationFeature(isServed: true), isServed: true, [.tls, .juliet])
        pair.listen()
        #expect(pair.lists == [[]])
    }

    @Test(
        "XEP0077-3.1-6, XEP0077-3.3-2: what is missing or empty is not acceptable, whether the client asked before or not",
        arguments: [
            "<username>bill</username><password>p</password>",
            "<username>bill</username><password/><email>e</email>",
            "<username/><password>p</password><email>e</email>", "<email>e</email>",
        ])
    func incomplete(_ content: String) throws {
        for asksFirst in [true, false] {
            var pair = try Self.pair()
            pair.listen()
            if asksFirst {
                pair.say(
                    try element("<iq type='get' id='0'>\(Self.query)</query></iq>"), as: .initiating, Self.host())
            }
            pair.say(try element(Self.set("1", content)), as: .initiating, Self.host())
            #expect(pair.said.last?.1 == (try element(Self.failed("1", .notAcceptable))))
            #expect(pair.questions == [.registration(.fields)])
        }
        // A password that nobody asked for is none either where it is empty.
        var pair = try Self.pair()
        pair.listen()
        let fields = RegistrationFields([.init("username")])
        pair.say(
            try element(Self.set("1", "<username>bill</username><password/>")), as: .initiating, Self.host(fields))
        #expect(pair.said.last?.1 == (try element(Self.failed("1", .notAcceptable))))
    }

    @Test(
        "XEP0077-3.2-3, XEP0077-6-1: what is no registration is a bad request, and nobody has an account to remove yet",
        arguments: [
            ("<remove/>", StanzaErrorCondition.unexpectedRequest),
            ("<remove/><username>bill</username>", .badRequest), ("", .badRequest),
            ("<fantasy>x</fantasy>", .badRequest),
            ("<x xmlns='jabber:x:data' type='submit'/><username>bill</username>", .badRequest),
            ("<x xmlns='jabber:x:data' type='form'/>", .badRequest),
            (
                """
                <x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'>\
                <value>jabber:iq:register:cancel</value></field></x>
                """, .badRequest
            ), (String(repeating: "<misc/>", count: 65), .badRequest),
        ])
    func bad(_ content: String, _ condition: StanzaErrorCondition) throws {
        var pair = try Self.pair()
        pair.listen()
        pair.say(try element(Self.set("1", content)), as: .initiating, Self.host())
        #expect(pair.said.last?.1 == (try element(Self.failed("1", condition))))
        #expect(pair.questions.isEmpty && pair.failures.isEmpty)
    }

    @Test("XEP0077-11-1, XEP0077-8-2: without TLS it is not used unless that is allowed, and never between servers")
    func clear() throws {
        for isAllowed in [false, true] {
            var client = RegistrationFeature(filling: Self.bill)
            var server = RegistrationFeature(isServed: true)
            client.isAllowedInClear = isAllowed
            server.isAllowedInClear = isAllowed
            var pair = try FeaturePair([client], against: [server])
            pair.run(Self.host())
            #expect(pair.lists == [isAllowed ? ["register"] : []])
            #expect(pair.questions.isEmpty != isAllowed)
            // Where policy asks for TLS, that is the end of it.
            pair = try FeaturePair([client], against: [server], requiresTLS: true)
            pair.run(Self.host())
            #expect(pair.lists == [[]] && pair.questions.isEmpty && pair.said.count == 1)
        }
        let server = RegistrationFeature(isServed: true)
        let facts = StreamFacts.known(.receiving, .server, [.tls])
        #expect(server.offer(knowing: facts) == .withheld("for clients only"))
        #expect(
            server.offer(knowing: .known(.receiving, .client, [.tls, .juliet]))
                == .withheld("the client has authenticated"))
        #expect(server.evaluate(nil, in: StreamFeatures(), knowing: facts) == .skipped("not asked for"))
        let client = RegistrationFeature(filling: Self.bill)
        let secure = StreamFacts.known(.initiating, .client, [.tls])
        #expect(client.evaluate(nil, in: StreamFeatures(), knowing: secure) == .skipped("not offered"))
    }
}
