/// When TLS comes: the two ways in which the same servers are reached.
public enum TLSMoment: Hashable, Sendable, CaseIterable {
    /// The stream begins in the clear, and asks for TLS (RFC 6120 §5).
    case startTLS
    /// TLS comes before the stream (XEP-0368).
    case direct
}

/// Somewhere to try to connect to.
///
/// The name says nothing of whom to believe to be there: TLS is told the domain of the stream, for SNI, and so is whoever
/// checks the certificate (RFC 6120 §13.7.2.1).
public struct ConnectionCandidate: Hashable, Sendable, CustomStringConvertible {
    /// A name to be looked up, or an address: IPv6 without its brackets.
    public let host: String
    /// The port.
    public let port: UInt16
    /// When TLS comes.
    public let tls: TLSMoment

    /// A candidate.
    public init(host: String, port: UInt16, tls: TLSMoment) {
        self.host = host
        self.port = port
        self.tls = tls
    }

    public var description: String {
        let name = host.utf8.contains(0x3A) ? "[\(host)]" : host
        return tls == .direct ? "\(name):\(port), TLS at once" : "\(name):\(port)"
    }
}
