/// What reading a start tag the plain way came to.
struct PlainTag {
    /// Behind the last part that was plain.
    var index: Int
    /// First eight bytes of the name.
    var head: UInt64
    /// Zero where not even the name was plain; nothing is written then.
    var nameLength = 0
    var nameID: UInt16 = 0
    var attributes: PlainAttributes
    /// Whether all of the tag was plain.
    var isComplete = false
    /// Whether it was an empty-element tag.
    var isEmpty = false
}

extension ByteWindow {
    /// Reads a start tag whose name of at most sixteen bytes is in the table, as far as its attributes are plain, and
    /// writes its tokens.
    ///
    /// The parameters are those of `plainAttributes`; `start` is where the `<` stands.
    @inline(__always)
    func plainTag(
        at start: Int, longestName: Int, room: Int, mayDeclare: Bool, longestValue: Int, delta: Int,
        tape: inout TokenTape
    ) -> PlainTag {
        var tag = PlainTag(index: start, head: 0, attributes: PlainAttributes(index: start, filter: 0))
        guard start <= readable &- ByteWindow.plainBytes, longestName >= 16 else { return tag }
        // SAFETY: 40 bytes are readable from `start` on, of which the first eighteen are read.
        let pointer = unsafe base + (start &+ 1)
        let word = unsafe ByteWindow.word(pointer)
        var length = ByteWindow.nameLength(in: word)
        if length < 8 {
            tag.head = word & ((1 &<< UInt64(truncatingIfNeeded: length &* 8)) &- 1)
            tag.nameID = NameLookup.shortLocalName(tag.head)
        } else {
            length &+= unsafe ByteWindow.nameLength(in: ByteWindow.word(pointer + 8))
            tag.head = word
            tag.nameID =
                if length > 8 {
                    NameLookup.longLocalName(
                        head: word, tail: unsafe ByteWindow.word(pointer + (length &- 8)), length: length)
                } else {
                    NameLookup.shortLocalName(word)
                }
        }
        let following = unsafe pointer[length]
        guard tag.nameID != 0, following == 0x20 || following == 0x3E || following == 0x2F else { return tag }
        tag.nameLength = length
        let first = tape.count
        tape.append(
            Token(.start, name: tag.nameID, shortLength: length, offset: start &+ 1 &+ delta, first: 0, second: 0))
        tag.index = start &+ 1 &+ length
        if following == 0x20 {
            tag.attributes = plainAttributes(
                from: tag.index, first: first, room: room, mayDeclare: mayDeclare, longestValue: longestValue,
                delta: delta, filter: 0, tape: &tape)
            tag.index = tag.attributes.index
        }
        let byte = self[tag.index]
        if byte == 0x3E {
            tag.index &+= 1
            tag.isComplete = !tag.attributes.mayHaveDuplicates
            if !tag.isComplete { tag.index &-= 1 }
        } else if byte == 0x2F, self[tag.index &+ 1] == 0x3E, !tag.attributes.mayHaveDuplicates {
            tag.index &+= 2
            tag.isComplete = true
            tag.isEmpty = true
        }
        return tag
    }
}
