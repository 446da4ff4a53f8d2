import Foundation
import XMLStream

/// The files of `Tests/Corpora`.
package enum Corpus {
    package static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Corpora")

    /// The bytes of a file, by its path in the corpora.
    package static func bytes(of path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: path)))
    }

    /// The paths of all files below `path` whose names end with `suffix`, sorted.
    package static func files(in path: String, endingWith suffix: String) throws -> [String] {
        let base = folder.appending(path: path)
        let found = try FileManager.default.subpathsOfDirectory(atPath: base.path(percentEncoded: false))
        return found.filter { $0.hasSuffix(suffix) }.map { "\(path)/\($0)" }.sorted()
    }

    /// The rows of a table, without the first, which names the columns.
    package static func rows(of path: String) throws -> [[String]] {
        let text = String(decoding: try bytes(of: path), as: UTF8.self)
        return text.split(separator: "\n").dropFirst().map { row in
            row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// What the streams in a file deliver: each stream as far as it can be read.
    package static func events(of path: String) throws -> [ElementStream.Event] {
        let bytes = try bytes(of: path)
        let name = path.split(separator: "/").last ?? ""
        if name.hasPrefix("websocket") {
            // A line each; a ping, which is no XML, has its word as its line.
            return bytes.split(separator: 0x0A).compactMap { line in
                (try? Element(xml: String(decoding: line, as: UTF8.self))).map(ElementStream.Event.element)
            }
        }
        if name.hasPrefix("bosh") {
            // Bodies of HTTP messages, in each of which stanzas stand as in a stream.
            let starts = bytes.indices.filter { bytes[$0...].starts(with: "<body ".utf8) }
            let bodies = starts.map { StreamEvents(Array(bytes[$0...]), rules: .document) }
            return bodies.filter { $0.header?.namespaceName == .httpBind }.flatMap(\.all)
        }
        var starts = bytes.indices.filter { index in
            guard bytes[index] == 0x3C else { return false }
            return bytes[index...].starts(with: "<?xml".utf8) || bytes[index...].starts(with: "<stream:stream".utf8)
        }
        if starts.first != 0 { starts.insert(0, at: 0) }
        return zip(starts, starts.dropFirst() + [bytes.count]).flatMap { StreamEvents(Array(bytes[$0..<$1])).all }
    }
}
