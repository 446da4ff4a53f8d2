import XMLStream
import XMPPAddress
import XMPPNegotiation
import XMPPSASL
import XMPPStanza
import XMPPTestKit

/// The two machines that run the features, under what may happen to them while a client logs in at a server.
enum NegotiationAlphabet {
    /// The initiating one.
    static func initiating() -> StateGraph {
        let account = SASLAccount(username: "juliet", domain: "example.com", password: .known(Secret("x")))
        guard let setup = setup(SASLFeature(SASLInitiatingConfiguration(account))) else {
            return StateGraph.blank
        }
        let facts = StreamFacts(role: .initiating, content: .client, domain: JID("example.com"))
        let events: [(name: String, event: Event)] = [
            ("begun", .begun), ("features: starttls", .negotiation(.features(list(starttls)))),
            ("features: mechanisms", .negotiation(.features(list(mechanisms)))),
            ("features: bind", .negotiation(.features(list(bind)))),
            ("features: none", .negotiation(.features(StreamFeatures()))),
            ("proceed", element("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>")),
            ("success", element("<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>")),
            ("failure", element("<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>")),
            ("address", element("<iq type='result' id='bind-1'>\(bound)</iq>")),
            ("TLS, right", .negotiation(.switched(.tls(TLSFacts(.tls13, peer: .vouchedFor))))),
            ("TLS, doubtful", .negotiation(.switched(.tls(TLSFacts(.tls13, peer: .presented(doubtful)))))),
            ("accepted", .negotiation(.answered(.certificate(isAccepted: true)))),
            ("refused", .negotiation(.answered(.certificate(isAccepted: false)))),
        ]
        return StateGraph(
            "negotiation-initiating", from: InitiatingNegotiation(facts), events: events,
            name: { String("\($0.state)".prefix { $0 != "(" }) }, drawsLoops: false,
            step: { state, event in
                var state = state
                switch event {
                case .begun: return state.begin(on: nil, in: setup) == [.refuse] ? nil : state
                case .negotiation(let event): return state.receive(event, in: setup) == [.refuse] ? nil : state
                }
            })
    }

    /// The receiving one.
    static func receiving() -> StateGraph {
        let sasl = SASLReceivingConfiguration(
            SASLServerPolicy(mechanisms: SASLMechanism.current),
            SASLServerPolicy.Configuration(domain: "example.com", decoySecret: Secret(Array(repeating: 0, count: 16))))
        guard let setup = setup(SASLFeature(sasl)), let address = JID("juliet@example.com/x") else {
            return StateGraph.blank
        }
        var facts = StreamFacts(role: .receiving, content: .client, domain: JID("example.com"))
        facts.version = .current
        let auth = "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>AGp1bGlldAB4</auth>"
        let events: [(name: String, event: NegotiationEvent)] = [
            ("headers exchanged", .opened), ("starttls", event("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>")),
            ("TLS negotiated", .switched(.tls(TLSFacts(.tls13)))), ("auth", event(auth)),
            ("accepted", .answered(.authentication(.verdict(.accepted(username: "juliet"))))),
            ("refused", .answered(.authentication(.verdict(.refused(.notAuthorized))))),
            ("bind", event("<iq type='set' id='1'>\(bind)</iq>")),
            ("random bytes", .answered(.randomBytes(Secret(Array(repeating: 1, count: 16))))),
            ("address", .answered(.resource(.success(address)))), ("a stanza", event("<message/>")),
        ]
        return StateGraph(
            "negotiation-receiving", from: ReceivingNegotiation(facts), events: events,
            name: { $0.isSettled ? "settled" : String("\($0.state)".prefix { $0 != "(" }) }, drawsLoops: false,
            step: { state, event in
                var state = state
                return state.receive(event, in: setup) == [.refuse] ? nil : state
            })
    }

    private enum Event: Sendable {
        case begun
        case negotiation(NegotiationEvent)
    }

    private static func setup(_ sasl: SASLFeature) -> NegotiationSetup? {
        var policy = NegotiationPolicy(goal: .bound)
        policy.asksAboutRefusedCertificates = true
        policy.maximumElements = 12
        policy.maximumRestarts = 3
        return try? NegotiationSetup(
            features: [StartTLSFeature(), sasl, ResourceBindingFeature()], policy: policy, crypto: BlankCrypto.self)
    }

    private static func element(_ xml: String) -> Event { .negotiation(event(xml)) }

    private static func event(_ xml: String) -> NegotiationEvent {
        guard let element = try? Element(xml: xml, in: ContentNamespace.client.name.text) else { return .opened }
        return .element(element)
    }

    private static func list(_ xml: String) -> StreamFeatures {
        guard let element = try? Element(xml: xml) else { return StreamFeatures() }
        return StreamFeatures([StreamFeatures.Feature(element)])
    }

    private static let starttls = "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"
    private static let bind = "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>"
    private static let mechanisms =
        "<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>PLAIN</mechanism></mechanisms>"
    private static let bound =
        "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>juliet@example.com/x</jid></bind>"
    private static let doubtful = PresentedCertificate(trust: .unknownIssuer, dnsNames: ["example.com"])
}

extension StateGraph {
    /// A graph of nothing, for a setup that is none.
    fileprivate static let blank = StateGraph(
        "blank", from: 0, events: [(name: String, event: Int)](), name: { "\($0)" },
        step: { (state: Int, _: Int) in state })
}
