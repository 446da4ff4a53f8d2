import XMLStream
import XMPPAddress

/// What is put into a stanza while it is being built.
///
/// The first thing that cannot be written is kept, what comes after it is ignored, and the initialiser of the stanza
/// throws it.
public struct StanzaBuilder<Kind: Stanza>: ~Copyable {
    private(set) var writer: XMLWriter
    private var fault: XMLContentError?
    private let content: ContentNamespace
    private var isStartTagOpen = true
    private var isErrorStanza = false
    /// Children other than `error`.
    private var childCount = 0
    private var errorCount = 0

    /// Begins the start tag.
    ///
    /// - Parameter writer: An empty one, for its memory.
    init(in content: ContentNamespace, into writer: consuming XMLWriter) {
        self.writer = consume writer
        self.content = content
        self.writer.append("<")
        self.writer.append(Kind.name.text)
        self.writer.appendAttribute("xmlns", content.name.text)
    }

    // MARK: Content

    /// Adds an extension's payload.
    public mutating func payload<Content: Payload>(_ payload: Content) {
        do throws(XMLContentError) {
            element(try payload.element())
        } catch {
            fail(error)
        }
    }

    /// Adds a copy of an element: in a namespace of its own, since what is in the stanza's is RFC 6120's to define (§8.4).
    public mutating func element(_ element: Element) {
        if element.namespace.isEmpty || element.namespaceName?.isContent == true {
            return fail(XMLContentError(.namespace))
        }
        childCount &+= 1
        copy(element)
    }

    /// Adds the error of a stanza of type `error`.
    mutating func error(_ error: StanzaError) {
        errorCount &+= 1
        do throws(XMLContentError) {
            copy(try error.element(in: content))
        } catch {
            fail(error)
        }
    }

    // MARK: Pieces

    /// Gives the stanza an attribute, before there is any content.
    mutating func attribute(_ name: String, _ value: String) {
        if let error = XMLContentError(checking: value) { return fail(error) }
        writer.appendAttribute(name, value)
    }

    /// Gives the stanza the attributes that all kinds have.
    mutating func attributes(to: JID?, from: JID?, id: String?, type: String?, language: String?) {
        if let to { attribute("to", to.description) }
        if let from { attribute("from", from.description) }
        if let id { attribute("id", id) }
        if let type {
            isErrorStanza = type == "error"
            attribute("type", type)
        }
        if let language { attribute(language: language) }
    }

    /// Adds a child of the stanza's own namespace that holds a text.
    mutating func child(_ name: LocalName, _ text: String, language: String? = nil, parent: String? = nil) {
        closeStartTag()
        childCount &+= 1
        writer.append("<")
        writer.append(name.text)
        if let language { attribute(language: language) }
        if let parent { attribute("parent", parent) }
        writer.append(">")
        if let error = XMLContentError(checking: text) { return fail(error) }
        text.withWindow { writer.output.appendText($0) }
        writer.append("</")
        writer.append(name.text)
        writer.append(">")
    }

    /// Adds a child of a stanza that is quoted in an error, as it is. One in no namespace is left out: here it would stand
    /// in that of the stanza, and `<body xmlns=''/>` is no body.
    mutating func quote(_ element: Element) {
        if element.namespace.isEmpty { return }
        childCount &+= 1
        copy(element)
    }

    /// Ends the stanza.
    ///
    /// - Parameter children: How many children it may have, error aside.
    /// - Throws: The first thing that could not be written.
    mutating func end(children: ClosedRange<Int> = 0...Int.max) throws(XMLContentError) {
        if let fault { throw fault }
        // §8.3.1: an error in each stanza of that type, and in no other.
        if errorCount != (isErrorStanza ? 1 : 0) || !children.contains(childCount) { throw XMLContentError(.structure) }
        if isStartTagOpen {
            writer.append("/>")
        } else {
            writer.append("</")
            writer.append(Kind.name.text)
            writer.append(">")
        }
    }

    /// Gives the memory back.
    consuming func takeWriter() -> XMLWriter { writer }

    private mutating func attribute(language: String) {
        if !LanguageTag.isWellFormed(language) { return fail(XMLContentError(.name)) }
        attribute("xml:lang", language)
    }

    private mutating func copy(_ element: Element) {
        closeStartTag()
        do throws(XMLContentError) {
            // Without a root around it, an element declares its own namespaces.
            try writer.write(element)
        } catch {
            fail(error)
        }
    }

    private mutating func closeStartTag() {
        if isStartTagOpen { writer.append(">") }
        isStartTagOpen = false
    }

    private mutating func fail(_ error: XMLContentError) { fault = fault ?? error }
}

extension XMLContentError {
    /// The fault of a text or value, or nil where it can be written.
    fileprivate init?(checking text: String) {
        guard text.mayHoldForbiddenCharacters else { return nil }
        self.init(checkingText: text)
    }
}
