public import XMLStream
public import XMPPStanza

/// The kinds of channel binding that a server has, beside its mechanisms (XEP-0440). It says something; nothing is
/// negotiated.
public struct ChannelBindingTypesFeature: StreamFeature {
    /// `sasl-channel-binding` in `urn:xmpp:sasl-cb:0`.
    public static let key = FeatureKey(LocalName.saslChannelBinding.text, in: NamespaceName.saslChannelBinding.text)

    private let configuration: SASLReceivingConfiguration?

    /// The receiving entity's: what it configures SASL with.
    public init(_ configuration: SASLReceivingConfiguration) { self.configuration = configuration }

    /// The initiating entity's, so that the plan shows it.
    public init() { configuration = nil }

    public var key: FeatureKey { Self.key }

    public var constraints: FeatureConstraints { FeatureConstraints(Self.key, after: [SASLFeature.key]) }

    public var requestNamespaces: [NamespaceName]? { [] }

    public func offer(knowing facts: StreamFacts) -> FeatureOffer {
        if facts.isAuthenticated { return .withheld("the peer has authenticated") }
        let bindings = configuration?.offer(knowing: facts).bindings ?? []
        if bindings.isEmpty { return .withheld("no mechanism on offer binds the channel") }
        do throws(XMLContentError) {
            var element = ElementBuilder(.saslChannelBinding, in: .saslChannelBinding)
            for kind in bindings { element.child(.channelBinding) { $0.attribute(.type, kind) } }
            return .offered(try element.finish(), isMandatory: false)
        } catch {
            return .withheld("it cannot be written")
        }
    }

    public func evaluate(
        _ offer: Element?, in list: StreamFeatures, knowing facts: StreamFacts
    ) -> FeatureEvaluation {
        offer == nil ? .skipped("not on offer") : .noted([], reason: "SASL reads it")
    }

    public func machine(for role: StreamRole) -> any FeatureMachine { Machine() }

    public func machine(for role: StreamRole, restoring snapshot: [UInt8]) -> (any FeatureMachine)? {
        snapshot.isEmpty ? Machine() : nil
    }

    /// There is nothing to be said.
    private struct Machine: PromptMachine {
        mutating func receive(_ event: FeatureEvent, in context: FeatureContext) -> [FeatureEffect] {
            switch event {
            case .received: [.violation(.unsupportedStanzaType, expected: "no element of a list of features")]
            case .chosen, .answered, .switched: [.refuse]
            }
        }

        func snapshot() -> [UInt8]? { [] }

        var stateName: String { "offered" }
    }
}
