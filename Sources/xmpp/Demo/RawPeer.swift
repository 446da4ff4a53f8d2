#if Tool && NIO
    import NIOCore
    import NIOPosix

    /// A peer that sends bytes as they are, whatever they mean, and hears what comes back.
    struct RawPeer {
        let host: String
        let port: Int

        /// What came back, and whether the server closed the connection.
        struct Outcome: Equatable, Sendable {
            var bytes: [UInt8] = []
            var isClosed = false
        }

        /// Sends each part, once something has come back for the one before, and listens until the server closes.
        ///
        /// - Parameter wait: How long to listen at most.
        /// - Throws: What keeps it from connecting.
        func send(_ parts: [[UInt8]], wait: Duration = .seconds(5), into recorder: WireRecorder) async throws -> Outcome
        {
            let channel = try await ClientBootstrap(group: NIOSingletons.posixEventLoopGroup)
                .connect(host: host, port: port) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                    }
                }
            let timer = Task {
                try await Task.sleep(for: wait)
                channel.channel.close(promise: nil)
            }
            defer { timer.cancel() }
            return try await channel.executeThenClose { inbound, outbound in
                var outcome = Outcome()
                var parts = parts[...]
                func sendNext() async throws {
                    guard let part = parts.popFirst() else { return }
                    recorder.note(true, part)
                    try await outbound.write(ByteBuffer(bytes: part))
                }
                try await sendNext()
                for try await buffer in inbound {
                    let bytes = Array(buffer.readableBytesView)
                    recorder.note(false, bytes)
                    outcome.bytes += bytes
                    try await sendNext()
                    if outcome.bytes.count > Self.maximumBytes { return outcome }
                }
                outcome.isClosed = !timer.isCancelled && channel.channel.isActive == false
                return outcome
            }
        }

        private static let maximumBytes = 1 << 20
    }
#endif
