/// What stands in bytes that a stream has sent, as far as rules are about it. Found by looking for the text as the writer
/// writes it: a second reading, by nothing that the stream itself is made of.
package struct SentTraits: Hashable, Sendable {
    /// Whether there is a header.
    package var hasHeader = false
    /// Whether the header says whom it is from.
    package var hasSender = false
    /// The mechanism that is asked for.
    package var auth: String?
    /// Whether there is an element of SASL, but the list of mechanisms and refusals.
    package var hasAuthentication = false
    /// Whether there is a list of features.
    package var hasFeatures = false
    /// The mechanisms on offer.
    package var mechanisms: [String] = []
    /// Whether TLS is on offer.
    package var offersTLS = false
    /// Whether there is a success of SASL.
    package var hasSuccess = false
    /// The condition of a failure of SASL.
    package var refusal: String?
    /// Whether there is a stream error.
    package var hasStreamError = false

    package init(_ bytes: [UInt8]) {
        guard !bytes.isEmpty else { return }
        if let header = Self.texts(in: bytes, from: "<stream:stream", to: ">").first {
            hasHeader = true
            hasSender = [" from='", " from=\""].contains { !Self.texts(in: header, from: $0, to: ">").isEmpty }
        }
        for auth in Self.texts(in: bytes, from: "<auth ", to: ">") {
            hasAuthentication = true
            for quote in ["'", "\""] {
                let names = Self.texts(in: auth, from: "mechanism=" + quote, to: quote)
                if let name = names.first { self.auth = String(decoding: name, as: UTF8.self) }
            }
        }
        for name in ["<response", "<challenge", "<success"] where !Self.texts(in: bytes, from: name, to: ">").isEmpty {
            hasAuthentication = true
        }
        hasFeatures = !Self.texts(in: bytes, from: "<stream:features", to: ">").isEmpty
        mechanisms = Self.texts(in: bytes, from: "<mechanism>", to: "<").map { String(decoding: $0, as: UTF8.self) }
        offersTLS = hasFeatures && !Self.texts(in: bytes, from: "<starttls", to: ">").isEmpty
        hasSuccess = !Self.texts(in: bytes, from: "<success", to: ">").isEmpty
        for failure in Self.texts(in: bytes, from: "<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><", to: "/") {
            refusal = String(decoding: failure, as: UTF8.self)
        }
        for failure in Self.texts(in: bytes, from: "<failure xmlns=\"urn:ietf:params:xml:ns:xmpp-sasl\"><", to: "/") {
            refusal = String(decoding: failure, as: UTF8.self)
        }
        hasStreamError = !Self.texts(in: bytes, from: "<stream:error", to: ">").isEmpty
    }

    /// All that stands between two marks.
    ///
    /// - Complexity: O(*n* · *m*) in the bytes and those of a mark.
    package static func texts(in bytes: [UInt8], from start: String, to end: String) -> [[UInt8]] {
        let start = Array(start.utf8)
        let end = Array(end.utf8)
        var found: [[UInt8]] = []
        var place = 0
        while let begin = position(of: start, in: bytes, from: place) {
            let inside = begin + start.count
            let stop = position(of: end, in: bytes, from: inside) ?? bytes.count
            found.append(Array(bytes[inside..<stop]))
            place = stop
        }
        return found
    }

    package static func position(of mark: [UInt8], in bytes: [UInt8], from place: Int) -> Int? {
        guard let first = mark.first, place + mark.count <= bytes.count else { return nil }
        for index in place...(bytes.count - mark.count) where bytes[index] == first {
            if bytes[index..<index + mark.count].elementsEqual(mark) { return index }
        }
        return nil
    }
}

/// The traits of bytes that have been looked at before.
package final class SentTraitsTable {
    private var known: [[UInt8]: SentTraits] = [:]

    package init() {}

    /// What stands in the bytes.
    package func traits(of bytes: [UInt8]) -> SentTraits {
        if let traits = known[bytes] { return traits }
        let traits = SentTraits(bytes)
        known[bytes] = traits
        return traits
    }
}
