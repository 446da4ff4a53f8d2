#if NIO
    import NIOConcurrencyHelpers
    import NIOCore
    import NIOPosix
    import NIOSSL

    /// A peer without an engine: it sends what a test says, and keeps what comes.
    final class RawPeer: Sendable {
        private let channel: any Channel
        private let log: ByteLog

        private init(_ channel: any Channel, _ log: ByteLog) {
            self.channel = channel
            self.log = log
        }

        /// Connects to a server.
        static func connect(to address: SocketAddress) async throws -> RawPeer {
            let log = ByteLog()
            let channel = try await ClientBootstrap(group: NIOSingletons.posixEventLoopGroup)
                .channelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(ByteLogHandler(log))
                    }
                }
                .connect(to: address).get()
            return RawPeer(channel, log)
        }

        /// Listens on loopback while `body` runs, which is given each peer that connects.
        static func listening<Result: Sendable>(
            _ serve: @escaping @Sendable (RawPeer) async throws -> Void,
            _ body: (SocketAddress) async throws -> Result
        ) async throws -> Result {
            let server = try await ServerBootstrap(group: NIOSingletons.posixEventLoopGroup)
                .childChannelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        let log = ByteLog()
                        try channel.pipeline.syncOperations.addHandler(ByteLogHandler(log))
                        Task { try? await serve(RawPeer(channel, log)) }
                    }
                }
                .bind(host: "127.0.0.1", port: 0).get()
            do {
                guard let address = server.localAddress else { throw ChannelError.unknownLocalAddress }
                let result = try await body(address)
                try await server.close()
                return result
            } catch {
                try? await server.close()
                throw error
            }
        }

        /// All that has come so far.
        var received: String { String(decoding: log.bytes, as: UTF8.self) }
        /// Whether the other side has closed.
        var isClosed: Bool { !channel.isActive }

        /// Sends bytes in one piece.
        func send(_ text: String) async throws { try await send(Array(text.utf8)) }

        /// Sends bytes in one piece.
        func send(_ bytes: [UInt8]) async throws { try await channel.writeAndFlush(ByteBuffer(bytes: bytes)) }

        /// Waits until `text` has come as often as `count`, or the other side has closed.
        ///
        /// - Returns: All that has come so far.
        @discardableResult
        func read(until text: String, count: Int = 1) async throws -> String {
            while !isClosed, received.split(separator: text, omittingEmptySubsequences: false).count <= count {
                try await Task.sleep(for: .milliseconds(5))
            }
            return received
        }

        /// Waits until the other side has closed.
        ///
        /// - Returns: All that came.
        @discardableResult
        func readToEnd() async throws -> String {
            while !isClosed { try await Task.sleep(for: .milliseconds(5)) }
            return received
        }

        /// Puts TLS before what is sent from here on, and waits for the handshake.
        func startTLS(_ context: NIOSSLContext, for domain: String) async throws {
            log.forget()
            try await channel.eventLoop.submit { [channel] in
                let tls = try NIOSSLClientHandler(context: context, serverHostname: domain)
                try channel.pipeline.syncOperations.addHandler(tls, position: .first)
            }.get()
        }

        /// Says that nothing more comes, and reads on.
        func closeOutput() async throws { try await channel.close(mode: .output) }

        /// Closes, in order as far as TCP goes.
        func close() async throws { try await channel.close() }

        /// Closes with a reset.
        func reset() async throws { try await channel.reset() }
    }

    /// What has come to a raw peer.
    final class ByteLog: Sendable {
        private let contents = NIOLockedValueBox<[UInt8]>([])

        var bytes: [UInt8] { contents.withLockedValue { $0 } }

        func append(_ bytes: ByteBufferView) { contents.withLockedValue { $0 += bytes } }

        func forget() { contents.withLockedValue { $0 = [] } }
    }

    private final class ByteLogHandler: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer

        private let log: ByteLog

        init(_ log: ByteLog) { self.log = log }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            log.append(unwrapInboundIn(data).readableBytesView)
        }

        // What becomes of the transport is what tests look at.
        func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
    }
#endif
