#if NIO
    public import NIOCore

    /// Which way bytes went.
    public enum WireDirection: Hashable, Sendable, CaseIterable {
        /// From the peer.
        case incoming
        /// To the peer.
        case outgoing
    }

    /// Sees the bytes of a stream, in the clear, as they go: called on the event loop, so it must not take long. What it sees
    /// has secrets in it.
    public typealias StreamTap = @Sendable (WireDirection, ByteBuffer) -> Void
#endif
