import UnicodeProfiles
import XMPPSASL

/// The hosts of both sides, who answer what they are asked as it is.
struct SASLHost {
    let scenario: SASLScenario

    /// What the host of a side answers.
    func answer(_ question: SASLQuestion, isClient: Bool) -> SASLAnswer {
        let isKnown = scenario.flaw != .unknownUser
        let word = isClient ? scenario.clientPassword : scenario.password
        switch question {
        case .randomBytes(let count):
            let first = scenario.salt.first ?? 0
            return .randomBytes(
                Secret((0..<count).map { UInt8(truncatingIfNeeded: $0) &* 5 &+ first &+ (isClient ? 1 : 101) }))
        case .derivedKey(let derivation): return .derivedKey(key(word, derivation))
        case .digestKey(let key):
            guard isClient || isKnown && key.username == scenario.knownName else { return .digestKey(nil) }
            return .digestKey(key.key(password: Secret(word), using: ToyCryptoProvider.self))
        case .password(let identity):
            return .password(isClient || isKnown && identity.username == scenario.knownName ? Secret(word) : nil)
        case .credentials(let identity, let algorithm):
            guard isKnown, identity.username == scenario.knownName else { return .credentials(nil) }
            let derivation = SCRAMDerivation(
                algorithm: algorithm, salt: scenario.salt, iterations: scenario.iterations)
            return .credentials(
                SCRAMCredentials(
                    derivation: derivation, derivedKey: key(word, derivation), using: ToyCryptoProvider.self))
        case .tokens(let identity, let mechanism):
            let isOwner =
                isKnown && identity.username == scenario.knownName && mechanism == scenario.hashedToken.name
            guard isOwner else { return .tokens(nil, now: 10) }
            return .tokens(
                FASTTokenSlots(
                    current: FASTToken(Secret(word), for: mechanism, expiry: 11, count: 6),
                    following: FASTToken(Secret("\(SecretSearch.mark)-newer"), for: mechanism, expiry: 12)), now: 10)
        case .verdict(let credentials):
            guard isKnown, let identity = owner(of: credentials) else { return .verdict(.refused(.notAuthorized)) }
            return .verdict(.accepted(username: identity.username))
        case .authorization: return .authorization(scenario.flaw != .forbiddenIdentity)
        }
    }

    private func key(_ password: String, _ derivation: SCRAMDerivation) -> Secret {
        Secret(
            ToyCryptoProvider.derivedKey(
                password: Array(password.utf8), salt: derivation.salt, iterations: derivation.iterations,
                with: derivation.algorithm))
    }

    private func owner(of credentials: SASLCredentials) -> SASLIdentity? {
        let user = SASLIdentity(username: scenario.knownName)
        switch credentials {
        case .password(let identity, let word):
            let prepared = try? SASLprep.prepare(Array(scenario.password.utf8), as: .query)
            return identity.username == user.username && word.exposed == prepared ? user : nil
        case .transport, .anonymous: return user
        case .token(let token, let username):
            let isOwner = username == nil || username == user.username
            return isOwner && token == Secret(scenario.password) ? user : nil
        }
    }
}
