public import CryptoSeam
public import UnicodeProfiles

/// A client that says one thing and waits for the verdict: PLAIN, EXTERNAL, ANONYMOUS, X-OAUTH2.
///
/// None of them proves the server to the client: they belong inside a channel that does.
public struct OneMessageClient: SASLExchange {
    private enum State: Hashable, Sendable {
        case idle
        /// The server owes its verdict.
        case awaitingVerdict
        case over
    }

    public let mechanism: SASLMechanismName
    private let message: SASLPayload
    @Masked private var state = State.idle

    private init(_ mechanism: SASLMechanismName, _ message: [UInt8]) {
        self.mechanism = mechanism
        self.message = SASLPayload(message)
    }

    // MARK: Mechanisms

    /// PLAIN (RFC 4616): the identity to act as, the name and the password in the open.
    ///
    /// - Throws: `ProfileViolation` for a name or a password that SASLprep refuses.
    /// - Returns: Nil if a part is empty, or has a NUL.
    public static func plain(
        username: String, password: String, authorizationIdentity: String? = nil
    ) throws(ProfileViolation) -> OneMessageClient? {
        let name = try SASLprep.prepare(Array(username.utf8), as: .query)
        let word = try SASLprep.prepare(Array(password.utf8), as: .query)
        let identity = Array((authorizationIdentity ?? "").utf8)
        if name.isEmpty || word.isEmpty || authorizationIdentity?.isEmpty == true { return nil }
        if (identity + name + word).contains(0) { return nil }
        return OneMessageClient(.plain, identity + [0] + name + [0] + word)
    }

    /// EXTERNAL (RFC 4422 appendix A): the identity to act as, or nothing.
    ///
    /// - Returns: Nil if the identity is empty or has a NUL.
    public static func external(authorizationIdentity: String? = nil) -> OneMessageClient? {
        let identity = Array((authorizationIdentity ?? "").utf8)
        if authorizationIdentity?.isEmpty == true || identity.contains(0) { return nil }
        return OneMessageClient(.external, identity)
    }

    /// ANONYMOUS (RFC 4505), with a word for the server's log.
    ///
    /// - Returns: Nil if the word has more than 255 characters, or some that have no place in a log (RFC 4505 §3).
    public static func anonymous(trace: String? = nil) -> OneMessageClient? {
        guard let trace else { return OneMessageClient(.anonymous, []) }
        do throws(ProfileViolation) { try TraceProfile.check(trace) } catch { return nil }
        return trace.unicodeScalars.count > 255 ? nil : OneMessageClient(.anonymous, Array(trace.utf8))
    }

    /// X-OAUTH2: the name and a bearer token, in the form of PLAIN.
    ///
    /// - Returns: Nil if a part is empty, or has a NUL.
    public static func xOAuth2(username: String, token: Secret) -> OneMessageClient? {
        let name = Array(username.utf8)
        if name.isEmpty || token.exposed.isEmpty || (name + token.exposed).contains(0) { return nil }
        return OneMessageClient(.xOAuth2, [0] + name + [0] + token.exposed)
    }

    // MARK: Steps

    public mutating func receive(_ event: SASLEvent, using crypto: any CryptoProvider.Type) -> SASLAction {
        switch (state, event) {
        case (.idle, .begun(nil)):
            state = .awaitingVerdict
            return .send(message)
        case (.awaitingVerdict, .succeeded(let additional)):
            state = .over
            // The mechanism has no additional data.
            if let additional, !additional.exposed.isEmpty {
                return .fail(SASLFailure(condition: .aborted, reason: .malformed))
            }
            return .done(SASLOutcome(isPeerVerified: false, identity: nil, additionalData: nil))
        case (.awaitingVerdict, .received):
            state = .over
            return .fail(SASLFailure(condition: .aborted, reason: .malformed))

        // The host is at fault: nothing changes.
        case (.idle, .begun): return .refuse(.wrongSide)
        case (.idle, .received), (.idle, .succeeded), (.idle, .answered): return .refuse(.notBegun)
        case (.awaitingVerdict, .begun): return .refuse(.alreadyBegun)
        case (.awaitingVerdict, .answered): return .refuse(.answer)
        case (.over, _): return .refuse(.over)
        }
    }
}
