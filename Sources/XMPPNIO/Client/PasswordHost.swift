#if NIO
    import XMPPCrypto
    import XMPPNegotiation
    import XMPPSASL

    /// Answers for a client that has a password.
    struct PasswordHost: StreamAnswering {
        /// As SASLprep leaves it.
        private let prepared: Secret
        private let others: (any StreamAnswering)?

        /// - Parameter others: Answers what has nothing to do with the password.
        /// - Throws: `ProfileViolation` for a password that SASLprep refuses.
        init(_ password: Secret, otherwise others: (any StreamAnswering)?) throws {
            prepared = try SCRAMDerivation.prepared(password: String(decoding: password.exposed, as: UTF8.self))
            self.others = others
        }

        func answer(to question: HostQuestion) async -> HostAnswer {
            switch question {
            case .authentication(.derivedKey(let derivation)): key(for: derivation)
            case .authentication(.digestKey(let digest)):
                .authentication(.digestKey(digest.key(password: prepared, using: SwiftCryptoProvider.self)))
            case .authentication(.password): .authentication(.password(prepared))
            case .randomBytes, .authentication, .certificate, .resource, .registration, .legacyCredentials, .custom:
                await others?.answer(to: question) ?? .unavailable
            }
        }

        private func key(for derivation: SCRAMDerivation) -> HostAnswer {
            do {
                let key = try PasswordDerivation.uncheckedKey(
                    from: prepared.exposed, salt: derivation.salt, rounds: derivation.iterations,
                    with: derivation.algorithm,
                    byteCount: derivation.algorithm.digestByteCount)
                return .authentication(.derivedKey(Secret(key)))
            } catch {
                return .authentication(.unavailable)
            }
        }
    }

    /// Answers nothing.
    struct NoAnswers: StreamAnswering {
        func answer(to question: HostQuestion) async -> HostAnswer { .unavailable }
    }
#endif
