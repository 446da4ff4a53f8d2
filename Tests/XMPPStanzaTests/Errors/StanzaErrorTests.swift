import CorpusFiles
import Testing
import XMLStream
import XMPPAddress
import XMPPStanza

@Suite struct StanzaErrorTests {
    static let table = try? Corpus.rows(of: "tables/error-conditions.tsv").filter { $0[0] == "stanza" }

    @Test func `the table has 22 stanza errors, in the order of the library`() throws {
        let table = try #require(StanzaErrorTests.table)
        #expect(table.map { $0[1] } == StanzaErrorCondition.allDefined.map(\.description))
        #expect(table.count == 22)
    }

    @Test(
        "RFC6120-8.3.3-1, RFC6120-8.3.2-1: each condition has the types that usually go with it", arguments: table ?? []
    )
    func usualTypes(_ row: [String]) throws {
        let condition = try #require(StanzaErrorCondition(named: LocalName(row[1])))
        let words =
            row[3] == "any"
            ? StanzaErrorType.allCases.map(\.rawValue) : row[3].split(separator: " or ").map(String.init)
        #expect(Set(condition.usualTypes.map(\.rawValue)) == Set(words))
        #expect(StanzaError(condition).type == condition.usualTypes.first)
        if row[3] != "any" { #expect(condition.usualTypes.map(\.rawValue) == words) }
    }

    @Test(
        "RFC6120-8.3.2-2, RFC6120-8.3.2-4, RFC6120-8.3.2-6, RFC6120-8.3.2-8: each error is written with one condition, text and application condition in their namespaces, and read back",
        arguments: table ?? [], StanzaErrorType.allCases)
    func writtenAndRead(_ row: [String], _ type: StanzaErrorType) throws {
        let condition = try #require(StanzaErrorCondition(named: LocalName(row[1])))
        var error = StanzaError(
            condition, type: type, text: LocalizedText("why", language: "en"), by: JID("example.net"),
            alternateAddress: condition.hasAlternateAddress ? "xmpp:romeo@example.net" : nil,
            applicationCondition: try Element(xml: "<too-many xmlns='http://example.org/ns'/>"))
        error.texts.append(LocalizedText("warum", language: "de"))
        let element = try error.element()
        let children = Array(element.children)
        #expect(children.map(\.name) == [row[1], "text", "text", "too-many"])
        #expect(children.map(\.namespace) == [row[2], row[2], row[2], "http://example.org/ns"])
        #expect(element.attribute(.type) == type.rawValue && element.attribute(.by) == "example.net")
        #expect(StanzaError(element) == error)
        #expect(error.texts.text(preferring: ["de-CH", "en"]) == "warum")
    }

    @Test(
        "RFC6120-8.3.2-3, RFC6120-8.3.4-1, RFC6120-8.3.2-5: unknown conditions, types and elements of applications are no obstacle, and texts decide nothing"
    )
    func unknown() throws {
        let error = try read(
            "<error type='huh'><oops xmlns='\(stanzas)'/><text xmlns='\(stanzas)'>conflict</text><a xmlns='urn:a'/></error>"
        )
        #expect(error.condition == .undefinedCondition && error.type == .cancel)
        #expect(error.applicationCondition?.name == "a")
        let second = try read("<error type='wait'><oops xmlns='\(stanzas)'/><gone xmlns='\(stanzas)'/></error>")
        #expect(second.condition == .gone && second.type == .wait)
    }

    @Test("RFC6120-8.3.3.5-1, RFC6120-8.3.3.5-2, RFC6120-8.3.3.14-2: gone and redirect name a URI, others do not")
    func alternateAddress() throws {
        for name in ["gone", "redirect"] {
            let error = try read("<error type='cancel'><\(name) xmlns='\(stanzas)'>xmpp:a@b.example</\(name)></error>")
            #expect(error.alternateAddress == "xmpp:a@b.example")
        }
        #expect(try read("<error type='cancel'><gone xmlns='\(stanzas)'/></error>").alternateAddress == nil)
        let other = try read("<error type='cancel'><conflict xmlns='\(stanzas)'>xmpp:a@b.example</conflict></error>")
        #expect(other.alternateAddress == nil)
    }

    static let codes: [(Int, String, String)] = [
        (302, "redirect", "modify"), (400, "bad-request", "modify"), (401, "not-authorized", "auth"),
        (402, "payment-required", "auth"), (403, "forbidden", "auth"), (404, "item-not-found", "cancel"),
        (405, "not-allowed", "cancel"), (406, "not-acceptable", "modify"), (407, "registration-required", "auth"),
        (408, "remote-server-timeout", "wait"), (409, "conflict", "cancel"), (500, "internal-server-error", "wait"),
        (501, "feature-not-implemented", "cancel"), (502, "service-unavailable", "wait"),
        (503, "service-unavailable", "cancel"), (504, "remote-server-timeout", "wait"),
        (510, "service-unavailable", "cancel"), (999, "undefined-condition", "cancel"),
    ]

    @Test("a number of XEP-0086 is read where nothing else says what it was", arguments: codes)
    func legacyCode(_ code: Int, _ condition: String, _ type: String) throws {
        let error = try read("<error code='\(code)'>Old text</error>")
        #expect(error.condition.description == condition && error.type.rawValue == type)
        #expect(error.texts == [LocalizedText("Old text")])
        #expect(StanzaError(try error.element()) == error)
        let stated = try read("<error code='\(code)' type='wait'><forbidden xmlns='\(stanzas)'/></error>")
        #expect(stated.condition == .forbidden && stated.type == .wait)
        let unknown = try read("<error code='\(code)'><oops xmlns='\(stanzas)'/></error>")
        #expect(unknown.condition == .undefinedCondition)
    }

    @Test func `who detected it is told even where the address is none`() throws {
        #expect(try read("<error type='auth' by='@'><forbidden xmlns='\(stanzas)'/></error>").by?.text == "@")
        #expect(
            try read("<error type='auth' by='a.example'><forbidden xmlns='\(stanzas)'/></error>").by?.jid
                == JID("a.example"))
    }

    @Test func `an error of another namespace is none`() throws {
        #expect(StanzaError(try Element(xml: "<error xmlns='urn:q'/>")) == nil)
        #expect(StanzaError(try Element(xml: "<error xmlns='http://etherx.jabber.org/streams'/>")) == nil)
        #expect(StanzaError(try Element(xml: "<error xmlns='jabber:component:accept'/>")) != nil)
    }

    private var stanzas: String { "urn:ietf:params:xml:ns:xmpp-stanzas" }

    private func read(_ xml: String) throws -> StanzaError { try #require(StanzaError(try .client(xml))) }
}
