extension XMLWriter {
    /// Writes an element from its nodes, declaring namespaces where they change.
    mutating func append(_ element: Element) {
        withExtendedLifetime(element.storage) {
            append(element.storage.view, from: element.index, overlay: element.overlay)
        }
    }

    private mutating func append(_ view: NodeView, from index: Int, overlay: AttributeOverlay?) {
        openTags.truncate(to: 0)
        var position = index
        var inherited = context.defaultReference
        let end = view.end(of: index)
        while position < end {
            let node = view[position]
            switch node.kind {
            case .start:
                position = startTag(
                    view, at: position, inherited: inherited, overlay: position == index ? overlay : nil)
                inherited = openTags.last?.defaultReference ?? context.defaultReference
                continue
            case .text: output.appendText(view.text(node))
            case .character: if let scalar = node.scalar { output.appendText(scalar) }
            case .end:
                endTag(view)
                inherited = openTags.last?.defaultReference ?? context.defaultReference
            case .attribute, .declaration, .annotation: break
            }
            position &+= 1
        }
    }

    /// Writes one start tag, or an empty-element tag where nothing is in the element.
    ///
    /// - Returns: The index of the first node behind the tag's own.
    private mutating func startTag(
        _ view: NodeView, at index: Int, inherited: UInt32, overlay: AttributeOverlay?
    ) -> Int {
        let node = view[index]
        var tag = OpenTag(index: index, defaultReference: inherited, prefix: 0)
        let namespace = mapped(node)
        var declares = !isSame(namespace, inherited, view)
        if namespace == UInt32(NamespaceName.xml.id) {
            // It may not be the default namespace, and its prefix needs no declaration (Namespaces in XML 1.0 §3).
            tag.prefix = OpenTag.xmlPrefix
            declares = false
        } else if declares, let prefix = rootPrefix(for: namespace, view) {
            tag.prefix = prefix &+ 1
            declares = false
        }
        output.append(0x3C)
        if tag.prefix != 0 { appendPrefix(tag.prefix) }
        output.append(view.name(at: index))
        if declares {
            tag.defaultReference = namespace
            appendDeclaration(of: namespace, view, at: index)
        }
        var position = index &+ 1
        var prefixed = 0
        scan: while position < index &+ Int(node.second) {
            let node = view[position]
            switch node.kind {
            case .attribute:
                if let overlay, overlay.hides(view, attributeAt: position) { break }
                append(attribute: node, at: position, of: view, prefixed: &prefixed)
            case .declaration, .annotation: break
            case .start, .text, .character, .end: break scan
            }
            position &+= 1
        }
        if let overlay { append(overlay) }
        if position == index &+ Int(node.second) {
            output.append("/>")
            return position &+ 1
        }
        output.append(0x3E)
        openTags.push(tag)
        return position
    }

    /// Writes the end tag of the innermost open element.
    private mutating func endTag(_ view: NodeView) {
        guard let open = openTags.last else { return }
        openTags.pop()
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

    // MARK: Namespaces

    /// The namespace to write an element in: the stream's own content namespace instead of another stream's.
    @inline(__always)
    func mapped(_ node: Token) -> UInt32 {
        guard context.isContent, node.has(.outerNamespace), isContent(node.first) else { return node.first }
        return UInt32(context.defaultID)
    }

    @inline(__always)
    private func isContent(_ reference: UInt32) -> Bool {
        reference >= UInt32(NamespaceName.jabberClient.id)
            && reference <= UInt32(NamespaceName.jabberComponentAccept.id)
    }

    /// Whether two references, the second of which may be the root's, name the same namespace.
    @inline(__always)
    func isSame(_ reference: UInt32, _ inherited: UInt32, _ view: NodeView) -> Bool {
        if inherited != WritingContext.unlisted { return reference == inherited }
        return NamespaceReference(rawValue: reference).isLocal
            && context.defaultNamespace.withWindow { view.namespace(reference).equals($0) }
    }

    /// The prefix of the root that stands for a namespace, or nil.
    @inline(__always)
    func rootPrefix(for reference: UInt32, _ view: NodeView) -> Int? {
        let isLocal = NamespaceReference(rawValue: reference).isLocal
        for index in 0..<context.prefixes.count {
            let prefix = context.prefixes[index]
            if !isLocal {
                if prefix.id != 0, reference == UInt32(prefix.id) { return index }
            } else if prefix.id == 0,
                prefix.namespace.withWindow({ view.namespace(reference).equals($0) })
            {
                return index
            }
        }
        return nil
    }

    private mutating func appendPrefix(_ number: Int) {
        if number == OpenTag.xmlPrefix { return output.append("xml:") }
        append(context.prefixes[number &- 1].prefix)
        output.append(0x3A)
    }

    /// Declares the default namespace, in the words of the element's own declaration if it has one.
    mutating func appendDeclaration(of reference: UInt32, _ view: NodeView, at index: Int) {
        let node = view[index]
        if !node.has(.prefixed), reference == node.first {
            var position = index &+ 1
            while position < index &+ Int(node.second) {
                let node = view[position]
                guard node.kind == .declaration || node.kind == .attribute || node.kind == .annotation else { break }
                if node.kind == .declaration, node.shortNameLength == 0 {
                    output.append(" xmlns=")
                    output.append(view.quotedValue(node))
                    return
                }
                position &+= 1
            }
        }
        output.append(" xmlns='")
        appendNamespace(reference, view)
        output.append(0x27)
    }

    /// Writes the text of a namespace between single quotes.
    private mutating func appendNamespace(_ reference: UInt32, _ view: NodeView) {
        if let known = NamespaceReference(rawValue: reference).wellKnown {
            append(known.text)
        } else {
            output.appendValue(view.namespace(reference))
        }
    }
}
