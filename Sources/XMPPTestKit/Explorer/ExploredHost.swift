import XMPPNegotiation
import XMPPSASL
import XMPPStanza

/// What a host can answer, one value a class. What is right depends on the question alone, so that equal states stay equal.
package struct ExploredHost {
    /// A kind of answer.
    package enum Choice: String, Hashable, Sendable, CaseIterable {
        /// What an honest host answers to an honest peer.
        case right
        /// That the peer does not get what it wants.
        case refused
        /// That the host cannot tell.
        case unavailable
    }

    /// Answers as it should, from its beginning each time.
    package var honest: AccountHost

    package init(_ honest: AccountHost) { self.honest = honest }

    /// All that can be answered to a question.
    package func choices(for question: HostQuestion) -> [Choice] {
        refusal(of: question) == nil ? [.right, .unavailable] : Choice.allCases
    }

    /// The answer.
    package func answer(to question: HostQuestion, by choice: Choice) -> HostAnswer {
        switch choice {
        case .right: right(question)
        case .refused: refusal(of: question) ?? .unavailable
        case .unavailable: .unavailable
        }
    }

    private func right(_ question: HostQuestion) -> HostAnswer {
        switch question {
        // Names are taken off in sixteens: all of them are the same.
        case .randomBytes(let count): .randomBytes(Self.bytes(count))
        case .authentication(.randomBytes(let count)): .authentication(.randomBytes(Self.bytes(count)))
        case .certificate: .certificate(isAccepted: true)
        case .legacyCredentials(.component(let domain?, _, _)): .legacyCredentials(.success(domain))
        case .authentication, .resource, .registration, .legacyCredentials, .custom: honestAnswer(question)
        }
    }

    private func honestAnswer(_ question: HostQuestion) -> HostAnswer {
        var host = honest
        return host.answer(question) ?? .unavailable
    }

    private func refusal(of question: HostQuestion) -> HostAnswer? {
        switch question {
        case .randomBytes, .custom, .registration: nil
        case .authentication(let question): refusal(of: question).map { .authentication($0) }
        case .certificate: .certificate(isAccepted: false)
        case .resource: .resource(.failure(StanzaError(.conflict)))
        case .legacyCredentials: .legacyCredentials(.failure(StanzaError(.notAuthorized)))
        }
    }

    private func refusal(of question: SASLQuestion) -> SASLAnswer? {
        switch question {
        case .randomBytes, .derivedKey: nil
        case .digestKey: .digestKey(nil)
        case .password: .password(nil)
        case .credentials: .credentials(nil)
        case .tokens: .tokens(nil, now: 0)
        case .verdict: .verdict(.refused(.notAuthorized))
        case .authorization: .authorization(false)
        }
    }

    private static func bytes(_ count: Int) -> Secret { Secret((0..<max(0, count)).map { UInt8($0 % 16) + 1 }) }
}
