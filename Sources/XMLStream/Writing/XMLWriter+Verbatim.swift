extension XMLWriter {
    /// Writes an element with its own bytes, if they mean the same in this stream.
    ///
    /// They do if the element is a whole first-level one without prefixes from outside, and its namespace can be
    /// declared on its start tag. That tag is put together anew from its own parts; all behind it is copied.
    ///
    /// - Returns: Whether it was written.
    mutating func appendVerbatim(_ element: Element) -> Bool {
        let storage = element.storage
        let node = element.node
        guard storage.header.isSelfContained, element.isWhole, !node.has(.prefixed) else { return false }
        let namespace = mapped(node)
        let inherited = context.defaultReference
        let declares = !isSame(namespace, inherited, element)
        // A root's prefix would be shorter than a declaration, but the children need the declaration.
        if declares, rootPrefix(for: namespace, element) != nil { return false }
        output.append(0x3C)
        output.append(element.nameBytes)
        if declares { appendDeclaration(of: namespace, element) }
        var behind = Int(node.offset) &+ element.nameBytes.count
        var position = element.index &+ 1
        scan: while position < element.end {
            let node = storage.node(position)
            switch node.kind {
            case .attribute, .declaration:
                let valueAt = Int(Int32(bitPattern: node.first))
                behind = valueAt &+ Int(node.second) &+ 1
                if node.kind == .declaration, node.shortNameLength == 0 { break }
                if node.kind == .attribute, let overlay = element.overlay,
                    overlay.hides(element, attributeAt: position)
                {
                    break
                }
                // The prefix of the name, which the node does not cover: `xml:` or `xmlns:`.
                output.append(node.kind == .declaration ? " xmlns:" : node.has(.xmlNamespace) ? " xml:" : " ")
                output.append(storage.bytes(at: Int(node.offset), length: behind &- Int(node.offset)))
            case .annotation: break
            case .start, .text, .character, .end: break scan
            }
            position &+= 1
        }
        if let overlay = element.overlay { append(overlay) }
        // White space may stand before the end of the tag.
        while ByteClass.isSpace(storage.bytes(at: behind, length: 1)[0]) { behind &+= 1 }
        output.append(storage.bytes(at: behind, length: storage.header.rawCount &- behind))
        return true
    }
}

extension Element {
    /// Whether this is the first-level element itself and not a part of it.
    var isWhole: Bool {
        index == 0 || (index == 1 && storage.node(0).kind == .annotation)
    }
}
