#if NIO
    import XMPPAddress
    import XMPPCrypto
    import XMPPNIO
    import XMPPNegotiation
    import XMPPSASL
    import XMPPStanza

    /// Answers for a server of which everybody is a user, all with the same password.
    final class TestHost: StreamAnswering {
        static let password = "r0m30"

        private let credentials: SCRAMCredentials

        init() throws {
            credentials = SCRAMCredentials(
                derivation: KnownKey.derivation, derivedKey: try KnownKey.key.get(), using: SwiftCryptoProvider.self)
        }

        func answer(to question: HostQuestion) async -> HostAnswer {
            switch question {
            case .authentication(.credentials(of: _, for: let algorithm)):
                return .authentication(.credentials(algorithm == .sha256 ? credentials : nil))
            case .resource(let wish):
                let bound = try? wish.account?.with(resourcepart: wish.resource ?? wish.generated)
                return .resource(bound.map { .success($0) } ?? .failure(StanzaError(.badRequest)))
            case .randomBytes, .authentication, .certificate, .registration, .legacyCredentials, .custom:
                return .unavailable
            }
        }
    }

    /// Answers for a client that has derived its key before.
    final class KnownKey: StreamAnswering {
        static let derivation = SCRAMDerivation(
            algorithm: .sha256, salt: Array("salt of a test".utf8), iterations: 4096)
        static let key = Result {
            Secret(
                try PasswordDerivation.uncheckedKey(
                    from: SCRAMDerivation.prepared(password: TestHost.password).exposed, salt: derivation.salt,
                    rounds: derivation.iterations, with: .sha256, byteCount: 32))
        }

        func answer(to question: HostQuestion) async -> HostAnswer {
            guard case .authentication(.derivedKey(Self.derivation)) = question, let key = try? Self.key.get() else {
                return .unavailable
            }
            return .authentication(.derivedKey(key))
        }
    }
#endif
