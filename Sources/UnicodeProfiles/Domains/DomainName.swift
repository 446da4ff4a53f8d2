/// A name of a domain, mapped, taken apart and checked (RFC 5895 §2, then RFC 5891 §5).
struct DomainName {
    private var labels: [DomainLabel] = []

    /// - Throws: `ProfileViolation` for the first label at fault.
    /// - Complexity: O(*n*)
    init(_ utf8: [UInt8]) throws(ProfileViolation) {
        var text = try ScalarText(utf8)
        text.mapToLowercase(ofName: true)
        text.mapWidth()
        text = NormalizationForm.canonical.apply(to: text)
        var end = text.scalars.endIndex
        // "Stripped before any other canonicalization steps" (RFC 7622 §3.2); an ideographic dot is one, too.
        if let last = text.scalars.last, DomainName.isDot(last) { end &-= 1 }
        guard end > 0 else { throw ProfileViolation(.empty, at: 0) }
        var start = 0
        for index in 0...end where index == end || DomainName.isDot(text.scalars[index]) {
            guard index > start else {
                let dot = index < text.scalars.count ? text.scalars[index] : text.scalars[index &- 1]
                throw ProfileViolation(.emptyLabel, at: dot)
            }
            labels.append(try DomainLabel(text.scalars[start..<index]))
            start = index &+ 1
        }
        try checkDirections()
    }

    /// The labels as U-labels or ASCII.
    var unicodeForm: [UInt8] { joined { $0.unicode } }

    /// The labels as A-labels or ASCII.
    var asciiForm: [UInt8] { joined { $0.ascii } }

    private func joined(_ form: (DomainLabel) -> [UInt8]) -> [UInt8] {
        var name: [UInt8] = []
        for label in labels {
            if !name.isEmpty { name.append(UInt8(ascii: ".")) }
            name.append(contentsOf: form(label))
        }
        return name
    }

    /// The rule goes for all labels of a name in which any is right-to-left (RFC 5893 §1.4, §2).
    private func checkDirections() throws(ProfileViolation) {
        guard labels.contains(where: { BidiRule.concerns($0.scalars[...]) }) else { return }
        for label in labels {
            if let scalar = BidiRule.violation(in: label.scalars[...]) {
                throw ProfileViolation(.bidirectional, at: scalar)
            }
        }
    }

    private static func isDot(_ scalar: MappedScalar) -> Bool {
        scalar.value == 0x2E || scalar.value == 0x3002
    }
}
