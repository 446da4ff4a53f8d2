#if NIO
    public import NIOCore
    import XMPPEngine
    import XMPPStanza

    extension XMPPStreamHandler {
        // MARK: From behind

        public func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
            do throws(StreamMisuse) {
                try take(unwrapOutboundIn(data))
            } catch {
                promise?.fail(error)
                return
            }
            if let promise { owedPromises.append(promise) }
            carryOut()
        }

        private func take(_ wish: StreamWish) throws(StreamMisuse) {
            switch wish {
            case .send(let stanza):
                try stream.send(stanza)
                surroundings.meters?.stanzasOut.increment()
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
        }

        /// Sends a stanza, together with what else is sent in this turn of the loop.
        func enqueue(_ stanza: AnyStanza) throws(StreamMisuse) {
            try stream.send(stanza)
            surroundings.meters?.stanzasOut.increment()
            carryOut()
            scheduleWrite()
        }

        /// Declines a request; see `enqueue`.
        func decline(_ iq: IQ) throws(StreamMisuse) {
            try stream.decline(iq)
            carryOut()
            scheduleWrite()
        }

        /// Closes the stream, in order or with an error; one that has not begun, by its transport.
        func close(with error: StreamError?) {
            switch moment {
            case .begun: calling { (stream) throws(StreamMisuse) in try stream.close(with: error) }
            case .awaitingTLS, .waiting: fail(ChannelError.alreadyClosed)
            case .closing: break
            }
        }

        public func flush(context: ChannelHandlerContext) { writeOut() }

        public func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
            // Who closes the channel in the middle of a stream closes the stream first; the channel follows when the peer has
            // closed it too, or has not in time.
            guard mode == .all, moment == .begun, context.channel.isActive, stream.isReady else {
                moment = .closing
                return context.close(mode: mode, promise: promise)
            }
            if let promise { context.channel.closeFuture.cascade(to: promise) }
            calling { (stream) throws(StreamMisuse) in try stream.close() }
        }
    }
#endif
