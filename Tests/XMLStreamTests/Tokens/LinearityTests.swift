import Testing

@testable import XMLStream

/// Work grows with the bytes, not with their square.
///
/// No clock is asked: what is counted here does not depend on the machine, and `bench hostile` measures times.
@Suite struct LinearityTests {
    // MARK: Tokens that come a byte at a time

    /// The beginning of a token, and what a peer may go on with for ever.
    struct EndlessToken: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let beginning: String
        let item: @Sendable (Int) -> String

        init(_ testDescription: String, _ beginning: String, _ item: @escaping @Sendable (Int) -> String) {
            self.testDescription = testDescription
            self.beginning = beginning
            self.item = item
        }

        static let all = [
            EndlessToken("a name", "<") { _ in "n" }, EndlessToken("a name behind a prefix", "<p:") { _ in "n" },
            EndlessToken("an attribute's name", "<a ") { _ in "n" },
            EndlessToken("a declared prefix", "<a xmlns:") { _ in "p" },
            EndlessToken("a value", "<a b='") { _ in "v" },
            EndlessToken("references in a value", "<a b=\"") { _ in "&lt;" },
            EndlessToken("brackets in a value", "<a b='") { _ in "/>" },
            EndlessToken("white space in a tag", "<a") { _ in " " },
            EndlessToken("white space before =", "<a b") { _ in " " },
            EndlessToken("white space behind =", "<a b=") { _ in "\n" },
            EndlessToken("attributes", "<a") { " x\($0)=''" },
            EndlessToken("attributes with prefixes", "<a xmlns:p='u'") { " p:x\($0)=\"v\"" },
            EndlessToken("declarations", "<a") { " xmlns:x\($0)='u'" },
            EndlessToken("leading zeros", "<a><b>&#") { _ in "0" },
        ]
    }

    @Test(
        "S28, XMLIMPL-6-1: a token that is cut at every byte is not looked through again and again",
        arguments: EndlessToken.all)
    func cutToken(_ token: EndlessToken) throws {
        let beginning = Array(token.beginning.utf8)
        var bytes = beginning
        var number = 0
        while bytes.count < 1 << 15 {
            bytes += token.item(number).utf8
            number += 1
        }
        var tokenizer = XMLTokenizer(limits: .unbounded)
        var tape = TokenTape()
        var looked = 0
        for index in bytes.indices {
            looked += tokenizer.bytesLookedAt(onceThereIs: bytes[index])
            try tokenizer.receive(bytes.span.extracting(index...index), tape: &tape) { _ in }
        }
        // It is one token still.
        #expect(tokenizer.carry.count > bytes.count - beginning.count)
        #expect(looked < 16 * bytes.count)
    }

    // MARK: Many of something

    /// Input with a number of items. Looking at each for each takes twenty minutes and more, even of optimised code.
    struct Crowd: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var chunk = Int.max
        let input: @Sendable (Int) -> String

        static let all = [
            Crowd(testDescription: "attributes") { n in "<a><b\(each(n) { " x\($0)=''" })/></a>" },
            Crowd(testDescription: "attributes with prefixes") { n in
                "<a xmlns:p='u'><b\(each(n) { " p:x\($0)=''" })/></a>"
            },
            Crowd(testDescription: "attributes that share their first bytes") { n in
                "<a><b\(each(n) { " xxxxxxxx\($0)xxxxxxxx=''" })/></a>"
            },
            Crowd(testDescription: "declarations") { n in "<a><b\(each(n) { " xmlns:x\($0)='u'" })/></a>" },
            Crowd(testDescription: "depth") { n in
                "<a>\(each(n) { _ in "<b xmlns='u'>" })\(each(n) { _ in "</b>" })</a>"
            },
            Crowd(testDescription: "prefixed names inside many default namespaces") { n in
                "<a xmlns:p='v'>\(each(n) { _ in "<b xmlns='u'>" })\(each(n) { _ in "<p:c/>" })\(each(n) { _ in "</b>" })</a>"
            },
            Crowd(testDescription: "references") { n in "<a><b>\(each(n) { _ in "&amp;" })</b></a>" },
            Crowd(testDescription: "siblings that declare, in small pieces", chunk: 7) { n in
                "<a><b>\(each(n) { "<c xmlns='u:\($0)'/>" })</b></a>"
            },
            Crowd(testDescription: "white space between first-level elements, in small pieces", chunk: 7) { n in
                "<a>\(each(n) { _ in " \n" })</a>"
            },
        ]

        private static func each(_ count: Int, _ item: (Int) -> String) -> String {
            (0..<count).map(item).joined()
        }
    }

    @Test(
        "XMLIMPL-6-1, XMLIMPL-14-1: three hundred thousand of anything are read in seconds, their square takes longer than allowed",
        .timeLimit(.minutes(10)), arguments: Crowd.all)
    func crowd(_ crowd: Crowd) throws {
        let bytes = Array(crowd.input(300_000).utf8)
        var tokenizer = XMLTokenizer(limits: .unbounded)
        var tape = TokenTape()
        for start in stride(from: 0, to: bytes.count, by: min(crowd.chunk, bytes.count)) {
            let end = start + min(crowd.chunk, bytes.count - start)
            try tokenizer.receive(bytes.span.extracting(start..<end), tape: &tape) { _ in }
        }
        try tokenizer.finish()
    }
}

extension XMLTokenizer {
    /// How many bytes are looked at when this one comes: it alone, where it cannot bring the cut token forward; all
    /// since the last part that is done, where it can or where the token is due for a look.
    fileprivate func bytesLookedAt(onceThereIs byte: UInt8) -> Int {
        let size = carry.count + 1
        let mayGoOn =
            cut.awaited == .anything || size >= cut.checkpoint || [byte].withWindow { cut.awaited.isAmong($0) }
        return mayGoOn ? size - max(cut.attributesFrom, cut.digitsFrom) : 1
    }
}
