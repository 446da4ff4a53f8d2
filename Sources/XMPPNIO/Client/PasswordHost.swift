#if NIO
    import XMPPCrypto
    import XMPPNegotiation
    import XMPPSASL

    /// Answers for a client that has a password.
    struct PasswordHost: StreamAnswering {
        /// As SASLprep leaves it.
        private let prepared: Secret

        /// - Throws: `ProfileViolation` for a password that SASLprep refuses.
        init(_ password: String) throws { prepared = try SCRAMDerivation.prepared(password: password) }

        func answer(to question: HostQuestion) async -> HostAnswer {
            guard case .authentication(.derivedKey(let derivation)) = question else { return .unavailable }
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
#endif
