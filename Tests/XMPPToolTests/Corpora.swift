import Foundation

@testable import xmpp

/// The files of `Tests/Corpora`.
enum Corpora {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Corpora")

    static func path(of name: String) -> String { folder.appending(path: name).path(percentEncoded: false) }

    static func bytes(of name: String) throws -> [UInt8] { try ByteSource(path: path(of: name)).readAll() }

    static func files(in name: String, endingWith suffix: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: path(of: name))
            .filter { $0.hasSuffix(suffix) }.map { "\(name)/\($0)" }.sorted()
    }
}

/// What `xmpp inspect` writes for some bytes, without the title and the figures that differ from run to run.
func inspection(
    of path: String, options: Inspector.Options = .init(), isColoured: Bool = false
) throws -> String {
    var inspector = Inspector(options: options, isColoured: isColoured)
    try inspector.inspect(ByteSource(path: path))
    if options.showsElements { inspector.transcript.page.endLine() }
    inspector.summary.write(to: &inspector.transcript.page, showsThroughput: false)
    let text = String(decoding: inspector.transcript.page.take(), as: UTF8.self)
    guard options.showsElements, let title = text.firstIndex(of: "\n") else { return text }
    return String(text[text.index(after: title)...])
}

/// The same for bytes that are in no file.
func inspection(
    ofText text: String, named name: String, options: Inspector.Options = .init(), isColoured: Bool = false
) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).\(name)")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try inspection(of: file.path(percentEncoded: false), options: options, isColoured: isColoured)
}
