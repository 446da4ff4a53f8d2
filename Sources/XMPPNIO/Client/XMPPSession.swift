#if NIO
    import NIOCore
    public import XMPPEngine
    public import XMPPStanza

    /// A stream that is ready, at whichever side.
    public struct XMPPSession: Sendable {
        /// What is known of the stream.
        public let established: EstablishedStream
        /// What happens, in order. While nobody reads, the peer is not read from either.
        public let news: SessionNews
        private let channel: any Channel
        private let outcome: StreamOutcome

        init(
            _ established: EstablishedStream, _ news: NIOAsyncChannelInboundStream<StreamNews>, _ channel: any Channel,
            _ outcome: StreamOutcome
        ) {
            self.established = established
            self.news = SessionNews(news)
            self.channel = channel
            self.outcome = outcome
        }

        /// How the stream ended; nil while it has not.
        public var end: StreamEnd? { outcome.end }
        /// Whether this side wished for the end.
        var isClosedHere: Bool { outcome.isClosedHere }

        /// Sends a stanza, and returns once its bytes are with the system.
        ///
        /// - Throws: `StreamMisuse` where the stream refuses it, and the channel's errors.
        public func send(_ stanza: AnyStanza) async throws { try await channel.writeAndFlush(StreamWish.send(stanza)) }

        /// Sends a message; see the other `send`.
        public func send(_ message: Message) async throws { try await send(.message(message)) }

        /// Sends a presence; see the other `send`.
        public func send(_ presence: Presence) async throws { try await send(.presence(presence)) }

        /// Answers a request of the peer's, or, where requests are not tracked, sends any iq; see the other `send`.
        public func send(_ iq: IQ) async throws { try await send(.iq(iq)) }

        /// Sends a request, and waits for its answer: a result or an error.
        ///
        /// Answers come in the order of the stream: where nobody reads the news meanwhile, and more than 256 stanzas come
        /// before the answer, it waits with the rest.
        ///
        /// - Throws: `RequestFailure` where there is none, and `CancellationError`.
        public func request(_ iq: IQ, deadline: Duration = .seconds(60)) async throws -> IQ {
            // Takes what comes first: the answer, the end of the stream, of the channel or of the task.
            let answer = channel.eventLoop.makePromise(of: IQ.self)
            return try await withTaskCancellationHandler {
                let wish = StreamWish.request(iq, deadline: deadline) { answer.completeWith($0.mapError { $0 }) }
                // Where the channel is closed nobody is left to take the wish.
                channel.writeAndFlush(wish).whenFailure { _ in answer.fail(RequestFailure.unanswered(.streamEnded)) }
                return try await answer.futureResult.get()
            } onCancel: {
                answer.fail(CancellationError())
            }
        }

        /// Tells the peer that nobody here knows what it asks.
        public func decline(_ iq: IQ) async throws { try await channel.writeAndFlush(StreamWish.decline(iq)) }

        /// Closes the stream in order, and returns once the channel is closed.
        public func close(with error: StreamError? = nil) async throws {
            outcome.closeHere()
            try await channel.writeAndFlush(StreamWish.close(error))
            try await channel.closeFuture.get()
        }
    }
#endif
