public import XMLStream
public import XMPPStanza

/// STARTTLS (RFC 6120 §5): the stream goes on over TLS, on the same connection.
public struct StartTLSFeature: StreamFeature {
    /// `starttls` in `urn:ietf:params:xml:ns:xmpp-tls`.
    public static let key = FeatureKey(LocalName.starttls.text, in: NamespaceName.tls.text)

    /// Whether the stream must not go on without TLS. An initiating entity tries it then even where it is not on offer,
    /// since somebody may have taken it off (RFC 7590 §3.1); a receiving one says so in its list.
    public var isRequired: Bool
    /// Whether the host has TLS at hand now. A receiving entity that has not answers `<failure/>` to whoever asks.
    public var isAvailable: Bool

    /// The feature.
    public init(isRequired: Bool = true, isAvailable: Bool = true) {
        self.isRequired = isRequired
        self.isAvailable = isAvailable
    }

    public var key: FeatureKey { Self.key }

    public var constraints: FeatureConstraints { FeatureConstraints(Self.key, before: [SASLFeature.key]) }

    /// It brings about TLS.
    public var isUsableInClear: Bool { true }

    public var requestNamespaces: [NamespaceName]? { [] }

    public func offer(knowing facts: StreamFacts) -> FeatureOffer {
        if facts.isSecure { return .withheld("the stream is secure") }
        if facts.isAuthenticated { return .withheld("it comes before authentication") }
        if !isAvailable { return .unlisted }
        do throws(XMLContentError) {
            var element = ElementBuilder(.starttls, in: .tls)
            if isRequired { element.child(.required) }
            return .offered(try element.finish(), isMandatory: isRequired)
        } catch {
            return .withheld("it cannot be written")
        }
    }

    public func evaluate(
        _ offer: Element?, in list: StreamFeatures, knowing facts: StreamFacts
    ) -> FeatureEvaluation {
        if facts.isSecure { return .skipped("the stream is secure") }
        if facts.isAuthenticated { return .skipped("it comes before authentication") }
        guard let offer else {
            if !isRequired { return .skipped("not on offer") }
            if !isAvailable { return .failed(.unprotected("there is none at hand here")) }
            return .negotiate(isMandatory: true, reason: "not on offer, and tried all the same")
        }
        // RFC 6120 §5.3.1: mandatory where it says so, or where there is nothing else.
        let isMandatory = isRequired || StreamFeatures.Feature(offer).isMarkedRequired || list.count == 1
        if isAvailable { return .negotiate(isMandatory: isMandatory, reason: "on offer") }
        return isMandatory ? .failed(.unprotected("there is none at hand here")) : .skipped("none at hand here")
    }

    public func machine(for role: StreamRole) -> any FeatureMachine {
        switch role {
        case .initiating: StartTLSInitiation()
        case .receiving: StartTLSReception(isAvailable: isAvailable)
        }
    }

    public func machine(for role: StreamRole, restoring snapshot: [UInt8]) -> (any FeatureMachine)? {
        switch role {
        case .initiating: StartTLSInitiation(restoring: snapshot)
        case .receiving: StartTLSReception(isAvailable: isAvailable, restoring: snapshot)
        }
    }
}
