extension XMLWriter {
    /// The content namespace for which that of this stream is written, if an element is in one; else `noContent`.
    @inline(__always)
    func content(of node: Token) -> UInt32 {
        context.isContent && isContent(node.first) ? node.first : TagScope.noContent
    }

    /// The namespace to write a node in that stands in `scope`.
    @inline(__always)
    func mapped(_ node: Token, in scope: TagScope) -> UInt32 {
        node.first == scope.content ? UInt32(context.defaultID) : node.first
    }

    @inline(__always)
    private func isContent(_ reference: UInt32) -> Bool {
        reference >= UInt32(NamespaceName.jabberClient.id)
            && reference <= UInt32(NamespaceName.jabberComponentAccept.id)
    }

    /// Whether two references, the second of which may be the root's, name the same namespace.
    @inline(__always)
    func isSame(_ reference: UInt32, _ inherited: UInt32, _ view: NodeView) -> Bool {
        reference == inherited
            || (NamespaceReference(rawValue: reference).isLocal && NamespaceReference(rawValue: inherited).isLocal
                && hasSameText(reference, inherited, view))
    }

    /// Whether two references to namespaces outside the table stand for the same bytes: each declaration has its own.
    @inline(never)
    private func hasSameText(_ reference: UInt32, _ inherited: UInt32, _ view: NodeView) -> Bool {
        let namespace = view.namespace(reference)
        if inherited == WritingContext.unlisted { return context.defaultNamespace.withWindow { namespace.equals($0) } }
        return namespace.equals(view.namespace(inherited))
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
