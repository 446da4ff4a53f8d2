import CorpusFiles
import Testing
import XMLStream
import XMPPStanza

@Suite struct StreamErrorTests {
    static let table = try? Corpus.rows(of: "tables/error-conditions.tsv").filter { $0[0] == "stream" }

    @Test func `the table has 25 stream errors, in the order of the library`() throws {
        let table = try #require(StreamErrorTests.table)
        #expect(table.map { $0[1] } == StreamErrorCondition.allDefined.map(\.description))
        #expect(table.count == 25)
    }

    @Test(
        "RFC6120-4.9.2-1, RFC6120-4.9.2-3, RFC6120-4.9.2-4, RFC6120-4.9.2-5, RFC6120-4.9.4-1: each error is written with one condition, text and application condition in their namespaces, and read back",
        arguments: table ?? [])
    func writtenAndRead(_ row: [String]) throws {
        let condition = try #require(StreamErrorCondition(named: LocalName(row[1])))
        let application = try Element(xml: "<escape-your-data xmlns='http://example.org/ns'/>")
        let error = StreamError(
            condition, text: LocalizedText("why", language: "en"), applicationCondition: application)
        let element = try error.element()
        #expect(element.isNamed(.error, in: .streams))
        let children = Array(element.children)
        #expect(children.map(\.name) == [row[1], "text", "escape-your-data"])
        #expect(children.map(\.namespace) == [row[2], row[2], "http://example.org/ns"])
        #expect(children[1].declaredLanguage == "en")
        #expect(StreamError(element) == error)
    }

    @Test("RFC6120-4.9.2-2, RFC6120-4.9.2-9: unknown conditions, and elements of applications, are no obstacle")
    func unknown() throws {
        let error = try read("<oops xmlns='\(streams)'/><a xmlns='urn:a'><b/></a><c xmlns='urn:c'/>")
        #expect(error.condition == .undefinedCondition)
        #expect(error.applicationCondition?.name == "a")
        #expect(try read("<oops xmlns='\(streams)'/><reset xmlns='\(streams)'/>").condition == .reset)
        #expect(try read("").condition == .undefinedCondition)
    }

    @Test("RFC6120-4.9.2-6, RFC6120-4.9.2-7: a text decides nothing, whatever it says")
    func text() throws {
        for text in ["", "see-other-host", "<reset/>", "conflict"] {
            let escaped = text.replacing("<", with: "&lt;")
            let error = try read("<policy-violation xmlns='\(streams)'/><text xmlns='\(streams)'>\(escaped)</text>")
            #expect(error.condition == .policyViolation && error.otherHost == nil)
            #expect(error.texts == [LocalizedText(text)])
        }
    }

    @Test func `the dialect of RFC 3920 and errors of before it are read`() throws {
        #expect(try read("<xml-not-well-formed xmlns='\(streams)'/>").condition == .notWellFormed)
        let invalid = try read("<invalid-id xmlns='\(streams)'/>")
        #expect(invalid.condition == .invalidID && !invalid.condition.isDefined)
        let old = try read(" Disconnected ")
        #expect(old.condition == .undefinedCondition && old.texts.text() == "Disconnected")
    }

    @Test func `what is no stream error is none`() throws {
        #expect(StreamError(try .client("<error/>")) == nil)
        #expect(StreamError(try Element(xml: "<errors xmlns='http://etherx.jabber.org/streams'/>")) == nil)
    }

    @Test(
        "RFC6120-4.9.3.21-1: undefined-condition can be written with an application condition, and without: a documented deviation, since relays must"
    )
    func undefinedCondition() throws {
        let application = try Element(xml: "<a xmlns='urn:a'/>")
        #expect(
            try StreamError(.undefinedCondition, applicationCondition: application).element().children.map(\.name) == [
                "undefined-condition", "a",
            ])
        #expect(try StreamError(.undefinedCondition).element().children.map(\.name) == ["undefined-condition"])
    }

    @Test func `an application condition in the namespace of the defined ones is left out`() throws {
        let wrong = try Element(xml: "<conflict xmlns='\(streams)'/>")
        #expect(try StreamError(.reset, applicationCondition: wrong).element().children.map(\.name) == ["reset"])
    }

    static let hosts: [(String, name: String, port: UInt16?)] = [
        ("example.net", "example.net", nil), ("example.net:9090", "example.net", 9090), ("192.0.2.1:1", "192.0.2.1", 1),
        ("[2001:db8::1]:5222", "2001:db8::1", 5222), ("[::1]", "::1", nil), (" a.b \n", "a.b", nil),
        ("2001:db8::1", "2001:db8::1", nil), ("b\u{FC}cher.example", "b\u{FC}cher.example", nil),
    ]

    @Test(
        "RFC6120-4.9.3.19-1, RFC6120-4.9.3.19-2: see-other-host holds a name or address, bracketed if IPv6, and maybe a port",
        arguments: hosts)
    func host(_ text: String, _ name: String, _ port: UInt16?) throws {
        let error = try read("<see-other-host xmlns='\(streams)'>\(text)</see-other-host>")
        let host = try #require(error.otherHost)
        #expect(host.name == name && host.port == port)
        #expect(StreamError(try StreamError(seeOtherHost: host).element())?.otherHost == host)
    }

    @Test(arguments: [
        ":5222", "a:", "a:0", "a:65536", "a:-1", "[::1", "[a]:1", "[::1]x", "a b", "a/b", "u@a", "[::g]", "a:+1",
    ])
    func `what names no host is kept as it came`(_ text: String) throws {
        let error = try read("<see-other-host xmlns='\(streams)'>\(text)</see-other-host>")
        #expect(error.otherHost == nil && error.redirection == text)
        #expect(StreamError(try error.element()) == error)
    }

    static let faults: [(String, StreamErrorCondition)] = [
        ("<a:b/>", .badNamespacePrefix), ("<a></b>", .notWellFormed), ("<!-- -->", .restrictedXML),
        ("x<a/>", .badFormat), ("<message>\u{0}", .notWellFormed),
        ("<message a='" + String(repeating: "x", count: 9000) + "'/>", .policyViolation),
    ]

    @Test(
        "RFC6120-4.9.3.1-1, RFC6120-4.9.3.2-1, RFC6120-4.9.3.13-1, RFC6120-4.9.3.14-1, RFC6120-4.9.3.18-1: a fault in the XML becomes the error that names it",
        arguments: faults)
    func faultInXML(_ text: String, _ condition: StreamErrorCondition) throws {
        var stream = ElementStream(limits: .beforeAuthentication)
        var scratch = StreamScratch()
        let bytes = Array(
            ("<stream:stream xmlns:stream='http://etherx.jabber.org/streams' xmlns='jabber:client'>" + text).utf8)
        var found: XMLViolation?
        do throws(XMLViolation) {
            try unsafe stream.receiveAll(bytes.span.bytes, using: &scratch) { _ in }
        } catch {
            found = error
        }
        let violation = try #require(found)
        #expect(StreamError(violation).condition == condition)
    }

    @Test("RFC6120-4.9.3.22-1: another encoding is unsupported-encoding")
    func encoding() throws {
        let violation = try #require(StreamEvents("<?xml version='1.0' encoding='ISO-8859-1'?><a/>").violation)
        #expect(StreamError(violation).condition == .unsupportedEncoding)
    }

    private var streams: String { "urn:ietf:params:xml:ns:xmpp-streams" }

    private func read(_ content: String) throws -> StreamError {
        try #require(
            StreamError(
                try Element(
                    xml: "<stream:error xmlns:stream='http://etherx.jabber.org/streams'>\(content)</stream:error>")))
    }
}
