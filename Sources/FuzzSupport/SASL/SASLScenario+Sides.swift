import XMPPSASL

extension SASLScenario {
    /// What the client believes the password, or its token, to be.
    var clientPassword: String { flaw == .wrongPassword ? "\(password)-not" : password }

    /// The client; nil where it refuses what it is given.
    package func client() -> (any SASLExchange)? {
        let word = clientPassword
        do {
            switch family {
            case .scram:
                var binding = isNotOffered || flaw == .lyingFlag ? SCRAMClient.Binding.notOffered : .unsupported
                if let channel = self.binding(ofClient: true) { binding = .bound(channel) }
                guard
                    var configuration = try SCRAMClient.Configuration(
                        scram, username: username, authorizationIdentity: authorizationIdentity, binding: binding)
                else { return nil }
                configuration.downgradeProtection = offer(ofClient: true)
                configuration.requiresConfirmedOffer = requiresConfirmedOffer
                return SCRAMClient(configuration)
            case .plain:
                return try OneMessageClient.plain(
                    username: username, password: word, authorizationIdentity: authorizationIdentity)
            case .external: return OneMessageClient.external(authorizationIdentity: authorizationIdentity)
            case .anonymous: return OneMessageClient.anonymous(trace: authorizationIdentity)
            case .xOAuth2: return OneMessageClient.xOAuth2(username: username, token: Secret(word))
            case .bearer:
                return BearerClient(
                    token: Secret(word), authorizationIdentity: authorizationIdentity,
                    host: hasOffers ? "example.org" : nil, port: isNotOffered ? 5222 : nil)
            case .hashedToken:
                return HashedTokenClient(
                    hashedToken, username: username, token: Secret(word), binding: binding(ofClient: true))
            case .digest:
                return try DigestClient(
                    username: username, domain: "example.org", authorizationIdentity: authorizationIdentity)
            case .cram: return CRAMClient(username: username)
            }
        } catch {
            return nil
        }
    }

    /// The server; nil where it refuses what it is given.
    package func server() -> (any SASLExchange)? {
        switch family {
        case .scram:
            var configuration = SCRAMServer.Configuration(scram, bindings: serverBindings, decoySecret: decoySecret)
            configuration.downgradeProtection = offer(ofClient: false)
            return SCRAMServer(configuration)
        case .plain: return OneMessageServer(.plain)
        case .external: return OneMessageServer(.external)
        case .anonymous: return OneMessageServer(.anonymous)
        case .xOAuth2: return OneMessageServer(.xOAuth2)
        case .bearer: return BearerServer()
        case .hashedToken:
            return HashedTokenServer(
                hashedToken, on: serverChannel, attempt: attempt, decoySecret: decoySecret)
        case .digest: return DigestServer(realm: realm, domain: "example.org", decoySecret: decoySecret)
        case .cram: return CRAMServer(domain: "example.org", decoySecret: decoySecret)
        }
    }

    private var decoySecret: Secret { Secret("\(SecretSearch.mark)-decoy") }

    private func offer(ofClient isClient: Bool) -> SCRAMDowngradeProtection? {
        guard hasOffers else { return nil }
        let isOther = isClient && flaw == .otherOffer
        return SCRAMDowngradeProtection(
            mechanisms: isOther ? ["PLAIN"] : ["PLAIN", mechanism], bindings: serverBindings.map(\.kind.prefix))
    }
}
