import Foundation

/// Small files of text that people write, such as lists of users and passwords.
enum TextFile {
    /// All of a file; `-` is standard input.
    static func read(_ path: String) throws(ByteSource.Unreadable) -> String {
        let source = try ByteSource(path: path)
        var bytes: [UInt8] = []
        while let piece = try source.next() {
            bytes += piece
            if bytes.count > maximumBytes { throw ByteSource.Unreadable(path: path, reason: "it is too large") }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ByteSource.Unreadable(path: path, reason: "it is not UTF-8")
        }
        return text
    }

    /// The lines of a text, with either kind of end, which is no part of them.
    static func lines(of text: String) -> [Substring] {
        text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    }

    /// Whether others than its owner can read or write a file.
    static func isReadByOthers(_ path: String) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let permissions = (attributes?[.posixPermissions] as? NSNumber)?.intValue else { return false }
        return permissions & 0o077 != 0
    }

    private static let maximumBytes = 16 << 20
}
