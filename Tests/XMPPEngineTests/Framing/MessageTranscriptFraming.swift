import CorpusFiles
import XMLStream
import XMPPStanza
import XMPPTestKit

/// A transcript over the framing in which each message is one element.
struct MessageTranscriptFraming: TranscriptFraming {
    /// The peer's header, then ours, as far as they have been said: what is in their streams depends on them.
    private var roots = ["", ""]

    mutating func received(_ text: String) -> [[UInt8]] { messages(text, 0).map { Array($0.utf8) } }
    mutating func sent(_ text: String) -> [String] { messages(text, 1) }

    private mutating func messages(_ text: String, _ side: Int) -> [String] {
        var messages: [String] = []
        var rest = text[...]
        while !rest.isEmpty {
            let isHeader = rest.hasPrefix("<?xml") || rest.hasPrefix("<stream:stream") || rest.hasPrefix("<stream ")
            let name = rest.firstRange(of: "<stream")?.lowerBound ?? rest.startIndex
            let headerEnd = rest[name...].firstIndex(of: ">").map(rest.index(after:)) ?? rest.endIndex
            let body = isHeader ? headerEnd : rest.startIndex
            if isHeader { roots[side] = String(rest[..<body]) }
            // The next header, behind what belongs to this one.
            let next = ["<?xml", "<stream:stream"].compactMap { rest[body...].firstRange(of: $0)?.lowerBound }.min()
            let part = rest[body..<(next ?? rest.endIndex)]
            let events = StreamEvents(roots[side] + part).all
            messages += events.dropFirst(isHeader ? 0 : 1).compactMap(Self.message)
            rest = rest[(next ?? rest.endIndex)...]
        }
        return messages
    }

    private static func message(_ event: ElementStream.Event) -> String? {
        switch event {
        case .opened(let root):
            // A header that is none cannot be said in this framing.
            (try? StreamHeader(root)).flatMap { try? MessageFrameWriter.open($0).description }
        case .element(let element): element.description
        case .closed: MessageFrameWriter.end
        }
    }
}
