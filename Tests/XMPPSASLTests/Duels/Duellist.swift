import Testing
import XMPPCrypto
import XMPPSASL

/// One side of one mechanism, as a row of the table.
struct Duellist: Sendable, CustomTestStringConvertible {
    let name: String
    /// Which mechanism; two sides can come to an end only if it is the same.
    let mechanism: SASLMechanismName
    /// How the channel is bound, as far as the other side has to agree.
    let binding: String
    let make: @Sendable () throws -> (any SASLExchange)?

    var testDescription: String { name }

    static let username = "alice"
    static let password = "pencil"
    static let decoy = Secret("a secret of the server's")
    static let bindings: [ChannelBinding] = [
        ChannelBinding(unchecked: .tlsExporter, data: Array(repeating: 1, count: 32)),
        ChannelBinding(unchecked: .tlsServerEndPoint, data: Array(repeating: 2, count: 32)),
        ChannelBinding(unchecked: .tlsUnique, data: Array(repeating: 3, count: 12)),
    ]
    static let channel = SASLChannel(
        .tls12(hasExtendedMasterSecret: true), isServerVerified: true, bindings: bindings)
    /// The same kinds, of another channel.
    static let strangers = bindings.map { ChannelBinding(unchecked: $0.kind, data: $0.data.exposed.map { $0 ^ 0x40 }) }

    // MARK: Clients

    static let clients: [Duellist] =
        scramClients + tokenClients
        + [
            Duellist(name: "PLAIN", mechanism: .plain, binding: "") {
                try OneMessageClient.plain(username: username, password: password)
            },
            Duellist(name: "EXTERNAL", mechanism: .external, binding: "") { OneMessageClient.external() },
            Duellist(name: "ANONYMOUS", mechanism: .anonymous, binding: "") {
                OneMessageClient.anonymous(trace: "trace")
            },
            Duellist(name: "X-OAUTH2", mechanism: .xOAuth2, binding: "") {
                OneMessageClient.xOAuth2(username: username, token: Secret("bearer"))
            },
            Duellist(name: "OAUTHBEARER", mechanism: .oauthBearer, binding: "") {
                BearerClient(token: Secret("bearer"))
            },
            Duellist(name: "DIGEST-MD5", mechanism: .digestMD5, binding: "") {
                try DigestClient(username: username, domain: "example.com")
            },
            Duellist(name: "CRAM-MD5", mechanism: .cramMD5, binding: "") { CRAMClient(username: username) },
        ]

    private static let scramClients = SCRAMVariant.Hash.allCases.flatMap { hash -> [Duellist] in
        let ways: [(String, SCRAMClient.Binding)] =
            [("n", .unsupported), ("y", .notOffered)]
            + bindings.map { ("p=\($0.kind)", .bound($0)) } + strangers.map { ("stranger \($0.kind)", .bound($0)) }
        return ways.map { flag, binding in
            var bindsChannel = false
            if case .bound = binding { bindsChannel = true }
            let variant = SCRAMVariant(hash, bindsChannel: bindsChannel)
            return Duellist(name: "\(variant.name) \(flag)", mechanism: variant.name, binding: flag) {
                try SCRAMClient.Configuration(variant, username: username, binding: binding).map { SCRAMClient($0) }
            }
        }
    }

    private static let tokenClients = tokenVariants.flatMap { variant -> [Duellist] in
        [("", bindings), ("stranger ", strangers)].compactMap { prefix, bindings in
            let binding = bindings.first { $0.kind == variant.binding.kind }
            if binding == nil, !prefix.isEmpty { return nil }
            return Duellist(
                name: "\(prefix)\(variant.name)", mechanism: variant.name,
                binding: binding.map { "\(prefix)\($0.kind)" } ?? ""
            ) {
                HashedTokenClient(variant, username: username, token: Secret("token"), binding: binding)
            }
        }
    }

    private static let tokenVariants = HashedTokenVariant.Hash.allCases.flatMap { hash in
        HashedTokenVariant.Binding.allCases.map { HashedTokenVariant(hash, binding: $0) }
    }

    // MARK: Servers

    static let servers: [Duellist] =
        scramServers
        + tokenVariants.map { variant in
            let binding = bindings.first { $0.kind == variant.binding.kind }
            return Duellist(
                name: "\(variant.name)", mechanism: variant.name, binding: binding?.kind.prefix ?? ""
            ) {
                HashedTokenServer(variant, on: channel, attempt: FASTAttempt(), decoySecret: decoy)
            }
        }
        + [
            Duellist(name: "PLAIN", mechanism: .plain, binding: "") { OneMessageServer(.plain) },
            Duellist(name: "EXTERNAL", mechanism: .external, binding: "") { OneMessageServer(.external) },
            Duellist(name: "ANONYMOUS", mechanism: .anonymous, binding: "") { OneMessageServer(.anonymous) },
            Duellist(name: "X-OAUTH2", mechanism: .xOAuth2, binding: "") { OneMessageServer(.xOAuth2) },
            Duellist(name: "OAUTHBEARER", mechanism: .oauthBearer, binding: "") { BearerServer() },
            Duellist(name: "DIGEST-MD5", mechanism: .digestMD5, binding: "") {
                DigestServer(realm: "example.com", domain: "example.com", decoySecret: decoy)
            },
            Duellist(name: "CRAM-MD5", mechanism: .cramMD5, binding: "") {
                CRAMServer(domain: "example.com", decoySecret: decoy)
            },
        ]

    /// Of each SCRAM, one server with a channel that can be bound and one with another.
    private static let scramServers = SCRAMVariant.Hash.allCases.flatMap { hash in
        [(false, ""), (true, "bindable")].flatMap { canBind, what in
            [false, true].compactMap { bindsChannel -> Duellist? in
                if bindsChannel, !canBind { return nil }
                let variant = SCRAMVariant(hash, bindsChannel: bindsChannel)
                return Duellist(name: "\(variant.name) \(what)", mechanism: variant.name, binding: what) {
                    SCRAMServer(
                        SCRAMServer.Configuration(variant, bindings: canBind ? bindings : [], decoySecret: decoy))
                }
            }
        }
    }

    // MARK: Who goes with whom

    /// Whether an honest run between a client and a server ends well.
    static func isMatch(_ client: Duellist, _ server: Duellist) -> Bool {
        guard client.mechanism == server.mechanism else { return false }
        guard SCRAMVariant(client.mechanism) != nil else { return client.binding == server.binding }
        return switch client.binding {
        case "n": true
        // Who thinks that there is no binding where there is one has been lied to.
        case "y": server.binding.isEmpty
        case let flag: flag.hasPrefix("p=")
        }
    }
}
