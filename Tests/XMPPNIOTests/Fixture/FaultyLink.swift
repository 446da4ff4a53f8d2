#if NIO
    import NIOConcurrencyHelpers
    import NIOCore
    import NIOPosix

    /// What stands between clients and a server, and passes on what it gets: until it does something else.
    final class FaultyLink: Sendable {
        /// Which way bytes go.
        enum Way: Hashable, Sendable, CaseIterable {
            case toServer
            case toClient
        }

        /// How a connection goes wrong.
        enum Fault: Hashable, Sendable, CaseIterable {
            /// Both sides are told that no more comes.
            case close
            /// Both sides are reset.
            case reset
            /// Nothing passes any more, and nobody is told.
            case silence
        }

        /// What goes wrong by itself.
        struct Plan: Sendable {
            /// So many bytes pass one way, and then it goes wrong.
            var fault: (way: Way, afterByteCount: Int, Fault)?
            /// Puts other bytes in the place of those of one read.
            var rewriting: @Sendable (Way, ByteBuffer) -> ByteBuffer = { $1 }
            /// Of the socket to the server, so that little fits into it.
            var receiveBufferBytes: Int?
        }

        private let pairs = NIOLockedValueBox<[LinkedPair]>([])

        /// Links clients to a server while `body` runs.
        static func run<Result: Sendable>(
            to server: SocketAddress, _ plan: Plan = Plan(), _ body: (SocketAddress, FaultyLink) async throws -> Result
        ) async throws -> Result {
            let link = FaultyLink()
            let listener = try await ServerBootstrap(group: NIOSingletons.posixEventLoopGroup)
                .serverChannelOption(.backlog, value: 1024)
                .childChannelOption(.autoRead, value: false)
                .childChannelInitializer { client in link.accept(client, server, plan) }
                .bind(host: "127.0.0.1", port: 0).get()
            let result: Swift.Result<Result, any Error>
            do {
                guard let address = listener.localAddress else { throw ChannelError.unknownLocalAddress }
                result = .success(try await body(address, link))
            } catch {
                result = .failure(error)
            }
            try? await listener.close()
            for pair in link.pairs.withLockedValue({ $0 }) { await pair.close() }
            return try result.get()
        }

        /// Bytes that have passed one way, of all connections.
        func byteCount(_ way: Way) -> Int {
            pairs.withLockedValue { $0 }.reduce(0) { $0 + $1.byteCount(way) }
        }

        /// All connections go wrong, now.
        func go(wrong fault: Fault) { for pair in pairs.withLockedValue({ $0 }) { pair.go(wrong: fault) } }

        /// Whether bytes are taken from where they come from, one way.
        func pass(_ way: Way, _ isOpen: Bool) async throws {
            for pair in pairs.withLockedValue({ $0 }) { try await pair.pass(way, isOpen).get() }
        }

        /// Puts bytes in between.
        func inject(_ bytes: [UInt8], _ way: Way) {
            for pair in pairs.withLockedValue({ $0 }) { pair.inject(bytes, way) }
        }

        /// Tells one side alone that no more comes.
        func closeOutput(_ way: Way) { for pair in pairs.withLockedValue({ $0 }) { pair.closeOutput(way) } }

        private func accept(_ client: any Channel, _ server: SocketAddress, _ plan: Plan) -> EventLoopFuture<Void> {
            // On the same loop, so that the two never run at the same time.
            var bootstrap = ClientBootstrap(group: client.eventLoop).channelOption(.autoRead, value: false)
            if let size = plan.receiveBufferBytes {
                bootstrap = bootstrap.channelOption(.socketOption(.so_rcvbuf), value: size)
            }
            return bootstrap.connect(to: server).flatMapThrowing { [pairs] server in
                let pair = LinkedPair(client: client, server: server, plan)
                try client.pipeline.syncOperations.addHandler(Passing(.toServer, pair))
                try server.pipeline.syncOperations.addHandler(Passing(.toClient, pair))
                pairs.withLockedValue { $0.append(pair) }
            }
        }
    }

    /// The two sockets of one connection.
    private final class LinkedPair: Sendable {
        private let client: any Channel
        private let server: any Channel
        private let plan: FaultyLink.Plan
        private let state = NIOLockedValueBox<(byteCounts: [FaultyLink.Way: Int], isSilent: Bool)>(([:], false))

        init(client: any Channel, server: any Channel, _ plan: FaultyLink.Plan) {
            self.client = client
            self.server = server
            self.plan = plan
        }

        func byteCount(_ way: FaultyLink.Way) -> Int { state.withLockedValue { $0.byteCounts[way, default: 0] } }

        func passing(_ buffer: ByteBuffer, _ way: FaultyLink.Way) {
            if state.withLockedValue({ $0.isSilent }) { return }
            let buffer = plan.rewriting(way, buffer)
            let before = byteCount(way)
            state.withLockedValue { $0.byteCounts[way] = before + buffer.readableBytes }
            if let fault = plan.fault, fault.way == way, before + buffer.readableBytes >= fault.afterByteCount {
                inject(Array(buffer.readableBytesView.prefix(max(0, fault.afterByteCount - before))), way)
                return go(wrong: fault.2)
            }
            target(way).writeAndFlush(buffer, promise: nil)
        }

        func go(wrong fault: FaultyLink.Fault) {
            for channel in [client, server] {
                switch fault {
                case .close: channel.close(promise: nil)
                case .reset: Task { try? await channel.reset() }
                case .silence: state.withLockedValue { $0.isSilent = true }
                }
            }
        }

        @discardableResult
        func pass(_ way: FaultyLink.Way, _ isOpen: Bool) -> EventLoopFuture<Void> {
            source(way).setOption(.autoRead, value: isOpen)
        }

        func inject(_ bytes: [UInt8], _ way: FaultyLink.Way) {
            target(way).writeAndFlush(ByteBuffer(bytes: bytes), promise: nil)
        }

        func closeOutput(_ way: FaultyLink.Way) { target(way).close(mode: .output, promise: nil) }

        func closed(_ way: FaultyLink.Way) {
            // Who has gone silent does not tell.
            if !state.withLockedValue({ $0.isSilent }) { target(way).close(promise: nil) }
        }

        func close() async {
            for channel in [client, server] { try? await channel.close() }
        }

        private func source(_ way: FaultyLink.Way) -> any Channel { way == .toServer ? client : server }
        private func target(_ way: FaultyLink.Way) -> any Channel { way == .toServer ? server : client }
    }

    private final class Passing: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer

        private let way: FaultyLink.Way
        private let pair: LinkedPair

        init(_ way: FaultyLink.Way, _ pair: LinkedPair) {
            self.way = way
            self.pair = pair
        }

        /// That of the client; that of the server is active before.
        func channelActive(context: ChannelHandlerContext) {
            pair.pass(.toServer, true)
            pair.pass(.toClient, true)
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) { pair.passing(unwrapInboundIn(data), way) }

        func channelInactive(context: ChannelHandlerContext) { pair.closed(way) }

        // It is closed behind this.
        func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
    }
#endif
