import Testing

@testable import XMLStream

/// Namespaces outside the table are kept while something names them, and no longer.
@Suite struct NamespaceMemoryTests {
    /// Chunks that each end inside an element that declares a namespace: what comes first, each, and last.
    private struct Pieces: Sendable {
        var first = "<a><b>"
        let each: @Sendable (Int) -> String
        var last = "</b></a>"

        func chunks(_ count: Int) -> [[UInt8]] {
            (["<s:s xmlns='jabber:client' xmlns:s='urn:local'>" + first] + (0..<count).map(each) + [last + "</s:s>"])
                .map { Array($0.utf8) }
        }
    }

    private static let pieces: [Pieces] = [
        Pieces { "</b></a><a xmlns='urn:one:\($0)'><b xmlns='urn:two:\($0)'>" },
        Pieces { "</b></a><a xmlns:p='urn:one:\($0)' p:c='d'><b xmlns='urn:two:\($0)'><p:c/>" },
        Pieces { "</b></a><a xmlns='urn:one:\($0)'><c xmlns='urn:two:\($0)'/><b>" },
        Pieces { "</b></a><a xmlns='urn:one:\($0)'/><a xmlns='urn:\($0)'><b xmlns='urn:t'>" },
        Pieces { "</b></a>\r\n<a xmlns='urn:one:\($0)'>\r\n<b xmlns='urn:two:\($0)'>te\rxt" },
        // In a tag that is kept in part, and in one that is not.
        Pieces(
            first: "<a><b c='",
            each: { "'/></a><a xmlns='urn:\($0)'><b xmlns='urn:t:\($0)' c='\(String(repeating: "x", count: 300))" },
            last: "'/></a>"),
        Pieces(first: "<a c='", each: { ">'/><a xmlns='urn:\($0)' c='>" }, last: "'/>"),
    ]

    @Test(
        "S08: local namespaces do not grow with the stream, whatever is open at the end of each chunk",
        arguments: pieces.indices)
    func openAtEachCut(_ row: Int) throws {
        let pieces = Self.pieces[row].chunks(500)
        var tokenizer = XMLTokenizer()
        var tape = TokenTape()
        var stream = ElementStream()
        var scratch = StreamScratch()
        for piece in pieces {
            try tokenizer.receive(piece.span, tape: &tape) { _ in }
            try stream.receiveAll(piece.span, using: &scratch) { _ in }
            #expect(tokenizer.scope.localCount <= 8)
            #expect(stream.tokenizer.scope.localCount <= 8)
        }
    }

    @Test("dropping namespaces changes none that something names", arguments: pieces.indices)
    func sameNames(_ row: Int) throws {
        let pieces = Self.pieces[row].chunks(40)
        let whole = try StreamFixture(Array(pieces.joined()))
        var stream = ElementStream()
        var scratch = StreamScratch()
        var elements: [Element] = []
        for piece in pieces {
            // Each in two halves too, so that what is open is parsed on where it was cut.
            for half in [piece[..<(piece.count / 2)], piece[(piece.count / 2)...]] {
                try stream.receiveAll(Array(half).span, using: &scratch) { event in
                    if case .element(let element) = event { elements.append(element) }
                }
            }
        }
        #expect(elements.count == whole.elements.count)
        #expect(elements == whole.elements)
    }

    @Test("S08: a tag that is looked at anew declares its namespaces once") func tagLookedAtAnew() throws {
        let value = String(repeating: ">", count: 100)
        var tokenizer = XMLTokenizer()
        var tape = TokenTape()
        try tokenizer.receive(Array("<r>".utf8).span, tape: &tape) { _ in }
        for byte in "<b xmlns='urn:x' c='\(value)'".utf8 {
            try tokenizer.receive([byte].span, tape: &tape) { _ in }
            #expect(tokenizer.scope.localCount <= 1)
        }
    }
}
