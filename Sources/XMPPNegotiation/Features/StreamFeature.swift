public import XMLStream
public import XMPPStanza

/// A stream feature (RFC 6120 §4.3), for both sides of a stream: what it offers, what it makes of an offer, and the
/// machine that negotiates it. All features that come with this library are of this type, and have no other door.
///
/// A feature is configuration, the same for many streams; what differs from stream to stream is in its machines.
public protocol StreamFeature: Sendable {
    /// What the feature is called, and where it stands among the others.
    var constraints: FeatureConstraints { get }

    /// What the feature is called: by default, as in `constraints`, which take longer to make.
    var key: FeatureKey { get }

    /// At a receiving entity: what stands in the list of features now. It is asked anew for each list.
    func offer(knowing facts: StreamFacts) -> FeatureOffer

    /// At an initiating entity: what to make of what the peer offers now.
    ///
    /// - Parameters:
    ///   - offer: The feature's element in the list; nil where it is not there.
    ///   - list: The whole list.
    ///   - facts: What is known.
    func evaluate(_ offer: Element?, in list: StreamFeatures, knowing facts: StreamFacts) -> FeatureEvaluation

    /// Whether the feature is of use, and may be used, where policy asks for TLS and there is none yet. Only for those that
    /// bring about TLS, or tell nothing and ask for nothing. By default it may not.
    var isUsableInClear: Bool { get }

    /// At a receiving entity: what to answer to an element that the feature takes while it is not on offer; nil for a
    /// stream error. By default nil.
    func refusal(of element: Element, knowing facts: StreamFacts) -> Element?

    /// A machine that has not begun.
    func machine(for role: StreamRole) -> any FeatureMachine

    /// The machine that a snapshot was taken of (`FeatureMachine.snapshot`); nil where the bytes are none.
    func machine(for role: StreamRole, restoring snapshot: [UInt8]) -> (any FeatureMachine)?

    /// The stage that a snapshot was taken of (`StanzaStage.snapshot`), as this feature installs it; nil where the bytes are
    /// none. By default nil.
    func stage(restoring snapshot: [UInt8]) -> (any StanzaStage)?

    /// Whether a first-level element that comes in is for this feature. By default, whether it is in its namespace.
    func takes(_ element: Element) -> Bool

    /// Whether a first-level element that comes in is for this feature, where that depends on who sends it to whom: the
    /// negotiation asks this one. By default, whether `takes` says so.
    func takes(_ element: Element, knowing facts: StreamFacts) -> Bool

    /// At a receiving entity, the namespaces of what the requests (iqs) ask that are for this feature. All else that it
    /// takes is in the namespace of its own element. A stream that is ready looks at this first, so that what is for no
    /// feature costs little. Nil, as by default, where that cannot be said: then the feature is asked about each iq.
    var requestNamespaces: [NamespaceName]? { get }

    // MARK: Inside of another feature (XEP-0388, XEP-0386)

    /// At a receiving entity: what stands in the list of features that can go along inline; nil for nothing.
    func inlineOffer(knowing facts: StreamFacts) -> Element?

    /// At an initiating entity: what to send along; nil for nothing.
    ///
    /// - Parameter offer: The feature's element in the inline list.
    func inlineRequest(for offer: Element, knowing facts: StreamFacts) -> Element?

    /// At a receiving entity, once the carrier has authenticated the peer: the answer to what was sent along.
    ///
    /// - Parameter request: The feature's element, which its inline offer asked for.
    func inlineResponse(to request: Element, knowing facts: StreamFacts) -> InlineResponse

    /// At an initiating entity: what the answer means.
    ///
    /// - Throws: `StreamViolation` where it is none.
    func inlineResult(_ response: Element, knowing facts: StreamFacts) throws(StreamViolation) -> [StreamFact]
}

extension StreamFeature {
    public var key: FeatureKey { constraints.key }

    public var isUsableInClear: Bool { false }

    public func refusal(of element: Element, knowing facts: StreamFacts) -> Element? { nil }

    public func machine(for role: StreamRole, restoring snapshot: [UInt8]) -> (any FeatureMachine)? { nil }

    public func stage(restoring snapshot: [UInt8]) -> (any StanzaStage)? { nil }

    public func takes(_ element: Element) -> Bool { element.namespace.utf8.elementsEqual(key.namespace.utf8) }
    public func takes(_ element: Element, knowing facts: StreamFacts) -> Bool { takes(element) }

    public var requestNamespaces: [NamespaceName]? { nil }

    public func inlineOffer(knowing facts: StreamFacts) -> Element? { nil }
    public func inlineRequest(for offer: Element, knowing facts: StreamFacts) -> Element? { nil }
    public func inlineResponse(to request: Element, knowing facts: StreamFacts) -> InlineResponse { .ignored }
    public func inlineResult(
        _ response: Element, knowing facts: StreamFacts
    ) throws(StreamViolation) -> [StreamFact] { [] }
}

/// What a receiving entity puts into its list of features.
public enum FeatureOffer: Hashable, Sendable {
    /// This, and whether the peer cannot do without it.
    case offered(Element, isMandatory: Bool)
    /// Nothing, but the peer may use it all the same: what is older than lists of features, or goes without one.
    case unlisted
    /// Nothing, for a reason in English.
    case withheld(String)
}

/// What an initiating entity makes of an offer. Reasons are in English, for people: they stand in the printed plan.
public enum FeatureEvaluation: Hashable, Sendable {
    /// Negotiate it now, if no other comes before. A mandatory one has to succeed.
    case negotiate(isMandatory: Bool, reason: String)
    /// Nothing is to be negotiated, and the offer itself says something.
    case noted([StreamFact], reason: String)
    /// Leave it.
    case skipped(String)
    /// The stream must not go on.
    case failed(NegotiationFailure)
}

/// What a receiving entity makes of a request that came inside of another feature.
public enum InlineResponse: Hashable, Sendable {
    /// Nothing.
    case ignored
    /// It answers, and this holds from now on.
    case answered(Element, granting: [StreamFact])
}
