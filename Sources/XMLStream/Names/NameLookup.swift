/// Finds names in the generated tables.
///
/// A name is given by its first eight bytes (`head`), its last eight if it has more than eight (`tail`, else zero) and
/// its length; up to sixteen bytes these three are the name. Longer ones are compared in the middle too, so that a hit
/// is always exact.
enum NameLookup {
    /// The id of a local name of at most eight bytes, or zero.
    @inline(__always)
    static func shortLocalName(_ head: UInt64) -> UInt16 {
        var slot = Int(truncatingIfNeeded: (head &* localNameShortMultiplier0) &>> localNameShortSlotShift)
        while localNameShortSlotHeads[slot] != head {
            if localNameShortSlotIDs[slot] == 0 { return 0 }
            slot = (slot &+ 1) & (localNameShortSlotIDs.count &- 1)
        }
        return localNameShortSlotIDs[slot]
    }

    /// The id of a local name of nine to sixteen bytes, or, for longer ones, of one that differs in the middle at most.
    @inline(__always)
    static func longLocalName(head: UInt64, tail: UInt64, length: Int) -> UInt16 {
        let mixed =
            head &* localNameLongMultiplier0 ^ tail &* localNameLongMultiplier1
            ^ UInt64(truncatingIfNeeded: length) &* localNameLongMultiplier2
        var slot = Int(truncatingIfNeeded: mixed &>> localNameLongSlotShift)
        while true {
            let id = localNameLongSlotIDs[slot]
            if id == 0 { return 0 }
            if localNameLongSlotHeads[slot] == head, localNameTails[Int(id)] == tail,
                Int(localNameLengths[Int(id)]) == length
            {
                return id
            }
            slot = (slot &+ 1) & (localNameLongSlotIDs.count &- 1)
        }
    }

    /// The id of the local name that `window` holds, or zero.
    static func localName(_ window: ByteWindow) -> UInt16 {
        let length = window.count
        if length <= 8 {
            // Zero bytes at the end would look like padding.
            let id = shortLocalName(window.word(at: 0))
            return Int(localNameLengths[Int(id)]) == length ? id : 0
        }
        let id = longLocalName(head: window.word(at: 0), tail: window.word(at: length &- 8), length: length)
        if length <= 16 || id == 0 { return id }
        let start = Int(localNameMiddleStarts[Int(id)])
        return middleEquals(window) { localNameMiddles[start &+ $0] } ? id : 0
    }

    /// The id of the namespace that `window` holds, or zero.
    @inline(__always)
    static func namespace(_ window: ByteWindow) -> UInt16 {
        let length = window.count
        // The table has none that is so short.
        if length <= 8 { return 0 }
        let head = window.word(at: 0)
        let tail = window.word(at: length &- 8)
        let mixed =
            head &* namespaceLongMultiplier0 ^ tail &* namespaceLongMultiplier1
            ^ UInt64(truncatingIfNeeded: length) &* namespaceLongMultiplier2
        var slot = Int(truncatingIfNeeded: mixed &>> namespaceLongSlotShift)
        while true {
            let id = namespaceLongSlotIDs[slot]
            if id == 0 { return 0 }
            if namespaceLongSlotHeads[slot] == head, namespaceTails[Int(id)] == tail,
                Int(namespaceLengths[Int(id)]) == length
            {
                let start = Int(namespaceMiddleStarts[Int(id)])
                if middleEquals(window, { namespaceMiddles[start &+ $0] }) { return id }
            }
            slot = (slot &+ 1) & (namespaceLongSlotIDs.count &- 1)
        }
    }

    /// Compares what lies between the first and the last eight bytes.
    @inline(__always)
    private static func middleEquals(_ window: ByteWindow, _ middle: (Int) -> UInt64) -> Bool {
        var (offset, word) = (8, 0)
        while offset &+ 8 < window.count {
            if window.word(at: offset) != middle(word) { return false }
            offset &+= 8
            word &+= 1
        }
        return true
    }
}
