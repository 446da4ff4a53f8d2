import XMLStream

/// What stream errors and stanza errors are both made of.
struct ErrorParts {
    /// Children in the namespace of the conditions, `text` aside.
    var conditions: [Element] = []
    var texts: [LocalizedText] = []
    /// The first child in a namespace of neither the conditions nor the error itself.
    var application: Element?

    init(of error: Element, namespace: NamespaceName, inheriting language: String? = nil) {
        let language = error.language ?? language
        for child in error.children {
            if child.namespaceName == namespace {
                if child.localName == .text {
                    texts.append(LocalizedText(child.text, language: child.declaredLanguage ?? language))
                } else {
                    conditions.append(child)
                }
            } else if application == nil, !child.namespace.isEmpty, child.namespace != error.namespace {
                application = child.compacted()
            }
        }
        // Before RFC 3920 an error was its code and its text.
        if texts.isEmpty, error.hasText {
            let text = error.text.trimmingXMLSpace
            if !text.isEmpty { texts.append(LocalizedText(String(text), language: language)) }
        }
    }

    /// Adds the texts and the application condition, and finishes the error.
    ///
    /// - Throws: `XMLContentError` where the application condition is in a namespace that is not an application's.
    static func finish(
        _ builder: inout ElementBuilder, _ texts: [LocalizedText], _ application: Element?, namespace: NamespaceName
    ) throws(XMLContentError) -> Element {
        write(texts, application, namespace: namespace, to: &builder)
        return try builder.finish()
    }

    static func write(
        _ texts: [LocalizedText], _ application: Element?, namespace: NamespaceName, to builder: inout ElementBuilder
    ) {
        for text in texts {
            builder.child(.text, in: namespace) { part in
                if let language = text.language { part.language(language) }
                part.text(text.text)
            }
        }
        if let application, application.namespaceName != namespace { builder.element(application) }
    }
}

extension String {
    /// The text without white space, in the sense of XML, at both ends.
    var trimmingXMLSpace: Substring {
        var rest = self[...]
        while let first = rest.utf8.first, XMLSpace.contains(first) { rest = rest.dropFirstScalar() }
        while let last = rest.utf8.last, XMLSpace.contains(last) { rest = rest.dropLastScalar() }
        return rest
    }
}

/// White space of XML (XML 1.0 §2.3).
enum XMLSpace {
    static func contains(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
}

extension Substring {
    fileprivate func dropFirstScalar() -> Substring { Substring(unicodeScalars.dropFirst()) }
    fileprivate func dropLastScalar() -> Substring { Substring(unicodeScalars.dropLast()) }
}
