/// Where the parts of a plain address lie: one in ASCII that needs nothing from the Unicode tables.
///
/// This is the fast path. It never refuses: what it cannot settle goes the long way, which answers every address that is
/// settled here the same (RFC 7622 leaves the profiles nothing to do in ASCII but lower-casing). That way is also the
/// slow twin that the tests hold it against.
struct PlainLayout {
    /// Bytes of the localpart; 0 where there is none.
    var localpartBytes: UInt16
    /// Bytes of the domainpart without its trailing dot.
    var domainpartBytes: UInt16
    /// Bytes of the address as it came.
    var givenBytes: Int
    /// Whether the domainpart came with a trailing dot.
    var hasTrailingDot: Bool
    /// Whether there is a letter to lower.
    var hasUpperCase: Bool

    /// Whether the address is in its one form already.
    var isPrepared: Bool { !hasTrailingDot && !hasUpperCase }

    /// Bytes of the address once it is prepared.
    var preparedBytes: Int { hasTrailingDot ? givenBytes &- 1 : givenBytes }

    /// Bytes of all but the resourcepart once it is prepared.
    var bareBytes: Int {
        Int(domainpartBytes) &+ (localpartBytes == 0 ? 0 : Int(localpartBytes) &+ 1)
    }

    /// Domainparts up to here cannot have a label that is too long.
    private static let maximumDomainpartBytes = 63

    /// Finds the parts, or nil where the long way has to decide.
    @inline(__always)
    init?(of bytes: Span<UInt8>) {
        let count = bytes.count
        // Three parts, two separators and a trailing dot.
        guard count <= 2 &* JID.maximumPartBytes &+ Self.maximumDomainpartBytes &+ 3 else { return nil }
        var run = PlainRun(of: bytes, from: 0)
        var upperCase = run.seen
        var start = 0
        if run.end < count, bytes[run.end] == AddressByte.at {
            guard run.end > 0, run.end <= JID.maximumPartBytes, run.common & PlainClass.localpart != 0
            else { return nil }
            start = run.end &+ 1
            run = PlainRun(of: bytes, from: start)
            upperCase |= run.seen
            guard run.end == count || bytes[run.end] == AddressByte.slash else { return nil }
        }
        // Letters, digits, dots and hyphens, no two of the latter side by side: no label is empty, begins or ends with a
        // hyphen, or could be an A-label.
        var domainBytes = run.end &- start
        hasTrailingDot = domainBytes > 0 && bytes[run.end &- 1] == AddressByte.dot
        if hasTrailingDot { domainBytes &-= 1 }
        guard domainBytes > 0, domainBytes <= Self.maximumDomainpartBytes, run.common & PlainClass.domainpart != 0,
            !run.hasPair, PlainClass.of(bytes[start]) & PlainClass.punctuation == 0,
            hasTrailingDot || PlainClass.of(bytes[run.end &- 1]) & PlainClass.punctuation == 0
        else { return nil }
        if run.end < count {
            let resource = run.end &+ 1
            guard resource < count, count &- resource <= JID.maximumPartBytes,
                bytes.isPrintable(from: resource)
            else { return nil }
        }
        localpartBytes = start == 0 ? 0 : UInt16(truncatingIfNeeded: start &- 1)
        domainpartBytes = UInt16(truncatingIfNeeded: domainBytes)
        givenBytes = count
        hasUpperCase = upperCase & PlainClass.upperCase != 0
    }
}

/// The bytes up to a separator or the end, all looked at in one go.
private struct PlainRun {
    /// Where the separator or the end is.
    var end: Int
    /// Classes that all bytes share.
    var common: UInt8 = 0xFF
    /// Classes that any byte has.
    var seen: UInt8 = 0
    /// Whether two punctuation marks stand side by side.
    var hasPair: Bool

    @inline(__always)
    init(of bytes: Span<UInt8>, from start: Int) {
        var pairs: UInt8 = 0
        var last: UInt8 = 0
        var index = start
        while index < bytes.count {
            // SAFETY: `index` was just compared with the end, and no start is below zero.
            let byteClass = PlainClass.of(unsafe bytes[unchecked: index])
            if byteClass & PlainClass.separator != 0 { break }
            common &= byteClass
            seen |= byteClass
            pairs |= byteClass & last
            last = byteClass
            index &+= 1
        }
        end = index
        hasPair = pairs & PlainClass.punctuation != 0
    }
}

/// What a byte may be in a plain address, one bit a question.
private enum PlainClass {
    /// A character of UsernameCaseMapped that RFC 7622 §3.3.1 does not exclude.
    static let localpart: UInt8 = 1
    /// A letter, a digit, a dot or a hyphen.
    static let domainpart: UInt8 = 2
    /// A dot or a hyphen.
    static let punctuation: UInt8 = 4
    static let upperCase: UInt8 = 8
    /// `@` or `/`.
    static let separator: UInt8 = 16

    @inline(__always)
    static func of(_ byte: UInt8) -> UInt8 { plainClasses[Int(byte)] }
}

extension Span<UInt8> {
    /// Whether all bytes from `start` on are ASCII characters other than controls.
    @inline(__always)
    func isPrintable(from start: Int) -> Bool {
        var refused = false
        var index = start
        while index < count {
            // SAFETY: `index` was just compared with the end; callers start within the span.
            let byte = unsafe self[unchecked: index]
            refused = refused || !AddressByte.isPrintable(byte)
            index &+= 1
        }
        return !refused
    }
}

/// The class of each byte.
private let plainClasses: [UInt8] = [
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 1, 0, 1, 1, 1, 0, 0, 1, 1, 1, 1, 1, 7, 7, 16, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 0, 1, 0, 1, 0, 1,
    16, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 1, 1, 1,
    1, 1,
    1, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 1, 1, 1, 1, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
]
