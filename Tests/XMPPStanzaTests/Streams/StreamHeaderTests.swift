import CorpusFiles
import Testing
import XMLStream
import XMPPAddress
import XMPPStanza

@Suite struct StreamHeaderTests {
    /// Headers in all dresses, each with what it says.
    static let headers: [(String, ContentNamespace?, prefix: String)] = [
        ("<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'", .client, "stream"),
        ("<stream:stream xmlns='jabber:server' xmlns:stream='http://etherx.jabber.org/streams'", .server, "stream"),
        ("<s:stream xmlns='jabber:component:accept' xmlns:s='http://etherx.jabber.org/streams'", .component, "s"),
        ("<stream xmlns='http://etherx.jabber.org/streams'", nil, ""),
        ("<stream:stream xmlns:stream='http://etherx.jabber.org/streams'", nil, "stream"),
    ]

    @Test(
        "RFC6120-4.7.1-6, RFC6120-4.7.2-6: a header is read with any prefix and in any content namespace, with addresses or without",
        arguments: headers)
    func dresses(_ tag: String, _ content: ContentNamespace?, _ prefix: String) throws {
        let bare = try read(tag + ">")
        #expect(bare.content == content && bare.prefix == prefix)
        #expect(bare.to == nil && bare.from == nil && bare.id == nil && bare.language == nil)
        let full = try read(
            tag + " to='example.com' from='juliet@example.com' id='a&amp;b' version='1.0' xml:lang='de'>")
        #expect(full.to?.jid == JID("example.com") && full.from?.jid == JID("juliet@example.com"))
        #expect(full.id == "a&b" && full.language == "de" && full.version == .current)
        #expect(try read(written(full)) == full)
    }

    @Test(
        "RFC6120-4.9.3.10-1: another namespace is invalid-namespace, another element bad-format",
        arguments: [
            ("<stream:stream xmlns='jabber:client' xmlns:stream='urn:other'>", StreamErrorCondition.invalidNamespace),
            ("<stream:stream xmlns='urn:other' xmlns:stream='http://etherx.jabber.org/streams'>", .invalidNamespace),
            ("<stream xmlns='jabber:client'>", .invalidNamespace),
            ("<stream:features xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>", .badFormat),
        ])
    func namespaces(_ text: String, _ condition: StreamErrorCondition) throws {
        #expect(throws: StreamError(condition)) { try read(text) }
    }

    @Test(
        "RFC6120-4.9.3.25-1: a version that is none is unsupported-version",
        arguments: ["", "1", "a", "1.", ".1", "1.0.0", "-1.0", "1,0", " 1.0"])
    func badVersion(_ version: String) throws {
        #expect(StreamVersion(version) == nil)
        #expect(throws: StreamError(.unsupportedVersion)) {
            try read(StreamHeaderTests.headers[0].0 + " version='\(version)'>")
        }
    }

    @Test("RFC6120-4.7.5-9: a missing version is 0.9, to which no features are sent")
    func legacy() throws {
        let header = try read(StreamHeaderTests.headers[0].0 + ">")
        #expect(header.version == .legacy && header.version == StreamVersion(major: 0, minor: 9))
        #expect(!header.version.hasFeatures && StreamVersion.current.hasFeatures)
    }

    @Test(
        "RFC6120-4.7.2-1, RFC6120-4.7.4-2, RFC6120-4.7.5-5, RFC6120-4.7.3-4, RFC6120-4.7.1-7: the initial header has to, language and version 1.0, no id, and a from where one is given"
    )
    func initial() throws {
        let client = try read(try written(StreamHeader(to: JID("example.com"))))
        #expect(client.to?.jid == JID("example.com") && client.language == "en" && client.version == .current)
        #expect(client.id == nil && client.from == nil && client.content == .client)
        let server = try read(
            try written(StreamHeader(to: JID("b.example"), from: JID("a.example"), content: .server)))
        #expect(server.from?.jid == JID("a.example") && server.content == .server)
    }

    @Test(
        "RFC6120-4.7.1-4, RFC6120-4.7.2-2, RFC6120-4.7.3-1, RFC6120-4.7.3-5, RFC6120-4.7.3-6: the answer has from, its own id, and to where the other has a from"
    )
    func answer() throws {
        var initial = StreamHeader(to: JID("example.com"), from: JID("juliet@example.com/balcony"), id: "theirs")
        let domain = try #require(JID("example.com"))
        let answer = try read(try written(initial.answer(from: domain, id: "ours")))
        #expect(answer.from?.jid == domain && answer.id == "ours" && answer.to?.jid == JID("juliet@example.com"))
        initial.from = nil
        #expect(initial.answer(from: domain, id: "ours").to == nil)
    }

    @Test(
        "RFC6120-4.7.2-3, RFC6120-4.7.2-4: to of the answer is the domain of another server, and missing where from is")
    func answerTo() throws {
        let domain = try #require(JID("b.example"))
        var initial = StreamHeader(to: domain, from: JID("a.example"), content: .server)
        #expect(initial.answer(from: domain, id: "1").to?.jid == JID("a.example"))
        initial.from = .unprepared(UnpreparedAddress("@"), try violation("@"))
        #expect(initial.answer(from: domain, id: "1").to == nil)
    }

    @Test(
        "RFC6120-4.7.4-3, RFC6120-4.7.4-4, RFC6120-4.7.4-5, RFC6120-4.7.4-6: the answer speaks the other's language where it can",
        arguments: [
            ("de", "de"), ("de-CH", "de"), ("DE-ch", "de"), ("fr", "en"), (nil, "en"), ("pt-BR", "pt-BR"), ("pt", "en"),
            ("zh-Hant-x-b", "zh-Hant"), ("", "en"),
        ])
    func languages(_ wanted: String?, _ expected: String) throws {
        let initial = StreamHeader(language: wanted)
        let spoken = ["en", "de", "pt-BR", "zh-Hant"]
        let answer = initial.answer(from: try #require(JID("a.example")), id: "1", languages: spoken)
        #expect(answer.language == expected)
    }

    @Test(
        "RFC6120-4.7.5-6, RFC6120-4.7.5-10: the answer has the lower version, and none where there was none",
        arguments: [
            ("1.0", "1.0"), ("1.5", "1.0"), ("2.0", "1.0"), ("0.9", nil), (nil, nil),
        ])
    func answerVersion(_ stated: String?, _ expected: String?) throws {
        let header = try read(StreamHeaderTests.headers[0].0 + (stated.map { " version='\($0)'" } ?? "") + ">")
        let answer = header.answer(from: try #require(JID("a.example")), id: "1")
        #expect(try answer.rootTag().attributes.first { $0.name == "version" }?.value == expected)
    }

    @Test func `an address that is none does not hide the rest of a header`() throws {
        let header = try read(StreamHeaderTests.headers[0].0 + " to='@' from='a.example' version='1.0'>")
        #expect(header.to?.text == "@" && header.to?.jid == nil && header.from?.jid != nil)
        #expect(try read(written(header)) == header)
    }

    @Test func `further declarations are kept`() throws {
        let header = try read(
            "<stream:stream xmlns='jabber:server' xmlns:db='jabber:server:dialback' xmlns:stream='http://etherx.jabber.org/streams'>"
        )
        #expect(header.prefixes == ["db": "jabber:server:dialback"])
        #expect(try read(written(header)) == header)
    }

    @Test(
        "RFC6120-4.7.4-1: a language that is no tag is read, and refused when written",
        arguments: ["e_n", "-", "123456789", "en-", "1a", "\u{E9}"])
    func badLanguage(_ tag: String) throws {
        #expect(!LanguageTag.isWellFormed(tag))
        #expect(throws: XMLContentError.self) { try StreamHeader(language: tag).rootTag() }
        #expect(throws: XMLContentError.self) { try Message(language: tag) }
        #expect(LanguageTag.isWellFormed("de-1996") && LanguageTag.isWellFormed("i-klingon"))
        #expect(try read(StreamHeaderTests.headers[0].0 + " xml:lang='\(tag)'>").language == tag)
    }

    private func violation(_ text: String) throws -> AddressViolation {
        do throws(AddressViolation) { _ = try JID(wire: text) } catch { return error }
        throw Missing()
    }

    private struct Missing: Error {}

    private func written(_ header: StreamHeader) throws -> String {
        var writer = XMLWriter()
        try writer.open(try header.rootTag())
        var bytes: [UInt8] = []
        writer.drain { span in
            bytes = (0..<span.byteCount).map { unsafe span.unsafeLoad(fromByteOffset: $0, as: UInt8.self) }
            return span.byteCount
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func read(_ text: String) throws -> StreamHeader {
        try StreamHeader(try #require(StreamEvents(text).header))
    }
}
