import XMLStream

/// Why libexpat may say something else of an input than the tokenizer, and be right in its own terms.
///
/// Anything else that differs is a finding.
package enum KnownDifference {
    /// RFC 6120 §11.1 forbids comments, processing instructions and document types; expat reads them. (Entities other
    /// than the five are none of these: expat refuses those too, since nothing can have declared them.)
    case forbiddenMarkup
    /// RFC 6120 §11.6 allows UTF-8 alone; expat reads ISO-8859-1 and US-ASCII as well when they are declared.
    case encoding
    /// XML 1.0 (fifth edition) §2.8 wants a version `1.` and digits; expat takes any name characters for one.
    case version
    /// RFC 6120 §11.6 makes a byte order mark an illegal character before the root; expat skips it.
    case byteOrderMark
    /// Expat reads UTF-16 where it finds its byte order mark, or a NUL among the first two bytes.
    case utf16
    /// RFC 6120 §11.7 wants white space only between first-level elements; in XML text may stand there.
    case textBetweenStanzas
    /// A limit was reached; expat was given none.
    case limit

    /// The difference that explains why the tokenizer, under these rules and limits, refuses what expat may accept.
    package static func explaining(
        _ violation: XMLViolation, in bytes: [UInt8], rules: XMLTokenizer.Rules, limits: XMLLimits
    ) -> KnownDifference? {
        let offset = Int(violation.byteOffset)
        let beginning = bytes.prefix(2)
        if offset == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .byteOrderMark }
        if offset <= 1, beginning.contains(0) || beginning == [0xFE, 0xFF] || beginning == [0xFF, 0xFE] {
            return .utf16
        }
        let before = bytes.prefix(offset)
        switch violation.condition {
        case .restrictedXML:
            // `<!` or `<?` right before the fault, or as much of `<?xml` as it shares.
            let last = before.suffix(6)
            guard let opening = last.lastIndex(of: 0x3C) else { return nil }
            let mark = bytes[opening + 1]
            return mark == 0x21 || mark == 0x3F ? .forbiddenMarkup : nil
        case .unsupportedEncoding:
            return isInDeclaration(before, of: "encoding") ? .encoding : nil
        case .unsupportedVersion, .notWellFormed:
            return isInDeclaration(before, of: "version") ? .version : nil
        case .badFormat:
            return rules == .stream ? .textBetweenStanzas : nil
        case .policyViolation:
            return limit(for: violation.code).map { limits[keyPath: $0] < .max } == true ? .limit : nil
        default:
            return nil
        }
    }

    /// Whether expat refuses a character in a name that the fifth edition of XML 1.0 allows and the fourth did not.
    ///
    /// In text and values expat takes every character, so a legal one that it takes for an invalid token is in a name.
    package static func isFifthEditionName(_ refusal: ExpatOracle.Refusal, in bytes: [UInt8]) -> Bool {
        guard refusal.isInvalidToken, bytes.indices.contains(refusal.byteIndex) else { return false }
        var decoder = UTF8()
        var rest = bytes[refusal.byteIndex...].makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&rest), !scalar.isASCII else { return false }
        return isNameCharacter(scalar.value)
    }

    /// The limit that a violation says was passed.
    private static func limit(for code: XMLViolation.Code) -> KeyPath<XMLLimits, Int>? {
        switch code {
        case .headerBytes: \.headerBytes
        case .stanzaBytes: \.stanzaBytes
        case .interstanzaBytes: \.interstanzaBytes
        case .depth: \.depth
        case .elementCount: \.elementsPerStanza
        case .attributeCount: \.attributesPerElement
        case .attributeTotal: \.attributesPerStanza
        case .declarationCount: \.declarationsPerElement
        case .nameBytes: \.nameBytes
        case .valueBytes: \.valueBytes
        case .textBytes: \.textBytes
        default: nil
        }
    }

    /// Whether these are the beginning of an XML declaration that ends inside the value of `part`.
    private static func isInDeclaration(_ before: ArraySlice<UInt8>, of part: String) -> Bool {
        guard before.starts(with: "<?xml".utf8), !before.contains(0x3E) else { return false }
        let quotes = before.indices.filter { before[$0] == 0x22 || before[$0] == 0x27 }
        // An odd number of quotes are open: values have no quotes inside, for no name character is one.
        guard quotes.count % 2 == 1, let quote = quotes.last else { return false }
        let name = before[..<quote].filter { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        return name.reversed().starts(with: (part + "=").utf8.reversed())
    }

    /// `NameChar` of XML 1.0, fifth edition, §2.3, beyond ASCII.
    private static func isNameCharacter(_ value: UInt32) -> Bool {
        [
            0xB7...0xB7, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x203F...0x2040,
            0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x1_0000...0xE_FFFF,
        ].contains { $0.contains(value) }
    }
}
