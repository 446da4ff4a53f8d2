extension XMLWriter {
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

    mutating func appendPrefix(_ number: Int) {
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
    mutating func appendNamespace(_ reference: UInt32, _ view: NodeView) {
        if let known = NamespaceReference(rawValue: reference).wellKnown {
            append(known.text)
        } else {
            output.appendValue(view.namespace(reference))
        }
    }
}
