extension XMLTokenizer {
    /// Forgets local namespaces that nothing can name any more, while no token is on the tape.
    ///
    /// - Complexity: O(1), but once for each first-level element O(*n*) in the elements open and declarations in force.
    @inline(never)
    mutating func dropLocalNamespaces() {
        scope.compact()
        _ = dropLocalNamespacesOfFormerElements()
    }

    /// `dropLocalNamespaces`, where these are the tokens of the first-level element that is not complete.
    @inline(never)
    mutating func dropLocalNamespaces(keeping tokens: inout Stack<Token>) {
        guard !tokens.isEmpty else { return dropLocalNamespaces() }
        let end = stanzaLocals
        let count = dropLocalNamespacesOfFormerElements()
        guard count > 0 else { return }
        tokens.makeUnique()
        for index in 0..<tokens.count {
            switch tokens[index].kind {
            case .start, .end, .annotation:
                let namespace = NamespaceReference(rawValue: tokens[index].first)
                tokens[index].first = namespace.moved(from: end, by: count).rawValue
            case .attribute, .declaration, .text, .character:
                break
            }
        }
    }

    /// Forgets the local namespaces that first-level elements before the one at hand declared.
    ///
    /// A peer that has an element with a declaration open at the end of each chunk would make them grow otherwise.
    ///
    /// - Returns: How many there were; references to later ones have changed by as much.
    private mutating func dropLocalNamespacesOfFormerElements() -> Int {
        guard isInStanza else { return 0 }
        let bindings = open.count > 1 ? Int(open[1].outerBindings) : cut.tag.first?.outerBindings ?? scope.count
        let start = scope.localCount(atBinding: bindings)
        let end = stanzaLocals
        let count = end &- start
        guard count > 0 else { return 0 }
        scope.removeLocals(from: start, to: end)
        stanzaLocals = start
        for index in 0..<open.count {
            open[index].namespace = open[index].namespace.moved(from: end, by: count)
            open[index].defaultNamespace = open[index].defaultNamespace.moved(from: end, by: count)
        }
        for index in cut.tag.indices {
            cut.tag[index].declaredDefault = cut.tag[index].declaredDefault?.moved(from: end, by: count)
            cut.tag[index].outerLocals &-= count
        }
        return count
    }
}
