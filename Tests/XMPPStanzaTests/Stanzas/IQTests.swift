import Testing
import XMLStream
import XMPPStanza

@Suite struct IQTests {
    static let checked: [(String, StanzaViolation.Code?)] = [
        ("<iq type='get' id='1'><a xmlns='urn:a'/></iq>", nil), ("<iq type='set' id=''><a xmlns='urn:a'/></iq>", nil),
        ("<iq type='result' id='1'/>", nil), ("<iq type='result' id='1'><a xmlns='urn:a'/></iq>", nil),
        ("<iq type='error' id='1'><a xmlns='urn:a'/><error/></iq>", nil),
        ("<iq type='get'><a xmlns='urn:a'/></iq>", .missingID), ("<iq id='1'><a xmlns='urn:a'/></iq>", .type),
        ("<iq type='foo' id='1'/>", .type), ("<iq type='get' id='1'/>", .payloadCount),
        ("<iq type='set' id='1'><a xmlns='urn:a'/><a xmlns='urn:a'/></iq>", .payloadCount),
        ("<iq type='result' id='1'><a xmlns='urn:a'/><b xmlns='urn:a'/></iq>", .payloadCount),
        ("<iq type='error' id='1'/>", .payloadCount),
    ]

    @Test(
        "RFC6120-8.1.3-1, RFC6120-8.2.3-1, RFC6120-8.2.3-5, RFC6120-8.2.3-6, RFC6120-8.2.3-7, RFC6120-8.2.3-9, RFC6120-8.4-11: an iq has an id, a type and the children that go with it",
        arguments: checked)
    func check(_ xml: String, _ expected: StanzaViolation.Code?) throws {
        let iq = try #require(IQ(try .client(xml)))
        do throws(StanzaViolation) {
            try iq.check()
            #expect(expected == nil)
        } catch {
            #expect(error.code == expected && error.condition == .badRequest)
        }
    }

    @Test func `the payload is the first child`() throws {
        let iq = try #require(IQ(try .client("<iq type='get' id='1'> <a xmlns='urn:a'/></iq>")))
        #expect(iq.payload?.name == "a" && iq.isRequest)
        #expect(try iq.type == .get)
        let result = try #require(IQ(try .client("<iq type='result' id='1'/>")))
        #expect(result.payload == nil && !result.isRequest)
    }
}
