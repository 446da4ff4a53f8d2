import XMPPEngine
import XMPPNegotiation

/// What an onlooker knows of a stream, by what was said to it and what it said: the rules are checked against this, not
/// against what the stream believes of itself.
package struct Watch: Hashable, Sendable {
    let role: StreamRole
    /// Whether TLS was negotiated, with whom it should be where that matters.
    var isSecure = false
    /// At a receiving entity, the domain that the certificate is for.
    var certified: String?
    /// Whether the adversary's header is due.
    var expectsHeader = true
    /// The addresses of its headers.
    var to: String?
    var from: String?
    /// Whether a header has named somebody else, so that the stream must not go on.
    var mustEnd = false
    /// The mechanisms on offer in the present stream.
    var mechanisms: [String] = []
    /// The mechanism that is under way.
    var auth: String?
    /// What of it was right so far.
    var hasRightBeginning = false
    var hasProof = false
    /// Whether the host has refused, or could not tell, since the mechanism began.
    var isRefusedByHost = false
    /// Whether the stream was over before the last move already.
    var isPastEnd = false

    init(role: StreamRole) { self.role = role }

    /// Notes what the stream has sent.
    mutating func note(_ sent: SentTraits) {
        switch role {
        case .initiating:
            if sent.hasHeader {
                expectsHeader = true
                mechanisms = []
                forgetAttempt()
            }
            if let name = sent.auth {
                forgetAttempt()
                auth = name
            }
        case .receiving:
            if sent.hasFeatures { mechanisms = sent.mechanisms }
            if sent.hasSuccess {
                expectsHeader = true
                mechanisms = []
            }
            if sent.refusal != nil { forgetAttempt() }
        }
    }

    mutating func forgetAttempt() {
        auth = nil
        hasRightBeginning = false
        hasProof = false
        isRefusedByHost = false
    }

    /// Forgets what counts only until the stream is ready.
    mutating func forgetNegotiation() {
        forgetAttempt()
        mechanisms = []
    }

    // MARK: Rules

    /// The rules that a state breaks by itself.
    func brokenRule(_ explored: ExploredStream) -> String? {
        if explored.end != nil { return nil }
        let facts = explored.stream.facts
        if facts.isSecure != isSecure { return "S07: a stream is secure when TLS was negotiated, and only then" }
        if facts.isAuthenticated, explored.setup.configuration.policy.requiresTLS, !isSecure {
            return "S07: nobody authenticates before TLS where policy asks for it"
        }
        return nil
    }

    /// The rules that a move has broken; notes what it brought.
    mutating func rulesBroken(
        by move: AdversaryWorld.Move, _ turn: ExploredStream.Turn, _ sent: SentTraits, _ before: ExploredStream,
        _ after: ExploredStream, _ host: ExploredHost
    ) -> [String] {
        var broken: [String] = []
        let policy = after.setup.configuration.policy
        if turn.misuse == nil { heed(move, before, after) }
        if policy.requiresTLS, !isSecure, sent.hasAuthentication {
            broken.append("S10: no element of SASL leaves before the stream is secure")
        }
        if policy.requiresTLS, !isSecure, !sent.mechanisms.isEmpty {
            broken.append("S10: no mechanism is on offer before the stream is secure")
        }
        if turn.stanzaCount > 0, !Self.isStanza(move) { broken.append("S09: a stanza comes when it was said") }
        if turn.stanzaCount > 0, before.established == nil {
            broken.append("S07: no stanza is delivered before the stream is ready")
        }
        if case .say = move, before.pendingTLS != nil, turn.misuse == nil {
            broken.append("S09: while TLS is negotiated, bytes are not for the stream")
        }
        switch role {
        case .initiating: broken += initiatingRules(move, sent, before, after)
        case .receiving: broken += receivingRules(move, sent, before, after)
        }
        note(sent)
        if !before.stream.facts.isAuthenticated, after.stream.facts.isAuthenticated { forgetAttempt() }
        if after.established != nil { forgetNegotiation() }
        if after.end != nil { self = atEnd }
        return broken
    }

    /// What counts of a stream that is over: nothing.
    private var atEnd: Watch {
        var end = Watch(role: role)
        end.isPastEnd = isPastEnd
        return end
    }

    private static func isStanza(_ move: AdversaryWorld.Move) -> Bool {
        guard case .say(_, let phrase) = move else { return false }
        return phrase.kind == .stanza || phrase.name.contains("resource")
    }

    /// Notes what a move brings.
    private mutating func heed(_ move: AdversaryWorld.Move, _ before: ExploredStream, _ after: ExploredStream) {
        switch move {
        case .say(_, let phrase): heed(phrase, before)
        case .secure(let certificate):
            certified = role == .receiving ? Self.domain(of: certificate) : nil
            // Whom it may be decides the initiating entity, or its host.
            isSecure = role == .receiving || certificate == .right
            expectsHeader = true
            mechanisms = []
        case .answer(let index, let choice):
            switch before.open[index].question {
            case .certificate: isSecure = choice == .right
            case .authentication: if choice != .right { isRefusedByHost = true }
            case .legacyCredentials:
                isRefusedByHost = choice != .right
                hasRightBeginning = choice == .right
            case .randomBytes, .resource, .registration, .custom: break
            }
        case .fire, .close, .transportClosed, .outOfOrder: break
        }
    }

    private static func domain(of certificate: AdversaryWorld.Certificate) -> String? {
        switch certificate {
        case .right: "example.net"
        case .wrong: "example.org"
        case .unbelieved, .none: nil
        }
    }

    private mutating func heed(_ phrase: Phrase, _ before: ExploredStream) {
        switch phrase.kind {
        case .header(let to, let from):
            guard expectsHeader else { return }
            expectsHeader = false
            let domain = before.setup.configuration.domain?.description
            let isOther = role == .initiating && from != nil && from != domain
            if isOther || Self.differs(to, self.to) || Self.differs(from, self.from) {
                mustEnd = true
            } else {
                self.to = to ?? self.to
                self.from = from ?? self.from
            }
        case .features(let names): if role == .initiating, !expectsHeader { mechanisms = names }
        case .auth(let mechanism, let isRight):
            guard role == .receiving, !expectsHeader else { return }
            forgetAttempt()
            auth = mechanism
            hasRightBeginning = isRight
        case .response(let isRight): hasProof = isRight
        case .challenge(let isRight, let proves):
            if isRight { hasRightBeginning = true }
            if hasRightBeginning, proves { hasProof = true }
        case .success(let proves): if proves { hasProof = true }
        case .handshake(let isRight):
            auth = "handshake"
            hasRightBeginning = isRight
        case .stanza, .element, .injected, .end: break
        }
    }

    private static func differs(_ one: String?, _ other: String?) -> Bool {
        guard let one, let other else { return false }
        return one != other
    }
}
