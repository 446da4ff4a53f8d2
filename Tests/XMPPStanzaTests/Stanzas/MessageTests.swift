import Testing
import XMLStream
import XMPPStanza

@Suite struct MessageTests {
    @Test(
        "an unknown or missing type is normal (RFC 6121 §5.2.2)",
        arguments: [
            ("", MessageType.normal), (" type='normal'", .normal), (" type='chat'", .chat),
            (" type='groupchat'", .groupchat),
            (" type='headline'", .headline), (" type='error'", .error), (" type='Chat'", .normal),
            (" type=''", .normal),
            (" type='ch&#97;t'", .chat), (" type='chatchatchatchatchatchat'", .normal),
        ])
    func type(_ attribute: String, _ expected: MessageType) throws {
        let message = try #require(Message(try .client("<message\(attribute)/>")))
        #expect(message.type == expected && message.isError == (expected == .error))
    }

    @Test func `bodies and subjects are told by language`() throws {
        let message = try #require(
            Message(
                try .client(
                    "<message><subject>s</subject><body>one</body><body xml:lang='cs'>dva</body><body xmlns='urn:q'>no</body><body xml:lang='de-CH'>drei</body></message>"
                ),
                inheriting: "en"))
        #expect(message.body == "one" && message.subject == "s")
        #expect(message.bodies.map(\.text) == ["one", "dva", "drei"])
        #expect(message.bodies.text(preferring: ["de", "cs-CZ"]) == "dva")
        #expect(message.bodies.text(preferring: ["de-ch"]) == "drei")
        #expect(message.bodies.text(preferring: ["fr"]) == "one")
        #expect(message.subjects.text() == "s")
        #expect(try #require(Message(try .client("<message/>"))).bodies.text() == nil)
    }

    @Test func `a thread has a parent or has not`() throws {
        let message = try #require(Message(try .client("<message><thread parent='a'>b</thread></message>")))
        #expect(message.thread == MessageThread("b", parent: "a"))
        #expect(try #require(Message(try .client("<message/>"))).thread == nil)
    }
}
