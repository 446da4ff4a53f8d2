/// How much a mechanism proves, and how little it gives away: what a client remembers, so that nobody talks it into
/// less the next time (RFC 6120 §13.8.3, XEP-0474 §7).
///
/// Which hash SCRAM has makes no difference: a concrete SCRAM is not to be remembered (XEP-0474 §7).
public enum SASLStrength: String, Hashable, Sendable, CaseIterable, Comparable {
    /// Nobody proves anything: ANONYMOUS.
    case nothing
    /// The secret itself goes to the server, whoever that is: PLAIN, OAUTHBEARER, X-OAUTH2.
    case plaintext
    /// The secret stays, but what is sent can be tried against a dictionary at leisure: CRAM-MD5, DIGEST-MD5.
    case challengeResponse = "challenge and response"
    /// The secret stays, and both sides have proved themselves, by the mechanism or by certificates: SCRAM, EXTERNAL.
    case proof
    /// The same, and nobody sits between (RFC 5056): SCRAM-…-PLUS.
    case channelBound = "channel-bound proof"

    private var rank: Int {
        switch self {
        case .nothing: 0
        case .plaintext: 1
        case .challengeResponse: 2
        case .proof: 3
        case .channelBound: 4
        }
    }

    public static func < (one: SASLStrength, other: SASLStrength) -> Bool { one.rank < other.rank }
}
