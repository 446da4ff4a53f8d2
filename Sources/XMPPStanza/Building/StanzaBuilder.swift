import XMLStream
import XMPPAddress

/// What is put into a stanza while it is being built.
///
/// The first thing that cannot be written is kept, what comes after it is ignored, and the initialiser of the stanza
/// throws it.
public struct StanzaBuilder<Kind: Stanza>: ~Copyable {
    private(set) var bytes: [UInt8]
    private var fault: XMLContentError?
    private let content: ContentNamespace
    private var isStartTagOpen = true
    private var isErrorStanza = false
    /// Children other than `error`.
    private var childCount = 0
    private var errorCount = 0

    /// Begins the start tag.
    init(in content: ContentNamespace, into memory: consuming [UInt8]) {
        bytes = consume memory
        self.content = content
        append("<")
        append(Kind.name.text)
        append(" xmlns='")
        append(content.name.text)
        append("'")
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
        childCount += 1
        copy(element)
    }

    /// Adds the error of a stanza of type `error`.
    mutating func error(_ error: StanzaError) {
        errorCount += 1
        do throws(XMLContentError) {
            copy(try error.element(in: content))
        } catch {
            fail(error)
        }
    }

    // MARK: Pieces

    /// Gives the stanza an attribute, before there is any content.
    mutating func attribute(_ name: String, _ value: String) {
        append(" ")
        append(name)
        append("='")
        appendEscaped(value)
        append("'")
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
        childCount += 1
        append("<")
        append(name.text)
        if let language { attribute(language: language) }
        if let parent { attribute("parent", parent) }
        append(">")
        appendEscaped(text)
        append("</")
        append(name.text)
        append(">")
    }

    /// Adds children of a stanza that is quoted in an error, as they are.
    mutating func quote(_ element: Element) {
        childCount += 1
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
            append("/>")
        } else {
            append("</")
            append(Kind.name.text)
            append(">")
        }
    }

    /// Gives the memory back.
    consuming func takeBytes() -> [UInt8] { bytes }

    private mutating func attribute(language: String) {
        if !LanguageTag.isWellFormed(language) { return fail(XMLContentError(.name)) }
        attribute("xml:lang", language)
    }

    private mutating func copy(_ element: Element) {
        closeStartTag()
        var writer = XMLWriter()
        do throws(XMLContentError) {
            try writer.write(element)
        } catch {
            return fail(error)
        }
        writer.drain { written in
            bytes.append(contentsOf: written.array)
            return written.byteCount
        }
    }

    private mutating func closeStartTag() {
        if isStartTagOpen { append(">") }
        isStartTagOpen = false
    }

    private mutating func fail(_ error: XMLContentError) { fault = fault ?? error }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// Appends a text or value with references where XML needs them.
    private mutating func appendEscaped(_ text: String) {
        let start = bytes.count
        append(text)
        if PlainText.isAll(of: bytes.span, from: start) { return }
        bytes.removeLast(bytes.count - start)
        if let error = XMLContentError(checkingText: text) { return fail(error) }
        for byte in text.utf8 {
            switch byte {
            case 0x26: append("&amp;")
            case 0x3C: append("&lt;")
            case 0x3E: append("&gt;")
            case 0x22: append("&quot;")
            case 0x27: append("&apos;")
            case 0x09: append("&#x9;")
            case 0x0A: append("&#xA;")
            case 0x0D: append("&#xD;")
            default: bytes.append(byte)
            }
        }
    }
}

/// Bytes that stand for themselves in any text or value, and that no rule forbids.
private enum PlainText {
    /// Whether all bytes from `start` on do.
    ///
    /// Beyond ASCII only U+FFFE and U+FFFF are forbidden, whose first byte is 0xEF: what has that byte is looked at again.
    static func isAll(of bytes: Span<UInt8>, from start: Int) -> Bool {
        var isOther: UInt8 = 0
        for index in start..<bytes.count {
            let byte = bytes[index]
            // No branch inside, so that many bytes are looked at together.
            isOther |= byte < 0x20 ? 1 : 0
            isOther |= byte == 0x26 || byte == 0x3C ? 1 : 0
            isOther |= byte == 0x3E || byte == 0xEF ? 1 : 0
            isOther |= byte == 0x22 || byte == 0x27 ? 1 : 0
        }
        return isOther == 0
    }
}
