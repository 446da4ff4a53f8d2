import CorpusFiles
import XMLStream
import XMPPStanza

/// What one side of a conversation said: its headers and first-level elements.
struct RecordedSide: Sendable {
    let headers: [StreamHeader]
    let elements: [Element]
    /// Whether it ended its stream.
    let hasClosed: Bool

    init(_ chunks: [Recording.Chunk]) { self.init(chunks.flatMap(\.bytes)) }

    /// What a chunk has, which is not the first of its stream.
    init(inside chunk: Recording.Chunk) { self.init(inside: chunk.bytes) }

    /// What bytes have that are not the first of their stream.
    init(inside bytes: [UInt8]) { self.init(RecordedSide.header + bytes) }

    private static let header = Array(
        "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>".utf8)

    /// Reads several streams one behind the other: each begins with `<?xml` or its header.
    init(_ bytes: [UInt8]) {
        var starts = bytes.indices.filter { index in
            guard bytes[index] == 0x3C else { return false }
            return bytes[index...].starts(with: "<?xml".utf8) || bytes[index...].starts(with: "<stream:stream".utf8)
        }
        if starts.first != 0 { starts.insert(0, at: 0) }
        let events = zip(starts, starts.dropFirst() + [bytes.count]).flatMap { start, end in
            StreamEvents(Array(bytes[start..<end])).all
        }
        headers = events.compactMap { if case .opened(let root) = $0 { try? StreamHeader(root) } else { nil } }
        elements = events.compactMap { if case .element(let element) = $0 { element } else { nil } }
        hasClosed = events.contains { if case .closed = $0 { true } else { false } }
    }

    /// The requests and answers.
    var iqs: [IQ] { elements.compactMap { IQ($0) } }

    /// The stream error, if there is one.
    var error: StreamError? { elements.lazy.compactMap { StreamError($0) }.first }

    /// The first element of a name.
    func first(_ name: String, in namespace: String) -> Element? { elements.first { $0.isNamed(name, in: namespace) } }
}
