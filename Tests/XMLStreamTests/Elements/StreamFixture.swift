@testable import XMLStream

/// What an element stream made of some input.
struct StreamFixture {
    var header: Element?
    var elements: [Element] = []
    var isClosed = false

    /// A stream with a header in `namespace`, closed, around `content`.
    static func text(_ content: String, in namespace: String = "jabber:client") -> String {
        "<?xml version='1.0'?><stream:stream xmlns='\(namespace)' "
            + "xmlns:stream='http://etherx.jabber.org/streams' version='1.0' xml:lang='en'>\(content)</stream:stream>"
    }

    /// Reads all of it in chunks of some size with the batch form.
    init(_ text: String, chunk: Int = .max) throws(XMLViolation) { try self.init(Array(text.utf8), chunk: chunk) }

    init(_ bytes: [UInt8], chunk: Int = .max) throws(XMLViolation) {
        var stream = ElementStream(limits: .unbounded)
        var scratch = StreamScratch()
        var start = 0
        var read = (header: Element?.none, elements: [Element](), isClosed: false)
        while start < bytes.count {
            let end = start + min(chunk, bytes.count - start)
            try stream.receiveAll(Array(bytes[start..<end]).span, using: &scratch) { event in
                switch event {
                case .opened(let element): read.header = element
                case .element(let element): read.elements.append(element)
                case .closed: read.isClosed = true
                }
            }
            start = end
        }
        try stream.finish()
        (header, elements, isClosed) = read
    }
}

extension XMLWriter {
    /// Everything written so far, taken out.
    mutating func take() -> [UInt8] {
        var bytes: [UInt8] = []
        drain { pending in
            bytes = pending.withWindow { $0.array }
            return pending.byteCount
        }
        return bytes
    }
}

extension Element {
    /// The first-level element that some XML is, in `jabber:client`.
    static func stanza(_ xml: String) throws -> Element { try Element(xml: xml, in: "jabber:client") }
}
