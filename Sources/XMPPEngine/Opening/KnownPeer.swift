import XMPPAddress
import XMPPNegotiation

extension XMPPStream {
    /// A receiving entity's stream whose peer needs no proof: it is ready with the first header. For tools and tests that
    /// look at what goes on in streams without the negotiation in front of it.
    ///
    /// - Parameter peer: Whose stream it is: the full address of a client, the domain of a server or a component.
    package init(_ setup: StreamSetup, ofKnownPeer peer: JID) {
        self.init(setup)
        core.side.facts.take(.authenticated(Authentication(mechanism: "", address: peer.bare)))
        if peer.resourcepart != nil { core.side.facts.take(.bound(peer)) }
        reader.limits = setup.configuration.limits.afterAuthentication
    }
}
