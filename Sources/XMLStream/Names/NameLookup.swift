/// Finds names in the generated tables.
///
/// A name is given by its first eight bytes (`head`), its last eight if it has more than eight (`tail`, else zero) and
/// its length; up to sixteen bytes these three are the name. Longer ones are compared in the middle too, so that a hit
/// is always exact.
enum NameLookup {
    /// The id of a local name of at most sixteen bytes, or zero.
    @inline(__always)
    static func localName(head: UInt64, tail: UInt64, length: Int) -> UInt16 {
        let mixed =
            head &* localNameMultiplier0 ^ tail &* localNameMultiplier1 ^ UInt64(length) &* localNameMultiplier2
        var slot = Int(mixed &>> localNameSlotShift)
        while true {
            let id = localNameSlots[slot]
            if id == 0 { return 0 }
            if localNameHeads[Int(id)] == head, localNameTails[Int(id)] == tail,
                Int(localNameLengths[Int(id)]) == length
            {
                return id
            }
            slot = (slot &+ 1) & (localNameSlots.count &- 1)
        }
    }

    /// The id of the local name that `window` holds, or zero.
    @inline(__always)
    static func localName(_ window: ByteWindow) -> UInt16 {
        let length = window.count
        let id = localName(head: window.word(at: 0), tail: length > 8 ? window.word(at: length &- 8) : 0, length: length)
        if length <= 16 || id == 0 { return id }
        var (offset, word) = (8, Int(localNameMiddleStarts[Int(id)]))
        while offset &+ 8 < length {
            if window.word(at: offset) != localNameMiddles[word] { return 0 }
            offset &+= 8
            word &+= 1
        }
        return id
    }

    /// The id of the namespace that `window` holds, or zero.
    @inline(__always)
    static func namespace(_ window: ByteWindow) -> UInt16 {
        let length = window.count
        let head = window.word(at: 0)
        let tail = length > 8 ? window.word(at: length &- 8) : 0
        let mixed = head &* namespaceMultiplier0 ^ tail &* namespaceMultiplier1 ^ UInt64(length) &* namespaceMultiplier2
        var slot = Int(mixed &>> namespaceSlotShift)
        while true {
            let id = namespaceSlots[slot]
            if id == 0 { return 0 }
            if namespaceHeads[Int(id)] == head, namespaceTails[Int(id)] == tail,
                Int(namespaceLengths[Int(id)]) == length, namespaceMiddleEquals(id, window)
            {
                return id
            }
            slot = (slot &+ 1) & (namespaceSlots.count &- 1)
        }
    }

    @inline(__always)
    private static func namespaceMiddleEquals(_ id: UInt16, _ window: ByteWindow) -> Bool {
        var (offset, word) = (8, Int(namespaceMiddleStarts[Int(id)]))
        while offset &+ 8 < window.count {
            if window.word(at: offset) != namespaceMiddles[word] { return false }
            offset &+= 8
            word &+= 1
        }
        return true
    }

    /// The bytes of a name from its words.
    static func bytes(length: Int, head: UInt64, tail: UInt64, middle: (Int) -> UInt64) -> [UInt8] {
        (0..<length).map { index in
            let (word, byte): (UInt64, Int)
            if index < 8 {
                (word, byte) = (head, index)
            } else if index >= length &- 8 {
                (word, byte) = (tail, index &- (length &- 8))
            } else {
                (word, byte) = (middle((index &- 8) / 8), index % 8)
            }
            return UInt8(truncatingIfNeeded: word &>> UInt64(byte &* 8))
        }
    }
}
