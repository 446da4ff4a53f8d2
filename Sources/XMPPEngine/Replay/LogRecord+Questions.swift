import XMPPSASL

/// What exchanges of SASL ask the host, in fields.
extension LogRecord {
    mutating func add(_ question: SASLQuestion) {
        switch question {
        case .randomBytes(let count):
            add("kind", "sasl-random")
            add("count", count)
        case .derivedKey(let derivation):
            add("kind", "sasl-derived-key")
            add(derivation)
        case .digestKey(let key):
            add("kind", "sasl-digest-key")
            add("username", key.username)
            add("realm", key.realm)
            add("utf-8", key.isUTF8)
        case .password(of: let identity):
            add("kind", "sasl-password")
            add(identity)
        case .credentials(of: let identity, for: let algorithm):
            add("kind", "sasl-credentials")
            add(identity)
            add("algorithm", "\(algorithm)")
        case .tokens(of: let identity, for: let mechanism):
            add("kind", "sasl-tokens")
            add(identity)
            add("mechanism", "\(mechanism)")
        case .verdict(on: let credentials):
            add("kind", "sasl-verdict")
            add(credentials)
        case .authorization(of: let identity):
            add("kind", "sasl-authorization")
            add(identity)
        }
    }

    private mutating func add(_ identity: SASLIdentity) {
        add("username", identity.username)
        if let authzid = identity.authorizationIdentity { add("authorization", authzid) }
    }

    private mutating func add(_ credentials: SASLCredentials) {
        switch credentials {
        case .password(let identity, let password):
            add(identity)
            add("password", password.exposed, isSecret: true)
        case .transport(let authzid):
            add("by", "transport")
            if let authzid { add("authorization", authzid) }
        case .anonymous(let trace):
            add("by", "nothing")
            if let trace { add("trace", trace) }
        case .token(let token, let username):
            add("token", token.exposed, isSecret: true)
            if let username { add("username", username) }
        }
    }
}
