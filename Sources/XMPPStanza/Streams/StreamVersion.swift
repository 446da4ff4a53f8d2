/// The version of XMPP that a stream header states: two integers, compared one after the other (RFC 6120 §4.7.5).
public struct StreamVersion: Hashable, Sendable {
    /// What changes when older entities could not follow.
    public let major: UInt32
    /// What changes when they can ignore the difference.
    public let minor: UInt32

    /// A version from its parts.
    public init(major: UInt32, minor: UInt32) {
        self.major = major
        self.minor = minor
    }

    /// The version of RFC 6120 and RFC 3920.
    public static let current = StreamVersion(major: 1, minor: 0)
    /// What a header without a version means: no features, no SASL (§4.7.5).
    public static let legacy = StreamVersion(major: 0, minor: 9)

    /// Whether features are sent: from 1.0 on.
    public var hasFeatures: Bool { major >= 1 }

    /// A version as a header states it. Leading zeros count for nothing; numbers beyond 32 bits count as the largest.
    ///
    /// - Returns: Nil unless it is digits, a full stop and digits.
    public init?(_ text: String) {
        var numbers: (major: UInt32, minor: UInt32) = (0, 0)
        var hasPoint = false
        var digits = 0
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39:
                digits = 1
                if hasPoint {
                    numbers.minor.appendDigit(byte)
                } else {
                    numbers.major.appendDigit(byte)
                }
            case 0x2E where !hasPoint && digits > 0:
                hasPoint = true
                digits = 0
            default: return nil
            }
        }
        guard hasPoint, digits > 0 else { return nil }
        self.init(major: numbers.major, minor: numbers.minor)
    }

    /// What the receiving entity answers with: the lower of both (§4.7.5).
    public func negotiated(with other: StreamVersion) -> StreamVersion { min(self, other) }
}

extension StreamVersion: Comparable, CustomStringConvertible {
    public static func < (left: StreamVersion, right: StreamVersion) -> Bool {
        (left.major, left.minor) < (right.major, right.minor)
    }

    /// The text for a header: no leading zeros.
    public var description: String { "\(major).\(minor)" }
}

extension UInt32 {
    /// Adds a decimal digit at the end, or stays at the largest value.
    fileprivate mutating func appendDigit(_ byte: UInt8) {
        let (tens, isTooMuch) = multipliedReportingOverflow(by: 10)
        let (sum, isTooMuchStill) = tens.addingReportingOverflow(UInt32(byte &- 0x30))
        self = isTooMuch || isTooMuchStill ? .max : sum
    }
}
