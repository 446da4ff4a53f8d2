public import XMLStream
public import XMPPStanza

/// A feature that only says something: nothing is ever negotiated.
///
/// At an initiating entity what an offer says is granted as a custom fact, whose name is the feature's namespace.
public struct InformationalFeature: StreamFeature, Hashable {
    /// When a receiving entity says it.
    public enum Moment: Hashable, Sendable {
        /// Always.
        case always
        /// To those who have authenticated.
        case authenticated
    }

    /// The name and the namespace of the element.
    public let key: FeatureKey
    /// At a receiving entity, what to say, and when; nil to say nothing. In order, since that is how it is written.
    private let attributes: [Attribute]?
    private let moment: Moment
    /// The attribute that holds what the offer says; nil where its being there is all.
    private let valueAttribute: String?
    /// Another attribute that stands before the value, with `#` between.
    private let scopeAttribute: String?

    private init(
        _ key: FeatureKey, saying attributes: [Attribute]?, _ moment: Moment, value: String? = nil,
        scope: String? = nil
    ) {
        self.key = key
        self.attributes = attributes
        self.moment = moment
        valueAttribute = value
        scopeAttribute = scope
    }

    /// A server's capabilities (XEP-0115 §6.3). The fact is the node to ask it about: `node#ver`.
    ///
    /// - Parameters:
    ///   - offer: At a receiving entity, the node, the hash function and the verification string; nil to say nothing.
    ///   - moment: When it says so.
    public static func entityCapabilities(
        offering offer: (node: String, hash: String, verification: String)? = nil, to moment: Moment = .always
    ) -> InformationalFeature {
        let attributes = offer.map { offer in
            [("hash", offer.hash), ("node", offer.node), ("ver", offer.verification)].map {
                Attribute(name: $0.0, value: $0.1)
            }
        }
        return InformationalFeature(
            FeatureKey("c", in: "http://jabber.org/protocol/caps"), saying: attributes, moment, value: "ver",
            scope: "node")
    }

    /// Versions of the roster (RFC 6121 §2.6.1). The fact has no value.
    public static func rosterVersioning(isOffered: Bool = false) -> InformationalFeature {
        InformationalFeature(
            FeatureKey("ver", in: "urn:xmpp:features:rosterver"), saying: isOffered ? [] : nil, .authenticated)
    }

    /// Approval of subscriptions before anybody asks for one (RFC 6121 §3.4). The fact has no value.
    public static func subscriptionPreApproval(isOffered: Bool = false) -> InformationalFeature {
        InformationalFeature(
            FeatureKey("sub", in: "urn:xmpp:features:pre-approval"), saying: isOffered ? [] : nil, .authenticated)
    }

    public var constraints: FeatureConstraints { FeatureConstraints(key) }

    /// It tells nothing about anybody, and asks for nothing.
    public var isUsableInClear: Bool { true }

    public var requestNamespaces: [NamespaceName]? { [] }

    public func offer(knowing facts: StreamFacts) -> FeatureOffer {
        guard let attributes else { return .withheld("there is nothing to say") }
        if moment == .authenticated, !facts.isAuthenticated { return .withheld("authentication comes first") }
        if facts.content == .component { return .withheld("a component is told no features") }
        return .offering { () throws(XMLContentError) in
            var builder = ElementBuilder(key.name, in: key.namespace)
            for attribute in attributes { builder.attribute(attribute.name, attribute.value) }
            return try builder.finish()
        }
    }

    public func evaluate(
        _ offer: Element?, in list: StreamFeatures, knowing facts: StreamFacts
    ) -> FeatureEvaluation {
        guard let offer else { return .skipped("not offered") }
        let parts = [scopeAttribute, valueAttribute].compactMap { $0 }.map { offer.attribute($0) ?? "" }
        let value = parts.joined(separator: "#")
        if value.utf8.count > InformationalFeature.maximumValueBytes { return .skipped("it says too much") }
        return .noted([.custom(name: key.namespace, value: value)], reason: "the peer says so")
    }

    public func takes(_ element: Element) -> Bool { false }

    public func machine(for role: StreamRole) -> any FeatureMachine { NothingToNegotiate.silent }

    public func machine(for role: StreamRole, restoring snapshot: [UInt8]) -> (any FeatureMachine)? {
        NothingToNegotiate(restoring: snapshot)
    }

    /// What a stream keeps of an offer has an end.
    private static let maximumValueBytes = 1024
}
