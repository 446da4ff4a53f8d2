package import XMLStream
package import XMPPStanza

/// What happens to a negotiation.
package enum NegotiationEvent: Hashable, Sendable {
    /// At an initiating entity: the peer sent its list. A stream without features has an empty one.
    case features(StreamFeatures)
    /// At a receiving entity: the headers are exchanged.
    case opened
    /// The peer sent another first-level element.
    case element(Element)
    /// The host answers the open question.
    case answered(HostAnswer)
    /// The host has switched the transport.
    case switched(SwitchedTransport)
}

/// What a negotiation wants done, in order.
package enum NegotiationAction: Hashable, Sendable {
    /// Send this.
    case send(Element)
    /// Ask the host.
    case ask(HostQuestion)
    /// Have the host switch the transport, behind what was sent.
    case switchTransport(TransportSwitch)
    /// Begin a new stream: here an initiating entity sends its header, a receiving one waits for the peer's.
    case restart
    /// The peer has authenticated: other limits apply.
    case authenticated
    /// Have stanzas pass through this stage.
    case install(StageInstallation)
    /// The stream is ready for stanzas.
    case settled
    /// The element is none of a feature's, and the stream is ready: it goes the way of stanzas.
    case pass(Element)
    /// The stream must not go on.
    case fail(NegotiationFailure)
    /// The event was out of order, by the host's fault.
    case refuse
}

extension StreamFact {
    /// Whether a feature may say so: that the stream is secure only where TLS, which the negotiation has looked at, has
    /// just been put under it (S07, S11 of the threat list).
    func isOfTransport(after event: FeatureEvent?) -> Bool {
        guard case .secure(let tls) = self else { return true }
        return event == .switched(.tls(tls))
    }
}

/// A machine and whose it is.
package struct AwakeFeature: Hashable, Sendable {
    package let key: FeatureKey
    package var machine: any FeatureMachine
    package let isMandatory: Bool

    package init(key: FeatureKey, machine: any FeatureMachine, isMandatory: Bool) {
        self.key = key
        self.machine = machine
        self.isMandatory = isMandatory
    }

    package static func == (one: AwakeFeature, other: AwakeFeature) -> Bool {
        one.key == other.key && one.isMandatory == other.isMandatory && one.machine.isEqual(to: other.machine)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(key)
        machine.hash(into: &hasher)
    }
}
