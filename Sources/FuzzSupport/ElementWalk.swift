import XMLStream

/// Asks an element and all in it everything that the interface lets one ask, and looks for contradictions.
struct ElementWalk {
    /// What was found first, in English.
    private(set) var finding: String?
    /// Copying parts is not linear, so only so many of them are.
    private var copiesLeft = 2

    /// What is wrong with an element, in English, or nil.
    ///
    /// - Parameter original: The element before its attributes were changed, where they were: those in it do not see
    ///   the change of language.
    static func finding(in element: Element, changedFrom original: Element? = nil) -> String? {
        var walk = ElementWalk()
        var seen = 0
        var open: [(element: Element, language: String?)] = [(element, nil)]
        while let (element, language) = open.popLast(), walk.finding == nil {
            walk.check(element, language: language)
            let isTop = seen == 0
            seen += 1
            let inner = (isTop ? original ?? element : element).declaredLanguage ?? language
            for child in element.children { open.append((child, inner)) }
        }
        return walk.finding
    }

    private mutating func note(_ isRight: Bool, _ what: @autoclosure () -> String) {
        if !isRight, finding == nil { finding = what() }
    }

    private mutating func check(_ element: Element, language: String?) {
        note(element.isNamed(element.name, in: element.namespace), "\(element) does not have its own name")
        if let name = element.localName { note(name.text == element.name, "\(name) is not \(element.name)") }
        if let name = element.namespaceName { note(name.text == element.namespace, "\(name) is not its own text") }
        if let name = element.localName, let namespace = element.namespaceName {
            note(element.isNamed(name, in: namespace), "\(element) does not have its own ids")
        }
        note(element.language == element.declaredLanguage ?? language, "the language of \(element) is another")
        note(element.hasText == !element.text.isEmpty, "\(element) has text or has not")
        checkAttributes(of: element)
        checkChildren(of: element)
        _ = element.namespaceDeclarations
        guard copiesLeft > 0 else { return }
        copiesLeft -= 1
        let copy = element.compacted()
        note(copy == element && element == copy, "the copy \(copy) is not \(element)")
        note(copy.hashValue == element.hashValue, "the copy of \(element) has another hash")
        note(copy.description == copy.compacted().description, "copying \(copy) again changes it")
        do {
            let again = try Element(xml: element.description)
            note(again == element, "\(element) reads as \(again)")
            note(again.eventLines == element.eventLines, "\(element) has other events once read")
        } catch {
            note(false, "the description \(element) cannot be read: \(error)")
        }
    }

    private mutating func checkAttributes(of element: Element) {
        var isXMLName = true
        for attribute in element.attributes {
            let found = element.attribute(attribute.name, in: attribute.namespace)
            note(found == attribute.value, "\(attribute) is \(found ?? "missing")")
            isXMLName = isXMLName && !attribute.name.isEmpty
            guard attribute.namespace.isEmpty, let name = LocalName(attribute.name) else { continue }
            note(element.attribute(name) == attribute.value, "\(attribute) has another value by its id")
            note(element.attribute(name, equals: attribute.value), "\(attribute) does not equal itself")
            note(!element.attribute(name, equals: attribute.value + "x"), "\(attribute) equals something else")
            let count = element.withAttribute(name) { $0.byteCount }
            note(count == attribute.value.utf8.count, "\(attribute) is lent with \(count ?? -1) bytes")
        }
        note(isXMLName, "an attribute of \(element) has no name")
        let names = Set(element.attributes.map { Array(($0.namespace + " " + $0.name).utf8) })
        note(names.count == element.attributes.count, "\(element) has an attribute twice")
        for name in [LocalName.to, .id, .lang, .type]
        where !element.attributes.contains(where: { $0.name == name.text && $0.namespace.isEmpty }) {
            note(element.attribute(name) == nil, "\(element) has \(name) and has not")
        }
    }

    private mutating func checkChildren(of element: Element) {
        var seen: [Element] = []
        for child in element.children.prefix(16) {
            let isFirst = !seen.contains {
                $0.name.utf8.elementsEqual(child.name.utf8) && $0.isNamed(child.name, in: child.namespace)
            }
            seen.append(child)
            guard isFirst else { continue }
            note(element.child(child.name, in: child.namespace) == child, "\(child) is not found")
            guard let name = child.localName else { continue }
            if let namespace = child.namespaceName {
                note(element.child(name, in: namespace) == child, "\(child) is not found by its ids")
            }
            if child.namespace.utf8.elementsEqual(element.namespace.utf8) {
                note(element.child(name) == child, "\(child) is not found by its id")
            }
        }
    }
}
