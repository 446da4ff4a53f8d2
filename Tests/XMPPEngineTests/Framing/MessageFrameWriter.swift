import XMLStream
import XMPPEngine
import XMPPStanza

/// Writes a stream of which each message is one element, as in RFC 7395: a framing unlike TCP, for tests.
struct MessageFrameWriter: FrameWriter {
    private var messages: [[UInt8]] = []
    private var isOpen = false

    mutating func open(_ header: StreamHeader) throws(XMLContentError) {
        messages.append(Array(try Self.open(header).description.utf8))
        isOpen = true
    }

    mutating func write(_ element: Element, atMost maximumByteCount: Int) throws(XMLContentError) -> Bool {
        guard isOpen else { throw XMLContentError(.structure) }
        let bytes = Array(element.description.utf8)
        guard bytes.count <= maximumByteCount else { return false }
        messages.append(bytes)
        return true
    }

    mutating func writeKeepalive() {}

    mutating func close() {
        if isOpen { messages.append(Array(Self.end.utf8)) }
        isOpen = false
    }

    var pendingByteCount: Int { messages.reduce(0) { $0 + $1.count } }

    mutating func drain(_ body: (RawSpan) -> Int) {
        guard let message = messages.first else { return }
        let taken = message.withRawSpan(body)
        messages[0].removeFirst(taken)
        if taken == message.count { messages.removeFirst() }
    }

    func isEqual(to other: any FrameWriter) -> Bool {
        (other as? MessageFrameWriter).map { $0.messages == messages && $0.isOpen == isOpen } ?? false
    }

    func snapshot() -> [UInt8]? { messages.isEmpty ? [isOpen ? 1 : 0] : nil }

    mutating func resume(from snapshot: [UInt8], in header: StreamHeader) -> Bool {
        guard [[0], [1]].contains(snapshot) else { return false }
        isOpen = snapshot == [1]
        return true
    }

    static let end = "<close xmlns='urn:ietf:params:xml:ns:xmpp-framing'/>"

    /// The element that stands for a header.
    static func open(_ header: StreamHeader) throws(XMLContentError) -> Element {
        var open = ElementBuilder(.open, in: .framing)
        let version = header.version == .legacy ? nil : header.version.description
        for (name, value) in [
            ("to", header.to?.text), ("from", header.from?.text), ("id", header.id), ("version", version),
        ] {
            if let value { open.attribute(name, value) }
        }
        if let language = header.language { open.language(language) }
        return try open.finish()
    }
}
