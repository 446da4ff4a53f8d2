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
    let isKnown = text.unicodeScalars.allSatisfy {
        ($0.properties.age?.major ?? .max) <= 15 && !startersOfMarks.contains($0)
    }
    if isKnown && text != String(decoding: nfc, as: UTF8.self) { return "\(nfc) is not equivalent to \(input)" }
    return nil
}

/// The three characters that are starters and decompose to marks that are not. The standard library of Swift 6.3 does not
/// put such marks in order with those before: it tells "e", U+0351, U+0F81 from its own Form C, U+0065 U+0F71 U+0F80
/// U+0351. The vectors from elsewhere have them (see `OracleTests`).
private let startersOfMarks: Set<Unicode.Scalar> = ["\u{F73}", "\u{F75}", "\u{F81}"]
