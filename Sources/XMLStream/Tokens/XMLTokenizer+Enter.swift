extension XMLTokenizer {
    /// Makes a namespace declaration and writes its token.
    ///
    /// - Parameters:
    ///   - prefixAt: Where the declared prefix stands.
    ///   - prefixLength: Its bytes; zero for the default namespace.
    ///   - token: The declaration as if it were an attribute.
    @inline(never)
    mutating func declare(
        _ window: ByteWindow, prefixAt: Int, prefixLength: Int, _ token: Token, tag: inout StartTag,
        tape: inout TokenTape
    ) throws(XMLViolation) {
        tag.declarations &+= 1
        if tag.declarations > bounds.declarationsPerElement { throw fault(.declarationCount, at: prefixAt) }
        let valueAt = Int(Int32(bitPattern: token.first)) &- delta
        let namespace = namespace(
            window.slice(from: valueAt, length: Int(token.second)), isEscaped: token.has(.escaped))
        let prefix = window.slice(from: prefixAt, length: prefixLength)
        let isXML = prefixLength == 3 && prefix.word(at: 0) == NamespaceScope.xml
        // Namespaces in XML 1.0 §3: xml may be bound to its own namespace only, xmlns and its namespace to nothing.
        if prefixLength == 5, prefix.word(at: 0) == NamespaceScope.xmlns { throw fault(.reservedPrefix, at: prefixAt) }
        if isXML != (namespace == NamespaceReference(.xml)) || namespace == NamespaceReference(.xmlns) {
            throw fault(.reservedPrefix, at: valueAt)
        }
        // §2.2: only the default can be undeclared.
        if prefixLength > 0, namespace == .none { throw fault(.emptyPrefixBinding, at: valueAt) }
        scope.declare(prefix: prefix, as: namespace)
        if prefixLength == 0 { tag.declaredDefault = namespace }
        tape.append(
            Token(
                .declaration, flags: token.head & Token.Flags.escaped.bits, nameLength: prefixLength,
                offset: prefixAt &+ delta, first: token.first, second: token.second))
    }

    /// The namespace that a declaration's value names.
    private mutating func namespace(_ value: ByteWindow, isEscaped: Bool) -> NamespaceReference {
        if isEscaped {
            let text = ValueDecoding.bytes(of: value)
            return text.withWindow { namespace($0, isEscaped: false) }
        }
        if value.count == 0 { return .none }
        let known = value.namespaceID()
        return known != 0 ? NamespaceReference(rawValue: UInt32(known)) : scope.addLocal(value)
    }

    /// Completes a start tag whose `>` has been read: resolves prefixes, compares attributes, opens the element.
    mutating func enter(
        _ tag: StartTag, _ window: ByteWindow, at start: Int, end: Int, isEmpty: Bool, first: Int,
        tape: inout TokenTape
    ) throws(XMLViolation) {
        if tag.prefixLength | tag.declarations != 0 || tag.mayHaveDuplicates || tag.hasPrefixedAttributes {
            try check(tag, window, at: start, first: first, tape: &tape)
        }
        let parent = open.last
        let defaultNamespace = tag.declaredDefault ?? parent?.defaultNamespace ?? .none
        let isTop = open.count <= 1
        let isDefaultOuter = isTop || (tag.declaredDefault == nil && parent?.isDefaultOuter == true)
        var namespace = defaultNamespace
        var isOuter = isDefaultOuter
        if isTop { outerBindings = scope.count }
        if tag.prefixLength > 0 {
            let prefix = window.slice(from: start &+ 1, length: tag.prefixLength &- 1)
            let found = scope.lookUp(prefix: prefix, outerCount: outerBindings)
            namespace = found?.namespace ?? .none
            isOuter = isTop || found?.isOuter == true
        }
        if tag.prefixLength > 0 || tag.hasPrefixedAttributes || tag.nameLength >= 255 { tape.hasPrefixes = true }
        let startToken = tag.nameLength &- tag.prefixLength >= 255 ? first &+ 1 : first
        var token = tape[startToken]
        token.first = namespace.rawValue
        token.second = isEmpty ? UInt32(truncatingIfNeeded: tape.count &- startToken) : 0
        if isEmpty, token.has(.annotated) { token.second &+= 1 }
        if isOuter { token.head |= Token.Flags.outerNamespace.bits }
        if isEmpty { token.head |= Token.Flags.emptyElement.bits }
        tape[startToken] = token
        tagFirst = -1
        elementsInStanza &+= 1
        attributesInStanza &+= tag.attributes
        if phase != .content {
            phase = .content
            beginInterval(at: end)
        }
        textStart = base &+ Int64(end)
        let element = OpenElement(
            head: tag.head, nameLength: UInt32(truncatingIfNeeded: tag.nameLength),
            prefixLength: UInt32(truncatingIfNeeded: tag.prefixLength),
            nameStart: Int32(truncatingIfNeeded: start &+ 1 &+ delta),
            outerBindings: UInt32(truncatingIfNeeded: tag.outerBindings), namespace: namespace,
            defaultNamespace: defaultNamespace, startToken: UInt32(truncatingIfNeeded: startToken),
            nameID: tag.nameID, isStored: false, isDefaultOuter: isDefaultOuter)
        if isEmpty {
            if token.has(.annotated) { annotate(tag.nameLength &- tag.prefixLength, tape: &tape) }
            token.head = token.head & 0xFFFF_FF90 | UInt32(Token.Kind.end.rawValue)
            token.second = UInt32(truncatingIfNeeded: end &+ delta)
            tape.append(token)
            if scope.count > tag.outerBindings { scope.leave(to: tag.outerBindings) }
            if open.count <= 1 {
                if open.isEmpty { phase = .epilog }
                beginInterval(at: end)
            }
            return
        }
        open.push(element)
    }

    /// The rarer checks, in the order in which their violations count.
    @inline(never)
    private func check(
        _ tag: StartTag, _ window: ByteWindow, at start: Int, first: Int, tape: inout TokenTape
    ) throws(XMLViolation) {
        if tag.declarations > 1, var number = scope.duplicate(since: tag.outerBindings) {
            for index in first..<tape.count where tape[index].kind == .declaration {
                if number == 0 { throw fault(.duplicateAttribute, at: Int(tape[index].offset) &- delta) }
                number &-= 1
            }
            throw fault(.duplicateAttribute, at: start &+ 1)
        }
        if tag.prefixLength > 0 {
            let prefix = window.slice(from: start &+ 1, length: tag.prefixLength &- 1)
            // The prefix xmlns is never bound, so no element has it.
            if scope.lookUp(prefix: prefix, outerCount: 0) == nil { throw fault(.unboundPrefix, at: start &+ 1) }
        }
        if tag.hasPrefixedAttributes {
            var index = first
            while index < tape.count {
                var token = tape[index]
                if token.kind == .annotation, token.nameID == 1 {
                    let prefixAt = Int(token.offset) &- delta
                    let length = Int(tape[index &+ 1].offset) &- 1 &- Int(token.offset)
                    let prefix = window.slice(from: prefixAt, length: length)
                    guard let found = scope.lookUp(prefix: prefix, outerCount: 0) else {
                        throw fault(.unboundPrefix, at: prefixAt)
                    }
                    token.first = found.namespace.rawValue
                    tape[index] = token
                }
                index &+= 1
            }
        }
        if tag.mayHaveDuplicates, let position = duplicate(window, first: first, tape: &tape) {
            throw fault(.duplicateAttribute, at: position)
        }
    }
}
