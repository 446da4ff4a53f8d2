import UnicodeProfiles

/// Looks for text that is not normal after normalization, or no longer equivalent to what it was.
///
/// The input is the text, UTF-8 or not.
///
/// - Returns: What was found, or nil.
public func fuzzNormalization(_ input: [UInt8]) -> String? {
    let canonical = ProfileCheck(name: "NFC", input: input, growth: 3)
    if let finding = canonical.finding(
        bytes: { bytes throws(ProfileViolation) in try Normalization.nfc(bytes) },
        text: { text throws(ProfileViolation) in Normalization.nfc(text) })
    {
        return finding
    }
    let compatible = ProfileCheck(name: "NFKC", input: input, growth: 11)
    if let finding = compatible.finding(
        bytes: { bytes throws(ProfileViolation) in try Normalization.nfkc(bytes) },
        text: { text throws(ProfileViolation) in Normalization.nfkc(text) })
    {
        return finding
    }
    guard let nfc = try? Normalization.nfc(input), let nfkc = try? Normalization.nfkc(input),
        let text = try? ProfileCheck.text(input)
    else { return nil }
    if (try? Normalization.nfkc(nfc)) != nfkc { return "NFKC of \(nfc) is not that of \(input)" }
    if (try? Normalization.nfc(nfkc)) != nfkc { return "NFKC of \(input) is not in NFC" }
    // The standard library compares by canonical equivalence, with tables of its own; only what those have is asked.
    let isOld = text.unicodeScalars.allSatisfy { ($0.properties.age?.major ?? .max) <= 15 }
    if isOld && text != String(decoding: nfc, as: UTF8.self) { return "\(nfc) is not equivalent to \(input)" }
    return nil
}
