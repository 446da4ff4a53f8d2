/// One attribute of an element, final: references resolved, white space normalised.
public struct Attribute: Hashable, Sendable {
    /// The local name.
    public let name: String
    /// The namespace; empty for none, as for every attribute without a prefix.
    public let namespace: String
    /// The value.
    public let value: String

    /// An attribute from its parts.
    public init(name: String, namespace: String = "", value: String) {
        self.name = name
        self.namespace = namespace
        self.value = value
    }
}

extension Element {
    /// All attributes, in the order in which they were written, changed ones last. Declarations are none.
    ///
    /// - Complexity: O(*n*) in the attributes; makes strings. To look at one, use `attribute`.
    public var attributes: [Attribute] {
        var result: [Attribute] = []
        held {
            forEachAttributeNode { position in
                if overlay?.hides(storage.view, attributeAt: position) == true { return }
                result.append(
                    Attribute(
                        name: nameBytes(at: position).text, namespace: attributeNamespace(at: position),
                        value: value(at: position)))
            }
        }
        overlay?.append(to: &result)
        return result
    }

    /// The value of the attribute without a namespace that has this name, or nil.
    ///
    /// - Complexity: O(*n*) in the attributes of this element, by integers.
    public func attribute(_ name: LocalName) -> String? {
        if let change = overlay?.change(of: name) { return change.value }
        return held { position(of: name).map(value(at:)) }
    }

    /// The value of the attribute with this name, or nil.
    public func attribute(_ name: String, in namespace: String = "") -> String? {
        if let change = overlay?.change(of: name, in: namespace) { return change.value }
        return held { position(of: name, in: namespace).map(value(at:)) }
    }

    /// Whether the attribute without a namespace that has this name has this value; makes no string.
    public func attribute(_ name: LocalName, equals value: String) -> Bool {
        if let change = overlay?.change(of: name) {
            return change.value?.utf8.elementsEqual(value.utf8) ?? false
        }
        return held {
            guard let position = position(of: name) else { return false }
            let node = storage.node(position)
            if node.has(.escaped) { return self.value(at: position).utf8.elementsEqual(value.utf8) }
            return value.withWindow { rawValue(node).equals($0) }
        }
    }

    /// Lends the bytes of an attribute's value, references resolved, without making a string; nil if there is none.
    public func withAttribute<Result>(_ name: LocalName, _ body: (RawSpan) -> Result) -> Result? {
        if let change = overlay?.change(of: name) {
            return change.value.map { Array($0.utf8).withWindow { $0.withSpan(body) } }
        }
        defer { withExtendedLifetime(storage) {} }
        guard let position = position(of: name) else { return nil }
        let node = storage.node(position)
        if node.has(.escaped) { return ValueDecoding.bytes(of: rawValue(node)).withWindow { $0.withSpan(body) } }
        return rawValue(node).withSpan(body)
    }

    /// The language that this element states for itself (`xml:lang`), or nil; empty where it says there is none.
    public var declaredLanguage: String? { attribute("lang", in: NamespaceName.xml.text) }

    /// The language in force for this element: its own `xml:lang`, or that of the nearest element around it within the
    /// same first-level element (XML 1.0 §2.12); nil where none states one, and the stream's header decides.
    ///
    /// - Complexity: O(*n*) in the nodes before this one.
    public var language: String? {
        held {
            if let own = declaredLanguage { return own }
            var found: String?
            var position = 0
            while position < index {
                let node = storage.node(position)
                if node.kind == .start, storage.view.end(of: position) <= index {
                    position = storage.view.end(of: position)
                    continue
                }
                if node.kind == .attribute, node.has(.xmlNamespace), node.nameID == LocalName.lang.id {
                    found = value(at: position)
                }
                position &+= 1
            }
            return found
        }
    }

    /// The namespace declarations of this element's own tag; the prefix is empty for the default.
    public var namespaceDeclarations: [(prefix: String, namespace: String)] {
        held {
            var result: [(prefix: String, namespace: String)] = []
            var position = index &+ 1
            while position < end {
                let node = storage.node(position)
                switch node.kind {
                case .declaration:
                    let prefix = storage.view.bytes(at: node.offset, length: declarationPrefixLength(node)).text
                    result.append((prefix, value(at: position)))
                case .attribute, .annotation: break
                case .start, .text, .character, .end: return result
                }
                position &+= 1
            }
            return result
        }
    }
}

extension Element {
    /// Calls `body` with the index of each attribute node.
    @inline(__always)
    func forEachAttributeNode(_ body: (Int) -> Void) {
        var position = index &+ 1
        let end = end
        while position < end {
            switch storage.node(position).kind {
            case .attribute: body(position)
            case .declaration, .annotation: break
            case .start, .text, .character, .end: return
            }
            position &+= 1
        }
    }

    private func position(of name: LocalName) -> Int? {
        var position = index &+ 1
        let end = end
        while position < end {
            let node = storage.node(position)
            switch node.kind {
            case .attribute:
                // The flags of a plain attribute: no namespace, no annotation.
                if node.nameID == name.id, !node.has(.xmlNamespace), !isPrefixed(position) { return position }
            case .declaration, .annotation: break
            case .start, .text, .character, .end: return nil
            }
            position &+= 1
        }
        return nil
    }

    private func position(of name: String, in namespace: String) -> Int? {
        var found: Int?
        let name = Array(name.utf8)
        forEachAttributeNode { position in
            let isMatch = name.withWindow { nameBytes(at: position).equals($0) }
            // Byte by byte: strings would call canonically equivalent names equal.
            if isMatch, found == nil, attributeNamespace(at: position).utf8.elementsEqual(namespace.utf8) {
                found = position
            }
        }
        return found
    }

    /// The namespace of the attribute at `position`; empty for none.
    func attributeNamespace(at position: Int) -> String {
        let reference = attributeReference(at: position)
        return reference.wellKnown?.text ?? namespaceBytes(reference.rawValue).text
    }

    /// The namespace of the attribute at `position`.
    func attributeReference(at position: Int) -> NamespaceReference {
        let node = storage.node(position)
        if node.has(.xmlNamespace) { return NamespaceReference(.xml) }
        return isPrefixed(position) ? NamespaceReference(rawValue: storage.node(position &- 1).first) : .none
    }

    private func isPrefixed(_ position: Int) -> Bool { storage.view.isPrefixed(position) }

    /// The value as written.
    func rawValue(_ node: Token) -> ByteWindow { storage.view.value(node) }

    /// The value of the attribute or declaration at `position`, final.
    func value(at position: Int) -> String {
        let node = storage.node(position)
        let raw = rawValue(node)
        return node.has(.escaped) ? String(decoding: ValueDecoding.bytes(of: raw), as: UTF8.self) : raw.text
    }

    /// The bytes of a declared prefix, which may be longer than the node can say: they end before `=` or white space.
    private func declarationPrefixLength(_ node: Token) -> Int {
        var length = node.shortNameLength
        guard length == 255 else { return length }
        while true {
            let byte = storage.view.bytes(at: node.offset &+ Int32(truncatingIfNeeded: length), length: 1)[0]
            if byte == 0x3D || byte == 0 || ByteClass.isSpace(byte) { return length }
            length &+= 1
        }
    }
}
