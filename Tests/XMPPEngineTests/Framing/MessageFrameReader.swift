import XMLStream
import XMPPEngine
import XMPPStanza

/// Reads a stream of which each message is one element, as in RFC 7395: a framing unlike TCP, for tests.
struct MessageFrameReader: FrameReader {
    private var violation: XMLViolation?
    var limits = XMLLimits.unbounded
    private(set) var byteOffset: Int64 = 0

    var takesMessages: Bool { true }
    var isBetweenFrames: Bool { true }

    mutating func receive(
        _ bytes: RawSpan, using scratch: inout StreamScratch
    ) throws(XMLViolation) -> FrameProgress {
        if let violation { throw violation }
        guard bytes.byteCount > 0 else { return FrameProgress(event: nil, consumedByteCount: 0) }
        do throws(XMLViolation) {
            var tokenizer = XMLTokenizer(limits: limits, rules: .document)
            var tape = TokenTape()
            _ = try tokenizer.receive(bytes, tape: &tape) { _ in }
            try tokenizer.finish()
        } catch {
            violation = error
            throw error
        }
        byteOffset += Int64(bytes.byteCount)
        return FrameProgress(event: Self.frame(Array(bytes.array)), consumedByteCount: bytes.byteCount)
    }

    mutating func receiveAll(
        _ bytes: RawSpan, using scratch: inout StreamScratch, _ body: (consuming FrameEvent) -> Void
    ) throws(XMLViolation) {
        if let event = try receive(bytes, using: &scratch).event { body(event) }
    }

    mutating func restart() {}

    func isEqual(to other: any FrameReader) -> Bool {
        (other as? MessageFrameReader).map { $0.byteOffset == byteOffset && $0.violation == violation } ?? false
    }

    func snapshot() -> [UInt8]? { violation == nil ? Array("\(byteOffset)".utf8) : nil }

    mutating func resume(from snapshot: [UInt8], in header: StreamHeader?) -> Bool {
        guard let offset = Int64(String(decoding: snapshot, as: UTF8.self)) else { return false }
        byteOffset = offset
        return true
    }

    /// What a message is, which has been found to be a document.
    private static func frame(_ bytes: [UInt8]) -> FrameEvent? {
        guard let element = try? Element(xml: String(decoding: bytes, as: UTF8.self)) else { return nil }
        switch (element.namespace, element.name) {
        case (NamespaceName.framing.text, "open"): return header(of: element).map(FrameEvent.opened)
        case (NamespaceName.framing.text, "close"): return .closed
        default: return .element(element)
        }
    }

    /// `<open/>` as the root's start tag that it stands for.
    private static func header(of open: Element) -> Element? {
        var root = ElementBuilder(.stream, in: .streams)
        for attribute in open.attributes {
            root.attribute(attribute.name, in: attribute.namespace, attribute.value)
        }
        return try? root.finish()
    }
}
