import Testing

@testable import XMLStream

@Suite struct ElementStreamTests {
    static let text = StreamFixture.text(" <a>1</a>\n<message><b/></message><iq/>")

    @Test("XMLIMPL-7-1: the pull form stops at the exact byte, whatever the chunks", arguments: [1, 2, 5, 16, 1000])
    func pull(_ chunk: Int) throws {
        let bytes = Array(Self.text.utf8)
        var stream = ElementStream()
        var scratch = StreamScratch()
        var ends: [String] = []
        var spaces = 0
        var start = 0
        while start < bytes.count {
            let piece = Array(bytes[start..<min(bytes.count, start + chunk)])
            let progress = try stream.receive(piece.span, using: &scratch)
            start += progress.consumedByteCount
            spaces += progress.whitespaceCount
            #expect(stream.byteOffset == Int64(start))
            if progress.event == nil { #expect(progress.consumedByteCount == piece.count) }
            if progress.event != nil { ends.append(String(decoding: bytes[..<start].suffix(4), as: UTF8.self)) }
        }
        #expect(ends == ["en'>", "</a>", "age>", "iq/>", "eam>"])
        #expect(spaces == 2 && stream.isClosed)
        try stream.finish()
    }

    @Test func `after a restart a new document begins, and what lay behind the pause was not touched`() throws {
        var stream = ElementStream()
        var scratch = StreamScratch()
        let first = Array(StreamFixture.text("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>").utf8)
        var rest = first[...]
        var names: [String] = []
        while names.last != "proceed" {
            let progress = try stream.receive(Array(rest).span, using: &scratch)
            rest = rest.dropFirst(progress.consumedByteCount)
            if case .opened(let element)? = progress.event { names.append(element.name) }
            if case .element(let element)? = progress.event { names.append(element.name) }
        }
        #expect(String(decoding: rest, as: UTF8.self) == "</stream:stream>")
        stream.restart()
        let progress = try stream.receive(Array(Self.text.utf8).span, using: &scratch)
        guard case .opened? = progress.event else { return #expect(Bool(false), "no header after the restart") }
    }

    @Test func `an empty root is opened and then closed`() throws {
        var stream = ElementStream()
        var scratch = StreamScratch()
        let bytes = Array("<stream xmlns='http://etherx.jabber.org/streams'/>".utf8)
        let opened = try stream.receive(bytes.span, using: &scratch)
        guard case .opened? = opened.event else { return #expect(Bool(false)) }
        let closed = try stream.receive([UInt8]().span, using: &scratch)
        guard case .closed? = closed.event else { return #expect(Bool(false)) }
    }

    @Test("RFC6120-11.3-6: nothing of an element that is not well-formed is delivered, and what came before is")
    func faults() {
        var stream = ElementStream()
        var scratch = StreamScratch()
        var count = 0
        let bytes = Array("<stream xmlns='u'><a/><b><c/></b><d><p:e/></d><f/>".utf8)
        #expect(throws: XMLViolation.self) {
            try stream.receiveAll(bytes.span, using: &scratch) { _ in count += 1 }
        }
        #expect(count == 3)
        #expect(throws: XMLViolation.self) {
            try stream.receiveAll(Array("<g/>".utf8).span, using: &scratch) { _ in count += 1 }
        }
        #expect(count == 3)
    }

    @Test func `memory given back serves the next element, and memory in use does not`() throws {
        var stream = ElementStream()
        var scratch = StreamScratch()
        var kept: [Element] = []
        try stream.receiveAll(Array(Self.text.dropLast(16).utf8).span, using: &scratch) { event in
            if case .element(let element) = event, kept.isEmpty { kept.append(element) }
        }
        #expect(scratch.pool.idleCount == 1)
        scratch.pool.recycle(try #require(kept.first))
        #expect(scratch.pool.idleCount == 1, "somebody still refers to it")
        let last = kept.removeLast()
        scratch.pool.recycle(last)
        let count = scratch.pool.idleCount
        try stream.receiveAll(Array("<z q='1'/>".utf8).span, using: &scratch) { event in
            if case .element(let element) = event { kept.append(element) }
        }
        #expect(scratch.pool.idleCount < max(1, count) && kept.first?.attribute("q") == "1")
    }

    @Test func `a copy of a stream goes on by itself`() throws {
        let bytes = Array(Self.text.utf8)
        /// What a stream tells of some bytes: descriptions of elements, and ends.
        func told(_ stream: inout ElementStream, _ bytes: ArraySlice<UInt8>) throws(XMLViolation) -> [String] {
            var scratch = StreamScratch()
            var events: [String] = []
            try stream.receiveAll(Array(bytes).span, using: &scratch) { event in
                switch event {
                case .opened(let element), .element(let element): events.append(element.description)
                case .closed: events.append("closed")
                }
            }
            return events
        }
        var once = ElementStream()
        let whole = try told(&once, bytes[...])
        #expect(whole.count == 5 && whole[1] == "<a xmlns='jabber:client'>1</a>")
        for cut in 0...bytes.count {
            var stream = ElementStream()
            let begun = try told(&stream, bytes[..<cut])
            var copy = stream
            var broken = stream
            _ = try? told(&broken, Array("<other a='1'/></'&\u{0}".utf8)[...])
            #expect(begun + (try told(&stream, bytes[cut...])) == whole, "cut at \(cut)")
            #expect(begun + (try told(&copy, bytes[cut...])) == whole, "a copy, cut at \(cut)")
        }
    }
}
