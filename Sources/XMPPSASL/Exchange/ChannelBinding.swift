public import CryptoSeam

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
    ///
    /// What of a channel's bindings is worth something depends on the version of TLS, too: `SASLChannel.bindings`.
    ///
    /// - Returns: Nil if the data is empty, or of `tls-exporter` has not 32 bytes: nothing would be bound.
    public init?(_ kind: Kind, data: [UInt8]) {
        if data.isEmpty || (kind == .tlsExporter && data.count != ChannelBinding.exporterByteCount) { return nil }
        self.init(unchecked: kind, data: data)
    }

    /// A binding, whatever the data.
    package init(unchecked kind: Kind, data: [UInt8]) {
        self.kind = kind
        self.data = Secret(data)
    }
}

extension ChannelBinding {
    /// What to ask TLS to export for `tls-exporter`, with an empty context (RFC 9266 §2).
    public static let exporterLabel = "EXPORTER-Channel-Binding"
    /// How many bytes of it (RFC 9266 §2).
    public static let exporterByteCount = 32

    /// `tls-server-end-point` for a certificate (RFC 5929 §4.1): its hash, by the function of its own signature, or by
    /// SHA-256 where that is MD5 or SHA-1.
    ///
    /// - Parameters:
    ///   - certificate: The server's, in DER.
    ///   - signatureHash: The one function that its signature uses; nil where it uses none or several, as EdDSA does.
    /// - Returns: Nil where there is no one function: this kind of binding is not defined for it.
    /// - Complexity: O(*n*)
    public static func serverEndPoint(
        of certificate: [UInt8], signatureHash: HashAlgorithm?, using crypto: any CryptoProvider.Type
    ) -> ChannelBinding? {
        guard let signatureHash else { return nil }
        let algorithm: HashAlgorithm =
            switch signatureHash {
            case .md5, .sha1: .sha256
            case .sha256, .sha384, .sha512: signatureHash
            }
        return ChannelBinding(.tlsServerEndPoint, data: crypto.digest(of: certificate, with: algorithm))
    }
}
