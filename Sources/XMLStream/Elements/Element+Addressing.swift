/// What the tag of a stanza says of its way.
package struct StanzaWay: BitwiseCopyable, Sendable {
    /// Whether there is a `from`.
    package fileprivate(set) var hasSender = false
    /// Whether there is a `type`.
    package fileprivate(set) var hasType = false
    /// Whether there is no `to`, or one that passed the check.
    package fileprivate(set) var isRecipientPlain = true
}

extension Element {
    /// Looks at the attributes `to`, `from` and `type` of the own tag in one pass.
    ///
    /// - Parameter isPlain: Whether the value of a `to` is one that needs no closer look; not asked where there are
    ///   references in it.
    /// - Returns: Nil where attributes have been changed: then the tag does not tell.
    package func way(_ isPlain: (RawSpan) -> Bool) -> StanzaWay? {
        if overlay != nil { return nil }
        defer { withExtendedLifetime(storage) {} }
        let view = storage.view
        let end = end
        var way = StanzaWay()
        var position = index &+ 1
        while position < end {
            let node = view[position]
            switch node.kind {
            case .attribute:
                if node.nameID == LocalName.to.id {
                    if isOwn(node, view, position) {
                        way.isRecipientPlain = !node.has(.escaped) && view.value(node).withSpan(isPlain)
                    }
                } else if node.nameID == LocalName.from.id {
                    if isOwn(node, view, position) { way.hasSender = true }
                } else if node.nameID == LocalName.type.id {
                    if isOwn(node, view, position) { way.hasType = true }
                }
            case .declaration, .annotation: break
            case .start, .text, .character, .end: return way
            }
            position &+= 1
        }
        return way
    }

    /// Whether the attribute at `position` is in no namespace.
    @inline(__always)
    private func isOwn(_ node: Token, _ view: NodeView, _ position: Int) -> Bool {
        !node.has(.xmlNamespace) && !view.isPrefixed(position)
    }

    /// The local name of an element in the given namespace, where it is a well-known one; otherwise nil. One look for what
    /// `namespaceName` and `localName` tell in two.
    package func localName(in namespace: NamespaceName) -> LocalName? {
        let node = node
        return node.first == UInt32(namespace.id) ? node.localName : nil
    }

    /// Whether the first child element is in one of these namespaces. No allocation.
    package func hasFirstChild(in namespaces: [NamespaceName]) -> Bool {
        defer { withExtendedLifetime(storage) {} }
        let view = storage.view
        let end = end
        var position = index &+ 1
        while position < end {
            let node = view[position]
            if node.kind == .start {
                for namespace in namespaces where node.first == UInt32(namespace.id) { return true }
                return false
            }
            position &+= 1
        }
        return false
    }
}
