import FuzzSupport
import Testing

@testable import XMLStream

/// Rules that meet at one byte: a limit and what stands on it, the end of the input and a token begun before it.
@Suite struct BoundaryTests {
    private static let header = "<s:s xmlns='jabber:client' xmlns:s='http://etherx.jabber.org/streams' version='1.0'>"

    @Test(
        "S03, XML-2.1-1: a token that the end of the input cuts is a fault, behind the root too",
        arguments: ["<r></r><", "<r/><!", "<r/> <", "<r><", "<r>&am", "<r></r", "<r a='"])
    func cutByTheEnd(_ input: String) {
        let bytes = Array(input.utf8)
        for chunk in [1, bytes.count] {
            var tokenizer = XMLTokenizer()
            var tape = TokenTape()
            #expect(throws: XMLViolation(.endOfInput, at: Int64(bytes.count))) {
                for start in stride(from: 0, to: bytes.count, by: chunk) {
                    try tokenizer.receive(Array(bytes[start..<min(bytes.count, start + chunk)]).span, tape: &tape) {
                        _ in
                    }
                }
                try tokenizer.finish()
            }
        }
    }

    @Test(
        "S08, XMLIMPL-4-1: the limit on text holds at every kind of character, however it is cut",
        arguments: [
            // Brackets right at the limit end with the tag.
            (2, Row.accepted("<r><a>]]<b>></b></a></r>")),
            // A carriage return and its line feed are one character.
            (1, .accepted("<r><a><b>\r</b>\n</a></r>")), (1, .accepted("<r><a>\r\n</a></r>")),
            // References count as they are written.
            (10, .fault("<r><a>&#00000000‸65;</a></r>", .policyViolation)),
            (5, .accepted("<r><a>&#65;</a></r>")), (4, .fault("<r><a>&#65‸;</a></r>", .policyViolation)),
            (4, .fault("<r><a>&#x‸;</a></r>")),
            // A character that the limit falls into.
            (4, .fault("<r><a>ab‸😀</a></r>", .policyViolation)), (6, .accepted("<r><a>ab😀</a></r>")),
        ])
    func textLimit(_ bytes: Int, _ row: Row) {
        var limits = XMLLimits.unbounded
        limits.textBytes = bytes
        expect(row, rules: .stream, limits: limits)
    }

    @Test("S03: a character behind the longest name is judged when it is whole") func behindLongestName() {
        var limits = XMLLimits.unbounded
        limits.nameBytes = 20
        let name = String(repeating: "a", count: 20)
        expect(.fault("<r><\(name)‸×></r>"), rules: .stream, limits: limits)
        expect(.fault("<r><\(name)‸é></r>", .policyViolation), rules: .stream, limits: limits)
    }

    @Test("S08: limits are relaxed between two elements, and hold for what begins next") func relaxedLimits() throws {
        var stream = ElementStream(limits: .beforeAuthentication)
        var scratch = StreamScratch()
        let long = "<message><body>\(String(repeating: "x", count: 9000))</body></message>"
        #expect(stream.limits == .beforeAuthentication)
        try stream.receiveAll(Array(Self.header.utf8).span, using: &scratch) { _ in }
        var strict = stream
        #expect(throws: XMLViolation.self) { try strict.receiveAll(Array(long.utf8).span, using: &scratch) { _ in } }
        stream.limits = .beforeAuthenticationAsInitiator
        var count = 0
        try stream.receiveAll(Array(long.utf8).span, using: &scratch) { if case .element = $0 { count += 1 } }
        #expect(count == 1)
    }

    @Test("S08, XMLIMPL-4-1: a lowered limit holds for the next element, however it is cut") func loweredLimits() {
        let rest = "</body></message><message><body>\(String(repeating: "a", count: 100))</body></message><presence/>"
        for chunk in [1, 17, 40, 1000] {
            var stream = ElementStream()
            var scratch = StreamScratch()
            var told = 0
            func feed(_ text: String, _ chunk: Int) throws(XMLViolation) {
                let bytes = Array(text.utf8)
                for start in stride(from: 0, to: bytes.count, by: chunk) {
                    try stream.receiveAll(
                        Array(bytes[start..<min(bytes.count, start + chunk)]).span, using: &scratch
                    ) { if case .element = $0 { told += 1 } }
                }
            }
            let before = Self.header + "<message><body>x"
            let place = before.utf8.count + "</body></message>".utf8.count + 50
            #expect(throws: XMLViolation(.stanzaBytes, at: Int64(place))) {
                try feed(before, 1000)
                stream.limits.stanzaBytes = 50
                try feed(rest, chunk)
            }
            #expect(told == 1, "chunks of \(chunk)")
        }
    }

    @Test("S08: no limit is too low or too high to be kept", arguments: [Int.min, -1, 0, 1, Int.max]) func extremes(
        _ value: Int
    ) {
        var limits = XMLLimits()
        for path: WritableKeyPath<XMLLimits, Int> in [
            \.headerBytes, \.stanzaBytes, \.interstanzaBytes, \.depth, \.elementsPerStanza, \.attributesPerStanza,
            \.attributesPerElement, \.declarationsPerElement, \.nameBytes, \.valueBytes, \.textBytes,
        ] { limits[keyPath: path] = value }
        let bytes = Array("<a b='c'><d xmlns='e'>f</d> </a>".utf8)
        let outcome = TokenizerOutcome.of(bytes, rules: .stream, limits: limits)
        #expect((outcome.violation == nil) == (value > 1))
        #expect((outcome.violation?.byteOffset ?? 0) >= 0)
        #expect(TokenizerOutcome.of(bytes, chunk: 1, rules: .stream, limits: limits).agrees(with: outcome))
    }

    @Test("S08: a stalled stream keeps what it sent, not the memory that others warmed") func stalled() throws {
        var scratch = StreamScratch()
        var busy = ElementStream()
        let large = Self.header + "<message><body>\(String(repeating: "<b/>", count: 4000))</body></message>"
        for start in stride(from: 0, to: large.utf8.count, by: 1460) {
            let piece = Array(Array(large.utf8)[start..<min(large.utf8.count, start + 1460)])
            try busy.receiveAll(piece.span, using: &scratch) { _ in }
        }
        for _ in 0..<100 {
            var stalled = ElementStream(limits: .beforeAuthentication)
            try stalled.receiveAll(Array((Self.header + "<a>x").utf8).span, using: &scratch) { _ in }
            let kept = stalled.pending.bytes.capacity + stalled.pending.tokens.room * MemoryLayout<Token>.stride
            #expect(kept <= 4 * stalled.limits.stanzaBytes)
        }
    }

    @Test(
        "S08: what is cut does not keep the memory of a larger element before it", arguments: ["<a>", "<a><b/>", "<"])
    func afterLarge(_ rest: String) throws {
        let large = [String(repeating: "x", count: 200_000), String(repeating: "<b/>", count: 400)]
        for content in large {
            var scratch = StreamScratch()
            var stream = ElementStream()
            for piece in [Self.header, "<message><body>\(content)", "</body></message>\(rest)"] {
                try stream.receiveAll(Array(piece.utf8).span, using: &scratch) { _ in }
            }
            #expect(stream.pending.bytes.count - stream.pending.start == rest.utf8.count)
            #expect(stream.pending.bytes.capacity <= 16 << 10)
            #expect(stream.pending.tokens.room <= 1024)
        }
    }

    @Test func `an event owed by one form of receive is told by the other`() throws {
        var stream = ElementStream()
        var scratch = StreamScratch()
        _ = try stream.receive(Array("<r/>".utf8).span, using: &scratch)
        var closed = 0
        try stream.receiveAll(Array("  ".utf8).span, using: &scratch) { if case .closed = $0 { closed += 1 } }
        #expect(closed == 1)
    }

    @Test(
        "S03: an element is the same however often it was cut",
        arguments: [
            "<message><body>one two\r\nthree &amp; <![CDATA[f]]o]]>ur</body></message>",
            "<p:a xmlns:p='urn:p' xmlns='urn:q'><b xmlns='urn:r' p:c='d'/><p:e/>text<f/>more</p:a>",
            "<iq type='get' id='\(String(repeating: "x", count: 700))'><query xmlns='jabber:iq:roster'/></iq>",
        ])
    func cutElements(_ element: String) throws {
        let bytes = Array((Self.header + element + element + "</s:s>").utf8)
        let whole = try elements(bytes, chunk: bytes.count)
        try #require(whole.count == 2)
        for chunk in 1..<min(bytes.count, 300) {
            let cut = try elements(bytes, chunk: chunk)
            #expect(cut == whole, "chunks of \(chunk)")
            #expect(cut.map(\.storedByteCount) == whole.map(\.storedByteCount))
        }
    }

    private func elements(_ bytes: [UInt8], chunk: Int) throws -> [Element] {
        var stream = ElementStream()
        var scratch = StreamScratch()
        var elements: [Element] = []
        for start in stride(from: 0, to: bytes.count, by: chunk) {
            let piece = Array(bytes[start..<min(bytes.count, start + chunk)])
            try stream.receiveAll(piece.span, using: &scratch) {
                if case .element(let found) = $0 { elements.append(found) }
            }
        }
        try stream.finish()
        return elements
    }
}
