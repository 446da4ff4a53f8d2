public import XMLStream
import XMPPSASL
public import XMPPStanza

/// SASL (RFC 6120 §6): the initiating entity authenticates, by a mechanism that both sides agree to.
public struct SASLFeature: StreamFeature {
    /// `mechanisms` in `urn:ietf:params:xml:ns:xmpp-sasl`.
    public static let key = FeatureKey(LocalName.mechanisms.text, in: NamespaceName.sasl.text)

    private enum Side: Sendable {
        case initiating(SASLInitiatingConfiguration)
        case receiving(SASLReceivingConfiguration)
    }

    private let side: Side

    /// The initiating entity's.
    public init(_ configuration: SASLInitiatingConfiguration) { side = .initiating(configuration) }

    /// The receiving entity's.
    public init(_ configuration: SASLReceivingConfiguration) { side = .receiving(configuration) }

    public var key: FeatureKey { Self.key }

    public var constraints: FeatureConstraints { FeatureConstraints(Self.key, after: [StartTLSFeature.key]) }

    public var requestNamespaces: [NamespaceName]? { [] }

    public func offer(knowing facts: StreamFacts) -> FeatureOffer {
        guard case .receiving(let configuration) = side else { return .withheld("configured for the other side") }
        if facts.isAuthenticated { return .withheld("the peer has authenticated") }
        let offer = configuration.offer(knowing: facts)
        if offer.mechanisms.isEmpty { return .withheld("no mechanism is of use here") }
        do throws(XMLContentError) {
            return .offered(try SASLNonza.list(offer), isMandatory: true)
        } catch {
            return .withheld("it cannot be written")
        }
    }

    public func evaluate(
        _ offer: Element?, in list: StreamFeatures, knowing facts: StreamFacts
    ) -> FeatureEvaluation {
        guard case .initiating(let configuration) = side else { return .skipped("configured for the other side") }
        if facts.isAuthenticated { return .skipped("authenticated already") }
        guard let offer else { return .skipped("not on offer") }
        if !configuration.isIdentityUsable(knowing: facts) {
            return .failed(.authentication(AuthenticationFailure(.invalidAuthzid)))
        }
        let choice = configuration.choice(from: SASLOffer(offer, among: list), knowing: facts)
        switch choice.decision {
        case .use(let selection):
            return .negotiate(isMandatory: configuration.isRequired, reason: "\(selection)")
        case .abort:
            return .failed(.authentication(AuthenticationFailure(.invalidMechanism, choice: choice)))
        case .nothing:
            return configuration.isRequired
                ? .failed(.authentication(AuthenticationFailure(.invalidMechanism, choice: choice)))
                : .skipped("no mechanism will do")
        }
    }

    /// `<auth/>` where nothing is on offer is answered in SASL's own words: in the clear TLS has to come first (RFC 6120
    /// §6.5.4), and otherwise the mechanism is none that was offered.
    public func refusal(of element: Element, knowing facts: StreamFacts) -> Element? {
        guard case .receiving = side, !facts.isAuthenticated, element.isNamed(.auth, in: .sasl)
        else { return nil }
        return try? SASLNonza.failure(facts.isSecure ? .invalidMechanism : .encryptionRequired)
    }

    public func machine(for role: StreamRole) -> any FeatureMachine {
        switch (side, role) {
        case (.initiating(let configuration), .initiating): SASLInitiation(configuration)
        case (.receiving(let configuration), .receiving): SASLReception(configuration)
        // Neither is offered nor chosen: nothing reaches them.
        case (.initiating(let configuration), .receiving): SASLInitiation(configuration)
        case (.receiving(let configuration), .initiating): SASLReception(configuration)
        }
    }

    public func machine(for role: StreamRole, restoring snapshot: [UInt8]) -> (any FeatureMachine)? {
        guard case .receiving(let configuration) = side, role == .receiving else { return nil }
        return SASLReception(configuration, restoring: snapshot)
    }
}
