import FuzzSupport
import Testing

@testable import XMLStream

/// First-level elements without a byte between, which are read in one go.
@Suite struct AdjacentStanzasTests {
    private static let header = "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>"
    private static let stanza =
        "<message from='a@example.com' id='one' to='b@example.com'><body>text</body><x xmlns='jabber:x:data'/></message>"
    private static let empty = "<presence from='a@example.com' id='two' to='b@example.com' type='unavailable'/>"

    /// A limit that one stanza just keeps, or just does not.
    struct Bound: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let most: Int
        let set: @Sendable (inout XMLLimits, Int) -> Void

        static let all = [
            Bound(testDescription: "bytes", most: stanza.utf8.count) { $0.stanzaBytes = $1 },
            Bound(testDescription: "elements", most: 3) { $0.elementsPerStanza = $1 },
            Bound(testDescription: "attributes", most: 4) { $0.attributesPerStanza = $1 },
            Bound(testDescription: "depth", most: 2) { $0.depth = $1 },
        ]
    }

    @Test("XMLIMPL-4-1, S08: each of many stanzas in one chunk has the limits for itself", arguments: Bound.all)
    func limits(_ bound: Bound) throws {
        let count = 200
        let bytes = Array((Self.header + repeated(count)).utf8)
        var limits = XMLLimits()
        bound.set(&limits, bound.most)
        for chunk in [bytes.count, 16384, 1460, 700, 64, 1] {
            var stream = ElementStream(limits: limits)
            var scratch = StreamScratch()
            var told = 0
            for start in stride(from: 0, to: bytes.count, by: chunk) {
                let end = min(bytes.count, start + chunk)
                try stream.receiveAll(Array(bytes[start..<end]).span, using: &scratch) {
                    if case .element = $0 { told += 1 }
                }
                // Whatever is complete is told at once.
                let both = Self.stanza.utf8.count + Self.empty.utf8.count
                #expect(told / 2 == max(0, end - Self.header.utf8.count) / both)
            }
            #expect(told == 2 * count, "chunks of \(chunk)")
        }
    }

    @Test(
        "XMLIMPL-4-1, S08: a stanza beyond a limit is refused at the same byte, however many stand before it in the chunk",
        arguments: Bound.all)
    func beyond(_ bound: Bound) throws {
        var limits = XMLLimits()
        bound.set(&limits, bound.most)
        let more = Self.stanza.replacing(
            "</message>", with: "<x xmlns='jabber:x:oob'><url desc='d' sid='s'/></x></message>")
        for count in [0, 1, 2, 20] {
            let bytes = Array((Self.header + repeated(count) + more + Self.stanza).utf8)
            let whole = TokenizerOutcome.of(bytes, limits: limits)
            #expect(whole.violation?.condition == .policyViolation)
            let start = Self.header.utf8.count + count * (Self.stanza.utf8.count + Self.empty.utf8.count)
            #expect((start..<start + more.utf8.count).contains(Int(whole.violation?.byteOffset ?? 0)))
            for chunk in [1460, 700, 64, 7, 1] {
                #expect(
                    TokenizerOutcome.of(bytes, chunk: chunk, limits: limits).agrees(with: whole), "\(count), \(chunk)")
            }
        }
    }

    @Test func `text between stanzas that stand close together is refused where it begins`() {
        for count in [1, 2, 20] {
            let before = Self.header + repeated(count)
            let bytes = Array((before + "x" + Self.stanza).utf8)
            for chunk in [bytes.count, 1460, 64, 1] {
                let outcome = TokenizerOutcome.of(bytes, chunk: chunk)
                #expect(outcome.violation == XMLViolation(.textBetweenStanzas, at: Int64(before.utf8.count)))
            }
        }
    }

    @Test func `elements told one at a time are those told all at once`() throws {
        let bytes = Array((Self.header + repeated(30)).utf8)
        var together: [Element] = []
        var stream = ElementStream()
        var scratch = StreamScratch()
        try stream.receiveAll(bytes.span, using: &scratch) {
            if case .element(let element) = $0 { together.append(element) }
        }
        var singly: [Element] = []
        var pausing = ElementStream()
        var rest = bytes[...]
        while !rest.isEmpty {
            let progress = try pausing.receive(Array(rest).span, using: &scratch)
            rest = rest.dropFirst(progress.consumedByteCount)
            if case .element(let element) = progress.event {
                singly.append(element)
                // It stops right behind the element.
                #expect(rest.isEmpty || rest.first == UInt8(ascii: "<"))
                #expect(Int(pausing.byteOffset) == bytes.count - rest.count)
            }
        }
        #expect(singly == together)
        #expect(together.count == 60)
    }

    private func repeated(_ count: Int) -> String { String(repeating: Self.stanza + Self.empty, count: count) }
}
