import XMPPEngine
import XMPPNegotiation

/// The rules of each side.
extension Watch {
    func initiatingRules(
        _ move: AdversaryWorld.Move, _ sent: SentTraits, _ before: ExploredStream, _ after: ExploredStream
    ) -> [String] {
        var broken: [String] = []
        if let name = sent.auth, !mechanisms.contains(name) {
            broken.append("S13: a client uses what is on offer in this stream: \(name)")
        }
        if sent.hasSender, !isSecure, after.setup.configuration.content == .client {
            broken.append("RFC 6120 §4.7.1: a client does not say who it is before TLS")
        }
        if case .secure(let certificate) = move, certificate != .right, !sent.isEmpty {
            broken.append("S11: nothing is sent under a certificate that is not the peer's")
        }
        if mustEnd, saysElement(move), goesOn(before), after.end == nil {
            broken.append("S12: a stream whose header names somebody else does not go on")
        }
        if !before.stream.facts.isAuthenticated, after.stream.facts.isAuthenticated {
            broken += proofRules(move)
        }
        return broken
    }

    /// S16: whoever has authenticated by SCRAM has seen the server's proof.
    private func proofRules(_ move: AdversaryWorld.Move) -> [String] {
        guard case .say(_, let phrase) = move else { return ["S16: authentication comes with the server's word"] }
        switch phrase.kind {
        case .success:
            guard let auth else { return ["S16: a success that belongs to nothing counts for nothing"] }
            if auth.hasPrefix("SCRAM-"), !hasRightBeginning || !hasProof {
                return ["S16: a client that uses SCRAM is not authenticated without the server's proof"]
            }
            return []
        case .handshake(let isRight): return isRight ? [] : ["only an empty handshake accepts a component"]
        case .header, .features, .auth, .response, .challenge, .stanza, .element, .injected, .end:
            return ["S16: authentication comes with the server's word"]
        }
    }

    func receivingRules(
        _ move: AdversaryWorld.Move, _ sent: SentTraits, _ before: ExploredStream, _ after: ExploredStream
    ) -> [String] {
        var broken: [String] = []
        if mustEnd, goesOn(before), after.end == nil {
            broken.append("S12: a stream whose header names somebody else does not go on")
        }
        if case .say(_, let phrase) = move, case .auth(let name, _) = phrase.kind, !mechanisms.contains(name) {
            if sent.hasAuthentication || (after.stream.facts.isAuthenticated && !before.stream.facts.isAuthenticated) {
                broken.append("S13: what was not offered is not accepted: \(name)")
            }
            let isRefused = sent.refusal == (before.stream.facts.isSecure ? "invalid-mechanism" : "encryption-required")
            let mayBeOther = !before.setup.configuration.policy.requiresTLS && sent.refusal != nil
            let isNegotiating = !before.stream.facts.isAuthenticated && !expectsHeader && before.established == nil
            if isNegotiating, goesOn(before), after.end == nil, !before.stream.isPaused, !isRefused, !mayBeOther {
                broken.append("S13: what was not offered is refused with its condition: \(sent.refusal ?? "nothing")")
            }
        }
        if !before.stream.facts.isAuthenticated, after.stream.facts.isAuthenticated {
            broken += credentialRules(after)
        }
        if sent.hasSuccess, !after.stream.facts.isAuthenticated {
            broken.append("a success means that the peer has authenticated")
        }
        return broken
    }

    /// Nobody authenticates but with what is right.
    private func credentialRules(_ after: ExploredStream) -> [String] {
        if isRefusedByHost { return ["nobody authenticates whom the host has refused"] }
        switch auth {
        case nil: return ["nobody authenticates without asking for it"]
        case "PLAIN", "handshake":
            return hasRightBeginning ? [] : ["nobody authenticates with wrong credentials"]
        case "EXTERNAL":
            let address = after.stream.facts.authentication?.address?.description
            return from != nil && from == certified && from == address && hasRightBeginning
                ? [] : ["S32: a server authenticates as whom its certificate and its header name"]
        case .some:
            return hasRightBeginning && hasProof ? [] : ["nobody authenticates with wrong credentials"]
        }
    }

    /// Whether the stream heeds what is said: it has neither ended nor been closed by its host.
    private func goesOn(_ before: ExploredStream) -> Bool {
        before.end == nil && before.stream.stateName != "abandoning" && !before.stream.isPaused
    }

    private func saysElement(_ move: AdversaryWorld.Move) -> Bool {
        guard case .say(_, let phrase) = move else { return false }
        switch phrase.kind {
        case .header, .injected: return false
        case .features, .auth, .response, .challenge, .success, .handshake, .stanza, .end: return true
        case .element: return phrase.bytes.first == 0x3C
        }
    }
}

extension SentTraits {
    /// Whether nothing was sent that rules are about, but an error.
    var isEmpty: Bool { !hasHeader && !hasAuthentication && !hasFeatures }
}
