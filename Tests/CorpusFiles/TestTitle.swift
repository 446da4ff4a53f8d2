import Foundation

/// The title of a test in the sources of this project.
///
/// It is the string of `@Test("…")`, which may have several lines, or the name in backticks of the function below `@Test`. Lines of comment hold none.
/// `scripts/conformance` follows the same rule.
package struct TestTitle: Equatable, Sendable {
    /// The path of the source, below `Tests`.
    package let file: String
    package let text: String

    package init(file: String, text: String) {
        self.file = file
        self.text = text
    }

    /// The requirements that the title cites, in the order it does.
    package var ids: [String] {
        text.matches(of: /\b(?:(?:RFC|XEP|XML)[A-Z0-9]*(?:-[A-Z0-9.]+)+-[0-9]+|S[0-9]{2})\b/).map { String($0.output) }
    }

    /// What the title says without the ids that it begins with.
    package var sentence: String {
        String(text.trimmingPrefix(/(?:(?:RFC|XEP|XML|S[0-9])[-A-Z0-9.]*,? *)+:[ ]/))
    }

    /// The titles in a folder below `Tests`, all by default, in the order of the paths. Tests about citing itself, whose
    /// files end with `CitationTests.swift`, are left out.
    package static func all(in folder: String = "") throws -> [TestTitle] {
        let base = Corpus.folder.deletingLastPathComponent().appending(path: folder)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: base.path(percentEncoded: false))
        let sources = paths.filter { $0.hasSuffix(".swift") && !$0.hasSuffix("CitationTests.swift") }.sorted()
        return try sources.flatMap { path in
            let source = try String(contentsOf: base.appending(path: path), encoding: .utf8)
            return titles(in: source).map { TestTitle(file: folder.isEmpty ? path : "\(folder)/\(path)", text: $0) }
        }
    }

    /// The titles in a source.
    package static func titles(in source: String) -> [String] {
        // Whole lines of comment may hold code.
        let lines = source.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }
        let parts = lines.joined(separator: "\n").split(separator: "@Test", omittingEmptySubsequences: false)
        return parts.dropFirst().compactMap { part in
            if let match = part.prefixMatch(of: /\([ \n]*"""/),
                let end = part[match.range.upperBound...].firstRange(of: "\"\"\"")
            {
                // A backslash at the end of a line joins it with the next.
                let text = part[match.range.upperBound..<end.lowerBound].replacing("\\\n", with: "")
                return text.replacing(/[ \n]+/, with: " ").trimmingCharacters(in: .whitespaces)
            }
            if let match = part.prefixMatch(of: /\([ \n]*"((?:[^"\\]|\\.)*)"/) {
                return String(match.output.1).replacing("\\\"", with: "\"")
            }
            guard let function = part.firstRange(of: "func ") else { return nil }
            return part[function.upperBound...].prefixMatch(of: /[ ]*`([^`]*)`/).map { String($0.output.1) }
        }
    }
}
