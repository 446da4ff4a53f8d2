import Testing

@testable import XMLStream

/// What a batch lends, and what it copies.
@Suite struct TokenBatchTests {
    /// A token, and what the batch says of it.
    struct Row: Equatable, CustomStringConvertible {
        let kind: Token.Kind
        var name = ""
        var namespace = ""
        var rawValue = ""
        var text = ""
        var isEmptyElement = false

        var description: String { "\(kind) \(name) {\(namespace)} '\(rawValue)' '\(text)' \(isEmptyElement)" }
    }

    static let longName = String(repeating: "n", count: 300)

    static let rows: [(String, [Row])] = [
        (
            "<message to='a&amp;b'>x&lt;y</message>",
            [
                Row(kind: .start, name: "message", namespace: "urn:q"),
                Row(kind: .attribute, name: "to", rawValue: "a&amp;b"),
                Row(kind: .text, text: "x"), Row(kind: .character), Row(kind: .text, text: "y"),
                Row(kind: .end, name: "message", namespace: "urn:q"),
            ]
        ),
        (
            "<iq xmlns=\"jabber:client\" xmlns:p='urn:&#112;' p:x='1' xml:lang='de'/>",
            [
                Row(kind: .start, name: "iq", namespace: "jabber:client", isEmptyElement: true),
                Row(kind: .declaration, rawValue: "jabber:client"),
                Row(kind: .declaration, name: "p", rawValue: "urn:&#112;"),
                Row(kind: .attribute, name: "x", namespace: "urn:p", rawValue: "1"),
                Row(kind: .attribute, name: "lang", namespace: NamespaceName.xml.text, rawValue: "de"),
                Row(kind: .end, name: "iq", namespace: "jabber:client", isEmptyElement: true),
            ]
        ),
        (
            "<p:\(longName) xmlns:p='urn:made-up' xmlns=''/>",
            [
                Row(kind: .start, name: longName, namespace: "urn:made-up", isEmptyElement: true),
                Row(kind: .declaration, name: "p", rawValue: "urn:made-up"), Row(kind: .declaration),
                Row(kind: .end, name: longName, namespace: "urn:made-up", isEmptyElement: true),
            ]
        ),
        (
            "<a><![CDATA[<&]]>é</a>",
            [
                Row(kind: .start, name: "a", namespace: "urn:q"), Row(kind: .text, text: "<&é"),
                Row(kind: .end, name: "a", namespace: "urn:q"),
            ]
        ),
    ]

    @Test(arguments: rows.indices, [1, 7, Int.max])
    func `a batch lends the bytes of each part of a token, and copies the same`(index: Int, chunk: Int) throws {
        let (xml, expected) = Self.rows[index]
        let root = Array("<r xmlns='urn:q'>".utf8)
        let bytes = root + Array(xml.utf8)
        var tokenizer = XMLTokenizer()
        var tape = TokenTape()
        var found: [Row] = []
        var start = 0
        while start < bytes.count {
            let end = start + min(start < root.count ? root.count : chunk, bytes.count - start)
            try unsafe tokenizer.receive(Array(bytes[start..<end]).span.bytes, tape: &tape) { batch in
                for index in 0..<batch.count {
                    guard let row = Self.row(batch, at: index) else { continue }
                    // A text may come in any number of pieces.
                    if row.kind == .text, let last = found.last, last.kind == .text {
                        found[found.count - 1].text = last.text + row.text
                    } else {
                        found.append(row)
                    }
                }
            }
            start = end
        }
        let header = [Row(kind: .start, name: "r", namespace: "urn:q"), Row(kind: .declaration, rawValue: "urn:q")]
        #expect(found == header + expected)
    }

    /// What the batch lends, if it copies the same; nil for an annotation.
    private static func row(_ batch: borrowing TokenBatch, at index: Int) -> Row? {
        let token = batch[index]
        if token.kind == .annotation { return nil }
        let row = Row(
            kind: token.kind, name: batch.withName(at: index, text), namespace: batch.withNamespace(at: index, text),
            rawValue: batch.withRawValue(at: index, text), text: batch.withText(at: index, text),
            isEmptyElement: token.isEmptyElement)
        #expect(row.name == batch.name(of: index) && row.namespace == batch.namespace(of: index))
        if !row.rawValue.contains("&") { #expect(row.rawValue == batch.value(of: index)) }
        if token.kind == .text { #expect(row.text == batch.text(of: index)) }
        return row
    }

    private static func text(_ bytes: RawSpan) -> String { bytes.withWindow { $0.text } }
}
