import XMLStream
import XMPPSASL

/// Elements of SASL for tests.
enum SASLElements {
    static func make(_ xml: String) throws -> Element {
        try Element(xml: xml, in: "urn:ietf:params:xml:ns:xmpp-sasl")
    }

    /// `<auth/>` for PLAIN.
    static func plain(_ username: String, _ password: String, actingAs identity: String = "") throws -> Element {
        try auth("PLAIN", Array("\(identity)\u{0}\(username)\u{0}\(password)".utf8))
    }

    static func auth(_ mechanism: String, _ payload: [UInt8]) throws -> Element {
        let text = payload.isEmpty ? "=" : String(decoding: Base64.encode(payload), as: UTF8.self)
        return try make("<auth mechanism='\(mechanism)'>\(text)</auth>")
    }
}
