#if NIO
    public import XMPPEngine
    public import XMPPStanza

    /// Whoever a server hands its sessions to: the cheapest way, without a task for each.
    ///
    /// All calls for one session come on its event loop, one after the other; those for sessions of different loops come at
    /// the same time. None may wait.
    public protocol SessionRouter: Sendable {
        /// A stream is ready.
        func opened(_ session: RoutedSession, as established: EstablishedStream)
        /// The peer sent a stanza, stamped with its address and checked.
        func received(_ stanza: AnyStanza, from session: RoutedSession)
        /// A stanza could not be sent: the stream is over, or its peer does not read (`StreamMisuse.Code.full`).
        func refused(_ stanza: AnyStanza, for session: RoutedSession, because misuse: StreamMisuse)
        /// The stream is over. Comes once for each that was opened.
        func closed(_ session: RoutedSession, because end: StreamEnd)
    }
#endif
