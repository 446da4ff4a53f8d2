/// A label that has been found valid: letters, digits and hyphens, or a U-label.
struct DomainLabel {
    /// Its scalars; those of a decoded A-label all come from where that begins.
    let scalars: [MappedScalar]
    /// Its ASCII form: the A-label, if it has one.
    let ascii: [UInt8]

    /// Its Unicode form.
    var unicode: [UInt8] { ScalarText.utf8(of: scalars) }

    /// Checks one label of a mapped name.
    ///
    /// - Complexity: O(*n*), and constant beyond 63 characters.
    init(_ label: ArraySlice<MappedScalar>) throws(ProfileViolation) {
        guard let first = label.first else { throw ProfileViolation(.emptyLabel, at: 0) }
        // Every character takes at least one byte of the ASCII form.
        guard label.count <= IDNA.mostLabelBytes else { throw ProfileViolation(.labelLength, at: first) }
        guard DomainLabel.isASCII(label) else {
            try DomainLabel.checkUnicode(label)
            scalars = Array(label)
            ascii = try DomainLabel.encoded(scalars, at: first)
            return
        }
        let bytes = ScalarText.utf8(of: label)
        guard bytes.starts(with: DomainLabel.prefix) else {
            try DomainLabel.checkASCII(label)
            scalars = Array(label)
            ascii = bytes
            return
        }
        // RFC 5891 §5.4: what is decoded must be a U-label, and its encoding the label that was given.
        guard let values = Punycode.decode(bytes.dropFirst(DomainLabel.prefix.count)) else {
            throw ProfileViolation(.encodedLabel, at: first)
        }
        scalars = values.map { MappedScalar($0, offset: first.offset) }
        let text = ScalarText(scalars)
        guard !DomainLabel.isASCII(scalars[...]), NormalizationForm.canonical.apply(to: text) == text else {
            throw ProfileViolation(.encodedLabel, at: first)
        }
        try DomainLabel.checkUnicode(scalars[...])
        ascii = try DomainLabel.encoded(scalars, at: first)
        if ascii != bytes { throw ProfileViolation(.encodedLabel, at: first) }
    }

    /// `xn--`.
    private static let prefix: [UInt8] = [0x78, 0x6E, 0x2D, 0x2D]

    private static func isASCII(_ label: ArraySlice<MappedScalar>) -> Bool { label.allSatisfy { $0.isASCII } }

    private static func encoded(_ scalars: [MappedScalar], at first: MappedScalar) throws(ProfileViolation) -> [UInt8] {
        guard let encoded = Punycode.encode(scalars.map { $0.value }),
            encoded.count <= IDNA.mostLabelBytes - prefix.count
        else { throw ProfileViolation(.labelLength, at: first) }
        return prefix + encoded
    }

    /// An NR-LDH label (RFC 5890 §2.3.1).
    private static func checkASCII(_ label: ArraySlice<MappedScalar>) throws(ProfileViolation) {
        for scalar in label {
            switch scalar.value {
            case 0x61...0x7A, 0x30...0x39, 0x2D: continue
            default: throw ProfileViolation(.disallowed, at: scalar)
            }
        }
        try checkHyphens(label)
    }

    /// A U-label, but for normalization and length (RFC 5891 §5.4). The Bidi rule is a matter of the whole name.
    private static func checkUnicode(_ label: ArraySlice<MappedScalar>) throws(ProfileViolation) {
        try checkHyphens(label)
        if let first = label.first, CharacterProperties(first.value).isMark {
            throw ProfileViolation(.leadingMark, at: first)
        }
        var rules: ContextRules?
        for (index, scalar) in zip(label.indices, label) {
            switch CharacterProperties(scalar.value).idna {
            case .valid: continue
            case .contextJoin, .contextOther:
                let neighbours = rules ?? ContextRules(label)
                rules = neighbours
                if !neighbours.allow(at: index) { throw ProfileViolation(.context, at: scalar) }
            case .freeform, .disallowed: throw ProfileViolation(.disallowed, at: scalar)
            case .unassigned: throw ProfileViolation(.unassigned, at: scalar)
            }
        }
    }

    private static func checkHyphens(_ label: ArraySlice<MappedScalar>) throws(ProfileViolation) {
        let hyphen: UInt32 = 0x2D
        for scalar in [label.first, label.last] {
            if let scalar, scalar.value == hyphen { throw ProfileViolation(.hyphen, at: scalar) }
        }
        let third = label.startIndex &+ 2
        if label.count > 3, label[third].value == hyphen, label[third &+ 1].value == hyphen {
            throw ProfileViolation(.hyphen, at: label[third])
        }
    }
}
