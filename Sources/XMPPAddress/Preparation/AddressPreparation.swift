import UnicodeProfiles

extension JID {
    /// The long way, for every address: split, prepare each part by its profile, join (RFC 7622 §3).
    ///
    /// The first fault from the left is reported.
    package init(preparing bytes: [UInt8]) throws(AddressViolation) {
        // Separators are matched before anything is mapped, since mapping could make more of them (§3.1).
        let slash = bytes.firstIndex(of: AddressByte.slash) ?? bytes.count
        let at = bytes[..<slash].firstIndex(of: AddressByte.at)
        let start = at.map { $0 &+ 1 } ?? 0
        self = try JID(
            localpart: at.map { bytes[..<$0] }, domainpart: bytes[start..<slash],
            resourcepart: slash < bytes.count ? bytes[(slash &+ 1)...] : nil, countingFrom: 0)
    }

    /// Prepares the parts and joins them.
    ///
    /// - Parameter start: The index from which offsets count; nil to count in each part.
    init(
        localpart: ArraySlice<UInt8>?, domainpart: ArraySlice<UInt8>, resourcepart: ArraySlice<UInt8>?,
        countingFrom start: Int? = nil
    ) throws(AddressViolation) {
        func offset(of part: ArraySlice<UInt8>) -> Int { start.map { part.startIndex &- $0 } ?? 0 }
        var text: [UInt8] = []
        // Preparation seldom makes more of a part than came.
        let given = (localpart?.count ?? 0) &+ domainpart.count &+ (resourcepart?.count ?? 0)
        text.reserveCapacity(min(given &+ 2, 3 &* JID.maximumPartBytes &+ 2))
        var localpartBytes = 0
        if let localpart {
            try AddressPreparation.localpart(localpart, at: offset(of: localpart), into: &text)
            localpartBytes = text.count
            text.append(AddressByte.at)
        }
        let domainpartStart = text.count
        try AddressPreparation.domainpart(domainpart, at: offset(of: domainpart), into: &text)
        let domainpartBytes = text.count &- domainpartStart
        if let resourcepart {
            text.append(AddressByte.slash)
            try AddressPreparation.resourcepart(resourcepart, at: offset(of: resourcepart), into: &text)
        }
        self.init(joined: text, localpartBytes: localpartBytes, domainpartBytes: domainpartBytes)
    }
}

/// Prepares and enforces one part by the rules of RFC 7622 §3.2 to §3.4, and appends it to `text`. `offset` is where the
/// part starts.
enum AddressPreparation {
    /// Bytes of a part that are looked at. Mapping and composition make text shorter, never this much: the longest
    /// way to write a byte of a legal part is an A-label in full-width letters, at less than 16 bytes.
    static let maximumGivenBytes = 16 * JID.maximumPartBytes

    /// UsernameCaseMapped, and none of the characters of §3.3.1.
    static func localpart(
        _ bytes: ArraySlice<UInt8>, at offset: Int, into text: inout [UInt8]
    ) throws(AddressViolation) {
        let start = text.count
        try enforce(.usernameCaseMapped, on: bytes, of: .localpart, at: offset, into: &text)
        if text[start...].contains(where: { AddressByte.excluded.has($0) }) {
            throw AddressViolation(.localpart, .excludedCharacter, at: offset &+ firstExcluded(in: bytes))
        }
    }

    /// OpaqueString. A space at either end stays: the profile has no rule against it (RFC 8265 §4.2), although example 18
    /// of RFC 7622 §3.5 has one among what is illegal, and occupants of rooms are named so.
    static func resourcepart(
        _ bytes: ArraySlice<UInt8>, at offset: Int, into text: inout [UInt8]
    ) throws(AddressViolation) {
        try enforce(.opaqueString, on: bytes, of: .resourcepart, at: offset, into: &text)
    }

    /// An internationalized domain name (IDNA2008) in U-labels, an IPv4 address, which is a name of digits, or an IPv6
    /// address in brackets.
    ///
    /// Each label has at most 63 bytes in its ASCII form, but the whole is held to the 1023 bytes of an address, not to
    /// the 253 of what can be looked up: a name need not be in the DNS (§3.2).
    static func domainpart(
        _ bytes: ArraySlice<UInt8>, at offset: Int, into text: inout [UInt8]
    ) throws(AddressViolation) {
        try checkGiven(bytes, of: .domainpart, at: offset)
        let start = text.count
        if bytes.first == IPv6Literal.opening {
            switch IPv6Literal.prepare(Array(bytes.last == AddressByte.dot ? bytes.dropLast() : bytes)) {
            case .literal(let prepared): text += prepared
            case .fault(let position):
                throw AddressViolation(.domainpart, .addressLiteral, at: offset &+ position)
            }
        } else {
            do throws(ProfileViolation) {
                try IDNA.unicodeForm(bytes, into: &text)
            } catch {
                throw AddressViolation(.domainpart, .of(error.code), at: offset &+ error.byteOffset)
            }
        }
        try checkPrepared(text.count &- start, given: bytes.count, of: .domainpart, at: offset)
    }

    private static func enforce(
        _ profile: PRECISProfile, on bytes: ArraySlice<UInt8>, of part: AddressViolation.Part, at offset: Int,
        into text: inout [UInt8]
    ) throws(AddressViolation) {
        try checkGiven(bytes, of: part, at: offset)
        let start = text.count
        do throws(ProfileViolation) {
            try profile.enforce(bytes, into: &text)
        } catch {
            throw AddressViolation(part, .of(error.code), at: offset &+ error.byteOffset)
        }
        try checkPrepared(text.count &- start, given: bytes.count, of: part, at: offset)
    }

    private static func checkGiven(
        _ bytes: ArraySlice<UInt8>, of part: AddressViolation.Part, at offset: Int
    ) throws(AddressViolation) {
        if bytes.isEmpty { throw AddressViolation(part, .empty, at: offset) }
        if bytes.count > maximumGivenBytes {
            throw AddressViolation(part, .tooLong, at: offset &+ JID.maximumPartBytes)
        }
    }

    /// The limits hold after preparation (§3.2, §3.3, §3.4).
    private static func checkPrepared(
        _ prepared: Int, given: Int, of part: AddressViolation.Part, at offset: Int
    ) throws(AddressViolation) {
        if prepared == 0 { throw AddressViolation(part, .empty, at: offset) }
        if prepared > JID.maximumPartBytes {
            throw AddressViolation(part, .tooLong, at: offset &+ min(JID.maximumPartBytes, given))
        }
    }

    /// Where the first of the excluded characters stands, in its own form or full-width (U+FF01 to U+FF5E).
    private static func firstExcluded(in bytes: ArraySlice<UInt8>) -> Int {
        for (index, byte) in zip(bytes.indices, bytes) {
            if AddressByte.excluded.has(byte) { return index &- bytes.startIndex }
            guard byte == 0xEF, index &+ 2 < bytes.endIndex, bytes[index &+ 1] == 0xBC else { continue }
            let narrow = bytes[index &+ 2] &- 0x60
            if narrow < 0x60, AddressByte.excluded.has(narrow) { return index &- bytes.startIndex }
        }
        return 0
    }
}
