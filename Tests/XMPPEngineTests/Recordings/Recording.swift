import CorpusFiles
import Foundation
import Testing
import XMLStream
import XMPPNegotiation
import XMPPTestKit

/// A conversation with a real server that was recorded, in its real chunks.
struct Recording: Sendable, CustomTestStringConvertible {
    /// One read or write of a socket.
    struct Chunk: Sendable {
        let speaker: StreamRole
        let layer: String
        let bytes: [UInt8]

        /// Whether it is the end of a stream and nothing else.
        var isEnd: Bool { bytes.elementsEqual("</stream:stream>".utf8) }
    }

    /// Whose conversation it is.
    enum Kind: Sendable { case client, component, server }

    /// Below `captures`, without the suffix: `prosody/sasl-plain`.
    let name: String
    let chunks: [Chunk]
    /// What the recorder remarked, such as the version of TLS.
    let notes: [String]
    let initiating: RecordedSide
    let receiving: RecordedSide

    var testDescription: String { name }

    init(_ name: String) throws {
        self.name = name
        let decoder = JSONDecoder()
        let text = String(decoding: try Corpus.bytes(of: "captures/\(name).jsonl"), as: UTF8.self)
        let lines = try text.split(separator: "\n").map { try decoder.decode(Line.self, from: Data($0.utf8)) }
        notes = lines.compactMap(\.note)
        chunks = lines.compactMap { line in
            guard let direction = line.dir, let layer = line.layer, !Recording.rawLayers.contains(layer) else {
                return nil
            }
            let isInitiator = ["c2s", "initiator"].contains(direction)
            return Chunk(speaker: isInitiator ? .initiating : .receiving, layer: layer, bytes: line.bytes)
        }
        initiating = RecordedSide(chunks.filter { $0.speaker == .initiating })
        receiving = RecordedSide(chunks.filter { $0.speaker == .receiving })
    }

    /// All recordings there are.
    static func all() throws -> [Recording] { try read.get() }

    private static let read = Result {
        try Corpus.files(in: "captures", endingWith: ".jsonl").map { path in
            try Recording(String(path.dropFirst("captures/".count).dropLast(".jsonl".count)))
        }
    }

    /// Those in which an initiating side of ours takes part, or a receiving one; for the others there is a reason in
    /// `captures/not-driven.tsv`.
    static func driven() throws -> [Recording] { try all().filter { $0.skipReason == nil && !$0.isBroken } }

    /// Those of broken input that got a stream ready first.
    static func brokenSessions() throws -> [Recording] { try all().filter { $0.isBroken && $0.isEstablished } }

    /// The server, or, between servers, `s2s`.
    var server: String { String(name.prefix { $0 != "/" }) }
    /// What was played.
    var scenario: String { String(name.drop { $0 != "/" }.dropFirst()) }
    var isBroken: Bool { scenario.hasPrefix("err-") }

    var kind: Kind {
        switch initiating.headers.first?.content {
        case .component: .component
        case .server: .server
        case .client, nil: .client
        }
    }

    /// Bytes of these layers stand beside as text, or are no stream.
    private static let rawLayers: Set = ["zlib", "ws-frame"]

    private struct Line: Decodable {
        let dir: String?
        let layer: String?
        let text: String?
        let b64: String?
        let note: String?

        var bytes: [UInt8] {
            if let b64 { return [UInt8](Data(base64Encoded: b64) ?? Data()) }
            let mark = "x…300000…x"
            return Array((text ?? "").replacing(mark, with: String(repeating: "x", count: 300_000)).utf8)
        }
    }
}

/// A recording, played in its own chunks or in others.
struct ReplayRun: Sendable, CustomTestStringConvertible {
    let recording: Recording
    let chopping: Chopping

    var testDescription: String { "\(recording.name), \(chopping)" }
}
