import CryptoSeam
import XMPPSASL

/// Says whether an exchange was right to end well, from nothing but what was said and answered.
struct SASLJudge {
    let scenario: SASLScenario
    let transcript: SASLTranscript

    /// What is wrong with a success, in English, or nil.
    func finding(on outcome: SASLOutcome) -> String? {
        guard scenario.isClientTested else { return findingAtServer(outcome) }
        if outcome.isPeerVerified != scenario.isMutual { return "is the server verified? \(outcome)" }
        if outcome.identity != nil || outcome.additionalData != nil || outcome.tokens != nil {
            return "what only a server knows: \(outcome)"
        }
        switch scenario.family {
        case .scram: return findingAtSCRAMClient()
        case .hashedToken:
            guard let proof = hashedTokenProof(Array(scenario.clientPassword.utf8), "Responder", ofClient: true) else {
                return "no proof"
            }
            return transcript.heard.last == proof ? nil : "success without the server's proof"
        case .digest:
            guard let judge = DigestJudge(transcript, isClient: true) else { return unreadable }
            return judge.finding(on: outcome)
        case .plain, .external, .anonymous, .xOAuth2, .bearer, .cram:
            return transcript.heard.allSatisfy(\.isEmpty) || scenario.family == .cram ? nil : "data with the success"
        }
    }

    private func findingAtServer(_ outcome: SASLOutcome) -> String? {
        guard let identity = outcome.identity, outcome.isPeerVerified == (scenario.family != .anonymous) else {
            return "the client is nobody, or ought to be: \(outcome)"
        }
        if identity.authorizationIdentity.map({ Array($0.utf8) }) != wanted {
            return "acts as somebody else: \(identity)"
        }
        if identity.authorizationIdentity != nil {
            let isAsked = transcript.questions.last == .authorization(of: identity)
            guard isAsked, transcript.answers.last == .authorization(true) else { return "an identity nobody allowed" }
        }
        switch scenario.family {
        case .scram: return findingAtSCRAMServer(outcome)
        case .hashedToken: return findingAtHashedTokenServer(outcome, identity)
        case .digest:
            guard let judge = DigestJudge(transcript, isClient: false) else { return unreadable }
            return judge.finding(on: outcome)
        case .cram: return findingAtCRAMServer(outcome, identity)
        case .plain, .external, .anonymous, .xOAuth2, .bearer:
            let isAccepted = transcript.answers.contains { answer in
                if case .verdict(.accepted(let username)) = answer { username == identity.username } else { false }
            }
            if !isAccepted { return "accepted by nobody" }
            return outcome.additionalData == nil && outcome.tokens == nil ? nil : "data with the success"
        }
    }

    /// The identity to act as that the client's message names.
    private var wanted: [UInt8]? {
        let message = transcript.heard.first ?? []
        let name: [UInt8]?
        switch scenario.family {
        case .scram, .bearer:
            let part = message.split(separator: 0x2C, maxSplits: 2, omittingEmptySubsequences: false).dropFirst().first
            name = part.flatMap { NaiveReading.name(Array($0.dropFirst(2))) }
        case .plain: name = Array(message.prefix { $0 != 0 })
        case .external: name = message
        case .digest: name = DigestDirectives(message)?.only("authzid")
        case .anonymous, .xOAuth2, .hashedToken, .cram: name = nil
        }
        return name?.isEmpty == true ? nil : name
    }

    // MARK: Mechanisms

    private func findingAtHashedTokenServer(_ outcome: SASLOutcome, _ identity: SASLIdentity) -> String? {
        guard case .tokens(let slots?, let now)? = transcript.answers.last, let kept = outcome.tokens,
            let message = transcript.heard.first
        else { return "success without a token" }
        let used = [slots.following, slots.current].compactMap { $0 }.first { token in
            let proof = hashedTokenProof(token.secret.exposed, "Initiator", ofClient: false)
            return !token.secret.exposed.isEmpty && token.mechanism == scenario.hashedToken.name
                && message == Array(identity.username.utf8) + [0] + (proof ?? [])
        }
        guard let used, used.expiry > now else { return "success without the client's proof" }
        let attempt = scenario.attempt
        if scenario.isNotOffered, attempt.count == nil { return "success in early data without a count" }
        if let count = attempt.count, count <= used.count { return "success with the count \(count) again" }
        let current = attempt.invalidatesToken ? nil : used.secret
        let following = slots.following == used ? nil : slots.following
        guard kept.current?.secret == current, kept.following == following,
            kept.current.map({ $0.count == attempt.count ?? used.count }) ?? true
        else { return "\(kept) is kept of \(slots)" }
        let answer = hashedTokenProof(used.secret.exposed, "Responder", ofClient: false)
        return outcome.additionalData?.exposed == answer ? nil : "another proof of the server's"
    }

    private func hashedTokenProof(_ token: [UInt8], _ side: String, ofClient isClient: Bool) -> [UInt8]? {
        let channel = scenario.binding(ofClient: isClient)?.data.exposed ?? []
        let isLong = scenario.hashedToken.hash == .sha512
        return ToyCryptoProvider.authenticationCode(
            for: Array(side.utf8) + channel, key: token, with: isLong ? .sha512 : .sha256)
    }

    private func findingAtCRAMServer(_ outcome: SASLOutcome, _ identity: SASLIdentity) -> String? {
        guard case .password(let password?)? = transcript.answers.last, let challenge = transcript.said.last else {
            return "success without a password"
        }
        if password.exposed.isEmpty { return "success with an empty password" }
        let code = ToyCryptoProvider.authenticationCode(for: challenge, key: password.exposed, with: .md5)
        let expected = Array("\(identity.username) ".utf8) + DigestJudge.hexadecimal(code)
        if transcript.heard.last != expected { return "success without the client's proof" }
        return outcome.additionalData == nil && outcome.tokens == nil ? nil : "data with the success"
    }

    private var unreadable: String { "success with messages that nobody can read: \(transcript)" }
}
