#if NIO
    import NIOCore

    extension NIOAsyncChannel<StreamNews, StreamWish>.Configuration {
        /// So much is read ahead of whoever reads the news of a session: enough for whoever asks for something first and
        /// reads afterwards, at a login for instance.
        static var ofSessions: Self {
            Self(backPressureStrategy: .init(lowWatermark: 32, highWatermark: 256))
        }
    }
#endif
