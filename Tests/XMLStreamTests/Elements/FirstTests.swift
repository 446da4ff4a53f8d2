import Testing

@testable import XMLStream

private func elements(_ text: String, chunk: Int, batch: Bool = false) throws -> [Element] {
    var stream = ElementStream(limits: .unbounded)
    var scratch = StreamScratch()
    var out: [Element] = []
    let bytes = Array(text.utf8)
    var at = 0
    while at < bytes.count {
        let piece = Array(bytes[at..<min(bytes.count, at + chunk)])
        if batch {
            try stream.receiveAll(unsafe piece.span.bytes, using: &scratch) { event in
                switch event { case .opened(let e), .element(let e): out.append(e); case .closed: break }
            }
            at += piece.count
        } else {
            let p = try stream.receive(unsafe piece.span.bytes, using: &scratch)
            switch p.event { case .opened(let e), .element(let e): out.append(e); default: break }
            at += p.consumedByteCount
        }
    }
    try stream.finish()
    return out
}

@Test func `elements come out`() throws {
    let text = """
        <?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' id='a' from='example.org' version='1.0' xml:lang='en'><stream:features><sm xmlns='urn:xmpp:sm:3'/><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></stream:features> <message from='a@b' to="x'y" q:z='1' xmlns:q='urn:q'><body>he&lt;llo <![CDATA[<x>]]> &amp; more</body><x xmlns='urn:unknown:one'><y/></x></message><iq type='result' id='7'/></stream:stream>
        """
    let whole = try elements(text, chunk: 100_000)
    #expect(whole.count == 4)
    for e in whole { print(e) }
    for chunk in [1, 2, 3, 7, 64, 100_000] {
        #expect(try elements(text, chunk: chunk) == whole)
        #expect(try elements(text, chunk: chunk, batch: true) == whole)
    }
    var m = whole[2]
    #expect(m.child(.body)?.text == "he<llo <x> & more")
    try m.setAttribute(.from, to: "new@b/\"'<&")
    var w = XMLWriter()
    try w.open(RootTag(.stream, in: .streams, prefix: "stream", contentNamespace: .jabberServer))
    w.write(whole[1])
    w.write(m)
    w.writeVerbatim(m)
    w.writeVerbatim(whole[3])
    w.write(whole[3])
    w.close()
    var s = ""
    w.drain { b in s = b.withWindow { $0.text }; return b.byteCount }
    print(s)
    let back = try elements(s, chunk: 5)
    #expect(back.count == 6)
    #expect(back[2] == back[3])
    #expect(back[4] == back[5])
    #expect(back[2].attribute(.from) == "new@b/\"'<&")
    print(m.compacted(), m.child("x", in: "urn:unknown:one")!.compacted())
    var b = ElementBuilder(.message, in: .jabberClient)
    b.attribute(.to, "juliet@example.com")
    b.child(.body) { $0.text("a < b") }
    b.element(whole[3])
    print(try b.finish())
}
