// sent: what a client sends in a day. No stanza says whom it is from, which is the server's to stamp.
extension TrafficWriter {
    mutating func sentStanza() {
        chooseQuote()
        switch random.below(100) {
        case ..<50: sentMessage()
        case ..<62: sentMessage("chatstates") { $0.empty("composing", in: "http://jabber.org/protocol/chatstates") }
        case ..<72:
            sentMessage("receipt") { writer in
                writer.begin("received", in: "urn:xmpp:receipts")
                writer.attribute("id") { $0.uuid() }
                writer.text("/>")
            }
        case ..<85: sentPresence()
        case ..<95: sentRequest()
        default: sentResult()
        }
    }

    private mutating func sentMessage() {
        begin("message")
        attribute("to") { $0.fullAddress() }
        attribute("id") { $0.uuid() }
        attribute("type", "chat")
        text("><body>")
        prose(20...200)
        text("</body>")
        if random.chance(70) { empty("active", in: "http://jabber.org/protocol/chatstates") }
        if random.chance(60) { empty("request", in: "urn:xmpp:receipts") }
        if random.chance(40) { empty("markable", in: "urn:xmpp:chat-markers:0") }
        begin("origin-id", in: "urn:xmpp:sid:0")
        attribute("id") { $0.uuid() }
        text("/>")
        close("message")
    }

    private mutating func sentMessage(_ kind: String, _ payload: (inout Self) -> Void) {
        begin("message")
        attribute("to") { $0.fullAddress() }
        attribute("type", "chat")
        attribute("id") {
            $0.text(kind)
            $0.text("-")
            $0.hexadecimal(12)
        }
        text(">")
        payload(&self)
        close("message")
    }

    private mutating func sentPresence() {
        begin("presence")
        if random.chance(50) { attribute("to") { $0.fullAddress() } }
        text(">")
        open("show")
        text(random.pick(["away", "xa", "dnd", "chat"]))
        close("show")
        begin("c", in: "http://jabber.org/protocol/caps")
        attribute("hash", "sha-1")
        attribute("node", "https://gajim.org")
        attribute("ver") { $0.base64(20) }
        text("/>")
        close("presence")
    }

    private mutating func sentRequest() {
        begin("iq")
        attribute("type", "get")
        attribute("id") { $0.uuid() }
        if random.chance(80) { attribute("to") { $0.fullAddress() } }
        text(">")
        if random.chance(50) {
            empty("ping", in: "urn:xmpp:ping")
        } else {
            begin("query", in: "http://jabber.org/protocol/disco#info")
            attribute("node") { $0.base64(20) }
            text("/>")
        }
        close("iq")
    }

    private mutating func sentResult() {
        begin("iq")
        attribute("type", "result")
        attribute("id") { $0.hexadecimal(12) }
        attribute("to") { $0.fullAddress() }
        text("/>")
    }
}
