import UnicodeProfiles

/// Looks for text that a PRECIS profile changes again when it is applied again, makes too long, or treats otherwise in
/// another spelling.
///
/// The input is the text, UTF-8 or not.
///
/// - Returns: What was found, or nil.
public func fuzzProfiles(_ input: [UInt8]) -> String? {
    for profile in PRECISProfile.allCases {
        let check = ProfileCheck(name: "\(profile)", input: input, growth: profile == .nickname ? 11 : 3)
        if let finding = check.finding(
            bytes: { bytes throws(ProfileViolation) in try profile.enforce(bytes) },
            text: { text throws(ProfileViolation) in try profile.enforce(text) })
        {
            return finding
        }
        let output = try? profile.enforce(input)
        if output?.isEmpty == true { return "\(profile): nothing is left of \(input)" }
        if profile.accepts(ascii: input) && output != input { return "\(profile): the fast path takes \(input)" }
        // The nickname's spaces come and go with each application, so that the number of these can differ.
        if profile != .nickname, let normal = try? Normalization.nfc(input), output != (try? profile.enforce(normal)) {
            return "\(profile): \(input) and its canonical equivalent \(normal) differ"
        }
    }
    let compared = ProfileCheck(name: "comparison", input: input, growth: 11)
    return compared.finding(
        bytes: { bytes throws(ProfileViolation) in
            Array(try PRECISProfile.nickname.comparisonForm(try ProfileCheck.text(bytes)).utf8)
        },
        text: { text throws(ProfileViolation) in try PRECISProfile.nickname.comparisonForm(text) })
}

/// What must hold for every way to prepare a text.
struct ProfileCheck {
    let name: String
    let input: [UInt8]
    /// How many bytes may come of one.
    let growth: Int

    /// What does not hold, in English.
    func finding(
        bytes prepare: ([UInt8]) throws(ProfileViolation) -> [UInt8],
        text prepareText: (String) throws(ProfileViolation) -> String
    ) -> String? {
        let first = Result { () throws(ProfileViolation) in try prepare(input) }
        switch first {
        case .failure(let violation):
            guard (0...input.count).contains(violation.byteOffset) else { return "\(name): \(violation) of \(input)" }
        case .success(let output):
            if output.count > input.count * growth { return "\(name): \(output.count) bytes come of \(input)" }
            let again = Result { () throws(ProfileViolation) in try prepare(output) }
            if again != .success(output) { return "\(name): \(input) is \(output), then \(again)" }
            if (try? ProfileCheck.text(output)) == nil { return "\(name): \(output) is no UTF-8" }
        }
        guard let text = try? ProfileCheck.text(input) else {
            return first == .failure(ProfileCheck.firstFault(of: input)) ? nil : "\(name): not UTF-8, but \(first)"
        }
        let fromText = Result { () throws(ProfileViolation) in Array(try prepareText(text).utf8) }
        return fromText == first ? nil : "\(name): \(input) as a string is \(fromText), as bytes \(first)"
    }

    /// Bytes as a string, by the decoder of the standard library.
    static func text(_ bytes: [UInt8]) throws(ProfileViolation) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw firstFault(of: bytes) }
        return text
    }

    /// Where the longest beginning that is UTF-8 ends.
    static func firstFault(of bytes: [UInt8]) -> ProfileViolation {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var offset = 0
        while case .scalarValue(let scalar) = decoder.decode(&iterator) { offset += UTF8.width(scalar) }
        return ProfileViolation(.invalidUTF8, at: offset)
    }
}
