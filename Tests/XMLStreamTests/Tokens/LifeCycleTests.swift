@testable import FuzzSupport
import Testing

@testable import XMLStream

@Suite struct LifeCycleTests {
    static let stream =
        "<?xml version='1.0'?><s:stream xmlns:s='http://etherx.jabber.org/streams' xmlns='jabber:client'>\r\n"
        + "<message to='é'><body>a &amp; ]] b</body><x-long-name-here xmlns='urn:x' xmlns:p='urn:p' p:a='1'/></message>"
        + " <iq/></s:stream>\n"

    /// Feeds some bytes; what was delivered comes back, and the violation if there was one.
    private func feed(
        _ tokenizer: inout XMLTokenizer, _ bytes: some Sequence<UInt8>
    ) -> (events: String, violation: XMLViolation?) {
        var tape = TokenTape()
        var events = CanonicalEvents()
        var violation: XMLViolation?
        do throws(XMLViolation) {
            let bytes = Array(bytes)
            let consumed = try unsafe tokenizer.receive(bytes.span.bytes, tape: &tape) { events.append($0) }
            #expect(consumed == bytes.count)
        } catch {
            violation = error
        }
        events.finish()
        return (String(decoding: events.lines, as: UTF8.self), violation)
    }

    @Test(
        "XMLIMPL-2-1, RFC6120-11.3-5: a violation sticks: the same again, and nothing delivered",
        arguments: [
            "<a><b/>&x;", "<a><b></a>", "x", "<!DOCTYPE", "<a>x<b/>",
        ])
    func sticky(_ input: String) throws {
        var tokenizer = XMLTokenizer()
        let violation = try #require(feed(&tokenizer, input.utf8).violation)
        for more in ["<c/>", "", "</a>", ";", "<?xml version='1.0'?><a/>"] {
            let next = feed(&tokenizer, more.utf8)
            #expect(next.events.isEmpty)
            #expect(next.violation == violation)
            #expect(throws: violation) { try tokenizer.finish() }
        }
        tokenizer.restart()
        #expect(feed(&tokenizer, "<a/>".utf8).violation == violation, "a restart is no way out")
    }

    @Test("RFC6120-11.3-5: what was legal before a fault is delivered in the same call") func prefixDelivered() {
        var tokenizer = XMLTokenizer()
        let outcome = feed(&tokenizer, "<a><b>text</b><c x='1' x='2'/>".utf8)
        #expect(outcome.events == "START\t{}a\nSTART\t{}b\nTEXT\ttext\nEND\t{}b\n")
        #expect(outcome.violation?.byteOffset == 23)
    }

    @Test("a copy goes on by itself from every position, and leaves the original alone") func copies() throws {
        let bytes = Array(LifeCycleTests.stream.utf8)
        let whole = TokenizerOutcome.of(bytes)
        try #require(whole.violation == nil)
        for position in bytes.indices {
            var original = Session()
            original.feed(bytes[..<position])
            var (wrong, right) = (original, original)
            // One copy takes a wrong turn, deep and long.
            wrong.feed(Array("<w xmlns='urn:w'><deep-element-with-a-name xmlns:q='urn:q'><q:z>".utf8))
            original.feed(bytes[position...])
            right.feed(bytes[position...])
            for session in [original, right] { #expect(session.outcome == whole, "copied at \(position)") }
        }
    }

    @Test("end of input told to a copy changes nothing in the original") func finishedCopy() throws {
        let bytes = Array(LifeCycleTests.stream.utf8)
        for position in bytes.indices {
            var original = XMLTokenizer()
            _ = feed(&original, bytes[..<position])
            var copy = original
            try? copy.finish()
            #expect(feed(&original, bytes[position...]).violation == nil, "\(position)")
        }
    }

    @Test(
        "RFC6120-4.3.3-7, RFC6120-4.8.5-6, XMLIMPL-7-1: a restart begins a new document, with the old one's declarations forgotten"
    )
    func restart() throws {
        var tokenizer = XMLTokenizer()
        #expect(feed(&tokenizer, "<a xmlns:p='u' xmlns='v'><p:b/><proceed/>".utf8).violation == nil)
        #expect(tokenizer.depth == 1)
        let offset = tokenizer.byteOffset
        #expect(offset == 41)
        tokenizer.restart()
        #expect(tokenizer.depth == 0)
        #expect(tokenizer.byteOffset == offset)
        let second = feed(&tokenizer, "<?xml version='1.0'?><a><b/>".utf8)
        #expect(second.events == "START\t{}a\nSTART\t{}b\nEND\t{}b\n")
        let third = feed(&tokenizer, "<p:c/>".utf8)
        #expect(third.violation?.condition == .badNamespacePrefix)
        #expect(third.violation?.byteOffset == offset + 29)
    }

    @Test(
        "a restart forgets a cut token, a cut line end and brackets",
        arguments: ["<a><b", "<a>\r", "<a><b>]]", "<a><![CDATA[", "<a>&am", "<a>é"])
    func restartInToken(_ beginning: String) {
        var tokenizer = XMLTokenizer()
        _ = feed(&tokenizer, beginning.utf8.dropLast(beginning.hasSuffix("é") ? 1 : 0))
        tokenizer.restart()
        let outcome = feed(&tokenizer, "<a>\n<b>></b></a>".utf8)
        #expect(outcome.violation == nil)
        #expect(outcome.events == "START\t{}a\nTEXT\t\\n\nSTART\t{}b\nTEXT\t>\nEND\t{}b\nEND\t{}a\n")
    }

    @Test(
        "white space in front of the declaration belongs to the stream before a restart, and to none without one",
        arguments: ["\n", " ", "\r\n\t  "])
    func spaceBeforeDeclaration(_ space: String) {
        let bytes = Array("\(space)<?xml version='1.0'?><a/>".utf8)
        for position in bytes.indices {
            var tokenizer = XMLTokenizer()
            _ = feed(&tokenizer, "<a><b/>".utf8)
            tokenizer.restart()
            #expect(feed(&tokenizer, bytes[..<position]).violation == nil)
            #expect(feed(&tokenizer, bytes[position...]).violation == nil, "cut at \(position)")
            #expect(tokenizer.isComplete)
        }
        var fresh = XMLTokenizer()
        #expect(feed(&fresh, bytes).violation?.condition == .restrictedXML)
        var limits = XMLLimits()
        limits.headerBytes = 64
        var bounded = XMLTokenizer(limits: limits)
        bounded.restart()
        let spaces = feed(&bounded, Array(repeating: 0x20, count: 65))
        #expect(spaces.violation?.byteOffset == 64, "it counts towards the header's bytes")
    }

    @Test("XML-2.1-3: the end of input may be told when the root is closed, and twice") func finishing() throws {
        var tokenizer = XMLTokenizer()
        #expect(throws: XMLViolation.self) {
            var empty = XMLTokenizer()
            try empty.finish()
        }
        #expect(!tokenizer.isComplete)
        _ = feed(&tokenizer, "<a/> ".utf8)
        #expect(tokenizer.isComplete)
        try tokenizer.finish()
        try tokenizer.finish()
    }

    @Test("XMLIMPL-1-1: an empty chunk says nothing, anywhere") func emptyChunks() {
        let bytes = Array(LifeCycleTests.stream.utf8)
        var tokenizer = XMLTokenizer()
        var tape = TokenTape()
        var events = CanonicalEvents()
        for byte in bytes {
            #expect(throws: Never.self) {
                try unsafe tokenizer.receive([UInt8]().span.bytes, tape: &tape) { events.append($0) }
                try unsafe tokenizer.receive([byte].span.bytes, tape: &tape) { events.append($0) }
            }
        }
        events.finish()
        #expect(events.lines == TokenizerOutcome.of(bytes).events)
    }

    @Test("one tape serves many streams in turn") func sharedTape() {
        let bytes = Array(LifeCycleTests.stream.utf8)
        let whole = TokenizerOutcome.of(bytes)
        var tape = TokenTape()
        var streams = Array(repeating: Session(), count: 7)
        for byte in bytes {
            for number in streams.indices { streams[number].feed([byte], tape: &tape) }
        }
        for session in streams { #expect(session.outcome == whole) }
    }

    @Test("XMLIMPL-3-1: a violation says what was expected, and holds nothing of the stream") func description() throws
    {
        var tokenizer = XMLTokenizer()
        let violation = try #require(feed(&tokenizer, "<a><secret></b>".utf8).violation)
        #expect("\(violation)" == "not-well-formed at byte 13: expected the end tag of the open element")
        #expect(!"\(violation)".contains("secret"))
    }
}

/// A tokenizer and what it has told so far, as one value.
private struct Session {
    private var tokenizer = XMLTokenizer()
    private var events = CanonicalEvents()
    private var violation: XMLViolation?
    private var fed = 0

    mutating func feed(_ bytes: some Sequence<UInt8>) {
        var tape = TokenTape()
        feed(bytes, tape: &tape)
    }

    mutating func feed(_ bytes: some Sequence<UInt8>, tape: inout TokenTape) {
        let bytes = Array(bytes)
        fed += bytes.count
        do throws(XMLViolation) {
            try unsafe tokenizer.receive(bytes.span.bytes, tape: &tape) { events.append($0) }
        } catch {
            violation = error
        }
    }

    /// What all came to, end of input told.
    var outcome: TokenizerOutcome {
        var (tokenizer, events, violation) = (tokenizer, events, violation)
        events.finish()
        do throws(XMLViolation) { try tokenizer.finish() } catch { violation = error }
        return TokenizerOutcome(events: events.lines, violation: violation, fed: fed)
    }
}
