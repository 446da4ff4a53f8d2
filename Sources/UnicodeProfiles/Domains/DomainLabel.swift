/// Labels of a name: letters, digits and hyphens, or U-labels.
enum DomainLabel {
    /// Checks one label of a mapped name, and appends its Unicode form and its ASCII form, which is the A-label, if it
    /// has one. The scalars of a decoded A-label all come from where that begins.
    ///
    /// - Complexity: O(*n*), and constant beyond 63 characters.
    static func append(
        _ label: ArraySlice<MappedScalar>, unicode: inout [MappedScalar], ascii: inout [UInt8]
    ) throws(ProfileViolation) {
        guard let first = label.first else { throw ProfileViolation(.emptyLabel, at: 0) }
        // Every character takes at least one byte of the ASCII form.
        guard label.count <= IDNA.mostLabelBytes else { throw ProfileViolation(.labelLength, at: first) }
        guard isASCII(label) else {
            try checkUnicode(label)
            unicode += label
            try appendEncoded(label, to: &ascii, at: first)
            return
        }
        let start = ascii.count
        ascii += label.lazy.map { UInt8(truncatingIfNeeded: $0.value) }
        guard ascii[start...].starts(with: prefix) else {
            try checkASCII(label)
            unicode += label
            return
        }
        // RFC 5891 §5.4: what is decoded must be a U-label, and its encoding the label that was given.
        let given = ascii[start...]
        guard let values = Punycode.decode(given.dropFirst(prefix.count)) else {
            throw ProfileViolation(.encodedLabel, at: first)
        }
        var text = ScalarText(values.map { MappedScalar($0, offset: first.offset) })
        let decoded = text.scalars[...]
        guard !isASCII(decoded), !NormalizationForm.canonical.apply(to: &text) else {
            throw ProfileViolation(.encodedLabel, at: first)
        }
        try checkUnicode(decoded)
        var encoded: [UInt8] = []
        try appendEncoded(decoded, to: &encoded, at: first)
        guard encoded[...] == given else { throw ProfileViolation(.encodedLabel, at: first) }
        unicode += decoded
    }

    /// `xn--`.
    private static let prefix: [UInt8] = [0x78, 0x6E, 0x2D, 0x2D]

    private static func isASCII(_ label: ArraySlice<MappedScalar>) -> Bool { label.allSatisfy { $0.isASCII } }

    /// Appends the A-label of a U-label.
    private static func appendEncoded(
        _ label: ArraySlice<MappedScalar>, to ascii: inout [UInt8], at first: MappedScalar
    ) throws(ProfileViolation) {
        let start = ascii.count
        ascii += prefix
        guard Punycode.encode(label.lazy.map { $0.value }, into: &ascii), ascii.count &- start <= IDNA.mostLabelBytes
        else { throw ProfileViolation(.labelLength, at: first) }
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
        if let first = label.first, first.value == hyphen { throw ProfileViolation(.hyphen, at: first) }
        if let last = label.last, last.value == hyphen { throw ProfileViolation(.hyphen, at: last) }
        let third = label.startIndex &+ 2
        if label.count > 3, label[third].value == hyphen, label[third &+ 1].value == hyphen {
            throw ProfileViolation(.hyphen, at: label[third])
        }
    }
}
