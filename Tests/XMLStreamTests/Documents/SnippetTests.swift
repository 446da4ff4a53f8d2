import Foundation
import Testing

/// The code that the documents show is the code that is built as snippets.
@Suite struct SnippetTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    @Test(
        arguments: [
            "Client.swift", "Server.swift", "WholeStream.swift", "BytesToStanza.swift", "StanzaToBytes.swift",
            "LogIn.swift",
        ])
    func `README and the page on SASL show each snippet as it is built`(_ name: String) throws {
        let page = name == "LogIn.swift" ? "Docs/SASL.md" : "README.md"
        let readme = try String(contentsOf: Self.root.appending(path: page), encoding: .utf8)
        let snippet = try String(contentsOf: Self.root.appending(path: "Snippets/\(name)"), encoding: .utf8)
        // The second snippet is shown without its import.
        let body = snippet.replacing("import XMLStream\n\n", with: "")
        #expect(readme.contains("```swift\n" + snippet + "```") || readme.contains("```swift\n" + body + "```"))
    }
}
