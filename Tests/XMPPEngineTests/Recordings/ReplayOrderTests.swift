import Testing
import XMLStream
import XMPPEngine
import XMPPNegotiation
import XMPPStanza
import XMPPTestKit

/// In which order our sides say things in real conversations of clients that have STARTTLS.
@Suite struct ReplayOrderTests {
    static func recordings() throws -> [Recording] {
        try Recording.driven().filter { $0.kind == .client && $0.isSecure && !$0.isDirectTLS && $0.isEstablished }
    }

    @Test(
        "RFC6120-4.7.1-1, RFC6120-4.7.1-2, RFC6120-5.4.3.3-3, RFC6120-5.4.3.3-9, RFC6120-6.4.6-4, RFC6120-6.4.6-6, RFC3920-5.1-1, RFC3920-5.1-4, RFC3920-5.1-12: our client says who it is under TLS only, and opens streams anew without an end tag",
        arguments: try recordings())
    func initiating(_ recording: Recording) throws {
        var replay = try InitiatingReplay(recording)
        replay.run()
        let own = recording.initiating.headers.last?.from?.text
        #expect(replay.sent.headers.map { $0.from?.text } == [nil, own, own])
        #expect(replay.sent.headers.allSatisfy { $0.version == .current && $0.id == nil && $0.content == .client })
        let names = replay.sent.elements.map(\.name)
        #expect(Array(names.prefix(2)) == ["starttls", "auth"] && names.last == "iq")
        #expect(replay.endTagCount == (replay.driver.end == nil ? 0 : 1))
    }

    @Test(
        "RFC6120-5.4.1-1, RFC6120-5.4.1-2, RFC6120-5.4.1-4, RFC6120-5.4.2.1-1, RFC6120-5.4.2.3-3, RFC6120-5.4.3.3-4, RFC6120-5.4.3.3-5, RFC6120-5.4.3.3-6, RFC6120-5.4.3.3-7, RFC6120-6.4.1-2, RFC6120-6.4.1-3, RFC6120-6.4.1-4, RFC6120-6.4.1-5, RFC6120-6.4.6-5, RFC3920-5.1-11: our server gives each stream an id and features of its own",
        arguments: try recordings())
    func receiving(_ recording: Recording) throws {
        var replay = try ReceivingReplay(recording)
        replay.run()
        let ids = replay.sent.headers.compactMap(\.id)
        #expect(ids.count == 3 && Set(ids).count == 3)
        let lists = replay.sent.elements.filter { $0.isNamed(.features, in: .streams) }
        let offers = lists.map { list in list.children.map(\.name) }
        #expect(offers.count == 3)
        #expect(offers.first == ["starttls"])
        #expect(lists.first?.child("starttls", in: "urn:ietf:params:xml:ns:xmpp-tls")?.child(.required) != nil)
        #expect(offers.dropFirst().first?.contains("mechanisms") == true)
        #expect(offers.dropFirst().allSatisfy { !$0.contains("starttls") })
        #expect(offers.last?.contains("bind") == true && offers.last?.contains("mechanisms") == false)
        let proceed = replay.sent.elements.dropFirst().first
        #expect(proceed?.isNamed("proceed", in: "urn:ietf:params:xml:ns:xmpp-tls") == true)
    }
}

extension InitiatingReplay {
    /// How many end tags we have sent.
    fileprivate var endTagCount: Int {
        String(decoding: driver.sent, as: UTF8.self).ranges(of: "</stream:stream>").count
    }
}
