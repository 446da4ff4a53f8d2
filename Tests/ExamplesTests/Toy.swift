#if NIO
    import NIOCore
    import NIOPosix
    import Testing

    /// The other end of the gateway's toy protocol: a connection of lines.
    struct Toy {
        private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
        private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
        private var received = ByteBuffer()

        /// Runs `body` with the port of a toy, and a way to take the next connection to it.
        static func run(
            _ body:
                @escaping @Sendable (
                    Int, @escaping @Sendable ((inout Toy) async throws -> Void) async throws -> Void
                ) async throws -> Void
        ) async throws {
            let server = try await ServerBootstrap(group: NIOSingletons.posixEventLoopGroup)
                .bind(host: "127.0.0.1", port: 0) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                    }
                }
            try await server.executeThenClose { connections in
                let port = try #require(server.channel.localAddress?.port)
                try await body(port) { talk in
                    for try await connection in connections {
                        return try await connection.executeThenClose { inbound, outbound in
                            var toy = Toy(inbound: inbound.makeAsyncIterator(), outbound: outbound)
                            try await talk(&toy)
                        }
                    }
                }
            }
        }

        private init(
            inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator,
            outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
        ) {
            self.inbound = inbound
            self.outbound = outbound
        }

        /// The next line.
        mutating func next() async throws -> String {
            while true {
                if let end = received.readableBytesView.firstIndex(of: 0x0A) {
                    let line = received.readString(length: end - received.readerIndex)
                    received.moveReaderIndex(forwardBy: 1)
                    return try #require(line)
                }
                let next = try await inbound.next()
                var bytes = try #require(next, "the connection has ended")
                received.writeBuffer(&bytes)
            }
        }

        /// Sends bytes as they are.
        func write(_ text: String) async throws { try await outbound.write(ByteBuffer(string: text)) }
    }
#endif
