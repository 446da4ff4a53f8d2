// pubsub: encrypted messages, key bundles and avatars: base64 in small and middling elements. bulk: in-band bytestreams.
extension TrafficWriter {
    mutating func pubsubStanza() {
        switch random.below(10) {
        case ..<5: encryptedMessage()
        case ..<8: keyBundle()
        default: avatar()
        }
    }

    /// A block of an in-band bytestream (XEP-0047): 4096 characters of base64 in one element.
    mutating func bytestreamBlock() {
        serial += 1
        begin("iq")
        attribute("type", "set")
        attribute("from", "romeo@montague.lit/orchard")
        attribute("to", Self.ownAddress)
        attribute("id") { $0.hexadecimal(10) }
        text(">")
        begin("data", in: "http://jabber.org/protocol/ibb")
        attribute("seq") { $0.number($0.serial & 65535) }
        attribute("sid", "i781hf64")
        text(">")
        base64(3072)
        close("data")
        close("iq")
    }

    private mutating func encryptedMessage() {
        begin("message")
        attribute("from") { $0.fullAddress() }
        attribute("to", Self.ownAddress)
        attribute("id") { $0.uuid() }
        attribute("type", "chat")
        text(">")
        open("encrypted", in: "eu.siacs.conversations.axolotl")
        begin("header")
        attribute("sid") { $0.deviceIdentifier() }
        text(">")
        for _ in 0..<random.within(2...8) {
            begin("key")
            if random.chance(20) { attribute("prekey", "true") }
            attribute("rid") { $0.deviceIdentifier() }
            text(">")
            base64(random.pick([53, 69, 145]))
            close("key")
        }
        encoded("iv", 12)
        close("header")
        encoded("payload", random.within(40...400))
        close("encrypted")
        begin("encryption", in: "urn:xmpp:eme:0")
        attribute("name", "OMEMO")
        attribute("namespace", "eu.siacs.conversations.axolotl")
        text("/><body>I sent you an OMEMO encrypted message</body>")
        empty("store", in: "urn:xmpp:hints")
        close("message")
    }

    private mutating func keyBundle() {
        begin("iq")
        attribute("type", "result")
        attribute("id") { $0.hexadecimal(12) }
        attribute("from") { $0.bareAddress() }
        attribute("to", Self.ownAddress)
        text(">")
        open("pubsub", in: "http://jabber.org/protocol/pubsub")
        begin("items")
        attribute("node") {
            $0.text("eu.siacs.conversations.axolotl.bundles:")
            $0.deviceIdentifier()
        }
        text("><item")
        attribute("id", "current")
        text(">")
        open("bundle", in: "eu.siacs.conversations.axolotl")
        begin("signedPreKeyPublic")
        attribute("signedPreKeyId", "1")
        text(">")
        base64(33)
        close("signedPreKeyPublic")
        encoded("signedPreKeySignature", 64)
        encoded("identityKey", 33)
        open("prekeys")
        for key in 1...random.within(20...100) {
            begin("preKeyPublic")
            attribute("preKeyId") { $0.number(key) }
            text(">")
            base64(33)
            close("preKeyPublic")
        }
        text("</prekeys></bundle></item></items></pubsub></iq>")
    }

    private mutating func avatar() {
        begin("message")
        attribute("from") { $0.bareAddress() }
        attribute("to", Self.ownAddress)
        attribute("type", "headline")
        text(">")
        open("event", in: "http://jabber.org/protocol/pubsub#event")
        begin("items")
        attribute("node", "urn:xmpp:avatar:data")
        text("><item")
        attribute("id") { $0.hexadecimal(40) }
        text(">")
        open("data", in: "urn:xmpp:avatar:data")
        base64(random.within(2000...9000))
        text("</data></item></items></event></message>")
    }

    /// An element that holds the base64 form of `count` random bytes.
    private mutating func encoded(_ name: String, _ count: Int) {
        open(name)
        base64(count)
        close(name)
    }

    /// A number of 31 bits.
    private mutating func deviceIdentifier() {
        number(random.below(1 << 31))
    }
}
