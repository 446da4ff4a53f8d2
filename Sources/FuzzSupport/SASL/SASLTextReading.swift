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

    /// Payloads as the text of an element: the rules of RFC 6120 §6.4.2 and §6.4.6 where there may be none, base64
    /// everywhere else.
    static func findingInPayloads(_ input: [UInt8]) -> String? {
        for place in SASLPayload.Place.allCases {
            for profile in [SASLOffer.Profile.sasl, .sasl2] {
                let isOptional = place != .exchange
                var expected = NaiveReading.base64(input).map { SASLPayload?.some(SASLPayload($0)) }
                if profile == .sasl, isOptional, input.isEmpty { expected = .some(nil) }
                if profile == .sasl, isOptional, input == Array("=".utf8) { expected = SASLPayload([]) }
                let read = Result<SASLPayload?, SASLFailure.Condition> { () throws(SASLFailure.Condition) in
                    try SASLPayload.read(input, at: place, in: profile)
                }
                let isRight =
                    switch (read, expected) {
                    case (.success(let payload), let expected?): payload == expected
                    case (.failure(let condition), nil): condition == .incorrectEncoding
                    case (.success, nil), (.failure, _?): false
                    }
                if !isRight { return "\(input) at \(place) in \(profile) is \(read)" }
                // What was read has one text, and what is written comes back, the input as a payload among it.
                if case .success(let payload) = read, SASLPayload.text(of: payload, at: place, in: profile) != input {
                    return "\(input) at \(place) in \(profile) is written otherwise"
                }
                let text = SASLPayload.text(of: SASLPayload(input), at: place, in: profile)
                guard let text, (try? SASLPayload.read(text, at: place, in: profile)) == SASLPayload(input) else {
                    return "the payload \(input) at \(place) in \(profile) is lost"
                }
                let isMarked = input.isEmpty && profile == .sasl && isOptional
                if text.isEmpty != (input.isEmpty && !isMarked) || (text == Array("=".utf8)) != isMarked {
                    return "the payload \(input) at \(place) in \(profile) is \(text)"
                }
                let none = SASLPayload.text(of: nil, at: place, in: profile)
                if none != (profile == .sasl2 && isOptional ? nil : []) { return "no payload is \(shown(none))" }
            }
        }
        return nil
    }

    private static func shown(_ bytes: [UInt8]?) -> String { bytes.map { "\($0)" } ?? "refused" }
}
