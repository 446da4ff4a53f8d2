import FuzzSupport
import Testing

@testable import XMLStream

/// A limit of five or so, input that reaches it, and input that goes one beyond.
struct LimitRow: Sendable, CustomTestStringConvertible {
    let name: String
    let limits: XMLLimits
    let legal: String
    let beyond: String

    var testDescription: String { "\(name): \(beyond)" }

    init(
        _ name: String, _ limit: WritableKeyPath<XMLLimits, Int> & Sendable, _ value: Int, legal: String, beyond: String
    ) {
        self.name = name
        var limits = XMLLimits.unbounded
        limits[keyPath: limit] = value
        self.limits = limits
        self.legal = legal
        self.beyond = beyond
    }

    static let rows: [LimitRow] = [
        LimitRow("headerBytes", \.headerBytes, 9, legal: "<a b='1'></a>", beyond: "<a  b='1'‸></a>"),
        LimitRow("headerBytes", \.headerBytes, 9, legal: "  <a   >\t</a>", beyond: "         ‸<a/>"),
        LimitRow(
            "headerBytes", \.headerBytes, 25, legal: "<?xml version='1.0'?><a/>", beyond: "<?xml version='1.0' ?><a/‸>"),
        LimitRow("stanzaBytes", \.stanzaBytes, 9, legal: "<a><b>xx</b><b>yy</b></a>", beyond: "<a><b>xxx</b‸></a>"),
        LimitRow("stanzaBytes", \.stanzaBytes, 9, legal: "<a><b c=''/></a>", beyond: "<a><b  c=''/‸></a>"),
        LimitRow(
            "interstanzaBytes", \.interstanzaBytes, 5, legal: "<a>     <b/>     <b/> </a>", beyond: "<a>     ‸ <b/></a>"
        ),
        LimitRow("interstanzaBytes", \.interstanzaBytes, 5, legal: "<a></a>     ", beyond: "<a></a>     ‸ "),
        LimitRow("depth", \.depth, 2, legal: "<a><b><c/></b><b><c></c></b></a>", beyond: "<a><b><c><‸d/></c></b></a>"),
        LimitRow("depth", \.depth, 1, legal: "<a><b/></a>", beyond: "<a><b><‸c/></b></a>"),
        LimitRow(
            "elementsPerStanza", \.elementsPerStanza, 3, legal: "<a><b><c/><d/></b><b><c><d/></c></b></a>",
            beyond: "<a><b><c/><d/><‸e/></b></a>"),
        LimitRow(
            "attributesPerElement", \.attributesPerElement, 2, legal: "<a c='' d=''><b c='' xmlns='u' d=''/></a>",
            beyond: "<a><b id='' to='' ‸from=''/></a>"),
        LimitRow("attributesPerElement", \.attributesPerElement, 1, legal: "<a/>", beyond: "<a xml:lang='' ‸x=''/>"),
        LimitRow(
            "attributesPerStanza", \.attributesPerStanza, 3,
            legal: "<a><b x='' y=''><c x=''/></b><b x='' y='' z=''/></a>",
            beyond: "<a><b x='' y=''><c x=''/><d ‸x=''/></b></a>"),
        LimitRow(
            "declarationsPerElement", \.declarationsPerElement, 2, legal: "<a xmlns='u' xmlns:p='v'><b xmlns='w'/></a>",
            beyond: "<a xmlns='u' xmlns:p='v' xmlns:‸q='w'/>"),
        LimitRow("nameBytes", \.nameBytes, 5, legal: "<abcde/>", beyond: "<abcde‸f/>"),
        LimitRow("nameBytes", \.nameBytes, 5, legal: "<a bcdef='1'/>", beyond: "<a bcdef‸g='1'/>"),
        LimitRow("nameBytes", \.nameBytes, 7, legal: "<p:b xmlns:p='u'/>", beyond: "<p:b xmlns:p='u' xmlns:p‸q='u'/>"),
        LimitRow("nameBytes", \.nameBytes, 7, legal: "<message/>", beyond: "<presenc‸e/>"),
        LimitRow("nameBytes", \.nameBytes, 5, legal: "<aéé/>", beyond: "<aéé‸é/>"),
        LimitRow("nameBytes", \.nameBytes, 5, legal: "<a/>", beyond: "<a b⟦E4⟧⟦B8⟧⟦AD⟧d‸e='1'/>"),
        LimitRow("valueBytes", \.valueBytes, 5, legal: "<a b='12345' c=''/>", beyond: "<a b='12345‸6'/>"),
        LimitRow("valueBytes", \.valueBytes, 5, legal: "<a b='&amp;'/>", beyond: "<a b='x&amp‸;'/>"),
        LimitRow("valueBytes", \.valueBytes, 5, legal: "<a xmlns='u:abc'/>", beyond: "<a xmlns='u:abc‸d'/>"),
        LimitRow("valueBytes", \.valueBytes, 5, legal: "<a b='éé1'/>", beyond: "<a b='éé1‸2'/>"),
        LimitRow(
            "textBytes", \.textBytes, 5, legal: "<a><b>12345</b><b>12345<c/>12345</b></a>",
            beyond: "<a><b>12345‸6</b></a>"),
        LimitRow("textBytes", \.textBytes, 5, legal: "<a><b>&amp;</b></a>", beyond: "<a><b>&amp;‸x</b></a>"),
        LimitRow(
            "textBytes", \.textBytes, 14, legal: "<a><b><![CDATA[xy]]></b></a>",
            beyond: "<a><b><![CDATA[xyzab‸]]></b></a>"),
    ]
}

@Suite struct LimitTests {
    @Test(
        "RFC6120-13.12-5, RFC6120-13.12-7, RFC6120-13.12-8, RFC6120-13.12-10, XMLIMPL-4-1, S08: what reaches a limit is legal, one more is a policy-violation there, however it is cut",
        arguments: LimitRow.rows)
    func bound(_ row: LimitRow) {
        expect(.accepted(row.legal), rules: .stream, limits: row.limits)
        expect(.fault(row.beyond, .policyViolation), rules: .stream, limits: row.limits)
        expect(.accepted(row.beyond.replacing("‸", with: "")), rules: .stream)
    }

    @Test("every limit has a row") func everyLimit() {
        let named = Set(LimitRow.rows.map(\.name))
        #expect(Set(Mirror(reflecting: XMLLimits()).children.compactMap(\.label)) == named)
    }

    @Test("S08: by default all is bounded, and more so before authentication") func defaults() {
        let (usual, before) = (XMLLimits(), XMLLimits.beforeAuthentication)
        for (usual, before) in zip(Mirror(reflecting: usual).children, Mirror(reflecting: before).children) {
            let (most, less) = (usual.value as? Int, before.value as? Int)
            #expect(most.map { $0 > 0 && $0 < 1 << 24 } == true)
            #expect(less.map { $0 > 0 && $0 <= most ?? 0 } == true)
        }
        #expect(before.stanzaBytes == 8 << 10)
        #expect(before.elementsPerStanza == 32)
    }

    @Test(
        "RFC6120-13.12-8, S08: a limit holds inside one token, before its end comes",
        arguments: [
            ("<a b='", "v"), ("<", "n"), ("<a ", "n"), ("<a xmlns:", "p"), ("<a ", " "), ("<a><b>", "t"), ("<a>", " "),
            ("<a><![CDATA[", " "),
            ("<a><b>&#", "0"), ("<a></", "x"), ("", " "), ("<?xml ", " "),
        ])
    func insideTokens(_ beginning: String, _ repeated: Character) {
        var tokenizer = XMLTokenizer(limits: .beforeAuthentication)
        var tape = TokenTape()
        let chunk = [UInt8](repeating: repeated.asciiValue ?? 0, count: 100)
        var fed = 0
        var violation: XMLViolation?
        do throws(XMLViolation) {
            try unsafe tokenizer.receive(Array(beginning.utf8).span.bytes, tape: &tape) { _ in }
            while fed < 1 << 20 {
                try unsafe tokenizer.receive(chunk.span.bytes, tape: &tape) { _ in }
                fed += chunk.count
                #expect(tokenizer.carry.capacity <= 32 << 10)
            }
        } catch {
            violation = error
        }
        #expect(violation != nil)
        #expect(fed <= 9000)
    }

    @Test("XMLIMPL-5-1: text without end takes no memory") func endlessText() throws {
        var tokenizer = XMLTokenizer(limits: .unbounded)
        var tape = TokenTape()
        try unsafe tokenizer.receive(Array("<a><b>".utf8).span.bytes, tape: &tape) { _ in }
        let chunk = [UInt8](repeating: 0x78, count: 1 << 20)
        var seen = 0
        for _ in 0..<64 {
            try unsafe tokenizer.receive(chunk.span.bytes, tape: &tape) { batch in
                for index in 0..<batch.count { seen += batch[index].textByteCount }
            }
        }
        #expect(seen == 64 << 20)
        #expect(tokenizer.carry.capacity + tokenizer.names.capacity <= 1024)
    }

    @Test("XMLIMPL-5-1: names and namespaces that a peer invents are forgotten with their elements")
    func inventedNames() throws {
        var tokenizer = XMLTokenizer()
        var tape = TokenTape()
        try unsafe tokenizer.receive(Array("<root-with-a-long-name>".utf8).span.bytes, tape: &tape) { _ in }
        for number in 0..<2000 {
            let stanza =
                "<element-number-\(number) xmlns='urn:invented:\(number)' xmlns:prefix-\(number)='urn:more:\(number)'>"
                + "<prefix-\(number):x attribute-\(number)=''/></element-number-\(number)>"
            let bytes = Array(stanza.utf8)
            try unsafe tokenizer.receive(bytes.span.bytes.extracting(0..<40), tape: &tape) { _ in }
            try unsafe tokenizer.receive(bytes.span.bytes.extracting(40..<bytes.count), tape: &tape) { _ in }
        }
        #expect(tokenizer.names.capacity <= 1024)
        #expect(tokenizer.carry.capacity <= 1024)
        #expect(tokenizer.scope.localNamespaces.bounds.count <= 64)
        #expect(tokenizer.scope.count == 0)
    }
}
