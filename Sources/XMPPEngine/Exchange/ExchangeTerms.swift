import XMLStream
import XMPPNegotiation

/// What every stanza is measured by over a stream that is ready, in a few words: configuration and facts, which it is drawn
/// from, are too large to be looked at each time.
struct ExchangeTerms: Sendable {
    /// The content namespace of the stream; nil while it is not ready.
    var content: NamespaceName?
    /// The language of what says nothing of its own.
    var language: String?
    /// Bytes that the peer takes at most in one element (XEP-0478).
    var maximumStanzaBytes = Int.max
    /// What may be for a feature; nil where nothing may. At a receiving entity a request may be for one that is not on offer
    /// any more, and refuses it.
    var door: FeatureDoor?
    /// Whether one of them may have the stream wait for the host, so that frames are read one by one.
    var mayWait = false
    /// Whether the peer is believed what it says of senders.
    var trustsSenders = false
    /// Whether requests are tracked.
    var tracksRequests = false
    /// How nearly all stanzas of a client are stamped; nil where the peer is none.
    var sender: SenderStamp?

    /// Terms of a stream that is not ready.
    init() {}

    init(_ rules: SenderRules, _ setup: StreamSetup, _ side: NegotiationSide) {
        let facts = side.facts
        let configuration = setup.configuration
        content = configuration.content.name
        language = facts.language
        maximumStanzaBytes = facts.peerLimits.maximumStanzaBytes ?? .max
        let door = setup.negotiation.door
        let mayRefuse = configuration.role == .receiving && door.takesRequests
        self.door = side.hasOpenFeatures || mayRefuse ? door : nil
        mayWait = side.mayWait
        trustsSenders = rules.trustsSenders
        tracksRequests = configuration.tracksRequests
        sender = rules.clientAddress.flatMap(SenderStamp.init)
    }
}
