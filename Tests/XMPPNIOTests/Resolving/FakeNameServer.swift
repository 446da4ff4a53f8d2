#if NIO
    import NIOConcurrencyHelpers
    import NIOCore
    import NIOPosix
    import Testing
    import XMPPNIO

    /// A name server on loopback that answers as a test says, by UDP and TCP at the same port.
    struct FakeNameServer {
        /// How a query came.
        enum Transport: Hashable, Sendable { case datagram, stream }
        /// The message to answer with; nil for none.
        typealias Answering = @Sendable (DNSQuery, Transport) -> [UInt8]?

        private let queries = NIOLockedValueBox<[Query]>([])

        /// A query that came, and how.
        struct Query: Hashable, Sendable {
            let name: String
            let transport: Transport
        }

        /// The queries so far.
        var received: [Query] { queries.withLockedValue { $0 } }

        /// Runs `body` with a resolver that asks such a server, of which nobody waits for long.
        static func run<Result: Sendable>(
            at host: String = "127.0.0.1", answering: @escaping Answering,
            _ body: (SystemResolver, FakeNameServer) async throws -> Result
        ) async throws -> Result {
            let server = FakeNameServer()
            let (datagrams, streams) = try await server.bound(at: host, answering)
            var resolver = SystemResolver(nameServer: datagrams.localAddress)
            resolver.timeout = .seconds(1)
            resolver.attempts = 1
            let outcome: Swift.Result<Result, any Error>
            do { outcome = .success(try await body(resolver, server)) } catch { outcome = .failure(error) }
            try await datagrams.close()
            try await streams.close()
            return try outcome.get()
        }

        /// Whoever has the port that the system chose for the one kind may be without it for the other.
        private func bound(at host: String, _ answering: @escaping Answering) async throws -> (any Channel, any Channel)
        {
            let group = NIOSingletons.posixEventLoopGroup
            let answer: Answering = { query, transport in
                queries.withLockedValue { $0.append(Query(name: query.name, transport: transport)) }
                return answering(query, transport)
            }
            for _ in 0..<20 {
                let datagrams = try await DatagramBootstrap(group: group)
                    .channelInitializer { channel in
                        channel.eventLoop.makeCompletedFuture {
                            try channel.pipeline.syncOperations.addHandler(DatagramAnswers(answer: answer))
                        }
                    }
                    .bind(host: host, port: 0).get()
                let port = try #require(datagrams.localAddress?.port)
                let streams = try? await ServerBootstrap(group: group)
                    .childChannelInitializer { channel in
                        channel.eventLoop.makeCompletedFuture {
                            try channel.pipeline.syncOperations.addHandler(StreamAnswers(answer: answer))
                        }
                    }
                    .bind(host: host, port: port).get()
                if let streams { return (datagrams, streams) }
                try await datagrams.close()
            }
            throw ChannelError.operationUnsupported
        }
    }

    private final class DatagramAnswers: ChannelInboundHandler {
        typealias InboundIn = AddressedEnvelope<ByteBuffer>
        typealias OutboundOut = AddressedEnvelope<ByteBuffer>
        private let answer: FakeNameServer.Answering

        init(answer: @escaping FakeNameServer.Answering) { self.answer = answer }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            let envelope = unwrapInboundIn(data)
            guard let query = DNSQuery(envelope.data), let bytes = answer(query, .datagram) else { return }
            let reply = AddressedEnvelope(remoteAddress: envelope.remoteAddress, data: ByteBuffer(bytes: bytes))
            context.writeAndFlush(wrapOutboundOut(reply), promise: nil)
        }
    }

    /// Each message has its length before it.
    private final class StreamAnswers: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer
        private let answer: FakeNameServer.Answering
        private var received = ByteBuffer()

        init(answer: @escaping FakeNameServer.Answering) { self.answer = answer }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            var buffer = unwrapInboundIn(data)
            received.writeBuffer(&buffer)
            guard let message = received.readLengthPrefixedSlice(as: UInt16.self), let query = DNSQuery(message),
                let bytes = answer(query, .stream)
            else { return }
            var reply = ByteBuffer(integer: UInt16(clamping: bytes.count))
            reply.writeBytes(bytes)
            context.writeAndFlush(wrapOutboundOut(reply), promise: nil)
        }
    }
#endif
