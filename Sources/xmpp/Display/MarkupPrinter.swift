/// Writes an element over several lines: what stands in it as it came, the space between its tags for reading.
struct MarkupPrinter {
    /// What is not to be shown.
    var secrets = Secrets()

    /// Writes `markup`, each line of it behind `margin` spaces.
    ///
    /// - Complexity: O(*n*) in the bytes; the indentation of deep elements stops growing.
    func write(_ markup: Markup, margin: Int, to page: inout Page) {
        var depth = 0
        /// The depth of the outermost open element that is written on one line.
        var inline: Int?
        for piece in markup.pieces {
            let column = margin + 2 * min(depth, MarkupPrinter.deepest)
            let lineEnd = [0x0A] + [UInt8](repeating: 0x20, count: column)
            switch piece.kind {
            case .declaration:
                indent(margin, &page)
                page.write(markup.bytes[piece.range], .dim, lineEnd: [0x20])
                page.endLine()
            case .start, .emptyElement:
                if inline == nil { indent(column, &page) }
                writeTag(
                    markup.bytes[piece.range], column: column, hidden: secrets.attributes[piece.element] ?? [], &page)
                if piece.kind == .start {
                    let content = markup.contents[piece.element]
                    if inline == nil, content.hasText || !content.hasElements { inline = depth }
                    depth += 1
                }
                if inline == nil { page.endLine() }
            case .end:
                depth = max(0, depth - 1)
                if inline == nil { indent(margin + 2 * min(depth, MarkupPrinter.deepest), &page) }
                page.write(markup.bytes[piece.range], .tag, lineEnd: [0x20])
                if let outermost = inline, outermost >= depth { inline = nil }
                if inline == nil { page.endLine() }
            case .text:
                if inline == nil { continue }
                if secrets.texts.contains(piece.element) {
                    page.write(MarkupPrinter.mask(piece.range.count), .secret)
                } else {
                    page.write(markup.bytes[piece.range], lineEnd: lineEnd)
                }
            }
        }
        // A stream header has no end tag.
        if inline != nil { page.endLine() }
    }

    private func indent(_ column: Int, _ page: inout Page) { page.write(String(repeating: " ", count: column)) }

    /// Writes a start tag; what goes beyond the width of a page goes on in the next line.
    private func writeTag(_ tag: ArraySlice<UInt8>, column: Int, hidden: Set<String>, _ page: inout Page) {
        var rest = tag
        func isInName(_ byte: UInt8) -> Bool {
            !StreamStart.isSpace(byte) && byte != UInt8(ascii: "=") && byte != UInt8(ascii: ">")
                && byte != UInt8(ascii: "/")
        }
        func take(while matches: (UInt8) -> Bool) -> ArraySlice<UInt8> {
            let taken = rest.prefix(while: matches)
            rest = rest.dropFirst(taken.count)
            return taken
        }
        let start = take { isInName($0) || $0 == UInt8(ascii: "<") }
        page.write(start, .tag, lineEnd: [0x20])
        var width = column + start.count
        while let byte = rest.first {
            if StreamStart.isSpace(byte) {
                _ = take(while: StreamStart.isSpace)
            } else if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") {
                page.write(rest, .tag, lineEnd: [0x20])
                return
            } else {
                let name = take(while: isInName)
                let length = name.count + 3 + valueLength(rest)
                if width + length > MarkupPrinter.width, width > column + start.count {
                    page.endLine()
                    indent(column + 4, &page)
                    width = column + 4 + length
                } else {
                    page.write(" ")
                    width += 1 + length
                }
                page.write(name, .attribute, lineEnd: [0x20])
                _ = take { $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: "\"") }
                guard let quote = rest.first else { return }
                let value = rest.dropFirst().prefix { $0 != quote }
                rest = rest.dropFirst(value.count + 2)
                page.write("=", .dim)
                let mark = quote == UInt8(ascii: "'") ? "'" : "\""
                page.write(mark, .value)
                if hidden.contains(String(decoding: name, as: UTF8.self)) {
                    page.write(MarkupPrinter.mask(value.count), .secret)
                } else {
                    page.write(value, .value, lineEnd: [0x20])
                }
                page.write(mark, .value)
            }
        }
    }

    /// Bytes between the quotes that come next.
    private func valueLength(_ rest: ArraySlice<UInt8>) -> Int {
        guard let open = rest.firstIndex(where: { $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"") }) else {
            return 0
        }
        return rest[(open + 1)...].prefix { $0 != rest[open] }.count
    }

    private static func mask(_ byteCount: Int) -> String { "[\(byteCount) bytes masked]" }

    /// Columns of a page.
    private static let width = 120
    /// Levels that are indented.
    private static let deepest = 40
}
