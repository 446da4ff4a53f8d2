#if NIO
    import XMPPAddress
    import XMPPCrypto
    import XMPPNIO
    import XMPPNegotiation
    import XMPPSASL
    import XMPPStanza

    /// A server's host with a table of users.
    struct TestAccounts: StreamAnswering {
        private let credentials: [String: SCRAMCredentials]

        init(_ passwords: [String: String]) throws {
            credentials = try passwords.mapValues { password in
                let derivation = SCRAMDerivation(
                    algorithm: .sha256, salt: Array("salt of a test".utf8), iterations: 4096)
                let key = try PasswordDerivation.uncheckedKey(
                    from: SCRAMDerivation.prepared(password: password).exposed, salt: derivation.salt,
                    rounds: derivation.iterations, with: .sha256, byteCount: 32)
                return SCRAMCredentials(
                    derivation: derivation, derivedKey: Secret(key), using: SwiftCryptoProvider.self)
            }
        }

        func answer(to question: HostQuestion) async -> HostAnswer {
            switch question {
            case .authentication(.credentials(of: let identity, for: .sha256)):
                return .authentication(.credentials(credentials[identity.username]))
            case .resource(let wish):
                let bound = try? wish.account?.with(resourcepart: wish.resource ?? wish.generated)
                return .resource(bound.map { .success($0) } ?? .failure(StanzaError(.badRequest)))
            case .randomBytes, .authentication, .certificate, .registration, .legacyCredentials, .custom:
                return .unavailable
            }
        }
    }
#endif
