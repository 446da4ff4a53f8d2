import Testing
import XMPPTestKit

/// Requirements about restarts and features that a conversation shows.
@Suite struct RestartRowTests {
    /// What a stream sends in a conversation that has to go as written.
    private func sent(in name: String) throws -> [String] {
        let conversation = try WrittenConversation(named: name)
        try conversation.play()
        return conversation.transcript.steps.flatMap { step in
            step.outputs.compactMap { if case .sent(let text) = $0 { text } else { nil } }
        }
    }

    @Test(
        "RFC6120-4.3.3-1, RFC6120-4.3.3-2, RFC6120-4.3.3-4, RFC6120-5.3.2-1, RFC6120-5.4.3.3-3, RFC6120-5.4.3.3-9, RFC6120-6.3.2-1, RFC6120-6.4.6-4, RFC6120-6.4.6-6: a header begins each new stream on the same transport, and no end tag stands before it"
    )
    func initiating() throws {
        let sent = try sent(in: "client-login")
        #expect(sent.count { $0.contains("<stream:stream ") } == 3)
        #expect(sent.count { $0.contains("</stream:stream>") } == 1)
        #expect(sent.last == "</stream:stream>")
    }

    @Test(
        "RFC6120-4.3.3-6, RFC6120-4.3.2-1, RFC6120-4.3.4-1, RFC6120-5.4.1-4, RFC6120-5.4.3.3-4, RFC6120-5.4.3.3-7, RFC6120-6.4.1-3, RFC6120-6.4.1-4, RFC6120-6.4.1-5, RFC6120-6.4.6-5: each new stream has a new id, and features right behind the header"
    )
    func receiving() throws {
        // Names that differ in a transcript stand for ids that differ.
        let headers = try sent(in: "server-login").filter { $0.contains("<stream:stream ") }
        #expect(headers.count == 3)
        for (header, id) in zip(headers, ["{id1}", "{id2}", "{id3}"]) {
            #expect(header.contains(" id='\(id)'"))
            #expect(header.contains("><stream:features>"))
            #expect(header.hasSuffix("</stream:features>"))
        }
    }

    @Test(
        "RFC6120-6.3.5-1: between <auth/> and <success/> nothing is sent but their elements, however long it takes",
        arguments: ["client-keepalive-login", "server-keepalive-login"])
    func noWhitespace(name: String) throws {
        let sent = try sent(in: name)
        // There would have been white space.
        #expect(sent.last == " ")
        #expect(sent.dropLast().allSatisfy { $0.hasPrefix("<") && $0.hasSuffix(">") })
    }

    @Test(
        "RFC6120-5.4.3.3-1, RFC6120-5.4.3.3-8, RFC3920-5.1-10: nothing that the receiving entity said before TLS counts behind it",
        arguments: ["client-features-anew-after-tls", "client-starttls-stripped-honest"])
    func forgottenByInitiator(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "RFC6120-5.4.3.3-2, RFC3920-5.1-9: nothing that the initiating entity said before TLS counts behind it, but it may not say otherwise",
        arguments: ["server-from-late", "server-from-changed", "server-auth-before-tls"])
    func forgottenByReceiver(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "RFC6120-4.3.2-2, RFC6120-4.3.5-2: what the host sends waits until the stream is ready, and is told where it never is",
        arguments: ["client-login-queued", "client-queue-lost", "server-send-early", "component-stanza-early"])
    func waiting(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "RFC6120-4.3.2-3, RFC6120-6.3.1-1, RFC6120-7.3.1-1: an empty list ends negotiation, and without SASL and binding the stream with it",
        arguments: ["client-features-empty", "client-bind-missing", "s2s-out-login"])
    func emptyList(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "RFC6120-4.3.2-5, RFC6120-4.9.3.23-1: a feature that is not known is left where it is voluntary, and ends the stream where it is not",
        arguments: ["client-feature-unknown-voluntary", "client-feature-unknown-mandatory"])
    func unknown(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "RFC6120-4.3.4-2: a list that comes anew is taken, whenever it comes",
        arguments: ["client-features-resent", "client-features-late"])
    func resent(name: String) throws { try WrittenConversation(named: name).play() }

    @Test("RFC6120-4.3.5-1: no list follows once the stream is ready", arguments: ["server-login", "s2s-in-login"])
    func noLaterList(name: String) throws {
        let conversation = try WrittenConversation(named: name)
        try conversation.play()
        let outputs = conversation.transcript.steps.flatMap(\.outputs)
        let ready = try #require(
            outputs.firstIndex { if case .told(let text) = $0 { text.hasPrefix("established") } else { false } })
        for case .sent(let text) in outputs[ready...] { #expect(!text.contains("<stream:features")) }
    }

    @Test(
        "RFC6120-4.3.5-3, RFC6120-4.3.5-4, RFC6120-4.9.3.12-1, RFC6120-7.1-5, RFC6120-7.1-6, RFC6120-13.12-1: a stanza before the stream is ready ends it with not-authorized, and is delivered to nobody",
        arguments: [
            "server-stanza-before-tls", "server-stanza-before-login", "server-stanza-before-binding",
            "s2s-in-stanza-early", "component-server-stanza-early",
        ])
    func early(name: String) throws {
        let conversation = try WrittenConversation(named: name)
        try conversation.play()
        let outputs = conversation.transcript.steps.flatMap(\.outputs)
        #expect(!outputs.contains { if case .told(let text) = $0 { text.hasPrefix("stanza") } else { false } })
        #expect(
            outputs.contains {
                if case .ended(let text) = $0 { text.hasPrefix("violation not-authorized") } else { false }
            })
    }

    @Test(
        "RFC6120-4.3.5-3: nor is one delivered that comes from a server too early",
        arguments: ["client-stanza-early", "client-stanza-for-features"])
    func earlyAtClient(name: String) throws { try WrittenConversation(named: name).play() }
}
