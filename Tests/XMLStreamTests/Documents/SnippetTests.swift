import Foundation
import Testing

/// The code that README shows is the code that is built as snippets.
@Suite struct SnippetTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    @Test(arguments: ["BytesToStanza.swift", "StanzaToBytes.swift", "LogIn.swift", "WholeStream.swift"])
    func `README shows each snippet as it is built`(_ name: String) throws {
        let readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
        let snippet = try String(contentsOf: Self.root.appending(path: "Snippets/\(name)"), encoding: .utf8)
        // The second snippet is shown without its import.
        let body = snippet.replacing("import XMLStream\n\n", with: "")
        #expect(readme.contains("```swift\n" + snippet + "```") || readme.contains("```swift\n" + body + "```"))
    }
}
