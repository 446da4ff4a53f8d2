#if NIO
    import NIOConcurrencyHelpers
    import NIOCore
    import XMPPStanza

    /// The streams that a server has, up to a number.
    final class LiveStreams: Sendable {
        private struct Contents {
            var channels: [ObjectIdentifier: any Channel] = [:]
            var isStopping = false
            var waiting: [EventLoopPromise<Void>] = []
        }

        private let contents = NIOLockedValueBox(Contents())
        private let maximum: Int

        init(atMost maximum: Int) { self.maximum = maximum }

        var count: Int { contents.withLockedValue { $0.channels.count } }

        /// Takes channels, again after a stop.
        func open() { contents.withLockedValue { $0.isStopping = false } }

        /// Takes a channel in, until it closes.
        ///
        /// - Returns: Whether there is room for it.
        func admit(_ channel: any Channel) -> Bool {
            let key = ObjectIdentifier(channel)
            let isAdmitted = contents.withLockedValue { contents in
                guard contents.channels.count < maximum, !contents.isStopping else { return false }
                contents.channels[key] = channel
                return true
            }
            if isAdmitted { channel.closeFuture.whenComplete { _ in self.remove(key) } }
            return isAdmitted
        }

        private func remove(_ key: ObjectIdentifier) {
            let waiting = contents.withLockedValue { contents in
                contents.channels[key] = nil
                guard contents.channels.isEmpty else { return [EventLoopPromise<Void>]() }
                defer { contents.waiting = [] }
                return contents.waiting
            }
            for promise in waiting { promise.succeed() }
        }

        /// Closes all streams with `system-shutdown`, and waits for their channels to close: those that have not by then are
        /// cut.
        func stop(within limit: Duration, on loop: any EventLoop) async {
            let closed = loop.makePromise(of: Void.self)
            let channels = contents.withLockedValue { contents in
                contents.isStopping = true
                if !contents.channels.isEmpty { contents.waiting.append(closed) }
                return Array(contents.channels.values)
            }
            if channels.isEmpty { closed.succeed() }
            for channel in channels {
                channel.writeAndFlush(StreamWish.close(StreamError(.systemShutdown))).whenFailure { _ in
                    channel.close(promise: nil)
                }
            }
            let deadline = loop.scheduleTask(in: TimeAmount(limit)) {
                for channel in channels { channel.pipeline.fireUserInboundEventTriggered(TransportCut()) }
            }
            try? await closed.futureResult.get()
            deadline.cancel()
        }
    }

    /// Ends a stream and its channel at once.
    struct TransportCut: Sendable {}
#endif
