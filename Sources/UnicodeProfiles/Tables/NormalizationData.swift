/// What normalization asks about a character, in one entry of the generated tables.
struct NormalizationData {
    private let entry: UInt16

    /// The data of a scalar value.
    ///
    /// - Complexity: O(1)
    init(_ scalar: UInt32) {
        entry = ScalarTrie.entry(
            scalar, normalizationPlanes, normalizationBlocks, normalizationEntries, blockBits: normalizationBlockBits)
    }

    /// It stands for itself in all forms, starts anew, and composes with nothing before it.
    var isInert: Bool { entry == 0 }

    /// The canonical combining class of a character that has no decomposition.
    var combiningClass: UInt8 { entry < 0x200 ? UInt8(truncatingIfNeeded: entry) : 0 }

    /// It composes with some character before it (NFC_Quick_Check is maybe).
    var composesBackward: Bool { entry & 0xFF00 == 0x100 }

    /// Whether a character is the same in this form where those around it let it be.
    func isStable(in form: NormalizationForm) -> Bool {
        guard entry >= 0x200 else { return !composesBackward }
        return record & (form == .canonical ? 1 << 30 : 1 << 31) != 0
    }

    /// Where in `decompositions` its full decomposition stands, in UTF-16, and how long it is. Nil if it has none.
    func decomposition(in form: NormalizationForm) -> Range<Int>? {
        guard entry >= 0x200 else { return nil }
        let start = Int(record & 0xFFFF)
        let canonical = Int(record >> 16 & 0xF)
        if form == .canonical { return canonical == 0 ? nil : start..<start &+ canonical }
        // The compatible one, if it is another, stands behind the canonical one.
        let compatible = Int(record >> 20 & 0x3F)
        if compatible == 0 { return start..<start &+ canonical }
        return start &+ canonical..<start &+ canonical &+ compatible
    }

    private var record: UInt32 { decompositionRecords[Int(entry &- 0x200)] }
}
