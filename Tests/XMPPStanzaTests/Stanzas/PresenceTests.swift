import Testing
import XMLStream
import XMPPStanza

@Suite struct PresenceTests {
    @Test(
        "a presence without type is available, an unknown type is a fault (RFC 6121 §4.7.1)",
        arguments: PresenceType.allCases)
    func type(_ type: PresenceType) throws {
        if type == .available {
            #expect(try #require(Presence(try .client("<presence/>"))).type == .available)
        } else {
            #expect(try #require(Presence(try .client("<presence type='\(type.rawValue)'/>"))).type == type)
        }
    }

    @Test(arguments: ["available", "", "Subscribe", "huh", "unavailable "])
    func `an unknown type is answered with an error`(_ word: String) throws {
        let presence = try #require(Presence(try .client("<presence from='a.example' id='1' type='\(word)'/>")))
        #expect(throws: StanzaViolation.self) { try presence.type }
        do throws(StanzaViolation) {
            _ = try presence.type
        } catch {
            #expect(error.code == .type && error.condition == .badRequest)
            let answer = try #require(try presence.error(for: error))
            #expect(answer.isError && answer.error?.condition == .badRequest && answer.hasID("1"))
        }
    }

    @Test(
        "a priority is an integer from -128 to 127 (RFC 6121 §4.7.2.3)",
        arguments: [
            ("0", 0), ("127", 127), ("-128", -128), ("+5", 5), (" 7\n", 7), ("007", 7), ("128", nil), ("-129", nil),
            ("", nil),
            ("1.5", nil), ("a", nil), ("99999999999999999999999", nil), ("1 2", nil), ("\u{661}", nil),
        ] as [(String, Int8?)])
    func priority(_ text: String, _ expected: Int8?) throws {
        let presence = try #require(Presence(try .client("<presence><priority>\(text)</priority></presence>")))
        if let expected {
            #expect(try presence.priority == expected)
        } else {
            #expect(throws: StanzaViolation.self) { try presence.priority }
        }
    }

    @Test func `availability and statuses are told`() throws {
        let presence = try #require(
            Presence(
                try .client("<presence><show>dnd</show><status>a</status><status xml:lang='de'>b</status></presence>")))
        #expect(presence.show == .doNotDisturb && presence.status == "a" && presence.statuses["de"] == "b")
        #expect(try presence.priority == 0)
        #expect(try #require(Presence(try .client("<presence><show>asleep</show></presence>"))).show == nil)
    }
}
