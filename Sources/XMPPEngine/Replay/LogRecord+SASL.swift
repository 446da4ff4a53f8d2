import CryptoSeam
import XMPPSASL

/// What exchanges of SASL are told by the host, in fields.
extension LogRecord {
    mutating func add(_ answer: SASLAnswer) {
        switch answer {
        case .randomBytes(let bytes):
            add("kind", "sasl-random")
            add("bytes", hexadecimal: bytes.exposed, isSecret: true)
        case .derivedKey(let key):
            add("kind", "sasl-derived-key")
            add("key", hexadecimal: key.exposed, isSecret: true)
        case .digestKey(let key):
            add("kind", "sasl-digest-key")
            if let key { add("key", hexadecimal: key.exposed, isSecret: true) }
        case .password(let password):
            add("kind", "sasl-password")
            if let password { add("password", password.exposed, isSecret: true) }
        case .credentials(let credentials):
            add("kind", "sasl-credentials")
            guard let credentials else { break }
            add(credentials.derivation)
            add("stored-key", hexadecimal: credentials.storedKey.exposed, isSecret: true)
            add("server-key", hexadecimal: credentials.serverKey.exposed, isSecret: true)
        case .tokens(let slots, let now):
            add("kind", "sasl-tokens")
            add("now", now)
            guard let slots else { break }
            add("slots", true)
            add(slots)
        case .verdict(.accepted(let username)):
            add("kind", "sasl-verdict")
            add("accepted", username)
        case .verdict(.refused(let condition)):
            add("kind", "sasl-verdict")
            add("refused", condition.rawValue)
        case .authorization(let isAllowed):
            add("kind", "sasl-authorization")
            add("allowed", isAllowed)
        case .unavailable: add("kind", "sasl-unavailable")
        }
    }

    mutating func add(_ derivation: SCRAMDerivation) {
        add("algorithm", "\(derivation.algorithm)")
        add("salt", hexadecimal: derivation.salt, isSecret: false)
        add("iterations", derivation.iterations)
    }

    private mutating func add(_ slots: FASTTokenSlots) {
        if let token = slots.current { add(token, as: "current") }
        if let token = slots.following { add(token, as: "following") }
    }

    mutating func add(_ token: FASTToken, as name: String) {
        add("\(name).token", token.secret.exposed, isSecret: true)
        add("\(name).mechanism", "\(token.mechanism)")
        add("\(name).expiry", token.expiry)
        add("\(name).count", token.count)
    }

    mutating func requireSASLAnswer(_ kind: String) throws(LogViolation.Fault) -> SASLAnswer {
        switch kind {
        case "sasl-random": return .randomBytes(Secret(try requireBytes(hexadecimal: "bytes")))
        case "sasl-derived-key": return .derivedKey(Secret(try requireBytes(hexadecimal: "key")))
        case "sasl-digest-key": return .digestKey(try takeBytes(hexadecimal: "key").map { Secret($0) })
        case "sasl-password": return .password(take("password").map { Secret($0) })
        case "sasl-credentials": return .credentials(try takeCredentials())
        case "sasl-tokens":
            let now = try require("now") { Int64($0) }
            guard try takeFlag("slots") == true else { return .tokens(nil, now: now) }
            let slots = FASTTokenSlots(current: try takeToken("current"), following: try takeToken("following"))
            return .tokens(slots, now: now)
        case "sasl-verdict":
            if let username = try takeText("accepted") { return .verdict(.accepted(username: username)) }
            return .verdict(.refused(try require("refused") { SASLFailure.Condition(rawValue: $0) }))
        case "sasl-authorization": return .authorization(try requireFlag("allowed"))
        case "sasl-unavailable": return .unavailable
        default: throw .value("kind")
        }
    }

    private mutating func takeCredentials() throws(LogViolation.Fault) -> SCRAMCredentials? {
        guard let algorithm = try take("algorithm", logged(HashAlgorithm.allCases)) else { return nil }
        let derivation = SCRAMDerivation(
            algorithm: algorithm, salt: try requireBytes(hexadecimal: "salt"),
            iterations: try require("iterations") { Int($0) })
        return SCRAMCredentials(
            derivation: derivation, storedKey: Secret(try requireBytes(hexadecimal: "stored-key")),
            serverKey: Secret(try requireBytes(hexadecimal: "server-key")))
    }

    mutating func takeToken(_ name: String) throws(LogViolation.Fault) -> FASTToken? {
        guard let secret = take("\(name).token") else { return nil }
        return FASTToken(
            Secret(secret), for: try require("\(name).mechanism") { SASLMechanismName($0) },
            expiry: try require("\(name).expiry") { Int64($0) }, count: try require("\(name).count") { UInt64($0) })
    }
}
