import Testing

@testable import XMLStream

/// The bytes of an element, as far as they are given: verbatim and anew.
@Suite struct WrittenFormTests {
    /// A stanza of a client's stream, the content namespace of the stream it is written to, and what it becomes there
    /// once `from` has been set and `to` and `xml:lang` have been taken away, or as it is.
    static let edits =
        [
            ("<message  to='a' id='1' ><body/></message>", "jabber:client", false, nil),
            ("<message  to='a' id='1' ><body/></message>", "jabber:server", false, nil),
            (
                "<message  to='a' id='1' ><body/></message>", "urn:q", false,
                "<message xmlns='jabber:client'  to='a' id='1' ><body/></message>"
            ),
            ("<a  x='1' xmlns='urn:a'/>", "jabber:client", false, nil),
            ("<a  x='1' xmlns='urn:a'/>", "urn:a", false, "<a  x='1'/>"),
            ("<message  xmlns='jabber:client' id='1'/>", "jabber:server", false, "<message id='1'/>"),
            ("<message xmlns:p='u' xmlns=\"jabber:client\"\n/>", "jabber:client", false, "<message xmlns:p='u'\n/>"),
            ("<message xml:lang='de' to='a'/>", "jabber:client", true, "<message from='b'/>"),
            (
                "<message\nid='1'\tto='a' from = \"c\" >x</message>", "jabber:client", true,
                "<message\nid='1' from='b' >x</message>"
            ),
            ("<message  xmlns='jabber:client' to='a' id='1'/>", "jabber:client", true, "<message id='1' from='b'/>"),
            ("<message to='a'/>", "urn:q", true, "<message xmlns='jabber:client' from='b'/>"),
        ] as [(String, String, Bool, String?)]

    @Test(arguments: edits)
    func `a stanza written verbatim changes in its start tag alone, and only where it must`(
        _ source: String, _ content: String, _ isChanged: Bool, _ expected: String?
    ) throws {
        var stanza = try Element.stanza(source)
        if isChanged {
            try stanza.setAttribute(.from, to: "b")
            try stanza.setAttribute(.to, to: nil)
            try stanza.setLanguage(nil)
        }
        var writer = XMLWriter()
        try writer.open(RootTag(name: "s", namespace: "urn:root", prefix: "s", contentNamespace: content))
        _ = writer.take()
        try writer.writeVerbatim(stanza)
        #expect(String(decoding: writer.take(), as: UTF8.self) == expected ?? source)
    }

    static let long = String(repeating: "n", count: 300)

    /// A stanza of a client's stream, and its one form when it is written anew, `from` set and `to` taken away or not.
    static let forms =
        [
            ("<message id='1' to=\"a\" xml:lang='de'><body>x</body></message>", false, nil),
            (
                "<message\nid='1'\tto='a'  x='2' y ='3' z= '4' ><b ></b ></message >", false,
                "<message id='1' to='a' x='2' y='3' z='4'><b/></message>"
            ),
            ("<message><x xmlns='urn:x' a='1'>y</x></message>", false, nil),
            (
                "<message><x\nxmlns='urn:x' a='1'><z/></x></message>", false,
                "<message><x xmlns='urn:x' a='1'><z/></x></message>"
            ),
            (
                "<message><x a='1' xmlns=\"urn:x\" b='2'/></message>", false,
                "<message><x xmlns=\"urn:x\" a='1' b='2'/></message>"
            ),
            ("<message><x a='1' xmlns='jabber:client' b='2'/></message>", false, "<message><x a='1' b='2'/></message>"),
            (
                "<message><p:x xmlns='urn:d' xmlns:p='urn:x' a='1'>y</p:x></message>", false,
                "<message><x xmlns='urn:x' a='1'>y</x></message>"
            ),
            (
                "<p:message a='1' xmlns:p='jabber:client'><p:body>x</p:body></p:message>", false,
                "<message a='1'><body>x</body></message>"
            ),
            (
                "<message a='1' xmlns:p='urn:p' p:b='2' c='3'>x</message>", false,
                "<message a='1' xmlns:ns0='urn:p' ns0:b='2' c='3'>x</message>"
            ),
            ("<message><![CDATA[<a>]]>\r\n&lt;&#65;</message>", false, "<message>&lt;a&gt;\n&lt;A</message>"),
            ("<message><\(long) \(long)='1'>x</\(long)></message>", false, nil),
            (
                "<message to='a' id='1'><body>x</body></message>", true,
                "<message id='1' from='b'><body>x</body></message>"
            ),
            ("<message id='1' to='a'/>", true, "<message id='1' from='b'/>"),
        ] as [(String, Bool, String?)]

    @Test(arguments: forms)
    func `an element written anew has one form, whatever the white space and the order of its tags were`(
        _ source: String, _ isChanged: Bool, _ expected: String?
    ) throws {
        var stanza = try Element.stanza(source)
        if isChanged {
            try stanza.setAttribute(.from, to: "b")
            try stanza.setAttribute(.to, to: nil)
        }
        var writer = XMLWriter()
        try writer.open(XMLWriterTests.root)
        _ = writer.take()
        try writer.write(stanza)
        #expect(String(decoding: writer.take(), as: UTF8.self) == expected ?? source)
    }
}
