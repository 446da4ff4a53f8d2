/// Well-formed XML cut into its tags and texts, without changing a byte of it.
struct Markup {
    enum Kind: Equatable { case start, emptyElement, end, text, declaration }

    struct Piece {
        let kind: Kind
        let range: Range<Int>
        /// Which element of the whole this tag or text belongs to: the start tags counted from zero.
        let element: Int
    }

    /// What stands directly in an element.
    struct Content {
        var hasText = false
        var hasElements = false
    }

    let bytes: [UInt8]
    private(set) var pieces: [Piece] = []
    /// By number of the element.
    private(set) var contents: [Content] = []

    /// - Parameter bytes: One element that a parser has accepted, or a stream header.
    /// - Complexity: O(*n*).
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var open: [Int] = []
        var index = 0
        while index < bytes.count {
            let kind = kind(at: index)
            let end = end(of: kind, from: index)
            let range = index..<end
            index = end
            switch kind {
            case .start:
                if let parent = open.last { contents[parent].hasElements = true }
                let isEmpty = end - range.lowerBound > 2 && bytes[end - 2] == UInt8(ascii: "/")
                pieces.append(Piece(kind: isEmpty ? .emptyElement : .start, range: range, element: contents.count))
                if !isEmpty { open.append(contents.count) }
                contents.append(Content())
            case .end: pieces.append(Piece(kind: .end, range: range, element: open.popLast() ?? 0))
            case .text:
                if let parent = open.last, bytes[range].contains(where: { !StreamStart.isSpace($0) }) {
                    contents[parent].hasText = true
                }
                pieces.append(Piece(kind: .text, range: range, element: open.last ?? 0))
            case .declaration, .emptyElement:
                pieces.append(Piece(kind: .declaration, range: range, element: 0))
            }
        }
    }

    private func kind(at index: Int) -> Kind {
        guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count else { return .text }
        switch bytes[index + 1] {
        case UInt8(ascii: "/"): return .end
        case UInt8(ascii: "?"): return .declaration
        case UInt8(ascii: "!"): return .text
        default: return .start
        }
    }

    private func end(of kind: Kind, from index: Int) -> Int {
        if kind == .text {
            if bytes[index] == UInt8(ascii: "<") {
                return bytes[index...].firstRange(of: Array("]]>".utf8))?.upperBound ?? bytes.count
            }
            return bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        }
        var quote: UInt8 = 0
        for place in index..<bytes.count {
            let byte = bytes[place]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return place + 1
            }
        }
        return bytes.count
    }
}
