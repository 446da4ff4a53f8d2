import Foundation
import Testing

/// The files of `Tests/Corpora/unicode`.
enum UnicodeCorpus {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Corpora/unicode")

    /// The cells of all rows of a file but the first, which names the columns.
    static func rows(of name: String) throws -> [[String]] {
        let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name)))
        return bytes.split(separator: UInt8(ascii: "\n")).dropFirst().map { line in
            line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
                String(decoding: $0, as: UTF8.self)
            }
        }
    }

    /// The text of a cell in which `\3A3;` stands for U+03A3.
    static func unescaped(_ cell: String) -> String? {
        guard cell.utf8.contains(UInt8(ascii: "\\")) else { return cell }
        var text = String.UnicodeScalarView()
        var rest = Substring(cell).unicodeScalars
        while let scalar = rest.popFirst() {
            guard scalar == "\\" else {
                text.append(scalar)
                continue
            }
            guard let end = rest.firstIndex(of: ";"), let value = UInt32(String(rest[..<end]), radix: 16),
                let escaped = Unicode.Scalar(value)
            else { return nil }
            text.append(escaped)
            rest = rest[rest.index(after: end)...]
        }
        return String(text)
    }

    /// A text as a cell has it.
    static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            let isPlain = scalar.value > 0x21 && scalar.value < 0x7F && !"\\=<".unicodeScalars.contains(scalar)
            return isPlain ? String(scalar) : "\\" + String(scalar.value, radix: 16, uppercase: true) + ";"
        }.joined()
    }

    /// The text of scalar values in hexadecimal with spaces between them.
    static func text(ofCodes cell: String) -> String? {
        var text = String.UnicodeScalarView()
        for code in cell.split(separator: " ") {
            guard let value = UInt32(code, radix: 16), let scalar = Unicode.Scalar(value) else { return nil }
            text.append(scalar)
        }
        return String(text)
    }
}
