#if NIO
    public import XMPPNegotiation

    /// Answers what a stream asks its host (`HostQuestion`). It is asked off the event loop, so that it may take its time: to
    /// look something up, or to derive a key.
    ///
    /// Random bytes are not asked for: the handler takes them from the system's generator.
    public protocol StreamAnswering: Sendable {
        /// Finds out the answer. One that is late, since the stream has ended meanwhile, does no harm.
        func answer(to question: HostQuestion) async -> HostAnswer
    }
#endif
