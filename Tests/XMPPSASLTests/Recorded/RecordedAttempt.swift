import CorpusFiles
import Testing
import XMLStream

@testable import XMPPSASL

/// One attempt to authenticate in a recording: what each side said, in its order.
struct RecordedAttempt: Sendable, CustomTestStringConvertible {
    /// How the server ended it.
    enum Verdict: Equatable, Sendable {
        /// With additional data, if it sent some.
        case success([UInt8]?)
        /// With a condition of RFC 6120 §6.5.
        case failure(String)
    }

    let path: String
    /// Which of the attempts in the file, from 0.
    let number: Int
    let mechanism: String
    /// What the client said; nil where it sent an element without text, or with text that is not base64.
    let said: [[UInt8]?]
    /// The challenges.
    let heard: [[UInt8]]
    let verdict: Verdict
    /// Whether the client aborted.
    let isAborted: Bool

    var testDescription: String { "\(path), \(mechanism), attempt \(number + 1)" }

    /// The files in which a client shows one mechanism or one way to fail.
    static func paths() throws -> [String] {
        try Corpus.files(in: "captures", endingWith: ".c2s.xml").filter { path in
            let name = path.split(separator: "/").last ?? ""
            return ["sasl-", "sasl2-", "err-sasl-"].contains { name.hasPrefix($0) }
        }
    }

    /// All attempts in the files whose names begin so.
    static func all(beginning prefixes: String...) throws -> [RecordedAttempt] {
        try paths().filter { path in
            prefixes.contains { path.split(separator: "/").last?.hasPrefix($0) == true }
        }.flatMap { try all(in: $0) }
    }

    /// All attempts in a file.
    static func all(in path: String) throws -> [RecordedAttempt] {
        let client = try elements(path)
        let server = try elements(path.replacing(".c2s.xml", with: ".s2c.xml"))
        let mine = split(client.filter { isSASL($0) }) { ["auth", "authenticate"].contains($0.name) }
        var theirs: [[Element]] = [[]]
        for element in server where isSASL(element) {
            theirs[theirs.count - 1].append(element)
            if ["success", "failure"].contains(element.name) { theirs.append([]) }
        }
        return zip(mine, theirs).enumerated().compactMap { number, both in
            RecordedAttempt(path, number, both.0, both.1)
        }
    }

    private init?(_ path: String, _ number: Int, _ client: [Element], _ server: [Element]) {
        guard let mechanism = client.first?.attribute("mechanism"), let last = server.last else { return nil }
        self.path = path
        self.number = number
        self.mechanism = mechanism
        said = client.filter { $0.name != "abort" }.map { element in
            RecordedAttempt.bytes(element.children.first { $0.name == "initial-response" } ?? element)
        }
        heard = server.filter { $0.name == "challenge" }.compactMap(RecordedAttempt.bytes)
        if last.name == "success" {
            verdict = .success(RecordedAttempt.bytes(last.children.first { $0.name == "additional-data" } ?? last))
        } else {
            verdict = .failure(last.children.first { _ in true }?.name ?? "")
        }
        isAborted = client.contains { $0.name == "abort" }
    }

    private static func elements(_ path: String) throws -> [Element] {
        try Corpus.events(of: path).compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    private static func isSASL(_ element: Element) -> Bool {
        ["auth", "authenticate", "response", "abort", "challenge", "success", "failure"].contains(element.name)
    }

    /// What an element carries: `=` is nothing at all, said aloud (RFC 6120 §6.4.2).
    private static func bytes(_ element: Element) -> [UInt8]? {
        let text = element.text
        if text == "=" { return [] }
        return text.isEmpty ? nil : Base64.decode(text.utf8)
    }

    private static func split(_ elements: [Element], before isFirst: (Element) -> Bool) -> [[Element]] {
        var parts: [[Element]] = []
        for element in elements {
            if isFirst(element) || parts.isEmpty { parts.append([]) }
            parts[parts.count - 1].append(element)
        }
        return parts
    }
}

/// The accounts of the servers that were recorded: the password can be told from the name.
struct RecordedAccount {
    let username: String
    let domain: String

    init(of path: String) {
        (username, domain) =
            if path.contains("/prosody/") {
                ("alice", "one.test")
            } else if path.contains("/ejabberd/") {
                ("carol", "two.test")
            } else {
                ("erin", "three.test")
            }
    }

    var password: String { RecordedAccount.password(of: username) }

    static func password(of username: String) -> String {
        username == "unicode" ? "pässwörd-IX" : "\(username)-pw"
    }
}
