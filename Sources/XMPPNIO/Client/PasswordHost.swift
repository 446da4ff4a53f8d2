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
            guard case .authentication(.derivedKey(let derivation)) = question else {
                return await others?.answer(to: question) ?? .unavailable
            }
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
