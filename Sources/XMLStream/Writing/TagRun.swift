/// Bytes of an element as it came, by their indices.
struct TagRun {
    var start: Int
    var end: Int
}

extension OutputBuffer {
    @inline(__always)
    mutating func append(_ bytes: ByteWindow, _ run: TagRun) {
        if run.end > run.start { append(bytes.slice(from: run.start, length: run.end &- run.start)) }
    }
}

extension NodeView {
    /// The length of the name of the start node at `index`.
    @inline(__always)
    func nameLength(at index: Int) -> Int {
        let length = self[index].shortNameLength
        return length == 255 ? name(at: index).count : length
    }

    /// The index behind the closing quote of an attribute or declaration.
    @inline(__always)
    func end(of node: Token) -> Int {
        Int(Int32(bitPattern: node.first) &+ bias) &+ Int(node.second) &+ 1
    }

    /// Whether an attribute stands behind `index` in the very form in which it is written: a space, a name without a
    /// prefix to be declared, `=` and a value in quotes, and nothing between them.
    @inline(__always)
    func isFit(attribute node: Token, behind index: Int) -> Bool {
        let prefix = node.has(.xmlNamespace) ? 4 : 0
        let value = index &+ prefix &+ node.shortNameLength &+ 3
        return Int(Int32(bitPattern: node.first) &+ bias) == value && raw[index] == 0x20 && !node.has(.annotated)
    }

    /// The index behind the declaration of a default namespace, if that is the node at `position` and stands behind
    /// `index` in the very form in which it is written; else nil.
    @inline(__always)
    func endOfDefault(at position: Int, behind index: Int) -> Int? {
        let node = self[position]
        guard node.kind == .declaration, node.shortNameLength == 0 else { return nil }
        // Eight bytes before the value: ` xmlns='`.
        return Int(Int32(bitPattern: node.first) &+ bias) == index &+ 8 && raw[index] == 0x20 ? end(of: node) : nil
    }
}
