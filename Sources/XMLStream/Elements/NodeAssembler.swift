/// Turns the tokens of the header, or of one first-level element, into the nodes of an `Element`.
///
/// Nodes are tokens, and an element whose names are in the table and have no prefix takes them as they are. This is the
/// way for all others: it gives their nodes offsets that count from the element's first byte, and copies namespaces
/// outside the table into nodes of their own.
struct NodeAssembler: Sendable {
    private(set) var nodes = Stack<Token>()
    /// Bytes of namespaces declared outside the element that are not in the table.
    private var extra = ByteStore()
    /// The node that holds the namespace with a serial number.
    private var entries: [UInt32: UInt32] = [:]
    private var lastSerial: UInt32 = 0
    private var lastEntry: UInt32 = 0

    /// Offset in the stream of the element's first byte.
    private(set) var start: Int64 = 0
    /// The innermost open start node; its `second` holds the one around it.
    private var innermost: UInt32 = NodeAssembler.none
    private var usesOuterPrefix = false

    private static let none = UInt32.max
    private static let keptBytes = 64 << 10
    private static let keptNodes = 4096
    /// A piece of text of so many bytes takes less memory as a part of the one before than as a node of its own.
    private static let mostKept: UInt32 = 64

    /// Whether an element has begun and not ended.
    @inline(__always)
    var isInProgress: Bool { innermost != NodeAssembler.none }

    init() {}

    /// Makes changes show in this value only; to be called before a run of changes.
    mutating func makeUnique() { nodes.makeUnique() }

    // MARK: Tokens

    /// Takes in the tokens from `index` on, up to the end of the element.
    ///
    /// - Returns: The index behind the last token taken.
    @inline(__always)
    mutating func append(_ batch: borrowing TokenBatch, from index: Int) -> Int {
        var index = index
        let count = batch.count
        if !isInProgress, index < count { begin(batch, at: index) }
        let shift = Int32(truncatingIfNeeded: batch.chunkOffset &- start)
        while index < count {
            let token = batch[index]
            index &+= 1
            take(token, shift: shift, batch)
            if token.kind == .end, !isInProgress { return index }
        }
        return index
    }

    @inline(__always)
    private mutating func take(_ token: Token, shift: Int32, _ batch: borrowing TokenBatch) {
        var token = token
        switch token.kind {
        case .attribute, .declaration:
            token.offset &+= shift
            token.first = UInt32(bitPattern: Int32(bitPattern: token.first) &+ shift)
            nodes.push(token)
        case .text:
            appendText(token, shift: shift, batch)
        case .start:
            if token.first >= 0x8000_0000 { token.first = outerEntry(token, batch) }
            if token.has(.prefixed), token.has(.outerNamespace) { usesOuterPrefix = true }
            token.offset &+= shift
            token.second = innermost
            innermost = UInt32(truncatingIfNeeded: nodes.count)
            nodes.push(token)
        case .end:
            close()
            token.offset &+= shift
            if token.first >= 0x8000_0000 { token.first = 0 }
            nodes.push(token)
        case .character:
            appendCharacter(token)
        case .annotation:
            appendAnnotation(token, shift: shift, batch)
        }
    }

    /// Takes in the root's start tag alone, as if it were empty.
    ///
    /// - Returns: The index behind its last token.
    mutating func appendHeader(_ batch: borrowing TokenBatch, from index: Int) -> Int {
        begin(batch, at: index)
        var index = index
        while batch[index].kind == .annotation, index < batch.count {
            appendAnnotation(batch[index], shift: Int32(truncatingIfNeeded: batch.chunkOffset &- start), batch)
            index &+= 1
        }
        let shift = Int32(truncatingIfNeeded: batch.chunkOffset &- start)
        take(batch[index], shift: shift, batch)
        index &+= 1
        scan: while index < batch.count {
            switch batch[index].kind {
            case .annotation where batch[index &+ 1].kind != .attribute: break scan
            case .attribute, .declaration, .annotation: take(batch[index], shift: shift, batch)
            case .start, .text, .character, .end: break scan
            }
            index &+= 1
        }
        take(Token(.end, offset: 0, first: 0, second: 0), shift: 0, batch)
        // The bytes are those of an open tag, which cannot be written where a whole element should stand.
        usesOuterPrefix = true
        return index
    }

    /// Offset in the stream behind the header's start tag.
    func headerEnd(_ batch: borrowing TokenBatch) -> Int64 {
        var end = 0
        for index in 0..<nodes.count {
            let node = nodes[index]
            switch node.kind {
            case .attribute, .declaration: end = max(end, Int(node.first) &+ Int(node.second) &+ 1)
            case .start: end = max(end, Int(node.offset) &+ nameLength(at: index))
            case .text, .character, .end, .annotation: break
            }
        }
        // White space may follow, and a slash, but nothing else, before the tag ends: that has been checked.
        var offset = Int(truncatingIfNeeded: start &+ Int64(end) &- batch.chunkOffset)
        while offset < batch.chunk.count, batch.bytes(at: Int32(truncatingIfNeeded: offset), length: 1)[0] != 0x3E {
            offset &+= 1
        }
        return batch.chunkOffset &+ Int64(offset &+ 1)
    }

    private func nameLength(at index: Int) -> Int {
        let node = nodes[index]
        return node.shortNameLength == 255 && node.has(.annotated) && index > 0
            ? Int(nodes[index &- 1].second) : node.shortNameLength
    }

    // MARK: The element

    /// Hands over the element, whose last byte comes before `end` of the stream.
    @inline(__always)
    mutating func finish(_ batch: borrowing TokenBatch, end: Int64, pool: inout ElementPool) -> Element {
        let from = Int(truncatingIfNeeded: max(0, start &- batch.chunkOffset))
        let to = Int(truncatingIfNeeded: max(0, end &- batch.chunkOffset))
        let raw = batch.chunk.slice(from: from, length: to &- from)
        let storage = pool.storage(nodes: nodes.count, bytes: raw.count &+ extra.count)
        // A namespace or an annotation may stand before the element's own node.
        var root = 0
        while root < nodes.count, nodes[root].kind != .start { root &+= 1 }
        nodes.withRun { run in
            storage.fill(
                nodes: run, root: root, bias: 0, raw: raw, extra: extra.window,
                isSelfContained: !usesOuterPrefix, streamOffset: end)
        }
        clear()
        return Element(storage: storage, index: root)
    }

    /// Forgets everything, and memory beyond what an idle stream may keep.
    @inline(__always)
    mutating func clear() {
        nodes.clear(keeping: NodeAssembler.keptNodes)
        innermost = NodeAssembler.none
        if extra.count != 0 || usesOuterPrefix || lastSerial != 0 { clearRest() }
    }

    @inline(never)
    private mutating func clearRest() {
        extra.clear(keeping: NodeAssembler.keptBytes)
        if !entries.isEmpty { entries = [:] }
        lastSerial = 0
        usesOuterPrefix = false
    }

    // MARK: Pieces

    /// Notes where the element whose start token is at `index`, annotations aside, begins.
    @inline(__always)
    private mutating func begin(_ batch: borrowing TokenBatch, at index: Int) {
        var index = index
        while batch[index].kind == .annotation, index < batch.count { index &+= 1 }
        let token = batch[index]
        var offset = Int(token.offset) &- 1
        if token.has(.prefixed) {
            while offset > 0, batch.bytes(at: Int32(offset), length: 1)[0] != 0x3C { offset &-= 1 }
        }
        start = batch.chunkOffset &+ Int64(offset)
    }

    @inline(__always)
    private mutating func close() {
        guard innermost != NodeAssembler.none else { return }
        let index = Int(innermost)
        innermost = nodes[index].second
        nodes[index].second = UInt32(truncatingIfNeeded: nodes.count &- index)
    }

    @inline(never)
    private mutating func appendAnnotation(_ token: Token, shift: Int32, _ batch: borrowing TokenBatch) {
        var token = token
        // An attribute's prefix may be declared anywhere, so bytes that have one are not copied to another stream.
        if token.nameID == 1 { usesOuterPrefix = true }
        if token.first >= 0x8000_0000 { token.first = entry(token.first, batch) }
        token.offset &+= shift
        nodes.push(token)
    }

    /// `entry` for a start token, whose annotation must stay right before it.
    private mutating func outerEntry(_ token: Token, _ batch: borrowing TokenBatch) -> UInt32 {
        guard token.has(.annotated), let annotation = nodes.last else { return entry(token.first, batch) }
        nodes.pop()
        let reference = entry(token.first, batch)
        nodes.push(annotation)
        return reference
    }

    /// Adds a piece of text, to the one before it where that is possible: a peer decides how small pieces are.
    @inline(__always)
    private mutating func appendText(_ token: Token, shift: Int32, _ batch: borrowing TokenBatch) {
        var node = token
        node.offset &+= shift
        guard let last = nodes.last, last.kind == .text else { return nodes.push(node) }
        let isNext = !last.has(.kept) && last.offset &+ Int32(truncatingIfNeeded: last.first) == node.offset
        if isNext {
            nodes[nodes.count &- 1].first = last.first &+ token.first
        } else if token.first <= NodeAssembler.mostKept, last.has(.kept) || last.first <= NodeAssembler.mostKept {
            keepLast(shift: shift, batch)
            extra.append(batch.bytes(at: token.offset, length: Int(token.first)))
            nodes[nodes.count &- 1].first = last.first &+ token.first
        } else {
            nodes.push(node)
        }
    }

    /// Makes the last node, a short piece of text, one whose bytes are kept beside those of the element.
    private mutating func keepLast(shift: Int32, _ batch: borrowing TokenBatch) {
        guard let last = nodes.last, !last.has(.kept) else { return }
        let start = extra.count
        extra.append(batch.bytes(at: last.offset &- shift, length: Int(last.first)))
        nodes[nodes.count &- 1] = Token(
            .text, flags: Token.Flags.kept.bits, offset: start, first: last.first, second: 0)
    }

    /// Adds a character that was not written as itself; its bytes are kept beside those of the element.
    private mutating func appendCharacter(_ token: Token) {
        guard let scalar = token.scalar, let bytes = Unicode.UTF8.encode(scalar) else { return }
        let start = extra.count
        for byte in bytes { extra.append(byte) }
        let added = UInt32(truncatingIfNeeded: extra.count &- start)
        if let last = nodes.last, last.kind == .text, last.has(.kept) {
            nodes[nodes.count &- 1].first = last.first &+ added
        } else {
            nodes.push(Token(.text, flags: Token.Flags.kept.bits, offset: start, first: added, second: 0))
        }
    }

    /// The reference, within this element, of a local namespace of the batch.
    @inline(never)
    private mutating func entry(_ reference: UInt32, _ batch: borrowing TokenBatch) -> UInt32 {
        let index = NamespaceReference(rawValue: reference).localIndex
        let serial = batch.locals.serial(of: index)
        if serial == lastSerial { return lastEntry }
        lastSerial = serial
        if let known = entries[serial] {
            lastEntry = known
            return known
        }
        let name = batch.locals[index]
        lastEntry = NamespaceReference(local: nodes.count).rawValue
        entries[serial] = lastEntry
        nodes.push(
            Token(
                .annotation, name: Token.namespaceEntry, offset: extra.count, first: 0,
                second: UInt32(truncatingIfNeeded: name.count)))
        extra.append(name)
        return lastEntry
    }
}

extension Token {
    /// The id of an annotation that holds a namespace, for nodes.
    static let namespaceEntry: UInt16 = 2
}
