import XMPPSASL

/// A client with a password under TLS, and what it would choose.
struct Scene {
    static let bindings = [
        ChannelBinding(unchecked: .tlsExporter, data: Array(repeating: 1, count: 32)),
        ChannelBinding(unchecked: .tlsServerEndPoint, data: Array(repeating: 3, count: 32)),
    ]
    static let bound = SASLChannel(.tls13, isServerVerified: true, bindings: bindings)
    static let tokenMechanism = HashedTokenVariant(.sha256, binding: .none).name

    var policy = SASLPolicy()
    var channel = SASLChannel(.tls13, isServerVerified: true)
    var account = SASLAccount(username: "alice", domain: "example.com", password: .known(Secret("pencil")))

    func choice(_ offer: SASLOffer, failed: Set<SASLMechanismName> = []) -> SASLChoice {
        SASLChoice(from: offer, policy: policy, channel: channel, account: account, failed: failed)
    }

    func choice(_ names: [String]) -> SASLChoice { choice(SASLOffer(.sasl, mechanisms: names)) }
}

extension SASLChoice {
    var selection: Selection? {
        if case .use(let selection) = decision { selection } else { nil }
    }

    var name: String? { selection?.mechanism.name.description }

    /// Why a mechanism is not used; nil if it is, or is not on offer.
    func reason(_ name: String) -> Reason? { passedOver.first { $0.name == name }?.reason }
}
