import XMLStream

/// Reads messages that are one XML document each: those of WebSocket (RFC 7395) and BOSH (XEP-0124).
struct MessageReader {
    let limits: XMLLimits

    /// The root element of a message.
    ///
    /// - Throws: `XMLViolation`, its offset counted from the message's first byte.
    func read(_ message: [UInt8], using scratch: inout StreamScratch) throws(XMLViolation) -> Element? {
        // The document is checked as it stands; then, inside of a root, it is read as a first-level element.
        var tokenizer = XMLTokenizer(limits: limits, rules: .document)
        var tape = TokenTape()
        try message.withBytes(0..<message.count) { span throws(XMLViolation) in
            _ = try tokenizer.receive(span, tape: &tape) { _ in }
        }
        try tokenizer.finish()

        let framed = Array("<x>".utf8) + MessageReader.withoutDeclaration(message) + Array("</x>".utf8)
        var stream = ElementStream(limits: .unbounded)
        var found: Element?
        try framed.withBytes(0..<framed.count) { span throws(XMLViolation) in
            try stream.receiveAll(span, using: &scratch) { event in
                if case .element(let element) = event { found = element }
            }
        }
        return found
    }

    private static func withoutDeclaration(_ message: [UInt8]) -> ArraySlice<UInt8> {
        guard case .stream(let start) = StreamStart(in: message, from: 0), message[start...].starts(with: "<?xml".utf8),
            let end = message[start...].firstIndex(of: UInt8(ascii: ">"))
        else { return message[...] }
        return message[(end + 1)...]
    }
}
