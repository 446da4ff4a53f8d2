extension XMLWriter {
    /// Writes an element from its nodes, declaring namespaces where they change.
    ///
    /// What comes out has one form: a space before each attribute, none elsewhere in a tag, no CDATA section. Tags of
    /// peers mostly have that form already, so that a tag is mostly one copy.
    mutating func append(_ element: Element) {
        let view = element.storage.view
        let end = view.end(of: element.index)
        openTags.truncate(to: 0)
        // As if the element stood among its like: it decides which content namespace is the stream's.
        let outside = TagScope(
            defaultReference: context.defaultReference, content: content(of: view[element.index]))
        var inherited = outside
        var position = startTag(view, at: element.index, inherited: &inherited, overlay: element.overlay)
        while position < end {
            let node = view[position]
            switch node.kind {
            case .start:
                position = startTag(view, at: position, inherited: &inherited, overlay: nil)
                continue
            case .text: output.appendText(view.text(node))
            case .character: if let scalar = node.scalar { output.appendText(scalar) }
            case .end:
                endTag(view, node)
                inherited = openTags.last?.scope ?? outside
            case .attribute, .declaration, .annotation: break
            }
            position &+= 1
        }
    }

    /// Writes one start tag, or an empty-element tag where nothing is in the element.
    ///
    /// - Parameter inherited: What is in force where the tag stands; in return, what is behind it.
    /// - Returns: The index of the first node behind the tag's own.
    private mutating func startTag(
        _ view: NodeView, at index: Int, inherited: inout TagScope, overlay: AttributeOverlay?
    ) -> Int {
        let node = view[index]
        var tag = OpenTag(index: index, scope: inherited, prefix: 0)
        let namespace = mapped(node, in: inherited)
        if node.first != inherited.content { tag.scope.content = TagScope.noContent }
        let declares = namespace != inherited.defaultReference && needsDeclaration(of: namespace, view, &tag)
        let nameStart = Int(node.offset &+ view.bias)
        // The bytes of the input that have been found fit and are yet to be copied, from the `<` on if that is possible.
        var run = TagRun(start: nameStart &- 1, end: nameStart &+ view.nameLength(at: index))
        if tag.prefix != 0 || node.has(.prefixed) {
            output.append(0x3C)
            if tag.prefix != 0 { appendPrefix(tag.prefix) }
            run.start = nameStart
        }
        var position = index &+ 1
        if declares {
            tag.scope.defaultReference = namespace
            if !node.has(.prefixed), namespace == node.first,
                let end = view.endOfDefault(at: position, behind: run.end)
            {
                run.end = end
                position &+= 1
            } else {
                output.append(view.raw, run)
                appendDeclaration(of: namespace, view, at: index)
                run.start = run.end
            }
        }
        var prefixed = 0
        let last = index &+ Int(node.second)
        scan: while position < last {
            let node = view[position]
            switch node.kind {
            case .attribute:
                let end = view.end(of: node)
                let isHidden = overlay?.hides(view, attributeAt: position) == true
                if !isHidden, view.isFit(attribute: node, behind: run.end) {
                    run.end = end
                } else {
                    output.append(view.raw, run)
                    if !isHidden { append(attribute: node, at: position, of: view, prefixed: &prefixed) }
                    run = TagRun(start: end, end: end)
                }
            case .declaration:
                output.append(view.raw, run)
                let end = view.end(of: node)
                run = TagRun(start: end, end: end)
            case .annotation: break
            case .start, .text, .character, .end: break scan
            }
            position &+= 1
        }
        if let overlay {
            output.append(view.raw, run)
            append(overlay)
            run.start = run.end
        }
        if position == last {
            output.append(view.raw, run)
            output.append("/>")
            return position &+ 1
        }
        let isClosed = view.raw[run.end] == 0x3E
        if isClosed { run.end &+= 1 }
        output.append(view.raw, run)
        if !isClosed { output.append(0x3E) }
        openTags.push(tag)
        inherited = tag.scope
        return position
    }

    /// Whether the namespace of a tag has to be declared on it, because neither the default nor a prefix stands for it.
    private mutating func needsDeclaration(of namespace: UInt32, _ view: NodeView, _ tag: inout OpenTag) -> Bool {
        if isSame(namespace, tag.scope.defaultReference, view) { return false }
        if namespace == UInt32(NamespaceName.xml.id) {
            // It may not be the default namespace, and its prefix needs no declaration (Namespaces in XML 1.0 §3).
            tag.prefix = OpenTag.xmlPrefix
            return false
        }
        guard let prefix = rootPrefix(for: namespace, view) else { return true }
        tag.prefix = prefix &+ 1
        return false
    }

    /// Writes the end tag of the innermost open element.
    private mutating func endTag(_ view: NodeView, _ node: Token) {
        guard let open = openTags.last else { return }
        openTags.pop()
        let start = Int(node.offset &+ view.bias)
        let length = view.nameLength(at: open.index)
        if open.prefix == 0, view.raw[start &- 1] == 0x2F, view.raw[start &+ length] == 0x3E {
            return output.append(view.raw, TagRun(start: start &- 2, end: start &+ length &+ 1))
        }
        output.append("</")
        if open.prefix != 0 { appendPrefix(open.prefix) }
        output.append(view.name(at: open.index))
        output.append(0x3E)
    }

    // MARK: Attributes

    /// Writes an attribute in the quotes that it came in, so that its value can stay as it is.
    private mutating func append(attribute node: Token, at position: Int, of view: NodeView, prefixed: inout Int) {
        let valueAt = Int(Int32(bitPattern: node.first))
        let length = view.name(at: position).count
        output.append(0x20)
        if node.has(.xmlNamespace) {
            output.append("xml:")
        } else if view.isPrefixed(position) {
            appendGeneratedPrefix(for: view[position &- 1].first, view, number: &prefixed)
        }
        if valueAt == Int(node.offset) &+ length &+ 2 {
            // Name, `=`, quote, value and quote stand together.
            output.append(view.bytes(at: node.offset, length: length &+ 3 &+ Int(node.second)))
            return
        }
        output.append(view.name(at: position))
        output.append(0x3D)
        output.append(view.quotedValue(node))
    }

    /// Declares a prefix on the element at hand and writes it, with its colon, before an attribute's name.
    private mutating func appendGeneratedPrefix(for reference: UInt32, _ view: NodeView, number: inout Int) {
        // Prefixes of the root have no such names, or they are skipped.
        var prefix: [UInt8]
        repeat {
            prefix = Array("ns\(number)".utf8)
            number &+= 1
        } while context.prefixes.contains { $0.prefix == prefix }
        append(Array("xmlns:".utf8) + prefix + Array("='".utf8))
        appendNamespace(reference, view)
        output.append("' ")
        append(prefix + [0x3A])
    }

    /// Writes the attributes that were set.
    mutating func append(_ overlay: AttributeOverlay) {
        for change in overlay.changes {
            guard let value = change.value else { continue }
            appendAttribute((change.namespace.isEmpty ? "" : "xml:") + change.name, value)
        }
    }
}
