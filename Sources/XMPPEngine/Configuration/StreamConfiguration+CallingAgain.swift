import XMPPNegotiation

extension StreamConfiguration {
    /// At an initiating entity, the configuration to call again with, after a stream that ended so. When is the host's
    /// to decide.
    ///
    /// After `conflict` somebody else has the resource, perhaps another client of the same user: it is not asked for
    /// again, or the two would throw each other off in turn, but left to the server (RFC 6120 §4.9.3.3); a host that has
    /// another in mind asks for that. Legacy authentication (XEP-0078), which has to name one, is left out for the same
    /// reason. After a redirect `redirectCount` is one more (§4.9.3.19). After any other end nothing changes.
    public func callingAgain(after end: StreamEnd) -> StreamConfiguration {
        var next = self
        switch end {
        case .peerError(let error) where error.condition == .conflict:
            next.features = features.filter { !($0 is LegacyAuthenticationFeature) }.map { feature in
                feature is ResourceBindingFeature ? ResourceBindingFeature() : feature
            }
        case .redirected: next.redirectCount &+= 1
        case .peerError, .closed, .violation, .negotiation, .transportClosed, .deadline, .aborted: break
        }
        return next
    }
}
