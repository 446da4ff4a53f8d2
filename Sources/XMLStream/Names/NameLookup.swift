/// Finds names in the generated tables.
///
/// A name is given by its first eight bytes (`head`), its last eight if it has more than eight (`tail`, else zero) and
/// its length; up to sixteen bytes these three are the name. Longer ones are compared in the middle too, so that a hit
/// is always exact.
///
/// What is found is said as the first word of a token says it (`about`): the length in the second byte, the id above.
/// A slot has all of that side by side, so that a look-up mostly reads one line of the cache.
enum NameLookup {
    /// What is said of a short name that the table does not have: no id, and a length that none has.
    static let absent: UInt32 = 0xFF00

    /// About the local name of at most eight bytes that pads to `head`, or `absent`.
    ///
    /// The caller compares the length: a name that ends in zero bytes would look like a shorter one.
    @inline(__always)
    static func shortLocalName(_ head: UInt64) -> UInt32 {
        var slot = Int(truncatingIfNeeded: (head &* localNameShortMultiplier0) &>> localNameShortSlotShift) &* 2
        while localNameShortSlots[slot] != head {
            if localNameShortSlots[slot &+ 1] == UInt64(absent) { return absent }
            slot = (slot &+ 2) & (localNameShortSlots.count &- 1)
        }
        return UInt32(truncatingIfNeeded: localNameShortSlots[slot &+ 1])
    }

    /// About the local name of nine to sixteen bytes, or, for longer ones, about one that differs in the middle at most;
    /// above that, where its middle begins and what is in the next slot. Zero if there is none.
    @inline(__always)
    static func longLocalName(head: UInt64, tail: UInt64, length: Int) -> (about: UInt64, second: UInt64) {
        let size = UInt64(truncatingIfNeeded: length)
        let mixed =
            head &* localNameLongMultiplier0 ^ tail &* localNameLongMultiplier1 ^ size &* localNameLongMultiplier2
        var slot = Int(truncatingIfNeeded: mixed &>> localNameLongSlotShift) &* 4
        while true {
            let about = localNameLongSlots[slot &+ 2]
            if localNameLongSlots[slot] == head, localNameLongSlots[slot &+ 1] == tail, about &>> 8 & 0xFF == size {
                return (about, localNameLongSlots[slot &+ 3])
            }
            if about == 0 { return (0, 0) }
            slot = (slot &+ 4) & (localNameLongSlots.count &- 1)
        }
    }

    /// The id of the local name that `window` holds, or zero.
    static func localName(_ window: ByteWindow) -> UInt16 {
        let length = window.count
        if length <= 8 {
            let about = shortLocalName(window.word(at: 0))
            return Int(about &>> 8 & 0xFF) == length ? id(about) : 0
        }
        let found = longLocalName(head: window.word(at: 0), tail: window.word(at: length &- 8), length: length)
        let start = Int(truncatingIfNeeded: found.about &>> 32)
        guard found.about != 0, middleEquals(window, second: found.second, { localNameMiddles[start &+ $0] })
        else { return 0 }
        return id(UInt32(truncatingIfNeeded: found.about))
    }

    /// The id of the namespace that `window` holds, or zero.
    @inline(__always)
    static func namespace(_ window: ByteWindow) -> UInt16 {
        let length = window.count
        // The table has none that is so short.
        if length <= 8 { return 0 }
        let size = UInt64(truncatingIfNeeded: length)
        let head = window.word(at: 0)
        let tail = window.word(at: length &- 8)
        let mixed =
            head &* namespaceLongMultiplier0 ^ tail &* namespaceLongMultiplier1 ^ size &* namespaceLongMultiplier2
        var slot = Int(truncatingIfNeeded: mixed &>> namespaceLongSlotShift) &* 4
        while true {
            let about = namespaceLongSlots[slot &+ 2]
            if namespaceLongSlots[slot] == head, namespaceLongSlots[slot &+ 1] == tail, about &>> 8 & 0xFF == size {
                let start = Int(truncatingIfNeeded: about &>> 32)
                if middleEquals(window, second: namespaceLongSlots[slot &+ 3], { namespaceMiddles[start &+ $0] }) {
                    return id(UInt32(truncatingIfNeeded: about))
                }
            }
            if about == 0 { return 0 }
            slot = (slot &+ 4) & (namespaceLongSlots.count &- 1)
        }
    }

    /// The id in what is said about a name.
    @inline(__always)
    static func id(_ about: UInt32) -> UInt16 { UInt16(truncatingIfNeeded: about &>> 16) }

    /// Compares what lies between the first and the last eight bytes.
    @inline(__always)
    private static func middleEquals(_ window: ByteWindow, second: UInt64, _ rest: (Int) -> UInt64) -> Bool {
        if window.count <= 16 { return true }
        if window.word(at: 8) != second { return false }
        var (offset, word) = (16, 0)
        while offset &+ 8 < window.count {
            if window.word(at: offset) != rest(word) { return false }
            offset &+= 8
            word &+= 1
        }
        return true
    }
}
