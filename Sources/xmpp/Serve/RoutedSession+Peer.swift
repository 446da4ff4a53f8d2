#if Tool && NIO
    import XMPPEngine
    import XMPPNIO
    import XMPPStanza

    extension RoutedSession: RoutedPeer {}

    /// The router of stanzas, as a server calls it.
    struct ServedSessions: SessionRouter {
        let router: StanzaRouter<RoutedSession>

        func opened(_ session: RoutedSession, as established: EstablishedStream) { router.opened(session) }

        func received(_ stanza: AnyStanza, from session: RoutedSession) { router.received(stanza, from: session) }

        func refused(_ stanza: AnyStanza, for session: RoutedSession, because misuse: StreamMisuse) {
            router.refused(stanza)
        }

        func closed(_ session: RoutedSession, because end: StreamEnd) { router.closed(session) }
    }
#endif
