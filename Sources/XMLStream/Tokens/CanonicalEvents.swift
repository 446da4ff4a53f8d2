/// What the tokens of a stream mean, one event a line: what two parsers must agree on, however their input was cut.
///
///     START<TAB>{namespace}local[<TAB>{namespace}local=value]...
///     TEXT<TAB>characters
///     END<TAB>{namespace}local
///
/// Lines end with LF, are UTF-8, and have `\\`, `\n`, `\r` and `\t` for those four characters. Attributes are sorted by
/// namespace, then local name, by code point; declarations are none. Neighbouring character data is one line.
package struct CanonicalEvents: Sendable {
    /// The lines of all events so far. The last one is open, without its LF, while it is text that may go on.
    package private(set) var lines: [UInt8] = []

    private var isInText = false
    /// Namespaces of the table as bytes, for those seen so far.
    private var wellKnown: [UInt16: [UInt8]] = [:]
    /// Scratch: the attributes of one tag, to be sorted.
    private var order: [Int] = []

    package init() {}

    /// Adds the events of the next tokens.
    ///
    /// - Complexity: O(*n*) in the bytes, O(*k* log *k*) in the attributes of a tag.
    package mutating func append(_ batch: borrowing TokenBatch) {
        var index = 0
        while index < batch.count {
            let token = batch[index]
            switch token.kind {
            case .start:
                endText()
                appendStart(batch, at: index)
            case .end:
                endText()
                lines.append(contentsOf: CanonicalEvents.end)
                appendName(batch, at: index)
                lines.append(0x0A)
            case .text:
                beginText()
                appendEscaped(batch.bytes(at: token.offset, length: token.textByteCount))
            case .character:
                beginText()
                if let scalar = token.scalar, let bytes = Unicode.UTF8.encode(scalar) {
                    for byte in bytes { appendEscaped(byte) }
                }
            case .attribute, .declaration, .annotation:
                break
            }
            index &+= 1
        }
    }

    /// Ends the last line. Nothing may be appended after it.
    package mutating func finish() { endText() }

    /// Hands over the lines that are complete, and forgets them.
    package mutating func takeLines() -> [UInt8] {
        let end = (lines.lastIndex(of: 0x0A) ?? -1) &+ 1
        let complete = Array(lines[..<end])
        lines.removeFirst(end)
        return complete
    }
}

extension CanonicalEvents {
    private mutating func beginText() {
        if isInText { return }
        isInText = true
        lines.append(contentsOf: CanonicalEvents.text)
    }

    private mutating func endText() {
        if isInText { lines.append(0x0A) }
        isInText = false
    }

    private mutating func appendStart(_ batch: borrowing TokenBatch, at start: Int) {
        lines.append(contentsOf: CanonicalEvents.start)
        appendName(batch, at: start)
        order.removeAll(keepingCapacity: true)
        var index = start &+ 1
        scan: while index < batch.count {
            switch batch[index].kind {
            case .attribute: order.append(index)
            case .declaration, .annotation: break
            case .start, .text, .character, .end: break scan
            }
            index &+= 1
        }
        if order.count > 1 {
            var sorted = order
            sorted.sort { precedes($0, $1, batch) }
            order = sorted
        }
        for index in order {
            lines.append(0x09)
            appendName(batch, at: index)
            lines.append(0x3D)
            let raw = batch.rawValue(at: index)
            if batch[index].has(.escaped) {
                for byte in ValueDecoding.bytes(of: raw) { appendEscaped(byte) }
            } else {
                appendEscaped(raw)
            }
        }
        lines.append(0x0A)
    }

    /// Orders two attributes by namespace, then local name; by bytes, which for UTF-8 is by code point.
    private func precedes(_ left: Int, _ right: Int, _ batch: borrowing TokenBatch) -> Bool {
        let leftSpace = namespaceBytes(batch.namespace(at: left), batch)
        let rightSpace = namespaceBytes(batch.namespace(at: right), batch)
        if leftSpace != rightSpace { return leftSpace.lexicographicallyPrecedes(rightSpace) }
        return batch.name(at: left).array.lexicographicallyPrecedes(batch.name(at: right).array)
    }

    private func namespaceBytes(_ namespace: NamespaceReference, _ batch: borrowing TokenBatch) -> [UInt8] {
        if namespace.isLocal { return batch.locals[namespace.localIndex].array }
        return namespace.wellKnown?.bytes ?? []
    }

    private mutating func appendName(_ batch: borrowing TokenBatch, at index: Int) {
        lines.append(0x7B)
        let namespace = batch.namespace(at: index)
        if namespace.isLocal {
            appendEscaped(batch.locals[namespace.localIndex])
        } else if let known = namespace.wellKnown {
            // Names of the table have nothing to escape.
            let bytes = wellKnown[known.id] ?? known.bytes
            wellKnown[known.id] = bytes
            lines.append(contentsOf: bytes)
        }
        lines.append(0x7D)
        lines.append(contentsOf: batch.name(at: index).array)
    }

    private mutating func appendEscaped(_ window: ByteWindow) {
        var index = 0
        while index < window.count {
            let end = VectorScan.first(of: (0x5C, 0x0A, 0x0D, 0x09), in: window, from: index)
            lines.append(contentsOf: window.slice(from: index, length: end &- index).array)
            if end < window.count { appendEscaped(window[end]) }
            index = end &+ 1
        }
    }

    private mutating func appendEscaped(_ byte: UInt8) {
        switch byte {
        case 0x09: lines.append(contentsOf: [0x5C, 0x74])
        case 0x0A: lines.append(contentsOf: [0x5C, 0x6E])
        case 0x0D: lines.append(contentsOf: [0x5C, 0x72])
        case 0x5C: lines.append(contentsOf: [0x5C, 0x5C])
        default: lines.append(byte)
        }
    }

    private static let start: [UInt8] = [0x53, 0x54, 0x41, 0x52, 0x54, 0x09]
    private static let text: [UInt8] = [0x54, 0x45, 0x58, 0x54, 0x09]
    private static let end: [UInt8] = [0x45, 0x4E, 0x44, 0x09]
}
