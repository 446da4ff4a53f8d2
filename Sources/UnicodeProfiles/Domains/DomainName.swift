/// A name of a domain, mapped, taken apart and checked (RFC 5895 §2, then RFC 5891 §5).
struct DomainName {
    /// The labels as U-labels or ASCII, with dots between them.
    private(set) var unicodeForm = ScalarText([])
    /// The labels as A-labels or ASCII, with dots between them.
    private(set) var asciiForm: [UInt8] = []

    /// - Throws: `ProfileViolation` for the first label at fault.
    /// - Complexity: O(*n*)
    init(_ utf8: ArraySlice<UInt8>) throws(ProfileViolation) {
        var text = try ScalarText(utf8)
        _ = text.mapToLowercase(ofName: true)
        _ = text.mapWidth()
        _ = NormalizationForm.canonical.apply(to: &text)
        var end = text.scalars.endIndex
        // "Stripped before any other canonicalization steps" (RFC 7622 §3.2); an ideographic dot is one, too.
        if let last = text.scalars.last, DomainName.isDot(last) { end &-= 1 }
        guard end > 0 else { throw ProfileViolation(.empty, at: 0) }
        unicodeForm.scalars.reserveCapacity(end)
        // Room for the prefix and the digits of a label beyond ASCII.
        asciiForm.reserveCapacity(end &+ 16)
        var start = 0
        for index in 0...end where index == end || DomainName.isDot(text.scalars[index]) {
            guard index > start else {
                let dot = index < text.scalars.count ? text.scalars[index] : text.scalars[index &- 1]
                throw ProfileViolation(.emptyLabel, at: dot)
            }
            try DomainLabel.append(text.scalars[start..<index], unicode: &unicodeForm.scalars, ascii: &asciiForm)
            if index < end {
                unicodeForm.scalars.append(text.scalars[index])
                unicodeForm.scalars[unicodeForm.scalars.count &- 1].value = DomainName.dot
                asciiForm.append(UInt8(ascii: "."))
            }
            start = index &+ 1
        }
        try checkDirections()
    }

    /// The rule goes for all labels of a name in which any is right-to-left (RFC 5893 §1.4, §2).
    private func checkDirections() throws(ProfileViolation) {
        guard BidiRule.concerns(unicodeForm.scalars[...]) else { return }
        for label in unicodeForm.scalars.split(whereSeparator: { $0.value == DomainName.dot }) {
            if let scalar = BidiRule.violation(in: label) {
                throw ProfileViolation(.bidirectional, at: scalar)
            }
        }
    }

    private static func isDot(_ scalar: MappedScalar) -> Bool {
        scalar.value == dot || scalar.value == 0x3002
    }

    private static let dot: UInt32 = 0x2E
}
