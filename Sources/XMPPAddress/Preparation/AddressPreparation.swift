import UnicodeProfiles

extension JID {
    /// The long way, for every address: split, prepare each part by its profile, join (RFC 7622 §3).
    ///
    /// The first fault from the left is reported.
    package init(preparing bytes: [UInt8]) throws(AddressViolation) {
        // Separators are matched before anything is mapped, since mapping could make more of them (§3.1).
        let slash = bytes.firstIndex(of: AddressByte.slash) ?? bytes.count
        let at = bytes[..<slash].firstIndex(of: AddressByte.at)
        let localpart = try at.map { (at) throws(AddressViolation) in
            try AddressPreparation.localpart(Array(bytes[..<at]), at: 0)
        }
        let start = at.map { $0 &+ 1 } ?? 0
        let domainpart = try AddressPreparation.domainpart(Array(bytes[start..<slash]), at: start)
        var resourcepart: [UInt8]?
        if slash < bytes.count {
            resourcepart = try AddressPreparation.resourcepart(Array(bytes[(slash &+ 1)...]), at: slash &+ 1)
        }
        self.init(prepared: localpart, domainpart, resourcepart)
    }
}

/// Prepares and enforces one part by the rules of RFC 7622 §3.2 to §3.4. `offset` is where the part starts.
enum AddressPreparation {
    /// Bytes of a part that are looked at. Mapping and composition make text shorter, never this much: the longest
    /// way to write a byte of a legal part is an A-label in full-width letters, at less than 16 bytes.
    static let maximumGivenBytes = 16 * JID.maximumPartBytes

    /// UsernameCaseMapped, and none of the characters of §3.3.1.
    static func localpart(_ bytes: [UInt8], at offset: Int) throws(AddressViolation) -> [UInt8] {
        let prepared = try enforce(.usernameCaseMapped, on: bytes, of: .localpart, at: offset)
        if prepared.contains(where: { AddressByte.excluded.has($0) }) {
            throw AddressViolation(.localpart, .excludedCharacter, at: offset &+ firstExcluded(in: bytes))
        }
        return prepared
    }

    /// OpaqueString. A space at either end stays: the profile has no rule against it (RFC 8265 §4.2), although example 18
    /// of RFC 7622 §3.5 has one among what is illegal, and occupants of rooms are named so.
    static func resourcepart(_ bytes: [UInt8], at offset: Int) throws(AddressViolation) -> [UInt8] {
        try enforce(.opaqueString, on: bytes, of: .resourcepart, at: offset)
    }

    /// An internationalized domain name (IDNA2008) in U-labels, an IPv4 address, which is a name of digits, or an IPv6
    /// address in brackets.
    ///
    /// Each label has at most 63 bytes in its ASCII form, but the whole is held to the 1023 bytes of an address, not to
    /// the 253 of what can be looked up: a name need not be in the DNS (§3.2).
    static func domainpart(_ bytes: [UInt8], at offset: Int) throws(AddressViolation) -> [UInt8] {
        try checkGiven(bytes, of: .domainpart, at: offset)
        if bytes.first == IPv6Literal.opening {
            let undotted = bytes.last == AddressByte.dot ? Array(bytes.dropLast()) : bytes
            switch IPv6Literal.prepare(undotted) {
            case .literal(let prepared): return try checkPrepared(prepared, given: bytes, of: .domainpart, at: offset)
            case .fault(let position):
                throw AddressViolation(.domainpart, .addressLiteral, at: offset &+ position)
            }
        }
        let prepared: [UInt8]
        do throws(ProfileViolation) {
            prepared = try IDNA.unicodeForm(bytes)
        } catch {
            throw AddressViolation(.domainpart, .of(error.code), at: offset &+ error.byteOffset)
        }
        return try checkPrepared(prepared, given: bytes, of: .domainpart, at: offset)
    }

    private static func enforce(
        _ profile: PRECISProfile, on bytes: [UInt8], of part: AddressViolation.Part, at offset: Int
    ) throws(AddressViolation) -> [UInt8] {
        try checkGiven(bytes, of: part, at: offset)
        let prepared: [UInt8]
        do throws(ProfileViolation) {
            prepared = try profile.enforce(bytes)
        } catch {
            throw AddressViolation(part, .of(error.code), at: offset &+ error.byteOffset)
        }
        return try checkPrepared(prepared, given: bytes, of: part, at: offset)
    }

    private static func checkGiven(
        _ bytes: [UInt8], of part: AddressViolation.Part, at offset: Int
    ) throws(AddressViolation) {
        if bytes.isEmpty { throw AddressViolation(part, .empty, at: offset) }
        if bytes.count > maximumGivenBytes {
            throw AddressViolation(part, .tooLong, at: offset &+ JID.maximumPartBytes)
        }
    }

    /// The limits hold after preparation (§3.2, §3.3, §3.4).
    private static func checkPrepared(
        _ prepared: [UInt8], given: [UInt8], of part: AddressViolation.Part, at offset: Int
    ) throws(AddressViolation) -> [UInt8] {
        if prepared.isEmpty { throw AddressViolation(part, .empty, at: offset) }
        if prepared.count > JID.maximumPartBytes {
            throw AddressViolation(part, .tooLong, at: offset &+ min(JID.maximumPartBytes, given.count))
        }
        return prepared
    }

    /// Where the first of the excluded characters stands, in its own form or full-width (U+FF01 to U+FF5E).
    private static func firstExcluded(in bytes: [UInt8]) -> Int {
        for (index, byte) in bytes.enumerated() {
            if AddressByte.excluded.has(byte) { return index }
            guard byte == 0xEF, index &+ 2 < bytes.count, bytes[index &+ 1] == 0xBC else { continue }
            let narrow = bytes[index &+ 2] &- 0x60
            if narrow < 0x60, AddressByte.excluded.has(narrow) { return index }
        }
        return 0
    }
}
