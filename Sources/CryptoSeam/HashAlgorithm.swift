/// A hash function that a protocol of XMPP names.
public enum HashAlgorithm: Hashable, Sendable, CaseIterable {
    /// RFC 1321; for DIGEST-MD5 and CRAM-MD5 only, which old peers have.
    case md5
    /// FIPS 180-4; in an HMAC, as SCRAM uses it, it is not broken.
    case sha1
    /// FIPS 180-4
    case sha256
    /// FIPS 180-4
    case sha384
    /// FIPS 180-4
    case sha512

    /// How many bytes a digest has.
    public var digestByteCount: Int {
        switch self {
        case .md5: 16
        case .sha1: 20
        case .sha256: 32
        case .sha384: 48
        case .sha512: 64
        }
    }
}
