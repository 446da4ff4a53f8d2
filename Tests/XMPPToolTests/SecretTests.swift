import Testing

@testable import xmpp

struct SecretTests {
    /// Elements that hold `s3cret`, which must not be shown.
    static let rows = [
        "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>s3cret</auth>",
        "<response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>s3cret</response>",
        "<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><![CDATA[s3cret]]></challenge>",
        "<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>&#x73;3cret s3cret</success>",
        "<p:auth xmlns:p='urn:ietf:params:xml:ns:xmpp-sasl'>s3cret</p:auth>",
        "<authenticate xmlns='urn:xmpp:sasl:2'><initial-response>s3cret</initial-response></authenticate>",
        "<success xmlns='urn:xmpp:sasl:2'><additional-data>s3cret</additional-data><token xmlns='urn:xmpp:fast:0' "
            + "expiry='2026-12-12T02:22:59Z' token='s3cret'/></success>",
        "<continue xmlns='urn:xmpp:sasl:2'><additional-data>s3cret</additional-data></continue>",
        "<iq type='set'><query xmlns='jabber:iq:auth'><username>u</username><password>s3cret</password></query></iq>",
        "<iq type='set'><query xmlns='jabber:iq:auth'><digest>s3cret</digest></query></iq>",
        "<iq type='set'><query xmlns='jabber:iq:register'><password>s3cret</password></query></iq>",
        "<iq type='set'><x xmlns='jabber:x:data'><field var='password'><value>s3cret</value></field></x></iq>",
        "<iq type='set'><x xmlns='jabber:x:data'><field type='text-private' var='k'><value>s3cret</value></field></x></iq>",
        "<handshake xmlns='jabber:component:accept'>s3cret</handshake>",
    ]

    @Test(arguments: rows)
    func `a credential is masked unless it is asked for`(element: String) throws {
        let text = "<s>\(element)</s>"
        let masked = try inspection(ofText: text, named: "xml")
        #expect(!masked.contains("s3cret"))
        #expect(masked.contains(" bytes masked]"))
        let shown = try inspection(ofText: text, named: "xml", options: .init(showsSecrets: true))
        #expect(shown.contains("s3cret"))
        #expect(!shown.contains("masked"))
    }

    @Test(arguments: rows)
    func `a credential is masked inside a BOSH body, too`(element: String) throws {
        let body = "<body xmlns='http://jabber.org/protocol/httpbind'>\(element)</body>"
        let text = "POST /bind HTTP/1.1\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
        let masked = try inspection(ofText: text, named: "xml")
        #expect(masked.contains("<body"))
        #expect(!masked.contains("s3cret"))
    }

    @Test(arguments: [
        "<message><body>s3cret</body></message>", "<auth xmlns='urn:example:other'>s3cret</auth>",
        "<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><text>s3cret</text></failure>",
        "<iq><query xmlns='jabber:iq:auth'><username>s3cret</username></query></iq>",
    ])
    func `other text is not masked`(element: String) throws {
        #expect(try inspection(ofText: "<s>\(element)</s>", named: "xml").contains("s3cret"))
    }

    @Test func `no payload of a recorded SASL exchange is shown`() throws {
        let payload = try Regex(
            "<(?:auth|response|challenge|success|initial-response|additional-data)(?: [^>]*)?>([^<]{8,})<")
        let token = try Regex("token='([^']{8,})'")
        var found = 0
        for file in try Corpora.files(in: "captures", endingWith: ".jsonl") where file.contains("sasl") {
            let shown = try inspection(of: Corpora.path(of: file))
            let bytes = String(decoding: try Corpora.bytes(of: file), as: UTF8.self)
            for match in bytes.matches(of: payload) + bytes.matches(of: token) {
                guard let secret = match[1].substring else { continue }
                found += 1
                #expect(!shown.contains(secret), "\(file)")
            }
        }
        #expect(found > 50)
    }
}
