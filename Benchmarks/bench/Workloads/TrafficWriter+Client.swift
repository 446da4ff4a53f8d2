// c2s: what a client's stream carries in a day: messages, presence, rosters, archives, acknowledgements, rooms.
extension TrafficWriter {
    mutating func clientStanza() {
        chooseQuote()
        switch random.below(100) {
        case ..<38: chatMessage(to: Self.ownAddress, bare: Self.ownBareAddress) { $0.prose(20...200) }
        case ..<44: chatState()
        case ..<50: receipt()
        case ..<70: presence()
        case ..<74: roster()
        case ..<80: emptyResult()
        case ..<90: archivedMessage()
        case ..<93: empty("r", in: "urn:xmpp:sm:3")
        case ..<95: acknowledgement()
        default: roomMessage()
        }
    }

    private mutating func chatState() {
        begin("message")
        attribute("from") { $0.fullAddress() }
        attribute("to", Self.ownAddress)
        attribute("type", "chat")
        text(">")
        empty(
            random.pick(["composing", "paused", "inactive", "gone"]), in: "http://jabber.org/protocol/chatstates")
        empty("no-store", in: "urn:xmpp:hints")
        close("message")
    }

    private mutating func receipt() {
        begin("message")
        attribute("from") { $0.fullAddress() }
        attribute("to", Self.ownAddress)
        attribute("id") { $0.uuid() }
        text(">")
        begin("received", in: "urn:xmpp:receipts")
        attribute("id") { $0.uuid() }
        text("/>")
        close("message")
    }

    private mutating func presence() {
        begin("presence")
        attribute("from") { $0.fullAddress() }
        attribute("to", Self.ownAddress)
        attribute("xml:lang", "en")
        text(">")
        if random.chance(50) {
            open("show")
            text(random.pick(["away", "xa", "dnd", "chat"]))
            close("show")
        }
        if random.chance(40) {
            open("status")
            prose(8...40)
            close("status")
        }
        open("priority")
        number(random.within(0...50))
        close("priority")
        begin("c", in: "http://jabber.org/protocol/caps")
        attribute("hash", "sha-1")
        attribute("node", "https://gajim.org")
        attribute("ver") { $0.base64(20) }
        text("/>")
        if random.chance(60) {
            open("x", in: "vcard-temp:x:update")
            open("photo")
            hexadecimal(40)
            close("photo")
            close("x")
        }
        if random.chance(30) {
            begin("idle", in: "urn:xmpp:idle:1")
            attribute("since") { $0.stamp() }
            text("/>")
        }
        close("presence")
    }

    private mutating func roster() {
        begin("iq")
        attribute("type", "result")
        attribute("id") { $0.hexadecimal(8) }
        attribute("to", Self.ownAddress)
        text(">")
        begin("query", in: "jabber:iq:roster")
        attribute("ver") {
            $0.text("ver")
            $0.number($0.random.within(1...99))
        }
        text(">")
        for _ in 0..<random.within(1...14) {
            begin("item")
            attribute("jid") { $0.bareAddress() }
            attribute("name") { $0.text($0.random.pick(Vocabulary.titledNames)) }
            attribute("subscription", random.pick(["both", "to", "from", "none"]))
            text(">")
            open("group")
            text(random.pick(["Friends", "Work", "Family", "Verona"]))
            close("group")
            close("item")
        }
        close("query")
        close("iq")
    }

    private mutating func emptyResult() {
        begin("iq")
        attribute("type", "result")
        attribute("id") { $0.hexadecimal(12) }
        attribute("from", "example.org")
        attribute("to", Self.ownAddress)
        text("/>")
    }

    private mutating func archivedMessage() {
        begin("message")
        attribute("from", Self.ownBareAddress)
        attribute("to", Self.ownAddress)
        text(">")
        begin("result", in: "urn:xmpp:mam:2")
        attribute("queryid") { $0.hexadecimal(8) }
        attribute("id") { $0.archiveIdentifier() }
        text(">")
        open("forwarded", in: "urn:xmpp:forward:0")
        begin("delay", in: "urn:xmpp:delay")
        attribute("stamp") { $0.stamp() }
        text("/>")
        let names = random.pick(Vocabulary.names), hosts = random.pick(Vocabulary.hosts)
        let peer = String(decoding: names + [UInt8(ascii: "@")] + hosts, as: UTF8.self)
        chatMessage(to: peer, bare: peer, namespace: "jabber:client") { $0.prose(20...200) }
        close("forwarded")
        close("result")
        close("message")
    }

    private mutating func acknowledgement() {
        serial += 3
        begin("a", in: "urn:xmpp:sm:3")
        attribute("h") { $0.number($0.serial) }
        text("/>")
    }

    private mutating func roomMessage() {
        begin("message")
        attribute("from") {
            $0.text("verona@muc.example.org/")
            $0.text($0.random.pick(Vocabulary.names))
        }
        attribute("to", Self.ownAddress)
        attribute("type", "groupchat")
        attribute("id") { $0.uuid() }
        text(">")
        open("body")
        prose(10...160)
        close("body")
        begin("stanza-id", in: "urn:xmpp:sid:0")
        attribute("by", "verona@muc.example.org")
        attribute("id") { $0.uuid() }
        text("/>")
        begin("occupant-id", in: "urn:xmpp:occupant-id:0")
        attribute("id") { $0.base64(32) }
        text("/>")
        close("message")
    }
}
