import CorpusFiles
import FuzzSupport
import Testing

@testable import XMLStream

@Suite struct XMLWriterTests {
    static let root = RootTag(.stream, in: .streams, prefix: "stream", contentNamespace: .jabberClient)

    static func files() throws -> [String] {
        try Corpus.files(in: "xeps", endingWith: ".xml") + Corpus.files(in: "wellformed-tricky", endingWith: ".xml")
    }

    @Test("XMLIMPL-12-1, S04: what is written reads as the same, and writing that again gives the same bytes")
    func fixedPoint() throws {
        for path in try Self.files() {
            let stream = try StreamFixture(try Corpus.bytes(of: path))
            var (once, twice) = (XMLWriter(), XMLWriter())
            try once.open(RootTag(name: "r", namespace: ""))
            for element in stream.elements { try once.write(element) }
            once.close()
            let bytes = once.take()
            let read = try StreamFixture(bytes)
            #expect(read.elements == stream.elements, "\(path)")
            try twice.open(RootTag(name: "r", namespace: ""))
            for element in read.elements { try twice.write(element) }
            twice.close()
            #expect(twice.take() == bytes, "\(path)")
        }
    }

    @Test(
        "RFC6120-11.1-1, RFC6120-11.3-1, RFC6120-11.3-3, XML-2.7-4: output has no comment, instruction, document type, CDATA section or other entity, and libexpat reads it"
    )
    func restricted() throws {
        for path in try Self.files() {
            let stream = try StreamFixture(try Corpus.bytes(of: path))
            var writer = XMLWriter()
            try writer.open(Self.root)
            for element in stream.elements { try writer.writeVerbatim(try rewritten(element)) }
            writer.close()
            let text = String(decoding: writer.take(), as: UTF8.self)
            #expect(!text.contains("<!") && !text.dropFirst(2).contains("<?"), "\(path)")
            let references = text.matches(of: /&[^;]*;/).map { String($0.output) }
            let known: Set = ["&amp;", "&lt;", "&gt;", "&apos;", "&quot;"]
            #expect(references.allSatisfy { known.contains($0) || $0.hasPrefix("&#") }, "\(path)")
            if !path.contains("5e-") { #expect(fuzzTokenizer(Array(text.utf8)) == nil, "\(path)") }
        }
    }

    /// The element as written and read once.
    private func rewritten(_ element: Element) throws -> Element { element.compacted() }

    @Test(
        "RFC6120-11.5-1, RFC6120-11.5-2, RFC6120-11.6-2, RFC6120-11.6-5: a stream begins with a declaration of version only, in UTF-8 without a byte order mark"
    )
    func declaration() throws {
        var writer = XMLWriter()
        var root = Self.root
        root.attributes = [
            Attribute(name: "to", value: "b\u{FC}cher.example"),
            Attribute(name: "lang", namespace: NamespaceName.xml.text, value: "de"),
        ]
        try writer.open(root)
        let text =
            "<?xml version='1.0'?><stream:stream xmlns='jabber:client' "
            + "xmlns:stream='http://etherx.jabber.org/streams' to='b\u{FC}cher.example' xml:lang='de'>"
        #expect(writer.take() == Array(text.utf8))
        #expect(writer.isOpen)
        try writer.writeKeepalive()
        writer.close()
        #expect(writer.take() == Array(" </stream:stream>".utf8))
        writer.close()
        #expect(writer.pendingByteCount == 0)
    }

    static let mappings = [
        ("<message><body>x</body></message>", "<message><body>x</body></message>"),
        (
            "<message><forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client'/></forwarded></message>",
            "<message><forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client'/></forwarded></message>"
        ),
        ("<message xmlns='jabber:client' id='1'><a/></message>", "<message id='1'><a/></message>"),
        ("<c:message xmlns:c='jabber:client'/>", "<message/>"),
        ("<message><x xmlns=''/></message>", "<message><x xmlns=''/></message>"),
        ("<message><body xmlns='jabber:client'/></message>", "<message><body/></message>"),
        ("<message><c:body xmlns:c='jabber:client'/></message>", "<message><body/></message>"),
        (
            "<message><q:x xmlns:q='urn:q'><body/></q:x></message>",
            "<message><x xmlns='urn:q'><body xmlns='jabber:client'/></x></message>"
        ),
        (
            "<message><body xmlns='jabber:component:accept'><b xmlns='jabber:client'/></body></message>",
            "<message><body xmlns='jabber:component:accept'><b xmlns='jabber:client'/></body></message>"
        ),
        ("<error xmlns='http://etherx.jabber.org/streams'/>", "<stream:error/>"),
    ]

    @Test(arguments: mappings)
    func `a stanza becomes one of the stream's content namespace, and one that is in something else stays`(
        _ source: String, _ expected: String
    ) throws {
        let stanza = try Element.stanza(source)
        var root = Self.root
        root.contentNamespace = "jabber:server"
        root.hasDeclaration = false
        for isVerbatim in [false, true] {
            var writer = XMLWriter()
            try writer.open(root)
            _ = writer.take()
            if isVerbatim { try writer.writeVerbatim(stanza) } else { try writer.write(stanza) }
            #expect(String(decoding: writer.take(), as: UTF8.self) == expected)
        }
    }

    @Test(arguments: [nil, "jabber:client", "jabber:server", "urn:q"])
    func `a part and its copy are written alike`(content: String?) throws {
        let stanza = try Element.stanza(
            "<message xmlns:p='jabber:client'><x xmlns='urn:q'><message xmlns='jabber:client' to='a'><body/><p:b/>"
                + "<y xmlns='urn:q'><body xmlns='jabber:client'/><p:b/></y></message><p:c><d/></p:c></x></message>")
        let parts = [stanza] + stanza.children.flatMap { [$0] + $0.children }
        #expect(parts.count == 4)
        for part in parts {
            let copy = part.compacted()
            #expect(copy == part)
            let written = try [(part, false), (part, true), (copy, false), (copy, true)].map { element, isVerbatim in
                var writer = XMLWriter()
                if let content {
                    try writer.open(RootTag(name: "r", namespace: "u", prefix: "r", contentNamespace: content))
                }
                _ = writer.take()
                if isVerbatim { try writer.writeVerbatim(element) } else { try writer.write(element) }
                return try Element(xml: String(decoding: writer.take(), as: UTF8.self), in: content ?? "")
            }
            #expect(written.allSatisfy { $0 == written[0] })
        }
    }

    @Test func `a namespace that is in force is not declared again, whatever the table has`() throws {
        for namespace in ["urn:q", "urn:xmpp:sm:3", "jabber:client"] {
            for root in ["", "urn:other", namespace] {
                var writer = XMLWriter()
                try writer.open(RootTag(name: "r", namespace: root))
                _ = writer.take()
                try writer.write(
                    try Element(
                        xml:
                            "<a xmlns='\(namespace)'><b xmlns='\(namespace)'><q:c xmlns:q='\(namespace)'/></b><d xmlns='urn:d'/></a>"
                    ))
                let declaration = root == namespace ? "" : " xmlns='\(namespace)'"
                #expect(
                    String(decoding: writer.take(), as: UTF8.self)
                        == "<a\(declaration)><b><c/></b><d xmlns='urn:d'/></a>")
            }
        }
    }

    @Test func `verbatim writing keeps the bytes behind the start tag and gives the same element`() throws {
        for path in try Self.files() {
            let stream = try StreamFixture(try Corpus.bytes(of: path))
            for content in ["jabber:client", "jabber:server", "urn:q", ""] {
                var (anew, verbatim) = (XMLWriter(), XMLWriter())
                let root = RootTag(name: "s", namespace: "urn:root", prefix: "s", contentNamespace: content)
                try anew.open(root)
                try verbatim.open(root)
                for var element in stream.elements.prefix(50) {
                    try element.setAttribute(.from, to: "a'b\"<c>&")
                    try anew.write(element)
                    try verbatim.writeVerbatim(element)
                }
                anew.close()
                verbatim.close()
                #expect(
                    try StreamFixture(anew.take()).elements == StreamFixture(verbatim.take()).elements,
                    "\(path) \(content)")
            }
        }
        var writer = XMLWriter()
        try writer.writeVerbatim(try Element(xml: "<a   x = '1' ><![CDATA[x]]> </a>"))
        #expect(String(decoding: writer.take(), as: UTF8.self) == "<a   x = '1' ><![CDATA[x]]> </a>")
    }
}
