/// What ties an exchange to the TLS channel it runs in (RFC 5056): the kind, and this channel's data of that kind.
public struct ChannelBinding: Hashable, Sendable {
    /// A kind of channel binding, by its registered prefix.
    public struct Kind: Hashable, Sendable, CustomStringConvertible {
        /// The prefix: letters, digits, `.` and `-` (RFC 5801 §4).
        public let prefix: String

        /// The kind that a peer names; nil if that is no prefix.
        public init?(_ prefix: String) {
            let isLegal = prefix.utf8.allSatisfy { byte in
                byte == 0x2D || byte == 0x2E || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                    || (0x61...0x7A).contains(byte)
            }
            guard !prefix.isEmpty, prefix.utf8.count <= 255, isLegal else { return nil }
            self.prefix = prefix
        }

        private init(known prefix: StaticString) { self.prefix = prefix.description }

        public var description: String { prefix }

        /// Exported keying material (RFC 9266): for TLS 1.3, and for 1.2 with an extended master secret.
        public static let tlsExporter = Kind(known: "tls-exporter")
        /// The first Finished message (RFC 5929 §3): for TLS 1.2 and before.
        public static let tlsUnique = Kind(known: "tls-unique")
        /// The hash of the server's certificate (RFC 5929 §4).
        public static let tlsServerEndPoint = Kind(known: "tls-server-end-point")
    }

    /// The kind.
    public let kind: Kind
    /// The data: 32 bytes for `tls-exporter`.
    public let data: Secret

    /// A binding.
    public init(_ kind: Kind, data: [UInt8]) {
        self.kind = kind
        self.data = Secret(data)
    }
}
