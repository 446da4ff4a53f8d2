extension XMLWriter {
    /// Writes an element with its own bytes, if they mean the same in this stream.
    ///
    /// They do if the element is a whole first-level one without prefixes from outside, and its namespace can be
    /// declared on its start tag. That tag is put together anew from its own parts; all behind it is copied.
    ///
    /// - Returns: Whether it was written.
    mutating func appendVerbatim(_ element: Element) -> Bool {
        let node = element.node
        guard element.storage.counts.isSelfContained, element.isWhole, !node.has(.prefixed) else { return false }
        return withExtendedLifetime(element.storage) {
            appendVerbatim(element.storage.view, at: element.index, overlay: element.overlay)
        }
    }

    private mutating func appendVerbatim(_ view: NodeView, at index: Int, overlay: AttributeOverlay?) -> Bool {
        let node = view[index]
        let namespace = mapped(node)
        let declares = !isSame(namespace, context.defaultReference, view)
        // A root's prefix would be shorter than a declaration, but the children need the declaration.
        if declares, rootPrefix(for: namespace, view) != nil { return false }
        output.append(0x3C)
        let name = view.name(at: index)
        output.append(name)
        if declares { appendDeclaration(of: namespace, view, at: index) }
        // Offset of the first byte behind the last part of the tag.
        var behind = node.offset &+ Int32(truncatingIfNeeded: name.count)
        var position = index &+ 1
        scan: while position < index &+ Int(node.second) {
            let node = view[position]
            switch node.kind {
            case .attribute, .declaration:
                behind = Int32(bitPattern: node.first) &+ Int32(truncatingIfNeeded: node.second) &+ 1
                if node.kind == .declaration, node.shortNameLength == 0 { break }
                if node.kind == .attribute, let overlay, overlay.hides(view, attributeAt: position) { break }
                // The prefix of the name, which the node does not cover: `xml:` or `xmlns:`.
                output.append(node.kind == .declaration ? " xmlns:" : node.has(.xmlNamespace) ? " xml:" : " ")
                output.append(view.bytes(at: node.offset, length: Int(behind &- node.offset)))
            case .annotation: break
            case .start, .text, .character, .end: break scan
            }
            position &+= 1
        }
        if let overlay { append(overlay) }
        // White space may stand before the end of the tag.
        var rest = Int(behind &+ view.bias)
        while ByteClass.isSpace(view.raw[rest]) { rest &+= 1 }
        output.append(view.raw.slice(from: rest, length: view.raw.count &- rest))
        return true
    }
}

extension Element {
    /// Whether this is the first-level element itself and not a part of it.
    var isWhole: Bool {
        index == storage.counts.root
    }
}
