import Testing

@testable import XMLStream

/// What an application passes in cannot change the structure of its stream.
@Suite struct HostileTextTests {
    static let texts = [
        "</body><evil/>", "]]>", "<![CDATA[", "&amp;", "&", "<", ">", "'\"", "\r\n\t", "a\rb", "<!-- -->", "\u{FEFF}",
        "\u{85}\u{2028}",
        "\u{10FFFF}", "xmlns='evil'", "' onload='x",
    ]

    @Test(
        "XMLIMPL-11-1, XMLIMPL-13-1, S34: any text comes back as it went in, as text and as a value", arguments: texts)
    func roundTrip(_ text: String) throws {
        var builder = ElementBuilder(.message, in: .jabberClient)
        builder.attribute(.to, text)
        builder.language(text)
        builder.child(.body) { $0.text(text) }
        let element = try builder.finish()
        var writer = XMLWriter()
        try writer.open(XMLWriterTests.root)
        try writer.write(element)
        writer.close()
        let read = try #require(try StreamFixture(writer.take(), chunk: 3).elements.first)
        #expect(read == element && read.children.map(\.name) == ["body"])
        #expect(read.attribute(.to).map { Array($0.utf8) } == Array(text.utf8))
        #expect(read.declaredLanguage.map { Array($0.utf8) } == Array(text.utf8))
        #expect(read.child(.body).map { Array($0.text.utf8) } == Array(text.utf8))
    }

    @Test(
        "XMLIMPL-11-1, S34: characters that XML forbids are refused",
        arguments: ["\0", "\u{8}", "\u{1F}", "\u{FFFE}", "a\u{FFFF}"])
    func forbidden(_ text: String) {
        var builder = ElementBuilder(.message, in: .jabberClient)
        builder.child(.body) { $0.text(text) }
        #expect(throws: XMLContentError(.character)) { try builder.finish() }
        var other = ElementBuilder(.message, in: .jabberClient)
        other.attribute(.to, text)
        #expect(throws: XMLContentError(.character)) { try other.finish() }
    }

    @Test(
        "XMLIMPL-13-1, S34: names that are none are refused",
        arguments: ["", "a b", "a>", "1", "a:b", "-", "a\u{D7}", "\u{300}"])
    func names(_ name: String) {
        #expect(throws: XMLContentError(.name)) { try ElementBuilder(name, in: "u").finish() }
        var builder = ElementBuilder("a", in: "u")
        builder.attribute(name, "1")
        #expect(throws: XMLContentError(.name)) { try builder.finish() }
        #expect(throws: XMLContentError(.name)) {
            var writer = XMLWriter()
            try writer.open(RootTag(name: name, namespace: "u"))
        }
    }

    @Test("S34: reserved namespaces, a second attribute and an attribute behind content are refused")
    func structure() {
        for namespace in [NamespaceName.xml.text, NamespaceName.xmlns.text] {
            #expect(throws: XMLContentError(.namespace)) { try ElementBuilder("a", in: namespace).finish() }
        }
        var twice = ElementBuilder("a", in: "u")
        twice.attribute("x", "1")
        twice.attribute("x", "1")
        #expect(throws: XMLContentError(.duplicateAttribute)) { try twice.finish() }
        var late = ElementBuilder("a", in: "u")
        late.text("x")
        late.attribute("x", "1")
        #expect(throws: XMLContentError(.structure)) { try late.finish() }
        var declares = ElementBuilder("a", in: "u")
        declares.attribute("xmlns", "v")
        #expect(throws: XMLContentError(.name)) { try declares.finish() }
        #expect(throws: XMLContentError(.structure)) { try Element(xml: "<a/><b/>") }
        #expect(throws: XMLContentError(.structure)) { try Element(xml: "</x><x>") }
        #expect(throws: XMLContentError(.structure)) {
            var writer = XMLWriter()
            try writer.open(XMLWriterTests.root)
            try writer.open(XMLWriterTests.root)
        }
    }

    @Test func `only unchecked writing lets bytes through as they are`() throws {
        var writer = XMLWriter()
        writer.writeUnchecked(unsafe Array("<raw".utf8).span.bytes)
        #expect(writer.take() == Array("<raw".utf8))
    }
}
