extension XMLWriter {
    /// Writes an element with its own bytes, if they mean the same in this stream.
    ///
    /// They do if the element is a whole first-level one without prefixes from outside, and its namespace can be
    /// declared on its start tag. Nearly always it is in the stream's own namespace already, and all of it is one copy.
    ///
    /// - Returns: Whether it was written.
    @inline(__always)
    mutating func appendVerbatim(_ element: Element) -> Bool {
        let counts = element.storage.counts
        let node = element.storage.node(element.index)
        guard counts.isSelfContained, counts.root == element.index, !node.has(.prefixed) else { return false }
        let content = content(of: node)
        let namespace = content == TagScope.noContent ? node.first : UInt32(context.defaultID)
        // Another default namespace has to change what belongs to the stanza, and nothing else.
        if namespace != node.first, !element.storage.view.isContentByDefault(at: element.index) { return false }
        if element.overlay == nil, namespace == context.defaultReference,
            !element.storage.view.hasOwnDefault(at: element.index)
        {
            output.append(element.storage.view.raw)
            return true
        }
        return appendChanged(element, namespace: namespace)
    }

    /// Writes a whole element with its own bytes but for the start tag, in which attributes and the declaration of the
    /// default namespace may change.
    ///
    /// - Parameter namespace: The one to write the element in.
    /// - Returns: Whether it was written.
    @inline(never)
    private mutating func appendChanged(_ element: Element, namespace: UInt32) -> Bool {
        let view = element.storage.view
        let index = element.index
        let overlay = element.overlay
        let declares = !isSame(namespace, context.defaultReference, view)
        // A root's prefix would be shorter than a declaration, but the children need the declaration.
        if declares, rootPrefix(for: namespace, view) != nil { return false }
        let node = view[index]
        // Where the run of bytes that are yet to be copied begins, and the end of the tag's last part.
        var start = 0
        var behind = Int(node.offset &+ view.bias) &+ view.name(at: index).count
        // A declaration of the element's own is the one that is needed, and stays where it is.
        if declares, !view.hasOwnDefault(at: index) {
            output.append(view.raw.slice(from: 0, length: behind))
            appendDeclaration(of: namespace, view, at: index)
            start = behind
        }
        var position = index &+ 1
        scan: while position < index &+ Int(node.second) {
            let node = view[position]
            switch node.kind {
            case .attribute, .declaration:
                let end = Int(Int32(bitPattern: node.first) &+ view.bias) &+ Int(node.second) &+ 1
                let isDropped =
                    node.kind == .declaration
                    ? node.shortNameLength == 0 && !declares
                    : overlay?.hides(view, attributeAt: position) == true
                if isDropped {
                    output.append(view.raw.slice(from: start, length: behind &- start))
                    start = end
                }
                behind = end
            case .annotation: break
            case .start, .text, .character, .end: break scan
            }
            position &+= 1
        }
        if let overlay {
            output.append(view.raw.slice(from: start, length: behind &- start))
            append(overlay)
            start = behind
        }
        output.append(view.raw.slice(from: start, length: view.raw.count &- start))
        return true
    }
}

extension NodeView {
    /// Whether all that shares the namespace of the element at `index`, with nothing of another between, has it from the
    /// default namespace outside or on the start tag.
    @inline(never)
    fileprivate func isContentByDefault(at index: Int) -> Bool {
        let end = end(of: index)
        let content = self[index].first
        var position = index &+ 1
        while position < end {
            let node = self[position]
            if node.kind == .start {
                // A prefix may leave the default as it is below another namespace.
                if node.has(.prefixed) { return false }
                if node.first != content {
                    position = self.end(of: position)
                    continue
                }
                if !node.has(.outerNamespace) { return false }
            }
            position &+= 1
        }
        return true
    }

    /// Whether the start tag at `index` declares a default namespace.
    @inline(__always)
    fileprivate func hasOwnDefault(at index: Int) -> Bool {
        var position = index &+ 1
        while true {
            let node = self[position]
            if node.kind != .attribute {
                if node.kind == .declaration {
                    if node.shortNameLength == 0 { return true }
                } else if node.kind != .annotation || position >= count {
                    return false
                }
            }
            position &+= 1
        }
    }
}
