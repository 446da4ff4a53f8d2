#if NIO
    public import NIOCore
    import NIOTLS
    import XMLStream
    public import XMPPEngine
    import XMPPNegotiation
    import XMPPStanza

    /// Drives an `XMPPStream` in a channel: bytes come in from the transport, and news go on to whoever stands behind.
    ///
    /// It begins when the channel is active, carries out every order, and closes the channel behind the end of the stream. TLS
    /// is put before it in the pipeline when the stream orders it, by its `TLSSwitch`.
    ///
    /// **Back-pressure.** What the stream has written stays with it while the channel is not writable, and counts against
    /// `StreamLimits.undrainedBytes`; and a peer that does not read is not read from. Nor is one while the stream waits for
    /// its host; one that sends more than `StreamLimits.heldBytes` before that takes effect is turned away.
    public final class XMPPStreamHandler: ChannelDuplexHandler {
        public typealias InboundIn = ByteBuffer
        public typealias InboundOut = StreamNews
        public typealias OutboundIn = StreamWish
        public typealias OutboundOut = ByteBuffer

        var stream: XMPPStream
        let surroundings: StreamSurroundings
        /// How TLS is put before this handler, until the stream is ready.
        var tls: (any TLSSwitch)?
        let scratch: LoopScratch
        /// Succeeds when the stream is ready, and fails when it ends before.
        var readiness: EventLoopPromise<EstablishedStream>?
        /// Told how the stream ends.
        var outcome: StreamOutcome?
        /// Takes the news in place of the next handler.
        var router: StreamRouting?

        /// While this is in a pipeline.
        var context: ChannelHandlerContext?
        var timers: [StreamTimer: Scheduled<Void>] = [:]
        var requests: [RequestHandle: @Sendable (Result<IQ, RequestFailure>) -> Void] = [:]
        /// Where the stream stands with the transport.
        var moment: Moment
        /// Whether the stream has begun, whatever has become of it.
        var hasBegun = false
        /// Whether TLS is being put before it: what comes in is for TLS.
        var isSwitching = false
        /// Whether its end has been told.
        var hasEnded = false
        /// Ends a handshake that takes too long.
        var handshakeDeadline: Scheduled<Void>?
        /// Ends a stream whose peer does not read.
        var readingDeadline: Scheduled<Void>?
        /// What failed under the stream, first.
        var cause: (any Error)?
        /// Whether the peer is to be read from as soon as nothing is in the way.
        var owesRead = false
        /// Whether orders are being carried out: what they lead to waits for its turn.
        var isCarryingOut = false
        /// Answers that are at hand, and are given once the orders before them have been carried out.
        var answers: [(RequestID, HostAnswer)] = []
        /// Bytes that the stream said to write, and that it has still.
        var owedBytes = 0
        /// Whoever waits until they are with the system.
        var owedPromises: [EventLoopPromise<Void>] = []
        /// Whether writing them out is on the loop's list.
        var isWriteScheduled = false

        /// Where a stream stands with the transport.
        enum Moment: Hashable {
            /// TLS comes before the stream, and is not there yet.
            case awaitingTLS
            /// The stream begins as soon as the channel is active.
            case waiting
            /// It has begun.
            case begun
            /// The channel is being closed.
            case closing
        }

        /// A handler of a stream that has not begun.
        ///
        /// - Parameters:
        ///   - tls: How TLS is put before this handler, for this channel alone; nil where there is none.
        ///   - isDirect: Whether it is there from the first (XEP-0368): the stream begins behind the handshake, which may take
        ///     as long as negotiation (`StreamDeadlines.negotiation`).
        ///   - scratch: The event loop's.
        ///   - readiness: Succeeds when the stream is ready, and fails with a `StreamFailure` when it ends before.
        public init(
            _ stream: XMPPStream, in surroundings: StreamSurroundings, tls: (any TLSSwitch)?, isDirect: Bool = false,
            scratch: LoopScratch, readiness: EventLoopPromise<EstablishedStream>? = nil
        ) {
            self.stream = stream
            self.surroundings = surroundings
            self.tls = tls
            moment = isDirect ? .awaitingTLS : .waiting
            self.scratch = scratch
            self.readiness = readiness
        }

        public func handlerAdded(context: ChannelHandlerContext) {
            self.context = context
            if context.channel.isActive { activate() }
        }

        public func handlerRemoved(context: ChannelHandlerContext) {
            happened(.transportClosed)
            end(.transportClosed)
            for promise in owedPromises { promise.fail(ChannelError.ioOnClosedChannel) }
            owedPromises = []
            router = nil
            self.context = nil
        }

        public func channelActive(context: ChannelHandlerContext) {
            context.fireChannelActive()
            activate()
        }

        private func activate() {
            switch moment {
            case .waiting: begin()
            case .awaitingTLS: secureFirst()
            case .begun, .closing: break
            }
        }

        func begin(on facts: TLSFacts? = nil) {
            moment = .begun
            hasBegun = true
            handshakeDeadline?.cancel()
            handshakeDeadline = nil
            surroundings.meters?.begun.increment()
            surroundings.logger.debug("stream begins")
            calling { (stream) throws(StreamMisuse) in try stream.begin(on: facts) }
        }

        // MARK: From the transport

        public func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            let bytes = unwrapInboundIn(data)
            surroundings.tap?(.incoming, bytes)
            surroundings.meters?.bytesIn.increment(by: bytes.readableBytes)
            var isTooMuch = false
            attempt { [scratch] (stream) throws(StreamMisuse) in
                do throws(StreamMisuse) {
                    try stream.receive(bytes.readableBytesSpan, using: &scratch.scratch)
                } catch {
                    isTooMuch = error.code == .full
                    throw error
                }
            }
            // What has not been taken is missing from here on.
            if isTooMuch {
                attempt { (stream) throws(StreamMisuse) in try stream.close(with: StreamError(.resourceConstraint)) }
            }
            carryOut()
        }

        public func channelReadComplete(context: ChannelHandlerContext) {
            writeOut()
            context.fireChannelReadComplete()
        }

        public func channelInactive(context: ChannelHandlerContext) {
            happened(.transportClosed)
            context.fireChannelInactive()
        }

        public func errorCaught(context: ChannelHandlerContext, error: any Error) { fail(error) }

        public func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
            switch event {
            case TLSUserEvent.handshakeCompleted(let negotiatedProtocol):
                guard let facts = tls?.facts(of: context.pipeline, applicationProtocol: negotiatedProtocol) else {
                    fail(TransportFailure.unsupported("certificate of the peer"))
                    break
                }
                switch moment {
                case .awaitingTLS: begin(on: facts)
                case .begun:
                    isSwitching = false
                    happened(.secured(facts))
                case .waiting, .closing: break
                }
            case ChannelEvent.inputClosed: happened(.transportClosed)
            case is TransportCut: fail(ChannelError.alreadyClosed)
            default: break
            }
            context.fireUserInboundEventTriggered(event)
        }

        public func read(context: ChannelHandlerContext) {
            if mayRead(context) { context.read() } else { owesRead = true }
        }

        public func channelWritabilityChanged(context: ChannelHandlerContext) {
            writeOut()
            readOn()
            watchReading(context)
            context.fireChannelWritabilityChanged()
        }

        /// Reads from the peer if that was put off and nothing is in the way any more.
        func readOn() {
            guard owesRead, let context, mayRead(context) else { return }
            owesRead = false
            context.read()
        }

        /// A peer that does not read what was written to it is not read from either, so that its requests do not pile up as
        /// answers; and nothing is read that would wait in the stream for an answer of the host.
        private func mayRead(_ context: ChannelHandlerContext) -> Bool {
            context.channel.isWritable && (isSwitching || !stream.isPaused)
        }
    }

    @available(*, unavailable)
    extension XMPPStreamHandler: Sendable {}
#endif
