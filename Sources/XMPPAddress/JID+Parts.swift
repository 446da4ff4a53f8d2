extension JID {
    /// Prepares an address given in parts. A nil part is left out; an empty one is refused.
    ///
    /// - Throws: An `AddressViolation`; its offset counts in the part that it names.
    public init(
        localpart: String? = nil, domainpart: String, resourcepart: String? = nil
    ) throws(AddressViolation) {
        try self.init(
            localpart: localpart.map { Array($0.utf8)[...] }, domainpart: Array(domainpart.utf8)[...],
            resourcepart: resourcepart.map { Array($0.utf8)[...] })
    }

    /// The same address with another localpart, or with none.
    public func with(localpart: String?) throws(AddressViolation) -> JID {
        var bytes: [UInt8] = []
        if let localpart {
            try AddressPreparation.localpart(Array(localpart.utf8)[...], at: 0, into: &bytes)
            bytes.append(AddressByte.at)
        }
        let localpartBytes = Swift.max(0, bytes.count &- 1)
        bytes += text.utf8.dropFirst(domainpartStart)
        return JID(joined: bytes, localpartBytes: localpartBytes, domainpartBytes: Int(domainpartBytes))
    }

    /// The same address at another domain.
    public func with(domainpart: String) throws(AddressViolation) -> JID {
        var bytes = Array(text.utf8.prefix(domainpartStart))
        try AddressPreparation.domainpart(Array(domainpart.utf8)[...], at: 0, into: &bytes)
        let domainpartBytes = bytes.count &- domainpartStart
        bytes += text.utf8.dropFirst(bareBytes)
        return JID(joined: bytes, localpartBytes: Int(localpartBytes), domainpartBytes: domainpartBytes)
    }

    /// The same address with another resourcepart, or with none: what binding a resource makes of a bare address.
    public func with(resourcepart: String?) throws(AddressViolation) -> JID {
        guard let resourcepart else { return bare }
        var bytes = Array(text.utf8.prefix(bareBytes))
        bytes.append(AddressByte.slash)
        try AddressPreparation.resourcepart(Array(resourcepart.utf8)[...], at: 0, into: &bytes)
        return JID(joined: bytes, localpartBytes: Int(localpartBytes), domainpartBytes: Int(domainpartBytes))
    }

    /// Takes over parts that are prepared and joined, none of them empty or longer than it may be.
    init(joined bytes: [UInt8], localpartBytes: Int, domainpartBytes: Int) {
        self.init(
            prepared: String(decoding: bytes, as: UTF8.self), localpartBytes: UInt16(clamping: localpartBytes),
            domainpartBytes: UInt16(clamping: domainpartBytes))
    }
}
