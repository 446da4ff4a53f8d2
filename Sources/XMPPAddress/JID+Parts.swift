extension JID {
    /// Prepares an address given in parts. A nil part is left out; an empty one is refused.
    ///
    /// - Throws: An `AddressViolation`; its offset counts in the part that it names.
    public init(
        localpart: String? = nil, domainpart: String, resourcepart: String? = nil
    ) throws(AddressViolation) {
        let local = try localpart.map { (part) throws(AddressViolation) in
            try AddressPreparation.localpart(Array(part.utf8), at: 0)
        }
        let domain = try AddressPreparation.domainpart(Array(domainpart.utf8), at: 0)
        let resource = try resourcepart.map { (part) throws(AddressViolation) in
            try AddressPreparation.resourcepart(Array(part.utf8), at: 0)
        }
        self.init(prepared: local, domain, resource)
    }

    /// The same address with another localpart, or with none.
    public func with(localpart: String?) throws(AddressViolation) -> JID {
        let local = try localpart.map { (part) throws(AddressViolation) in
            try AddressPreparation.localpart(Array(part.utf8), at: 0)
        }
        return JID(prepared: local, bytes(from: domainpartStart, count: Int(domainpartBytes)), resourcepartArray)
    }

    /// The same address at another domain.
    public func with(domainpart: String) throws(AddressViolation) -> JID {
        let domain = try AddressPreparation.domainpart(Array(domainpart.utf8), at: 0)
        let local = localpartBytes == 0 ? nil : bytes(from: 0, count: Int(localpartBytes))
        return JID(prepared: local, domain, resourcepartArray)
    }

    /// The same address with another resourcepart, or with none: what binding a resource makes of a bare address.
    public func with(resourcepart: String?) throws(AddressViolation) -> JID {
        guard let resourcepart else { return bare }
        let resource = try AddressPreparation.resourcepart(Array(resourcepart.utf8), at: 0)
        let text = String(decoding: bytes(from: 0, count: bareBytes) + [AddressByte.slash] + resource, as: UTF8.self)
        return JID(prepared: text, localpartBytes: localpartBytes, domainpartBytes: domainpartBytes)
    }

    /// Joins parts that are prepared, none of them empty or longer than it may be.
    init(prepared localpart: [UInt8]?, _ domainpart: [UInt8], _ resourcepart: [UInt8]?) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity((localpart?.count ?? 0) &+ domainpart.count &+ (resourcepart?.count ?? 0) &+ 2)
        if let localpart {
            bytes += localpart
            bytes.append(AddressByte.at)
        }
        bytes += domainpart
        if let resourcepart {
            bytes.append(AddressByte.slash)
            bytes += resourcepart
        }
        self.init(
            prepared: String(decoding: bytes, as: UTF8.self), localpartBytes: UInt16(clamping: localpart?.count ?? 0),
            domainpartBytes: UInt16(clamping: domainpart.count))
    }

    private var resourcepartArray: [UInt8]? {
        isBare ? nil : bytes(from: bareBytes &+ 1, count: text.utf8.count &- bareBytes &- 1)
    }

    private func bytes(from start: Int, count: Int) -> [UInt8] {
        Array(text.utf8.dropFirst(start).prefix(count))
    }
}
