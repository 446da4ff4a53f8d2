import XMLStream

/// Which elements of a stanza change their content namespace on the way into another stream, worked out from the bytes
/// alone: those whose namespace is declared outside the stanza, or on its own tag.
enum ContentMapping {
    /// The event lines of `element` once it has become part of a stream of the content namespace `target`.
    ///
    /// - Returns: Nil where the element cannot be read.
    static func eventLines(of element: Element, in target: String) -> [UInt8]? {
        guard let lines = element.eventLines else { return nil }
        guard NamespaceName(target)?.isContent == true else { return lines }
        var isOuter = outerness(of: element.storedBytes)[...]
        var open: [Bool] = []
        var result: [UInt8] = []
        for line in lines.split(separator: 0x0A) {
            var mapsLine = false
            if line.starts(with: "START".utf8) {
                mapsLine = isOuter.popFirst() ?? false
                open.append(mapsLine)
            } else if line.starts(with: "END".utf8) {
                mapsLine = open.popLast() ?? false
            }
            result += mapsLine ? mapped(line, to: target) : Array(line)
            result.append(0x0A)
        }
        return result
    }

    /// One line with its own namespace replaced, if that is a content namespace.
    private static func mapped(_ line: ArraySlice<UInt8>, to target: String) -> [UInt8] {
        for namespace in [NamespaceName.jabberClient, .jabberServer, .jabberComponentAccept] {
            for kind in ["START\t", "END\t"] {
                let beginning = Array("\(kind){\(namespace.text)}".utf8)
                if line.starts(with: beginning) {
                    return Array("\(kind){\(target)}".utf8) + line.dropFirst(beginning.count)
                }
            }
        }
        return Array(line)
    }

    /// For each element in document order, whether its prefix, or the default where it has none, is declared outside
    /// or on the first of them. The bytes are known to be well-formed.
    private static func outerness(of bytes: [UInt8]) -> [Bool] {
        var result: [Bool] = []
        /// The prefixes declared by each open element.
        var open: [Set<[UInt8]>] = []
        var index = 0
        while index < bytes.count {
            guard bytes[index] == 0x3C else {
                index += 1
                continue
            }
            if bytes[index...].starts(with: "<![CDATA[".utf8) {
                while !bytes[index...].starts(with: "]]>".utf8) { index += 1 }
                continue
            }
            var end = index
            var quote: UInt8?
            while bytes[end] != 0x3E || quote != nil {
                if let inside = quote {
                    if bytes[end] == inside { quote = nil }
                } else if [0x22, 0x27].contains(bytes[end]) {
                    quote = bytes[end]
                }
                end += 1
            }
            if bytes[index + 1] == 0x2F {
                open.removeLast()
            } else {
                let tag = StartTagText(bytes[(index + 1)..<end])
                open.append(tag.declared)
                let declaredAt = open.lastIndex { $0.contains(tag.prefix) } ?? 0
                result.append(declaredAt == 0)
                if bytes[end - 1] == 0x2F { open.removeLast() }
            }
            index = end + 1
        }
        return result
    }
}

/// What stands between `<` and `>` of a start tag, taken apart just as far as declarations go.
private struct StartTagText {
    let prefix: [UInt8]
    /// The prefixes that it declares; the empty one is the default.
    let declared: Set<[UInt8]>

    init(_ text: ArraySlice<UInt8>) {
        let isSpace: (UInt8) -> Bool = { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
        let name = text.prefix { !isSpace($0) && $0 != 0x2F }
        prefix = name.firstIndex(of: 0x3A).map { Array(name[..<$0]) } ?? []
        var declared: Set<[UInt8]> = []
        var rest = text.dropFirst(name.count)
        while let equals = rest.firstIndex(of: 0x3D) {
            let name = rest[..<equals].filter { !isSpace($0) }
            if name == Array("xmlns".utf8) { declared.insert([]) }
            if name.starts(with: "xmlns:".utf8) { declared.insert(Array(name.dropFirst(6))) }
            guard let opening = rest[equals...].firstIndex(where: { $0 == 0x22 || $0 == 0x27 }),
                let closing = rest[(opening + 1)...].firstIndex(of: rest[opening])
            else { break }
            rest = rest[(closing + 1)...]
        }
        self.declared = declared
    }
}
