#if NIO
    import NIOCore
    import NIOPosix

    /// The toy: a connection of TCP that carries lines.
    enum Lines {
        /// A longer line ends the connection.
        static let maximumLineBytes = 8192

        /// Connects, and runs `body` with the lines that come and a writer of lines.
        static func connect(
            to host: String, _ port: Int,
            _ body:
                @Sendable (NIOAsyncChannelInboundStream<String>, NIOAsyncChannelOutboundWriter<String>) async throws ->
                Void
        ) async throws {
            let channel = try await ClientBootstrap(group: NIOSingletons.posixEventLoopGroup)
                .connect(host: host, port: port) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandlers(
                            ByteToMessageHandler(LineDecoder(), maximumBufferSize: maximumLineBytes), LineEncoder())
                        return try NIOAsyncChannel<String, String>(wrappingChannelSynchronously: channel)
                    }
                }
            try await channel.executeThenClose(body)
        }
    }

    private struct LineDecoder: ByteToMessageDecoder {
        typealias InboundOut = String

        mutating func decode(context: ChannelHandlerContext, buffer: inout ByteBuffer) -> DecodingState {
            guard let length = buffer.readableBytesView.firstIndex(of: 0x0A).map({ $0 - buffer.readerIndex }),
                let line = buffer.readString(length: length)
            else { return .needMoreData }
            buffer.moveReaderIndex(forwardBy: 1)
            context.fireChannelRead(wrapInboundOut(line))
            return .continue
        }
    }

    private final class LineEncoder: ChannelOutboundHandler {
        typealias OutboundIn = String
        typealias OutboundOut = ByteBuffer

        func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
            context.write(wrapOutboundOut(ByteBuffer(string: unwrapOutboundIn(data) + "\n")), promise: promise)
        }
    }
#endif
