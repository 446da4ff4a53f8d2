import FuzzSupport
import Testing
import XMLStream
import XMPPNegotiation
import XMPPSASL
import XMPPStanza

/// What STARTTLS makes of lists and facts.
@Suite struct StartTLSFeatureTests {
    private static let namespace = "urn:ietf:params:xml:ns:xmpp-tls"
    private static let clear: StreamFacts = StreamFacts(role: .initiating, content: .client)
    private static let secure: StreamFacts = facts(.secure(TLSFacts(.tls13)))
    private static let authenticated: StreamFacts = facts(.authenticated(Authentication(mechanism: "PLAIN")))

    private static func facts(_ fact: StreamFact) -> StreamFacts {
        var facts = clear
        facts.take(fact)
        return facts
    }

    private static func evaluation(_ feature: StartTLSFeature, _ list: StreamFeatures, _ facts: StreamFacts) -> String {
        let offer = list.first(StartTLSFeature.key.name, in: StartTLSFeature.key.namespace)?.element
        return switch feature.evaluate(offer, in: list, knowing: facts) {
        case .negotiate(let isMandatory, _): isMandatory ? "mandatory" : "voluntary"
        case .noted: "noted"
        case .skipped(let reason): reason
        case .failed(let failure): EffectText.of(failure)
        }
    }

    private static let offer = "<starttls xmlns='\(namespace)'/>"
    private static let required = "<starttls xmlns='\(namespace)'><required/></starttls>"
    private static let other = "<other xmlns='urn:x'/>"

    struct Row: Sendable, CustomTestStringConvertible {
        let list: [String]
        var isRequired = true
        var isAvailable = true
        var facts = StreamFacts(role: .initiating, content: .client)
        let outcome: String
        var testDescription: String { "\(list.count) features, required \(isRequired): \(outcome)" }
    }

    private static let rows: [Row] = [
        Row(list: [offer, other], outcome: "mandatory"),
        Row(list: [offer, other], isRequired: false, outcome: "voluntary"),
        Row(list: [required, other], isRequired: false, outcome: "mandatory"),
        Row(list: [offer], isRequired: false, outcome: "mandatory"),
        // Somebody has taken it off.
        Row(list: [other], outcome: "mandatory"), Row(list: [], outcome: "mandatory"),
        Row(list: [other], isRequired: false, outcome: "not on offer"),
        // There is none on this side.
        Row(list: [offer], isAvailable: false, outcome: "unprotected"),
        Row(list: [other], isAvailable: false, outcome: "unprotected"),
        Row(list: [required, other], isRequired: false, isAvailable: false, outcome: "unprotected"),
        Row(list: [offer, other], isRequired: false, isAvailable: false, outcome: "none at hand here"),
        // Nothing is left to do.
        Row(list: [required], facts: secure, outcome: "the stream is secure"),
        Row(list: [required], facts: authenticated, outcome: "it comes before authentication"),
    ]

    @Test(
        """
        S10, RFC7590-3.1-1, RFC7590-3.1-2, RFC6120-5.3.1-1, RFC6120-5.2-2, RFC3920-5.1-15, RFC3920-5.1-16: TLS is used \
        where it is offered, by default tried where it is not, and mandatory where it is marked so or stands alone
        """,
        arguments: rows)
    func evaluate(row: Row) throws {
        let list = StreamFeatures(try row.list.map { StreamFeatures.Feature(try Element(xml: $0)) })
        let feature = StartTLSFeature(isRequired: row.isRequired, isAvailable: row.isAvailable)
        #expect(Self.evaluation(feature, list, row.facts) == row.outcome)
    }

    @Test(
        """
        RFC6120-5.4.1-1, RFC6120-5.4.1-2, RFC6120-5.4.3.3-5, RFC3920-5.1-11, RFC3920-5.1-17: it is offered in the clear \
        only, as required where it is
        """)
    func offer() throws {
        let required = StartTLSFeature(isRequired: true)
        let voluntary = StartTLSFeature(isRequired: false)
        #expect(
            required.offer(knowing: Self.clear) == .offered(try Element(xml: Self.required), isMandatory: true))
        #expect(
            voluntary.offer(knowing: Self.clear) == .offered(try Element(xml: Self.offer), isMandatory: false))
        #expect(required.offer(knowing: Self.secure) == .withheld("the stream is secure"))
        #expect(voluntary.offer(knowing: Self.authenticated) == .withheld("it comes before authentication"))
        // Whoever asks all the same is told.
        #expect(StartTLSFeature(isAvailable: false).offer(knowing: Self.clear) == .unlisted)
    }

    @Test("RFC6120-5.3.4-1, RFC3920-5.1-4: in every order of features STARTTLS comes before SASL")
    func order() throws {
        let scene = NegotiationScene()
        for features in [scene.initiatingFeatures, scene.initiatingFeatures.reversed()] {
            let order = try FeatureOrder(features.map(\.constraints))
            #expect(order.keys.prefix(2) == [StartTLSFeature.key, SASLFeature.key])
        }
    }
}
