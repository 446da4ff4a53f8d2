#if Tool && NIO
    import XMPPAddress
    import XMPPStanza

    /// Whom a router hands stanzas to: a session, or what stands for one in a test.
    protocol RoutedPeer: AnyObject, Sendable {
        /// Its full address; nil where it has none, so that nothing can be for it.
        var address: JID? { get }
        /// Sends a stanza. It never waits, and may be called from anywhere.
        func send(_ stanza: AnyStanza)
        /// Closes the stream, with an error or without.
        func close(with error: StreamError?)
    }
#endif
