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
        var behind = Int(node.offset) &+ name.count
        var position = index &+ 1
        scan: while position < Int(node.second) {
            let node = view[position]
            switch node.kind {
            case .attribute, .declaration:
                let valueAt = Int(Int32(bitPattern: node.first))
                behind = valueAt &+ Int(node.second) &+ 1
                if node.kind == .declaration, node.shortNameLength == 0 { break }
                if node.kind == .attribute, let overlay, overlay.hides(view, attributeAt: position) { break }
                // The prefix of the name, which the node does not cover: `xml:` or `xmlns:`.
                output.append(node.kind == .declaration ? " xmlns:" : node.has(.xmlNamespace) ? " xml:" : " ")
                output.append(view.raw.slice(from: Int(node.offset), length: behind &- Int(node.offset)))
            case .annotation: break
            case .start, .text, .character, .end: break scan
            }
            position &+= 1
        }
        if let overlay { append(overlay) }
        // White space may stand before the end of the tag.
        while ByteClass.isSpace(view.raw[behind]) { behind &+= 1 }
        output.append(view.raw.slice(from: behind, length: view.raw.count &- behind))
        return true
    }
}

extension Element {
    /// Whether this is the first-level element itself and not a part of it.
    var isWhole: Bool {
        index == 0 || (index == 1 && storage.node(0).kind == .annotation)
    }
}
