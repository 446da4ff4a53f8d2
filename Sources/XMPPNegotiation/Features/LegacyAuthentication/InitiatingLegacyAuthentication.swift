import XMLStream
import XMPPAddress
import XMPPSASL
import XMPPStanza

/// The client's side of authentication of before SASL (XEP-0078 §3.1).
enum InitiatingLegacyAuthentication: FeatureMachine {
    /// Nothing has been sent.
    case idle(LegacyAuthenticationFeature)
    /// The server owes the fields that it wants.
    case awaitingFields(LegacyAuthenticationFeature.Account, allowsPlain: Bool, JID)
    /// The server owes a verdict; the address is the one that it gives then.
    case awaitingVerdict(JID)
    /// Terminal: the client has authenticated, and has an address.
    case authenticated
    /// Terminal: it has not.
    case failed

    mutating func receive(_ event: FeatureEvent, in context: FeatureContext) -> [FeatureEffect] {
        let effects: [FeatureEffect]
        (self, effects) = InitiatingLegacyAuthentication.step(from: self, on: event, in: context)
        return effects
    }

    private static func step(
        from state: InitiatingLegacyAuthentication, on event: FeatureEvent, in context: FeatureContext
    ) -> (InitiatingLegacyAuthentication, [FeatureEffect]) {
        switch (state, event) {
        case (.idle(let feature), .chosen): return ask(feature, context.facts)
        case (.awaitingFields(let account, let allowsPlain, let jid), .received(let element)):
            switch FeatureRequest.outcome(of: fieldsID, element) {
            case .result(let fields): return authenticate(account, allowsPlain, jid, fields, context)
            case .error(let error): return (.failed, [.fail(.refused(.legacyAuthentication, error))])
            case .unrelated: return (state, [])
            }
        case (.awaitingVerdict(let jid), .received(let element)):
            switch FeatureRequest.outcome(of: verdictID, element) {
            case .result:
                return (.authenticated, [.grant(.authenticated(.legacy(nil))), .grant(.bound(jid)), .finish])
            case .error(let error) where error.condition == .notAuthorized:
                return (.failed, [.fail(.authentication(failure(.notAuthorized)))])
            case .error(let error): return (.failed, [.fail(.refused(.legacyAuthentication, error))])
            case .unrelated: return (state, [])
            }

        // The host is at fault.
        case (.idle, .received), (.idle, .answered), (.idle, .switched), (.awaitingFields, .chosen),
            (.awaitingFields, .answered), (.awaitingFields, .switched), (.awaitingVerdict, .chosen),
            (.awaitingVerdict, .answered), (.awaitingVerdict, .switched):
            return (state, [.refuse])

        // Terminal states absorb everything.
        case (.authenticated, _), (.failed, _): return (state, [.refuse])
        }
    }

    /// Asks for the fields first: what a server wants is its own affair (§3.1).
    private static func ask(
        _ feature: LegacyAuthenticationFeature, _ facts: StreamFacts
    ) -> (InitiatingLegacyAuthentication, [FeatureEffect]) {
        guard let account = feature.account, let domain = facts.domain?.domain,
            let jid = try? domain.with(localpart: account.username).with(resourcepart: account.resource)
        else { return (.failed, [.fail(.unavailable(.legacyAuthentication))]) }
        let request = FeatureRequest.make(.get, fieldsID, to: domain) { () throws(XMLContentError) in
            var query = ElementBuilder(.query, in: .jabberIqAuth)
            query.child(.username) { $0.text(account.username) }
            return try query.finish()
        }
        return (.awaitingFields(account, allowsPlain: feature.allowsPlain, jid), [request])
    }

    /// Proves the password: by its hash where the server takes that, else by itself, but only under TLS.
    private static func authenticate(
        _ account: LegacyAuthenticationFeature.Account, _ allowsPlain: Bool, _ jid: JID, _ fields: Element?,
        _ context: FeatureContext
    ) -> (InitiatingLegacyAuthentication, [FeatureEffect]) {
        let proof: (LocalName, String)
        if fields?.child(.digest, in: .jabberIqAuth) != nil, let streamID = context.facts.streamID {
            let digest = StreamIDDigest.digest(of: streamID, account.password, with: context.crypto)
            proof = (.digest, String(decoding: StreamIDDigest.hexadecimal(digest), as: UTF8.self))
        } else if fields?.child(.password, in: .jabberIqAuth) != nil, allowsPlain, context.facts.isSecure,
            let password = String(validating: account.password.exposed, as: UTF8.self)
        {
            proof = (.password, password)
        } else {
            return (.failed, [.fail(.authentication(failure(.mechanismTooWeak)))])
        }
        let request = FeatureRequest.make(.set, verdictID) { () throws(XMLContentError) in
            var query = ElementBuilder(.query, in: .jabberIqAuth)
            query.child(.username) { $0.text(account.username) }
            query.child(proof.0) { $0.text(proof.1) }
            query.child(.resource) { $0.text(account.resource) }
            return try query.finish()
        }
        return (.awaitingVerdict(jid), [request])
    }

    private static func failure(_ condition: SASLFailure.Condition) -> AuthenticationFailure {
        AuthenticationFailure(condition, tried: ["jabber:iq:auth"])
    }

    private static let fieldsID = "auth-1"
    private static let verdictID = "auth-2"
}
