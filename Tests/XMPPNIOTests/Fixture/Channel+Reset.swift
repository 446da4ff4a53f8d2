#if NIO
    import NIOCore

    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Darwin)
        import Darwin
    #endif

    extension Channel {
        /// Closes it with a reset.
        func reset() async throws {
            if let socket = self as? any SocketOptionProvider {
                try await socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
            }
            try await close()
        }
    }
#endif
