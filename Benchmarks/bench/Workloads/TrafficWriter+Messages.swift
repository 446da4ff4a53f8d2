// Chat messages, as several workloads carry them.
extension TrafficWriter {
    /// The address of the client whose stream this is.
    static let ownAddress = "juliet@example.org/balcony"
    static let ownBareAddress = "juliet@example.org"

    /// Words up to a random length: 1 % with a reference, 0.8 % with an accent, 0.8 % emoji, some punctuation.
    ///
    /// - Parameter range: Least and greatest length wanted, in characters; the last word may go past it.
    mutating func prose(_ range: ClosedRange<Int>) {
        let wanted = random.within(range)
        var written = 0
        while written < wanted {
            if written > 0 { text(" ") }
            let word = random.pick(Vocabulary.words)
            let draw = random.below(1000)
            switch draw {
            case ..<10:
                let reference = random.pick(Vocabulary.references)
                text(reference)
                written += reference.count
            case ..<18:
                text(random.pick(Vocabulary.letters))
                text(word)
                written += word.count + 1
            case ..<26:
                text(random.pick(Vocabulary.faces))
                written += 1
            default:
                text(word)
                if draw < 50 { text(random.pick(Vocabulary.punctuation)) }
                written += word.count + (draw < 50 ? 1 : 0)
            }
            written += 1
        }
    }

    /// A chat message with the payloads that today's clients add.
    ///
    /// - Parameters:
    ///   - bare: The bare address it goes to, whose server assigned the stanza id.
    ///   - address: The full form of that address, or the same.
    ///   - namespace: Declared on the message itself, as inside a forwarded element (XEP-0297).
    mutating func chatMessage(
        to address: String, bare: String, namespace: String? = nil, body: (inout Self) -> Void
    ) {
        let identifier = messageIdentifier()
        begin("message", in: namespace)
        attribute("from") { $0.fullAddress() }
        attribute("to", address)
        attribute("id") { $0.text(identifier) }
        attribute("type", "chat")
        text("><body>")
        body(&self)
        close("body")
        if random.chance(70) { empty("active", in: "http://jabber.org/protocol/chatstates") }
        if random.chance(60) { empty("request", in: "urn:xmpp:receipts") }
        if random.chance(40) { empty("markable", in: "urn:xmpp:chat-markers:0") }
        if random.chance(40) {
            begin("origin-id", in: "urn:xmpp:sid:0")
            attribute("id") { $0.text(identifier) }
            text("/>")
        }
        begin("stanza-id", in: "urn:xmpp:sid:0")
        attribute("by", bare)
        attribute("id") { $0.archiveIdentifier() }
        text("/>")
        if random.chance(15) {
            begin("delay", in: "urn:xmpp:delay")
            attribute("from", "example.org")
            attribute("stamp") { $0.stamp() }
            text("></delay>")
        }
        close("message")
    }

    mutating func empty(_ name: String, in namespace: String) {
        begin(name, in: namespace)
        text("/>")
    }

    /// Sixteen digits, as archives number messages.
    mutating func archiveIdentifier() {
        number(random.within(1_000_000_000_000_000...9_999_999_999_999_999))
    }

    /// 60 % UUIDs, the rest sixteen hexadecimal digits.
    private mutating func messageIdentifier() -> [UInt8] {
        let start = bytes.count
        if random.chance(60) { uuid() } else { hexadecimal(16) }
        let identifier = [UInt8](bytes[start...])
        bytes.removeLast(identifier.count)
        return identifier
    }
}
