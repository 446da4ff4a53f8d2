/// The name of a mechanism (RFC 4422 §3.1): 1 to 20 capital letters, digits, hyphens and underscores of ASCII. Names
/// are compared by the letter.
public struct SASLMechanismName: Hashable, Sendable, CustomStringConvertible {
    private let text: String

    /// The name as a peer wrote it; nil if it is none.
    public init?(_ text: String) {
        let isLegal = text.utf8.allSatisfy { byte in
            byte == 0x2D || byte == 0x5F || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
        }
        guard (1...20).contains(text.utf8.count), isLegal else { return nil }
        self.text = text
    }

    /// One of ours, which is known to be legal.
    init(known text: StaticString) { self.text = text.description }

    public var description: String { text }

    /// Name and password in the open (RFC 4616).
    public static let plain = SASLMechanismName(known: "PLAIN")
    /// What the transport has proved, mostly a certificate (RFC 4422 appendix A).
    public static let external = SASLMechanismName(known: "EXTERNAL")
    /// Nobody in particular (RFC 4505).
    public static let anonymous = SASLMechanismName(known: "ANONYMOUS")
    /// Historic (RFC 6331): for old peers, and only if asked for.
    public static let digestMD5 = SASLMechanismName(known: "DIGEST-MD5")
    /// Historic (RFC 2195): for old peers, and only if asked for.
    public static let cramMD5 = SASLMechanismName(known: "CRAM-MD5")
    /// A bearer token, the way it was before RFC 7628.
    public static let xOAuth2 = SASLMechanismName(known: "X-OAUTH2")
    /// A bearer token (RFC 7628).
    public static let oauthBearer = SASLMechanismName(known: "OAUTHBEARER")
    /// SCRAM with SHA-1 (RFC 5802).
    public static let scramSHA1 = SASLMechanismName(known: "SCRAM-SHA-1")
    /// The same with channel binding.
    public static let scramSHA1Plus = SASLMechanismName(known: "SCRAM-SHA-1-PLUS")
    /// SCRAM with SHA-256 (RFC 7677).
    public static let scramSHA256 = SASLMechanismName(known: "SCRAM-SHA-256")
    /// The same with channel binding.
    public static let scramSHA256Plus = SASLMechanismName(known: "SCRAM-SHA-256-PLUS")
    /// SCRAM with SHA-512.
    public static let scramSHA512 = SASLMechanismName(known: "SCRAM-SHA-512")
    /// The same with channel binding.
    public static let scramSHA512Plus = SASLMechanismName(known: "SCRAM-SHA-512-PLUS")
}
