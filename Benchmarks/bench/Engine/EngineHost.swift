#if Crypto
    import CryptoSeam
    import XMPPAddress
    import XMPPCrypto
    import XMPPNegotiation
    import XMPPSASL
    import XMPPStanza

    /// A host that looks nothing up and derives nothing: keys, random bytes and what TLS tells are there already.
    struct EngineHost {
        let tls: TLSFacts
        private let key: Secret
        private let credentials: SCRAMCredentials
        private let random: [Int: Secret]

        init(tls: TLSFacts, seed: UInt8) {
            self.tls = tls
            key = Secret([UInt8](repeating: 7, count: HashAlgorithm.sha256.digestByteCount))
            let derivation = SCRAMDerivation(algorithm: .sha256, salt: [UInt8](0..<16), iterations: 4096)
            credentials = SCRAMCredentials(derivation: derivation, derivedKey: key, using: SwiftCryptoProvider.self)
            random = Dictionary(
                uniqueKeysWithValues: (1...64).map { count in (count, Secret((0..<count).map { seed &+ UInt8($0) })) })
        }

        func answer(_ question: HostQuestion) -> HostAnswer {
            switch question {
            case .randomBytes(let count): return random[count].map { .randomBytes($0) } ?? .unavailable
            case .authentication(.randomBytes(let count)):
                return .authentication(random[count].map { .randomBytes($0) } ?? .unavailable)
            case .authentication(.derivedKey): return .authentication(.derivedKey(key))
            case .authentication(.credentials): return .authentication(.credentials(credentials))
            case .resource(let wish):
                let bound = try? wish.account?.with(resourcepart: wish.resource ?? wish.generated)
                return .resource(bound.map { .success($0) } ?? .failure(StanzaError(.badRequest)))
            case .authentication, .certificate, .registration, .legacyCredentials, .custom: return .unavailable
            }
        }
    }
#endif
