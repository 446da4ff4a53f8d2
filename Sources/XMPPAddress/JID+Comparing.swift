extension JID: Hashable {
    /// Whether both are the same address, byte for byte (RFC 7622 §3.2.3, §3.3, §3.4).
    public static func == (left: JID, right: JID) -> Bool { left.text.hasBytes(of: right.text) }

    public func hash(into hasher: inout Hasher) { text.hashBytes(into: &hasher) }
}

extension JID: Comparable {
    /// Orders by domainpart, then localpart, then resourcepart, each by its bytes, what is missing first: all addresses
    /// of a domain stand together, and all full ones behind their bare one.
    public static func < (left: JID, right: JID) -> Bool {
        left.withBytes { leftBytes in
            right.withBytes { rightBytes in
                var order = leftBytes.order(in: left.domainpartRange, to: rightBytes, in: right.domainpartRange)
                if order == 0 {
                    order = leftBytes.order(in: left.localpartRange, to: rightBytes, in: right.localpartRange)
                }
                if order == 0 {
                    order = leftBytes.order(in: left.resourcepartRange, to: rightBytes, in: right.resourcepartRange)
                }
                return order < 0
            }
        }
    }

    private var domainpartRange: Range<Int> { domainpartStart..<bareBytes }
    private var localpartRange: Range<Int> { 0..<Int(localpartBytes) }
    private var resourcepartRange: Range<Int> { bareBytes..<text.utf8.count }
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
        return withBytes { bytes in
            pattern.withBytes { other in
                bytes.order(in: domainpartRange, to: other, in: pattern.domainpartRange) == 0
            }
        }
    }
}
