/// A start tag that was plain from `<` to `>`.
struct PlainTag {
    /// Behind the `>`.
    let end: Int
    /// Whether it was an empty-element tag.
    let isEmpty: Bool
    /// First eight bytes of the name.
    let head: UInt64
    let nameLength: Int
    let nameID: UInt16
    /// How many attributes there were.
    let attributes: Int
    /// The namespace of the table that the tag declares as default, or zero.
    let declared: UInt16
}

extension ByteWindow {
    /// Reads a start tag whose name of at most sixteen bytes is in the table and whose attributes are plain, and writes
    /// their tokens, not yet counted by the tape, behind a place for its own.
    ///
    /// The parameters are those of `plainAttributes`; `start` is where the `<` stands.
    ///
    /// - Parameter stop: Where the tag ceased to be plain, if it did.
    /// - Returns: Nil where not all of it was plain.
    @inline(__always)
    func plainTag(
        at start: Int, room: Int, mayDeclare: Bool, longestValue: Int, delta: Int, tape: inout TokenTape,
        stop: inout Int
    ) -> PlainTag? {
        stop = start
        guard start <= readable &- ByteWindow.plainBytes, longestValue >= 0 else { return nil }
        tape.reserve()
        // SAFETY: 40 bytes are readable from `start` on, of which the first eighteen are read.
        let pointer = unsafe base + (start &+ 1)
        let word = unsafe ByteWindow.word(pointer)
        var length = ByteWindow.nameLength(in: word)
        let head: UInt64
        let id: UInt16
        if length < 8 {
            head = word & ((1 &<< UInt64(truncatingIfNeeded: length &* 8)) &- 1)
            id = NameLookup.shortLocalName(head)
        } else {
            length &+= unsafe ByteWindow.nameLength(in: ByteWindow.word(pointer + 8))
            head = word
            id =
                if length > 8 {
                    NameLookup.longLocalName(
                        head: word, tail: unsafe ByteWindow.word(pointer + (length &- 8)), length: length)
                } else {
                    NameLookup.shortLocalName(word)
                }
        }
        let following = unsafe pointer[length]
        guard id != 0, following == 0x20 || following == 0x3E || following == 0x2F else { return nil }
        // SAFETY: `reserve` has made room for this token and at least two more.
        let first = unsafe tape.cursor
        var run = unsafe PlainAttributes(index: start &+ 1 &+ length, filter: 0, cursor: first + 1)
        if following == 0x20 {
            unsafe addPlainAttributes(
                to: &run, from: first, room: min(room, tape.room &- 3), mayDeclare: mayDeclare,
                longestValue: longestValue, delta: delta)
        }
        stop = run.index
        let byte = self[run.index]
        let isEmpty = byte == 0x2F
        guard byte == 0x3E || (isEmpty && self[run.index &+ 1] == 0x3E), !run.mayHaveDuplicates else { return nil }
        unsafe tape.advance(to: run.cursor)
        return PlainTag(
            end: run.index &+ (isEmpty ? 2 : 1), isEmpty: isEmpty, head: head, nameLength: length, nameID: id,
            attributes: run.count, declared: run.declared)
    }
}
