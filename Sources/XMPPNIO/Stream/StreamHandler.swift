#if NIO
    import NIOCore
    import NIOTLS
    import XMLStream
    import XMPPEngine
    import XMPPNegotiation
    import XMPPSASL
    import XMPPStanza

    /// Drives an `XMPPStream` in a channel: bytes come in from the transport, and news go on to whoever stands behind.
    ///
    /// It begins when the channel is active, carries out every order, and closes the channel behind the end of the stream. TLS
    /// is put before it in the pipeline when the stream orders it, by `TLSSwitch`.
    final class StreamHandler: ChannelDuplexHandler {
        typealias InboundIn = ByteBuffer
        typealias InboundOut = StreamNews
        typealias OutboundIn = StreamWish
        typealias OutboundOut = ByteBuffer

        var stream: XMPPStream
        let host: any StreamAnswering
        let tls: (any TLSSwitch)?
        let scratch: LoopScratch
        /// Succeeds when the stream is ready, and fails when it ends before.
        let readiness: EventLoopPromise<EstablishedStream>?

        var timers: [StreamTimer: Scheduled<Void>] = [:]
        var requests: [RequestHandle: @Sendable (Result<IQ, RequestFailure>) -> Void] = [:]
        var hasBegun = false
        /// Whether TLS comes before the stream, and is not there yet.
        var awaitsTLS: Bool
        /// Whether the peer is to be read from as soon as it reads what was written to it.
        var owesRead = false
        /// Whether the order to close is being carried out.
        var isClosing = false
        /// Whether orders are being carried out: what they lead to waits for its turn.
        var isDraining = false
        /// Answers that are at hand, and are given once the orders before them have been carried out.
        var answers: [(RequestID, HostAnswer)] = []
        /// Whether bytes were written that are not flushed.
        var hasUnflushed = false

        /// A handler of a stream that has not begun.
        ///
        /// - Parameters:
        ///   - tls: How TLS is put before this handler; nil where there is none.
        ///   - isDirect: Whether it is there from the first (XEP-0368): the stream begins behind the handshake.
        ///   - scratch: The event loop's.
        ///   - readiness: Succeeds when the stream is ready, and fails with a `StreamFailure` when it ends before.
        init(
            _ stream: XMPPStream, host: any StreamAnswering, tls: (any TLSSwitch)?, isDirect: Bool = false,
            scratch: LoopScratch, readiness: EventLoopPromise<EstablishedStream>? = nil
        ) {
            self.stream = stream
            self.host = host
            self.tls = tls
            awaitsTLS = isDirect
            self.scratch = scratch
            self.readiness = readiness
        }

        func handlerAdded(context: ChannelHandlerContext) {
            if context.channel.isActive { begin(context) }
        }

        func channelActive(context: ChannelHandlerContext) {
            context.fireChannelActive()
            begin(context)
        }

        func begin(_ context: ChannelHandlerContext, on facts: TLSFacts? = nil) {
            guard !hasBegun, !awaitsTLS else { return }
            hasBegun = true
            calling(context) { (stream) throws(StreamMisuse) in try stream.begin(on: facts) }
        }

        // MARK: From the transport

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            let bytes = unwrapInboundIn(data)
            calling(context) { [scratch] (stream) throws(StreamMisuse) in
                try stream.receive(bytes.readableBytesSpan, using: &scratch.scratch)
            }
        }

        func channelInactive(context: ChannelHandlerContext) {
            happened(.transportClosed, context)
            context.fireChannelInactive()
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            // The transport has failed: what it was about, TLS or the socket, is for whoever stands behind to know.
            context.fireErrorCaught(error)
            happened(.transportClosed, context)
            context.close(promise: nil)
        }

        func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
            switch event {
            case TLSUserEvent.handshakeCompleted(let negotiatedProtocol):
                guard let facts = tls?.facts(of: context.pipeline, applicationProtocol: negotiatedProtocol) else {
                    break
                }
                if awaitsTLS {
                    awaitsTLS = false
                    begin(context, on: facts)
                } else {
                    happened(.secured(facts), context)
                }
            case ChannelEvent.inputClosed: happened(.transportClosed, context)
            default: break
            }
            context.fireUserInboundEventTriggered(event)
        }

        /// A peer that does not read what was written to it is not read from either, so that its requests do not pile up as
        /// answers.
        func read(context: ChannelHandlerContext) {
            if context.channel.isWritable { context.read() } else { owesRead = true }
        }

        func channelWritabilityChanged(context: ChannelHandlerContext) {
            if context.channel.isWritable, owesRead {
                owesRead = false
                context.read()
            }
            context.fireChannelWritabilityChanged()
        }

        func happened(_ event: StreamEvent, _ context: ChannelHandlerContext) {
            calling(context) { [scratch] (stream) throws(StreamMisuse) in
                try stream.receive(event, using: &scratch.scratch)
            }
        }

        // MARK: From behind

        func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
            do throws(StreamMisuse) {
                switch unwrapOutboundIn(data) {
                case .send(let stanza): try stream.send(stanza)
                case .request(let iq, let deadline, let completion):
                    do throws(StreamMisuse) {
                        requests[try stream.request(iq, deadline: deadline)] = completion
                    } catch {
                        completion(.failure(.refused(error)))
                        throw error
                    }
                case .decline(let iq): try stream.decline(iq)
                case .close(let error): try stream.close(with: error)
                }
            } catch {
                promise?.fail(error)
                return
            }
            carryOut(context, promise: promise)
        }

        func flush(context: ChannelHandlerContext) {
            hasUnflushed = false
            context.flush()
        }

        func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
            // Who closes the channel in the middle of a stream closes the stream first; the channel follows when the peer has
            // closed it too, or has not in time.
            guard mode == .all, !isClosing, context.channel.isActive, stream.isReady else {
                isClosing = true
                return context.close(mode: mode, promise: promise)
            }
            if let promise { context.channel.closeFuture.cascade(to: promise) }
            calling(context) { (stream) throws(StreamMisuse) in try stream.close() }
        }
    }
#endif
