import XMLStream
import XMPPAddress
import XMPPSASL
import XMPPStanza

/// The server's side of authentication of before SASL (XEP-0078 §3.1).
enum ReceivingLegacyAuthentication: FeatureMachine {
    /// The client owes a request, after so many attempts that failed.
    case offered(LegacyAuthenticationFeature, failures: UInt8)
    /// The host owes a verdict.
    case verifying(LegacyAuthenticationFeature, failures: UInt8, IQ)
    /// Terminal: the client has authenticated, and has an address.
    case authenticated
    /// Terminal: the client has tried too often, or broke a rule.
    case ended

    mutating func receive(_ event: FeatureEvent, in context: FeatureContext) -> [FeatureEffect] {
        let effects: [FeatureEffect]
        (self, effects) = ReceivingLegacyAuthentication.step(from: self, on: event, knowing: context.facts)
        return effects
    }

    private static func step(
        from state: ReceivingLegacyAuthentication, on event: FeatureEvent, knowing facts: StreamFacts
    ) -> (ReceivingLegacyAuthentication, [FeatureEffect]) {
        switch (state, event) {
        case (.offered(let feature, let failures), .received(let element)):
            guard let request = IQ(element), request.isRequest, request.isAnswerable else {
                return (.ended, [.violation(.unsupportedStanzaType, expected: "a request to authenticate")])
            }
            if facts.hasFailedToAuthenticate {
                return (.ended, [.violation(.policyViolation, expected: "SASL, since that has been tried")])
            }
            if request.element.attribute(.type, equals: "get") {
                // The same to everybody, whoever exists.
                return (state, [fields(feature, facts, to: request)])
            }
            return consider(request, feature, failures, facts)
        case (.verifying(_, _, let request), .answered(.legacyCredentials(.success(let jid)))):
            guard jid.isFull else { return (state, [.refuse]) }
            let granted: [FeatureEffect] = [.grant(.authenticated(.legacy(jid.bare))), .grant(.bound(jid))]
            return (.authenticated, granted + [.result(of: request), .finish])
        case (.verifying(let feature, let failures, let request), .answered(.legacyCredentials(.failure(let error)))):
            return refuse(request, error, feature, failures)
        case (.verifying(let feature, let failures, let request), .answered(.unavailable)):
            return refuse(request, StanzaError(.internalServerError, type: .wait), feature, failures)

        // The host is at fault.
        case (.offered, .chosen), (.offered, .answered), (.offered, .switched), (.verifying, .chosen),
            (.verifying, .received), (.verifying, .answered), (.verifying, .switched):
            return (state, [.refuse])

        // Terminal states absorb everything.
        case (.authenticated, _), (.ended, _): return (state, [.refuse])
        }
    }

    /// Looks at what the client shows.
    private static func consider(
        _ request: IQ, _ feature: LegacyAuthenticationFeature, _ failures: UInt8, _ facts: StreamFacts
    ) -> (ReceivingLegacyAuthentication, [FeatureEffect]) {
        guard (try? request.check()) != nil, let envelope = FeatureRequest.envelope(of: request),
            let query = request.payload, query.isNamed(.query, in: .jabberIqAuth)
        else { return refuse(request, StanzaError(.badRequest), feature, failures) }
        guard let credentials = credentials(in: query, feature, facts) else {
            return refuse(request, StanzaError(.notAcceptable), feature, failures)
        }
        return (.verifying(feature, failures: failures, envelope), [.ask(.legacyCredentials(credentials))])
    }

    /// What a client shows; nil where something is missing, or is not accepted here.
    private static func credentials(
        in query: Element, _ feature: LegacyAuthenticationFeature, _ facts: StreamFacts
    ) -> LegacyCredentials? {
        guard let domain = facts.domain?.domain, let username = query.child(.username, in: .jabberIqAuth)?.text,
            let resource = query.child(.resource, in: .jabberIqAuth)?.text,
            let jid = try? domain.with(localpart: username).with(resourcepart: resource),
            let localpart = jid.localpart, let resourcepart = jid.resourcepart
        else { return nil }
        if let digits = query.child(.digest, in: .jabberIqAuth)?.text {
            guard feature.allowsDigest, let streamID = facts.streamID, let digest = StreamIDDigest.parse(digits) else {
                return nil
            }
            return .digest(username: localpart, streamID: streamID, digest, resource: resourcepart)
        }
        guard feature.allowsPlain, facts.isSecure, let password = query.child(.password, in: .jabberIqAuth)?.text,
            !password.isEmpty
        else { return nil }
        return .password(username: localpart, Secret(password), resource: resourcepart)
    }

    private static func fields(
        _ feature: LegacyAuthenticationFeature, _ facts: StreamFacts, to request: IQ
    ) -> FeatureEffect {
        .result(of: request) { () throws(XMLContentError) in
            var query = ElementBuilder(.query, in: .jabberIqAuth)
            query.child(.username)
            if feature.allowsDigest { query.child(.digest) }
            if feature.allowsPlain, facts.isSecure { query.child(.password) }
            query.child(.resource)
            return try query.finish()
        }
    }

    private static func refuse(
        _ request: IQ, _ error: StanzaError, _ feature: LegacyAuthenticationFeature, _ failures: UInt8
    ) -> (ReceivingLegacyAuthentication, [FeatureEffect]) {
        let answer = FeatureEffect.error(error, to: request)
        guard failures < feature.maximumRetries else {
            return (.ended, [answer, .violation(.policyViolation, expected: "fewer attempts to authenticate")])
        }
        return (.offered(feature, failures: failures &+ 1), [answer])
    }
}
