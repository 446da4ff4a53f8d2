public import CryptoSeam
public import XMLStream
public import XMPPStanza

/// One side of the negotiation of one feature in one stream: a value that takes events and says what to do.
///
/// The step is a pure function of the state, the event and the context: no clock, no generator of random numbers, no
/// waiting. What the machine needs it asks for, one question at a time; until the answer is there, nothing that the peer
/// says reaches it.
public protocol FeatureMachine: Hashable, Sendable {
    /// Takes an event.
    mutating func receive(_ event: FeatureEvent, in context: FeatureContext) -> [FeatureEffect]

    /// The state as bytes, for `StreamFeature.machine(for:restoring:)`; nil where it cannot be stored now.
    func snapshot() -> [UInt8]?

    /// The name of the state, for people: it has no data in it.
    var stateName: String { get }
}

extension FeatureMachine {
    public func snapshot() -> [UInt8]? { nil }
    public var stateName: String {
        let text = String(describing: self)
        return String(text.prefix { $0 != "(" })
    }
}

/// What happens to a machine.
public enum FeatureEvent: Hashable, Sendable {
    /// At an initiating entity: the feature is to be negotiated. The offer is nil where there was none, as for TLS that is
    /// tried all the same.
    case chosen(Element?, among: StreamFeatures)
    /// The peer sent an element that the feature takes.
    case received(Element)
    /// The host answers the question.
    case answered(HostAnswer)
    /// The transport has been switched as was asked for.
    case switched(SwitchedTransport)
}

/// A transport as it is after a switch.
public enum SwitchedTransport: Hashable, Sendable {
    /// TLS has been negotiated.
    case tls(TLSFacts)
    /// What follows is compressed.
    case compression(method: String)
}

/// What the host is to put between the bytes and the stream.
public enum TransportSwitch: Hashable, Sendable {
    /// TLS (RFC 6120 §5). The reference identity is the stream's domain, whatever host was called.
    case tls
    /// Compression by this method (XEP-0138).
    case compression(method: String)
}

/// What a machine wants done. Effects are carried out in order.
public enum FeatureEffect: Hashable, Sendable {
    /// Send this.
    case send(Element)
    /// Find this out. The next event is the answer.
    case ask(HostQuestion)
    /// This holds from now on.
    case grant(StreamFact)
    /// Put this between, behind what was sent; the next event is `switched`. Nothing that came in the clear is read any
    /// more. A stage of the list has to be the last.
    case switchTransport(TransportSwitch)
    /// The feature is negotiated, and a new stream begins: behind what was sent, at exactly that byte (RFC 6120 §4.3.3).
    case restart
    /// The feature is negotiated, and the peer sends a new list of features without a new header (XEP-0388 §2.6).
    case renewFeatures
    /// The feature is negotiated, and the list that is known still holds.
    case finish
    /// Nothing came of a voluntary feature, for a reason in English; the list still holds.
    case decline(String)
    /// From now on stanzas pass through this stage.
    case install(StageInstallation)
    /// The stream must not go on.
    case fail(NegotiationFailure)
    /// The event was out of order, by the host's fault. Nothing has changed.
    case refuse
}

extension FeatureEffect {
    /// Sends what is built here; where it cannot be written, which is a fault of this side, the stream ends.
    public static func sending(_ build: () throws(XMLContentError) -> Element) -> FeatureEffect {
        do throws(XMLContentError) {
            return .send(try build())
        } catch {
            return .fail(.violation(StreamViolation(.internalServerError, expected: "an element that can be written")))
        }
    }

    /// The peer broke a rule.
    public static func violation(_ condition: StreamErrorCondition, expected: String) -> FeatureEffect {
        .fail(.violation(StreamViolation(condition, expected: expected)))
    }
}

/// What a machine may look at.
public struct FeatureContext: Sendable {
    /// What is known of the stream.
    public let facts: StreamFacts
    /// The primitives, for exchanges that need them.
    public let crypto: any CryptoProvider.Type
    /// The other features, in order: a carrier asks them what goes along inline.
    public let features: [any StreamFeature]

    /// A context.
    public init(facts: StreamFacts, crypto: any CryptoProvider.Type, features: [any StreamFeature] = []) {
        self.facts = facts
        self.crypto = crypto
        self.features = features
    }
}
