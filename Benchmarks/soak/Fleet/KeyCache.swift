#if NIO && Tool
    import NIOCore
    import NIOPosix
    import XMPPCrypto
    import XMPPSASL

    /// Derives the keys of all clients' one password, each once: on a thread of its own, since it takes its time.
    ///
    /// Used on one event loop. Where the server has one salt for all accounts, there is one key.
    final class KeyCache {
        private let prepared: Secret
        private let loop: any EventLoop
        private let thread = NIOThreadPool(numberOfThreads: 1)
        private var keys: [SCRAMDerivation: EventLoopFuture<Secret>] = [:]

        init(password: String, on loop: any EventLoop) throws {
            prepared = try SCRAMDerivation.prepared(password: password)
            self.loop = loop
            thread.start()
        }

        func key(_ derivation: SCRAMDerivation) -> EventLoopFuture<Secret> {
            if let known = keys[derivation] { return known }
            if keys.count >= Self.maximumKeys { keys = [:] }
            let password = prepared
            let key = thread.runIfActive(eventLoop: loop) {
                Secret(
                    try PasswordDerivation.uncheckedKey(
                        from: password.exposed, salt: derivation.salt, rounds: derivation.iterations,
                        with: derivation.algorithm, byteCount: derivation.algorithm.digestByteCount))
            }
            keys[derivation] = key
            return key
        }

        private static let maximumKeys = 1024
    }
#endif
