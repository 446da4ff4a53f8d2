/// Where the parts of a plain address lie: one in ASCII that needs nothing from the Unicode tables.
///
/// This is the fast path. It never refuses: what it cannot settle goes the long way, which answers every address that is
/// settled here the same (RFC 7622 leaves the profiles nothing to do in ASCII but lower-casing).
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

    /// Finds the parts, or nil where the long way has to decide.
    @inline(__always)
    init?(of bytes: Span<UInt8>) {
        let count = bytes.count
        // Three parts, two separators and a trailing dot.
        guard count <= 3 &* JID.maximumPartBytes &+ 3 else { return nil }
        var upperCase: UInt64 = 0
        var allowed: UInt64 = 1
        var seen: UInt8 = 0
        var index = 0
        // To the first "@" or "/": a localpart, or the domainpart, whose characters are among those of a localpart.
        while index < count {
            let byte = bytes[index]
            if byte == AddressByte.at || byte == AddressByte.slash { break }
            seen |= byte
            allowed &= AddressByte.localpart.bit(of: byte)
            upperCase |= AddressByte.upperCase.bit(of: byte)
            index &+= 1
        }
        guard seen < 0x80 else { return nil }
        var start = 0
        if index < count, bytes[index] == AddressByte.at {
            guard allowed == 1, index > 0, index <= JID.maximumPartBytes else { return nil }
            start = index &+ 1
        }
        localpartBytes = start == 0 ? 0 : UInt16(truncatingIfNeeded: start &- 1)

        // Labels of letters, digits and hyphens, none that would be an A-label.
        index = start
        var label = start
        var last: UInt8 = 0
        while index < count {
            let byte = bytes[index]
            if byte == AddressByte.slash { break }
            if byte == AddressByte.dot {
                guard index > label, index &- label <= 63, last != AddressByte.hyphen else { return nil }
                label = index &+ 1
            } else if byte == AddressByte.hyphen {
                guard index > label, index &- label != 3 || last != AddressByte.hyphen else { return nil }
            } else {
                guard AddressByte.alphanumeric.has(byte) else { return nil }
                upperCase |= AddressByte.upperCase.bit(of: byte)
            }
            last = byte
            index &+= 1
        }
        hasTrailingDot = last == AddressByte.dot
        guard last != AddressByte.hyphen, index &- label <= 63 else { return nil }
        let domainBytes = index &- start &- (hasTrailingDot ? 1 : 0)
        guard domainBytes > 0, domainBytes <= JID.maximumPartBytes else { return nil }
        domainpartBytes = UInt16(truncatingIfNeeded: domainBytes)

        // Anything but controls.
        if index < count {
            index &+= 1
            guard index < count, count &- index <= JID.maximumPartBytes else { return nil }
            var refused = false
            while index < count {
                refused = refused || !AddressByte.isPrintable(bytes[index])
                index &+= 1
            }
            guard !refused else { return nil }
        }
        givenBytes = count
        hasUpperCase = upperCase != 0
    }
}
