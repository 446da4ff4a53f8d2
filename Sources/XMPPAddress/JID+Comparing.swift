extension JID: Hashable {
    /// Whether both are the same address, byte for byte (RFC 7622 §3.2.3, §3.3, §3.4).
    public static func == (left: JID, right: JID) -> Bool { left.text.hasBytes(of: right.text) }

    public func hash(into hasher: inout Hasher) { text.hashBytes(into: &hasher) }
}

extension JID: Comparable {
    /// Orders by domainpart, then localpart, then resourcepart, each by its bytes, what is missing first: all addresses
    /// of a domain stand together, and all full ones behind their bare one.
    public static func < (left: JID, right: JID) -> Bool {
        // Nothing but numbers is captured beside the strings: an address more would be a retain more.
        let ranges = left.ranges
        let others = right.ranges
        let text = right.text
        return left.text.withBytes { bytes in
            text.withBytes { otherBytes in
                var order = bytes.order(in: ranges.domainpart, to: otherBytes, in: others.domainpart)
                if order == 0 { order = bytes.order(in: ranges.localpart, to: otherBytes, in: others.localpart) }
                if order == 0 { order = bytes.order(in: ranges.resourcepart, to: otherBytes, in: others.resourcepart) }
                return order < 0
            }
        }
    }

    /// Where the parts lie; that of the resourcepart begins with its separator, and is empty where there is none.
    private var ranges: (localpart: Range<Int>, domainpart: Range<Int>, resourcepart: Range<Int>) {
        (0..<Int(localpartBytes), domainpartStart..<bareBytes, bareBytes..<max(bareBytes, text.utf8.count))
    }
}

extension JID {
    /// Whether both have the same localpart and the same domainpart, whatever their resourceparts; makes no address.
    public func hasSameBare(as other: JID) -> Bool {
        localpartBytes == other.localpartBytes && domainpartBytes == other.domainpartBytes
            && text.hasBytes(of: other.text, first: bareBytes)
    }

    /// Whether this address is one of those that `pattern` stands for, by the rules that privacy lists (XEP-0016 §2.1)
    /// and blocking (XEP-0191 §3) share:
    ///
    /// | pattern | stands for |
    /// | --- | --- |
    /// | `user@domain/resource` | that address only |
    /// | `user@domain` | itself and every resource of it |
    /// | `domain/resource` | that address only |
    /// | `domain` | itself, every user of it, every resource of either |
    public func matches(_ pattern: JID) -> Bool {
        if pattern.isFull { return self == pattern }
        if pattern.localpartBytes != 0 { return hasSameBare(as: pattern) }
        guard domainpartBytes == pattern.domainpartBytes else { return false }
        let range = ranges.domainpart
        let other = pattern.text
        return withBytes { bytes in
            other.withBytes { bytes.order(in: range, to: $0, in: 0..<range.count) == 0 }
        }
    }
}
