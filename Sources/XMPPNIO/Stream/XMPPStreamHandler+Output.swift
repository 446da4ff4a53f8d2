#if NIO
    import NIOCore
    import XMPPEngine

    extension XMPPStreamHandler {
        /// So much is handed to the channel at once.
        private static let mostBytes = 128 << 10

        /// Hands over what the stream has written, for as long as the channel takes it.
        ///
        /// - Parameter isUrgent: Whether all of it goes, whatever the channel says: something follows on the transport.
        func writeOut(isUrgent: Bool = false) {
            guard let context else { return }
            while owedBytes > 0, isUrgent || context.channel.isWritable {
                let buffer = takeOutput(context)
                guard buffer.readableBytes > 0 else { break }
                surroundings.tap?(.outgoing, buffer)
                surroundings.meters?.bytesOut.increment(by: buffer.readableBytes)
                context.writeAndFlush(wrapOutboundOut(buffer), promise: owedBytes == 0 ? takePromise(context) : nil)
            }
            if owedBytes == 0, !owedPromises.isEmpty { takePromise(context)?.succeed() }
        }

        /// Puts writing out on the list of the loop: what else is sent in this turn goes with it. A lot goes at once, so that
        /// only what the peer does not read counts as undrained.
        func scheduleWrite() {
            if owedBytes >= Self.mostBytes { return writeOut() }
            guard !isWriteScheduled, owedBytes > 0, let context else { return }
            isWriteScheduled = true
            let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
            context.eventLoop.execute {
                let handler = bound.value
                handler.isWriteScheduled = false
                handler.writeOut()
            }
        }

        private func takeOutput(_ context: ChannelHandlerContext) -> ByteBuffer {
            let count = min(owedBytes, Self.mostBytes)
            var buffer = context.channel.allocator.buffer(capacity: count)
            stream.drainOutput { bytes in
                let taken = min(count, bytes.byteCount)
                buffer.writeBytes(bytes.extracting(..<taken))
                return taken
            }
            owedBytes = buffer.readableBytes == 0 ? 0 : owedBytes &- buffer.readableBytes
            return buffer
        }

        private func takePromise(_ context: ChannelHandlerContext) -> EventLoopPromise<Void>? {
            let promises = owedPromises
            owedPromises = []
            guard promises.count > 1 else { return promises.first }
            let all = context.eventLoop.makePromise(of: Void.self)
            for promise in promises { all.futureResult.cascade(to: promise) }
            return all
        }

        /// Cuts a peer that reads nothing for so long: what is kept for it is not given back otherwise, since a socket that
        /// nobody reads from stays open as long as its owner likes.
        func watchReading(_ context: ChannelHandlerContext) {
            if context.channel.isWritable {
                readingDeadline?.cancel()
                readingDeadline = nil
            } else if readingDeadline == nil, !hasEnded, let patience = surroundings.patience {
                let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
                readingDeadline = context.eventLoop.scheduleTask(in: TimeAmount(patience)) {
                    bound.value.fail(TransportFailure.unread)
                }
            }
        }

        /// Closes the channel once everything has gone out, or the peer has not read it in time.
        func closeTransport() {
            guard let context else { return }
            writeOut(isUrgent: true)
            moment = .closing
            let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
            let close: @Sendable () -> Void = { bound.value.close(promise: nil) }
            // Nothing, behind everything else.
            let written = context.eventLoop.makePromise(of: Void.self)
            let deadline = context.eventLoop.scheduleTask(
                in: TimeAmount(stream.setup.configuration.deadlines.closing), close)
            written.futureResult.whenComplete { _ in
                deadline.cancel()
                close()
            }
            context.writeAndFlush(wrapOutboundOut(ByteBuffer()), promise: written)
        }
    }
#endif
