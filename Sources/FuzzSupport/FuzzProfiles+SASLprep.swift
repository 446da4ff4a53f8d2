import UnicodeProfiles

/// Looks for text that SASLprep changes again when it is applied again, makes too long, or takes to store but otherwise
/// to ask with.
///
/// The input is the text, UTF-8 or not.
///
/// - Returns: What was found, or nil.
public func fuzzSASLprep(_ input: [UInt8]) -> String? {
    for purpose in [SASLprep.Purpose.stored, .query] {
        let check = ProfileCheck(name: "SASLprep, \(purpose)", input: input, growth: 11)
        if let finding = check.finding(
            bytes: { bytes throws(ProfileViolation) in try SASLprep.prepare(bytes, as: purpose) },
            text: { text throws(ProfileViolation) in try SASLprep.prepare(text, as: purpose) })
        {
            return finding
        }
    }
    guard let stored = try? SASLprep.prepare(input, as: .stored) else { return nil }
    let query = try? SASLprep.prepare(input, as: .query)
    return query == stored ? nil : "\(input) is stored as \(stored) but asked for as \(query ?? [])"
}
