import Testing
import XMLStream
import XMPPStanza

@Suite struct StreamFeaturesTests {
    static let xml = """
        <stream:features xmlns:stream='http://etherx.jabber.org/streams'>\
        <starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls>\
        <session xmlns='urn:ietf:params:xml:ns:xmpp-session'><optional/></session>\
        <made-up xmlns='urn:made:up'><required xmlns='urn:else'/></made-up></stream:features>
        """

    @Test func `features keep their order and say whether they are required`() throws {
        let element = try Element(xml: StreamFeaturesTests.xml)
        let features = try #require(StreamFeatures(element))
        #expect(features.map(\.element.name) == ["starttls", "session", "made-up"])
        #expect(features.map(\.isMarkedRequired) == [true, false, false])
        #expect(features.map(\.isMarkedOptional) == [false, true, false])
        #expect(features.first(.starttls, in: .tls) == features[0])
        #expect(features.first("made-up", in: "urn:made:up") == features[2])
        #expect(features.first(.bind, in: .bind) == nil)
        #expect(try features.element() == element)
    }

    @Test func `features are put together like any collection`() throws {
        var features = try #require(StreamFeatures(try Element(xml: StreamFeaturesTests.xml)))
        features.removeAll { $0.isMarkedOptional }
        features.insert(StreamFeatures.Feature(try Element(xml: "<sm xmlns='urn:xmpp:sm:3'/>")), at: 0)
        #expect(StreamFeatures(try features.element())?.map(\.element.name) == ["sm", "starttls", "made-up"])
        #expect(StreamFeatures().isEmpty)
    }

    @Test func `what is no list of features is none`() throws {
        #expect(StreamFeatures(try .client("<features/>")) == nil)
    }
}
