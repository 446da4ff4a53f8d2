// attr: Jingle sessions and service discovery: many attributes, little text.
extension TrafficWriter {
    mutating func attributeStanza() {
        chooseQuote()
        if random.chance(40) { discoveredItems() } else { jingleSession() }
    }

    private mutating func discoveredItems() {
        begin("iq")
        attribute("type", "result")
        attribute("id") { $0.hexadecimal(10) }
        attribute("from") { $0.fullAddress() }
        attribute("to", Self.ownAddress)
        text(">")
        open("query", in: "http://jabber.org/protocol/disco#items")
        for _ in 0..<random.within(3...15) {
            begin("item")
            attribute("jid") {
                $0.hexadecimal(8)
                $0.text("@muc.example.org")
            }
            attribute("name") {
                $0.text($0.random.pick(Vocabulary.words))
                $0.text(" ")
                $0.text($0.random.pick(Vocabulary.words))
            }
            attribute("node") {
                $0.text("urn:n:")
                $0.hexadecimal(6)
            }
            text("/>")
        }
        close("query")
        close("iq")
    }

    private mutating func jingleSession() {
        begin("iq")
        attribute("type", "set")
        attribute("id") { $0.uuid() }
        attribute("from") { $0.fullAddress() }
        attribute("to", Self.ownAddress)
        text(">")
        begin("jingle", in: "urn:xmpp:jingle:1")
        attribute("action", "transport-info")
        attribute("sid") { $0.hexadecimal(16) }
        attribute("initiator") { $0.fullAddress() }
        text(">")
        begin("content")
        attribute("creator", "initiator")
        attribute("name", "audio")
        attribute("senders", "both")
        text(">")
        begin("description", in: "urn:xmpp:jingle:apps:rtp:1")
        attribute("media", "audio")
        text(">")
        for _ in 0..<random.within(1...5) { payloadType() }
        close("description")
        begin("transport", in: "urn:xmpp:jingle:transports:ice-udp:1")
        attribute("pwd") { $0.hexadecimal(24) }
        attribute("ufrag") { $0.hexadecimal(8) }
        text(">")
        for index in 0..<random.within(1...4) { candidate(index) }
        text("</transport></content></jingle></iq>")
    }

    private mutating func payloadType() {
        begin("payload-type")
        attribute("id") { $0.number($0.random.within(96...127)) }
        attribute("name", random.pick(["opus", "ISAC", "PCMU", "VP8"]))
        attribute("clockrate", random.pick(["8000", "16000", "48000", "90000"]))
        attribute("channels", "2")
        text("><parameter")
        attribute("name", "minptime")
        attribute("value", "10")
        text("/></payload-type>")
    }

    private mutating func candidate(_ index: Int) {
        begin("candidate")
        attribute("component", "1")
        attribute("foundation") { $0.number(index) }
        attribute("generation", "0")
        attribute("id") { $0.hexadecimal(10) }
        attribute("ip") {
            $0.text("10.0.")
            $0.number($0.random.below(256))
            $0.text(".")
            $0.number($0.random.within(1...254))
        }
        attribute("network") { $0.number(index) }
        attribute("port") { $0.number($0.random.within(1024...65535)) }
        attribute("priority") { $0.number($0.random.below(1 << 31)) }
        attribute("protocol", "udp")
        attribute("rel-port", "0")
        attribute("type", random.pick(["host", "srflx", "relay"]))
        text("/>")
    }
}
