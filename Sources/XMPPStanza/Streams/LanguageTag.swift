/// The tags of `xml:lang` (RFC 6120 §4.7.4; RFC 5646).
public enum LanguageTag {
    /// Whether a text has the syntax of a tag: parts of one to eight ASCII letters and digits between hyphens, of which
    /// the first has letters only. So it is an NMTOKEN too.
    public static func isWellFormed(_ text: String) -> Bool {
        var length = 0
        var isFirst = true
        for byte in text.utf8 {
            switch byte {
            case 0x41...0x5A, 0x61...0x7A: length &+= 1
            case 0x30...0x39 where !isFirst: length &+= 1
            case 0x2D where length > 0:
                length = 0
                isFirst = false
            default: return false
            }
            if length > 8 { return false }
        }
        return length > 0
    }

    /// Finds the best of the tags that are there (the lookup of RFC 4647 §3.4).
    ///
    /// - Parameters:
    ///   - wanted: Tags in order of preference: each is shortened part by part until it is found.
    ///   - available: Tags to choose from.
    /// - Returns: The index of the tag found, or nil where none is.
    public static func lookup(_ wanted: [String], in available: [String]) -> Int? {
        let available = available.map { $0.lowercasedASCII }
        for tag in wanted {
            var range = tag.lowercasedASCII[...]
            while !range.isEmpty {
                if let index = available.firstIndex(where: { $0.elementsEqual(range) }) { return index }
                range = shortened(range)
            }
        }
        return nil
    }

    /// The range without its last part, and without a single letter or digit that would then stand last.
    private static func shortened(_ range: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let hyphen = range.lastIndex(of: 0x2D) else { return [] }
        var rest = range[..<hyphen]
        if rest.dropLast().last == 0x2D { rest = rest.dropLast(2) }
        return rest
    }
}

extension String {
    /// The UTF-8 with ASCII capitals made small.
    fileprivate var lowercasedASCII: [UInt8] { utf8.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 } }
}
