import UnicodeProfiles

/// Looks for a name of a domain that is not the same in its two forms, or not legal in one of them, and for Punycode
/// that does not come back.
///
/// The input is the name, UTF-8 or not.
///
/// - Returns: What was found, or nil.
public func fuzzDomains(_ input: [UInt8]) -> String? {
    // A letter of Punycode can stand for four bytes.
    let check = ProfileCheck(name: "name", input: input, growth: 4)
    if let finding = check.finding(
        bytes: { bytes throws(ProfileViolation) in try IDNA.unicodeForm(bytes) },
        text: { text throws(ProfileViolation) in try IDNA.unicodeForm(text) })
    {
        return finding
    }
    if let finding = finding(inPunycodeOf: input) { return finding }
    let unicode = try? IDNA.unicodeForm(input)
    if IDNA.accepts(ascii: input) && unicode != input { return "the fast path takes \(input)" }
    guard let ascii = try? IDNA.asciiForm(input) else { return nil }
    guard let unicode else { return "\(input) has an ASCII form only" }
    if (try? IDNA.asciiForm(unicode)) != ascii { return "\(unicode) is not \(ascii)" }
    if (try? IDNA.unicodeForm(ascii)) != unicode { return "\(ascii) is not \(unicode)" }
    for label in ascii.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
        let isLegal = label.allSatisfy { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2D }
        guard isLegal, (1...63).contains(label.count), label.first != 0x2D, label.last != 0x2D else {
            return "\(ascii) has a label that is none"
        }
    }
    return ascii.count <= 253 ? nil : "\(ascii) is too long"
}

private func finding(inPunycodeOf input: [UInt8]) -> String? {
    if let decoded = Punycode.decode(input) {
        guard decoded.allSatisfy({ Unicode.Scalar($0) != nil }) else { return "\(input) decodes to \(decoded)" }
        guard let encoded = Punycode.encode(decoded) else { return "\(decoded) has no encoding" }
        // What was given may be longer or in capitals, so compare what it means.
        if encoded.count <= Punycode.mostUnits, Punycode.decode(encoded) != decoded {
            return "\(encoded) comes back otherwise"
        }
    }
    guard let text = try? ProfileCheck.text(input) else { return nil }
    let scalars = text.unicodeScalars.map(\.value)
    guard let encoded = Punycode.encode(scalars), encoded.count <= Punycode.mostUnits else { return nil }
    return Punycode.decode(encoded) == scalars ? nil : "\(scalars) is encoded as \(encoded)"
}
