import XMPPSASL

/// What must hold for base64, names and headers.
package enum SASLTextReading {
    /// Base64, both ways.
    ///
    /// - Parameter decode: The decoder under test.
    package static func findingInBase64(
        _ text: [UInt8], decode: ([UInt8]) -> [UInt8]? = { Base64.decode($0) }
    ) -> String? {
        let encoded = Base64.encode(text)
        if encoded.count != (text.count + 2) / 3 * 4 { return "base64: \(encoded.count) characters for \(text)" }
        if decode(encoded) != text { return "base64: \(text) does not come back" }
        let decoded = decode(text)
        let expected = NaiveReading.base64(text)
        if decoded != expected { return "base64: \(text) is \(shown(decoded)), by bits \(shown(expected))" }
        if let decoded, Base64.encode(decoded) != text { return "base64: \(text) has another spelling" }
        return nil
    }

    /// Names of mechanisms, and of kinds of channel binding.
    static func findingInNames(_ input: [UInt8]) -> String? {
        guard let text = String(validating: input, as: UTF8.self) else { return nil }
        let mechanism = SASLMechanismName(text)
        let isMechanism = NaiveReading.consists(input, of: "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_", 1...20)
        if (mechanism != nil) != isMechanism { return "\(text) as the name of a mechanism" }
        if let mechanism, !mechanism.description.utf8.elementsEqual(input) { return "the mechanism \(text) renamed" }

        let kind = ChannelBinding.Kind(text)
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-"
        if (kind != nil) != NaiveReading.consists(input, of: letters, 1...255) { return "\(text) as channel binding" }
        if let kind, !kind.prefix.utf8.elementsEqual(input) { return "the channel binding \(text) renamed" }

        if !text.isEmpty, !input.contains(0) {
            let escaped = SASLName.encode(text)
            if escaped.contains(0x2C) || SASLName.decode(escaped[...]) != text { return "\(text) as a name is lost" }
        }
        let name = SASLName.decode(input[...])
        if name.map({ Array($0.utf8) }) != NaiveReading.name(input) { return "\(text) as an escaped name" }
        if let name, SASLName.encode(name) != input { return "the name \(text) has another spelling" }
        return nil
    }

    /// The header of RFC 5801.
    static func findingInHeader(_ input: [UInt8]) -> String? {
        guard let (header, length) = GS2Header.read(input) else {
            return NaiveReading.header(input) == nil ? nil : "the header of \(input) is not read"
        }
        guard length <= input.count, header.encoded == Array(input[..<length]) else {
            return "the header of \(input) is written as \(header.encoded)"
        }
        guard NaiveReading.header(input)?.count == length else { return "a header, where there is none: \(input)" }
        if header.authorizationIdentity?.isEmpty == true { return "an empty identity in \(input)" }
        if header.authorizationIdentity?.utf8.contains(0) == true { return "a NUL in the identity of \(input)" }
        return nil
    }

    private static func shown(_ bytes: [UInt8]?) -> String { bytes.map { "\($0)" } ?? "refused" }
}
