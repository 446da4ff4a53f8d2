/// A document that a peer might send to make a parser slow or large, growing with one number.
struct HostileShape: Sendable {
    let name: String
    /// What is counted: items or bytes.
    let unit: String
    /// The greatest size tried.
    let largest: Int
    /// Bytes fed at a time; 0 = all at once.
    let chunk: Int
    private let stanza: @Sendable (Int) -> [UInt8]

    /// A stream with one hostile stanza of this size.
    func document(size: Int) -> [UInt8] {
        Array(Traffic.header.utf8) + stanza(size) + Array(Traffic.footer.utf8)
    }

    /// Every shape, whole and one byte at a time.
    static let all = [0, 1].flatMap { chunk in shapes(chunk: chunk) }

    private static func shapes(chunk: Int) -> [HostileShape] {
        [
            HostileShape(name: "attributes", unit: "items", largest: 10_000, chunk: chunk) { size in
                repeated(size, open: "<message", close: "/>") { " a\($0)=''" }
            },
            HostileShape(name: "attributes that begin alike", unit: "items", largest: 10_000, chunk: chunk) { size in
                repeated(size, open: "<message", close: "/>") { " xxxxxxxx\($0)xxxxxxxx=''" }
            },
            HostileShape(name: "prefixed attributes", unit: "items", largest: 10_000, chunk: chunk) { size in
                repeated(size, open: "<message xmlns:p='urn:p' xmlns:q='urn:p2'", close: "/>") {
                    $0 % 2 == 0 ? " p:a\($0)=''" : " q:a\($0)=''"
                }
            },
            HostileShape(name: "namespace declarations", unit: "items", largest: 10_000, chunk: chunk) { size in
                repeated(size, open: "<message", close: "/>") { " xmlns:p\($0)='urn:\($0)'" }
            },
            HostileShape(name: "declarations a level", unit: "items", largest: 10_000, chunk: chunk) { size in
                repeated(size, open: "", close: "") { "<p\($0):a xmlns:p\($0)='urn:p'>" }
                    + (0..<size).reversed().flatMap { Array("</p\($0):a>".utf8) }
            },
            HostileShape(name: "prefixes in deep defaults", unit: "items", largest: 10_000, chunk: chunk) { size in
                repeated(size / 2, open: "<a xmlns:p='urn:p'>", close: "") { _ in "<b xmlns='urn:b'>" }
                    + repeated(size / 2, open: "", close: "") { _ in "<p:c/>" }
                    + repeated(size / 2, open: "", close: "</a>") { _ in "</b>" }
            },
            HostileShape(name: "depth", unit: "items", largest: 10_000, chunk: chunk) { size in
                repeated(size, open: "", close: "") { _ in "<a>" } + repeated(size, open: "", close: "") { _ in "</a>" }
            },
            HostileShape(name: "children", unit: "items", largest: 10_000, chunk: chunk) { size in
                repeated(size, open: "<message>", close: "</message>") { _ in "<a/>" }
            },
            HostileShape(name: "children with attributes", unit: "items", largest: 10_000, chunk: chunk) { size in
                repeated(size, open: "<message>", close: "</message>") { _ in "<a b='' c=''/>" }
            },
            HostileShape(name: "children with namespaces", unit: "items", largest: 10_000, chunk: chunk) { size in
                repeated(size, open: "<message>", close: "</message>") { "<a xmlns='\($0)'/>" }
            },
            HostileShape(name: "one long name", unit: "bytes", largest: 1_000_000, chunk: chunk) { size in
                Array("<a".utf8) + filler(size) + Array("/>".utf8)
            },
            HostileShape(name: "one long value", unit: "bytes", largest: 1_000_000, chunk: chunk) { size in
                Array("<a b='".utf8) + filler(size) + Array("'/>".utf8)
            },
            HostileShape(name: "&amp; in text", unit: "bytes", largest: 1_000_000, chunk: chunk) { size in
                repeated(size / 5, open: "<a>", close: "</a>") { _ in "&amp;" }
            },
            HostileShape(name: "&amp; in a value", unit: "bytes", largest: 1_000_000, chunk: chunk) { size in
                repeated(size / 5, open: "<a b='", close: "'/>") { _ in "&amp;" }
            },
            HostileShape(name: "leading zeros", unit: "bytes", largest: 1_000_000, chunk: chunk) { size in
                Array("<a>&#".utf8) + filler(size, with: "0") + Array("65;</a>".utf8)
            },
            HostileShape(name: "text", unit: "bytes", largest: 1_000_000, chunk: chunk) { size in
                Array("<a>".utf8) + filler(size) + Array("</a>".utf8)
            },
            HostileShape(name: "text in sections", unit: "bytes", largest: 1_000_000, chunk: chunk) { size in
                repeated(size / 14, open: "<a>", close: "</a>") { _ in "x<![CDATA[y]]>" }
            },
            HostileShape(name: "white space in a tag", unit: "bytes", largest: 1_000_000, chunk: chunk) { size in
                Array("<a".utf8) + filler(size, with: " ") + Array("/>".utf8)
            },
            HostileShape(name: "white space in text", unit: "bytes", largest: 1_000_000, chunk: chunk) { size in
                Array("<a>".utf8) + filler(size, with: "\r") + Array("</a>".utf8)
            },
            HostileShape(name: "white space between", unit: "bytes", largest: 1_000_000, chunk: chunk) { size in
                filler(size, with: "\n") + Array("<a/>".utf8)
            },
        ]
    }

    private static func repeated(
        _ count: Int, open: String, close: String, _ item: (Int) -> String
    ) -> [UInt8] {
        var bytes = Array(open.utf8)
        for index in 0..<count { bytes.append(contentsOf: item(index).utf8) }
        return bytes + Array(close.utf8)
    }

    private static func filler(_ count: Int, with byte: Unicode.Scalar = "x") -> [UInt8] {
        Array(repeating: UInt8(ascii: byte), count: count)
    }
}
