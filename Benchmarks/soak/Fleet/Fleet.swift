#if NIO && Tool
    import NIOCore
    import NIOPosix
    import NIOSSL
    import XMLStream
    import XMPPAddress
    import XMPPCrypto
    import XMPPEngine
    import XMPPNegotiation
    import XMPPSASL
    import XMPPStanza

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// What is told of clients, on the event loop.
    protocol FleetListener: AnyObject {
        func ready(_ client: SoakClient)
        func received(_ message: Message, _ client: SoakClient)
        func failed(_ client: SoakClient, _ error: any Error)
        func ended(_ client: SoakClient, _ end: StreamEnd)
    }

    /// The clients of one event loop, and what they share. Used on that loop only.
    final class Fleet {
        let loop: any EventLoop
        let addresses: [JID]
        let keys: KeyCache
        var scratch = StreamScratch()
        var stanzas = StanzaScratch()
        weak var listener: (any FleetListener)?
        private let options: FleetOptions
        private let context: NIOSSLContext
        private let policy: SASLPolicy
        private let account: SASLAccount.Password = .derivedKeysOnly

        init(_ options: FleetOptions, clients: Int, on loop: any EventLoop) throws {
            self.options = options
            self.loop = loop
            addresses = try options.addresses(clients)
            let password = ProcessInfo.processInfo.environment["SOAK_PASSWORD"] ?? "soak"
            keys = try KeyCache(password: password, on: loop)
            var configuration = TLSConfiguration.makeClientConfiguration()
            configuration.minimumTLSVersion = .tlsv13
            configuration.trustRoots = .file(options.ca)
            context = try NIOSSLContext(configuration: configuration)
            var policy = SASLPolicy()
            policy.mechanisms = [.scram(SCRAMVariant(options.scram == 1 ? .sha1 : .sha256, bindsChannel: false))]
            policy.channelBinding = .off
            self.policy = policy
        }

        /// Begins to connect a client; the listener is told what comes of it.
        func open(_ number: Int) -> EventLoopFuture<any Channel> {
            do {
                let address = addresses[number]
                var account = SASLAccount(username: address.localpart ?? "", domain: address.domainpart)
                account.password = .derivedKeysOnly
                let setup = try StreamSetup(
                    .client(address, account: account, sasl: policy, crypto: SwiftCryptoProvider.self))
                let server = options.server[number % options.server.count]
                let client = NIOLoopBound(SoakClient(number, setup, of: self), eventLoop: loop)
                return ClientBootstrap(group: loop)
                    .channelOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 4096))
                    .channelInitializer { channel in
                        channel.eventLoop.makeCompletedFuture {
                            try channel.pipeline.syncOperations.addHandler(client.value)
                        }
                    }
                    .connect(host: server.host, port: server.port)
            } catch {
                return loop.makeFailedFuture(error)
            }
        }

        func tlsHandler() throws -> NIOSSLClientHandler {
            try NIOSSLClientHandler(context: context, serverHostname: options.domain)
        }
    }
#endif
