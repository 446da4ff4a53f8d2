/// What an exchange runs in, as the host's transport tells it. Where TLS is inside of TLS, it is the innermost that the
/// peer of the exchange itself ends (RFC 5802 §6.1).
public struct SASLChannel: Hashable, Sendable {
    /// What hides the bytes.
    public enum Protection: Hashable, Sendable {
        /// Nothing.
        case nothing
        /// TLS 1.2 or before; whether the session's secret depends on the whole handshake (RFC 7627).
        case tls12(hasExtendedMasterSecret: Bool)
        /// TLS 1.3 or later.
        case tls13
    }

    /// What hides the bytes.
    public let protection: Protection
    /// At a client, whether the server's certificate is the domain's (RFC 6120 §13.7). At a server it says nothing.
    public let isServerVerified: Bool
    /// Whether the exchange begins inside of the handshake (RFC 8446 §2.3), where anybody can say again what he heard.
    public let isEarlyData: Bool
    /// What ties an exchange to the channel, the best first. Of what the host gave, those are missing that prove nothing
    /// here: everything in the open; `tls-unique` in TLS 1.3 (RFC 9266 §4); `tls-exporter` and `tls-unique` where the
    /// secret is not tied to the handshake (RFC 7677 §4, RFC 9266 §4.2).
    public let bindings: [ChannelBinding]

    /// A channel.
    ///
    /// - Parameter bindings: All that the transport can tell, in any order; of a kind, the first counts.
    public init(
        _ protection: Protection, isServerVerified: Bool = false, isEarlyData: Bool = false,
        bindings: [ChannelBinding] = []
    ) {
        self.protection = protection
        self.isServerVerified = isServerVerified && protection != .nothing
        self.isEarlyData = isEarlyData
        var useful: [ChannelBinding] = []
        for binding in bindings where Self.isUseful(binding, under: protection) {
            if !useful.contains(where: { $0.kind == binding.kind }) { useful.append(binding) }
        }
        // Sorting is stable: what the host prefers among kinds of its own stays.
        self.bindings = useful.sorted { Self.rank($0.kind) < Self.rank($1.kind) }
    }

    /// A channel without TLS.
    public static let open = SASLChannel(.nothing, isServerVerified: false)

    private static func isUseful(_ binding: ChannelBinding, under protection: Protection) -> Bool {
        switch protection {
        case .nothing: return false
        case .tls12(let hasExtendedMasterSecret):
            return hasExtendedMasterSecret || (binding.kind != .tlsExporter && binding.kind != .tlsUnique)
        case .tls13: return binding.kind != .tlsUnique
        }
    }

    /// `tls-server-end-point` only says that the certificate is the same: it comes after all the others.
    private static func rank(_ kind: ChannelBinding.Kind) -> Int {
        switch kind {
        case .tlsExporter: 0
        case .tlsUnique: 1
        case .tlsServerEndPoint: 3
        default: 2
        }
    }
}
