import FuzzSupport
import Testing
import XMLStream
import XMPPAddress
import XMPPNegotiation
import XMPPSASL
import XMPPStanza

/// Every state of both machines of SASL against every kind of event.
@Suite struct SASLTableTests {
    private static let namespace: String = "urn:ietf:params:xml:ns:xmpp-sasl"

    private static func element(_ xml: String) throws -> Element { try Element(xml: xml, in: namespace) }

    private static func events() throws -> [(name: String, event: FeatureEvent)] {
        let offer = try element("<mechanisms><mechanism>SCRAM-SHA-256</mechanism></mechanisms>")
        let elements = [
            "<challenge>QQ==</challenge>", "<challenge>Q</challenge>", "<success/>", "<success>Q</success>",
            "<failure><not-authorized/></failure>", "<auth mechanism='PLAIN'/>", "<auth mechanism='plain'/>",
            "<auth mechanism='PLAIN'>Q</auth>", "<auth/>", "<response>QQ==</response>", "<response>Q</response>",
            "<abort/>", "<other/>",
        ]
        return [
            ("chosen", .chosen(offer, among: StreamFeatures())), ("none", .chosen(nil, among: StreamFeatures())),
            ("random", .answered(.authentication(.randomBytes(Secret([UInt8](repeating: 1, count: 32)))))),
            ("key", .answered(.authentication(.derivedKey(Secret([UInt8](repeating: 1, count: 32)))))),
            ("accepted", .answered(.authentication(.verdict(.accepted(username: "juliet"))))),
            ("unavailable", .answered(.unavailable)), ("stray", .answered(.custom(nil))),
            ("tls", .switched(.tls(TLSFacts(.tls13)))), ("compression", .switched(.compression(method: "zlib"))),
        ] + (try elements.map { ($0, .received(try element($0))) })
    }

    private static func context(_ facts: StreamFacts) -> FeatureContext {
        FeatureContext(facts: facts, crypto: ToyCryptoProvider.self)
    }

    private static func facts(_ role: StreamRole) -> StreamFacts {
        var facts = StreamFacts(role: role, content: .client, domain: JID("example.com"))
        facts.take(.secure(TLSFacts(.tls13)))
        return facts
    }

    /// A machine behind the events of these names, or behind others.
    private static func machine<M: FeatureMachine>(_ machine: M, behind names: [String], _ role: StreamRole) throws -> M
    {
        var machine = machine
        for name in names {
            let event = try #require(try events().first { $0.name == name }?.event)
            #expect(machine.receive(event, in: context(facts(role))) != [.refuse])
        }
        return machine
    }

    /// A client behind the server's first message, who is asked for the key.
    private static func owingKey(_ begun: SASLInitiation) throws -> SASLInitiation {
        var machine = begun
        let nonce = String(decoding: Base64.encode([UInt8](repeating: 1, count: 32)), as: UTF8.self)
        let first = Base64.encode(Array("r=\(nonce)server,s=QUJDRA==,i=4096".utf8))
        let challenge = try element("<challenge>\(String(decoding: first, as: UTF8.self))</challenge>")
        #expect(
            EffectText.of(machine.receive(.received(challenge), in: context(facts(.initiating)))) == "ask key")
        return machine
    }

    @Test(
        """
        S16, RFC6120-6.4.3-3, RFC6120-6.4.6-3: the client has an outcome for every event in every state, and none of \
        them is success without proof
        """)
    func initiating() throws {
        let account = SASLAccount(username: "juliet", domain: "example.com", password: .derivedKeysOnly)
        let fresh = SASLInitiation(SASLInitiatingConfiguration(account))
        let begun = try Self.machine(fresh, behind: ["chosen", "random"], .initiating)
        let owing = try Self.owingKey(begun)
        let proving = try Self.machine(owing, behind: ["key"], .initiating)
        let aborting = try Self.machine(begun, behind: ["<challenge>QQ==</challenge>"], .initiating)
        let table = EventTable(
            states: [
                ("unchosen", fresh), ("owing the nonce", try Self.machine(fresh, behind: ["chosen"], .initiating)),
                ("begun", begun), ("owing the key", owing), ("proving", proving), ("aborting", aborting),
                ("over", try Self.machine(begun, behind: ["<other/>"], .initiating)),
            ], events: try Self.events(), facts: Self.facts(.initiating))
        let notDue = [
            "<auth mechanism='PLAIN'/>", "<auth mechanism='plain'/>", "<auth mechanism='PLAIN'>Q</auth>", "<auth/>",
            "<response>QQ==</response>", "<response>Q</response>", "<abort/>", "<other/>",
        ]
        let unexpected = Dictionary(
            uniqueKeysWithValues: notDue.map { ($0, "over: fail: unsupported-stanza-type") })
        let spoken = unexpected.merging([
            "<challenge>QQ==</challenge>": "aborting: send abort", "<challenge>Q</challenge>": "aborting: send abort",
            "<success>Q</success>": "over: fail: incorrect-encoding (malformed)",
            "<failure><not-authorized/></failure>": "over: fail: not-authorized",
        ]) { $1 }
        let pairs = table.check([
            "unchosen": ["chosen": "awaitingHost: ask random bytes"],
            "owing the nonce": [
                "random": "awaitingServer: send auth SCRAM-SHA-256",
                // Nothing else is on offer, and nothing is to be aborted.
                "unavailable": "over: fail: aborted (unavailable)",
            ],
            "begun": spoken.merging(["<success/>": "over: fail: aborted (tooEarly)"]) { $1 },
            "owing the key": ["key": "awaitingServer: send response", "unavailable": "aborting: send abort"],
            "proving": spoken.merging(["<success/>": "over: fail: aborted (proof)"]) { $1 },
            "aborting": unexpected.merging([
                "<challenge>QQ==</challenge>": "over: fail: unsupported-stanza-type",
                "<challenge>Q</challenge>": "over: fail: unsupported-stanza-type",
                "<success/>": "over: fail: unsupported-stanza-type",
                "<success>Q</success>": "over: fail: unsupported-stanza-type",
                "<failure><not-authorized/></failure>": "over: fail: aborted (malformed)",
            ]) { $1 },
        ])
        #expect(pairs == 7 * 22)
    }

    @Test(
        """
        RFC6120-6.4.2-3, RFC6120-6.4.3-3, RFC6120-6.4.4-1, RFC6120-6.5.5-1, RFC6120-6.5.7-1: the server has an outcome \
        for every event in every state
        """)
    func receiving() throws {
        let configuration = SASLReceivingConfiguration(
            SASLServerPolicy(mechanisms: [.plain]),
            .init(domain: "example.com", decoySecret: Secret("0123456789abcdef")))
        let fresh = SASLReception(configuration)
        let begun = try Self.machine(fresh, behind: ["<auth mechanism='PLAIN'/>"], .receiving)
        var asked = begun
        let message = Base64.encode([0] + Array("juliet".utf8) + [0] + Array("r0m30myr0m30".utf8))
        let response = try Self.element("<response>\(String(decoding: message, as: UTF8.self))</response>")
        #expect(
            EffectText.of(asked.receive(.received(response), in: Self.context(Self.facts(.receiving))))
                == "ask verdict")
        let table = EventTable(
            states: [
                ("fresh", fresh), ("begun", begun), ("asked", asked),
                ("over", try Self.machine(asked, behind: ["accepted"], .receiving)),
            ], events: try Self.events(), facts: Self.facts(.receiving))
        let notDue = [
            "<challenge>QQ==</challenge>", "<challenge>Q</challenge>", "<success/>", "<success>Q</success>",
            "<failure><not-authorized/></failure>", "<other/>",
        ]
        let always = Dictionary(
            uniqueKeysWithValues: notDue.map { ($0, "over: fail: unsupported-stanza-type") }
        ).merging([
            "<auth mechanism='PLAIN'/>": "awaitingResponse: send challenge",
            "<auth mechanism='plain'/>": "awaitingAuth: send failure invalid-mechanism",
            "<auth mechanism='PLAIN'>Q</auth>": "awaitingAuth: send failure incorrect-encoding",
            "<auth/>": "awaitingAuth: send failure malformed-request",
            "<response>QQ==</response>": "awaitingAuth: send failure malformed-request",
            "<response>Q</response>": "awaitingAuth: send failure malformed-request",
            "<abort/>": "awaitingAuth: send failure aborted",
        ]) { $1 }
        let pairs = table.check([
            "fresh": always,
            "begun": always.merging(["<response>Q</response>": "awaitingAuth: send failure incorrect-encoding"]) {
                $1
            },
            "asked": [
                "accepted": "over: send success, grant PLAIN juliet@example.com, restart",
                "unavailable": "awaitingAuth: send failure temporary-auth-failure",
            ],
        ])
        #expect(pairs == 4 * 22)
    }

    @Test("no state prints what is in it")
    func masked() throws {
        let account = SASLAccount(
            username: "juliet", domain: "example.com", password: .known(Secret("r0m30myr0m30")))
        let client = try Self.machine(
            SASLInitiation(SASLInitiatingConfiguration(account)), behind: ["chosen", "random"], .initiating)
        var dumped = ""
        dump(client, to: &dumped)
        #expect("\(client)" == "awaitingServer" && String(reflecting: client) == "awaitingServer")
        #expect(client.stateName == "awaitingServer" && dumped == "- awaitingServer\n")
        let server = try Self.machine(
            SASLReception(
                SASLReceivingConfiguration(
                    SASLServerPolicy(mechanisms: [.plain]),
                    .init(domain: "example.com", decoySecret: Secret("0123456789abcdef")))),
            behind: ["<auth mechanism='PLAIN'/>"], .receiving)
        dumped = ""
        dump(server, to: &dumped)
        #expect("\(server)" == "awaitingResponse" && dumped == "- awaitingResponse\n")
    }
}
