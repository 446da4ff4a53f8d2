#if NIO
    public import NIOCore
    public import NIOPosix
    public import XMPPTransports

    /// Looks records up with the resolver of the system (`res_nquery`), in a thread of a pool, since it waits.
    ///
    /// A look-up takes `timeout` for each name server and attempt, each attempt after the first at most twice as long as the
    /// one before, and as much again where an answer is so long that it comes by TCP. A task that is cancelled waits
    /// for its answer all the same.
    public struct SystemResolver: ServiceResolving {
        /// The one name server to ask, at an address of IPv4 or IPv6; nil for those of the system. Of C libraries other than
        /// those of GNU and Apple, none takes one: look-ups fail there.
        public var nameServer: SocketAddress?
        /// How long a name server has to answer, in whole seconds from 1 to 30.
        public var timeout = Duration.seconds(5)
        /// How often each name server is asked, 1 to 5.
        public var attempts = 2
        private let pool: NIOThreadPool

        /// A resolver whose look-ups wait in threads of a pool, which has been started.
        public init(nameServer: SocketAddress? = nil, in pool: NIOThreadPool = .singleton) {
            self.nameServer = nameServer
            self.pool = pool
        }

        /// What DNS says of the service: `failed` also for a name that no host can have.
        public func lookUp(_ query: ServiceQuery) async -> ServiceLookup {
            // Nothing else is in the name of a host, and the system's resolver would take some of it for escapes.
            guard query.name.utf8.allSatisfy(Self.isInNames) else { return .failed }
            let answer = try? await pool.runIfActive {
                DNSAnswer(to: query.name, from: nameServer, seconds: timeout.components.seconds, attempts: attempts)
            }
            switch answer {
            case .message(let bytes): return ServiceLookup(answer: bytes)
            case .absent: return .absent
            case .failed, nil: return .failed
            }
        }

        private static func isInNames(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                true
            default: false
            }
        }
    }
#endif
