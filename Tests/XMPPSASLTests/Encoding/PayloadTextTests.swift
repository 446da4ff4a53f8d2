import Testing
import XMPPSASL

/// Payloads as the text of elements.
@Suite struct PayloadTextTests {
    @Test(
        "RFC6120-6.4.2-1, RFC6120-6.4.2-2, RFC6120-6.4.6-2: what is empty and what is missing, in each place and profile",
        arguments: [
            (.sasl, .initialResponse, "", nil), (.sasl, .initialResponse, "=", []), (.sasl, .success, "", nil),
            (.sasl, .success, "=", []), (.sasl, .exchange, "", []), (.sasl, .exchange, "AGE=", [0, 0x61]),
            (.sasl, .initialResponse, "AGE=", [0, 0x61]), (.sasl2, .initialResponse, "", []),
            (.sasl2, .success, "", []), (.sasl2, .exchange, "", []), (.sasl2, .success, "AGE=", [0, 0x61]),
        ] as [(SASLOffer.Profile, SASLPayload.Place, String, [UInt8]?)])
    func text(_ profile: SASLOffer.Profile, _ place: SASLPayload.Place, _ text: String, _ bytes: [UInt8]?) throws {
        let payload = bytes.map { SASLPayload($0) }
        #expect(try SASLPayload.read(Array(text.utf8), at: place, in: profile) == payload)
        #expect(SASLPayload.text(of: payload, at: place, in: profile) == Array(text.utf8))
    }

    @Test func `what is missing has no element in SASL2, and no text elsewhere`() {
        #expect(SASLPayload.text(of: nil, at: .initialResponse, in: .sasl2) == nil)
        #expect(SASLPayload.text(of: nil, at: .success, in: .sasl2) == nil)
        #expect(SASLPayload.text(of: nil, at: .exchange, in: .sasl2) == [])
        #expect(SASLPayload.text(of: nil, at: .exchange, in: .sasl) == [])
    }

    @Test(
        "RFC6120-6.5.5-1, RFC6120-13.9.1-1, RFC6120-13.9.1-2, RFC6120-13.9.1-3, RFC6120-13.9.1-4: what is no base64 by the letter is incorrect-encoding",
        arguments: ["A", "AGE", "AGE==", "AGF=", "A GE=", "AGE=\n", "==", "====", "AG-_", "=AGE"])
    func malformed(_ text: String) {
        for profile in [SASLOffer.Profile.sasl, .sasl2] {
            for place in SASLPayload.Place.allCases {
                #expect(throws: SASLFailure.Condition.incorrectEncoding) {
                    try SASLPayload.read(Array(text.utf8), at: place, in: profile)
                }
            }
        }
    }

    @Test("an equals sign means something only where a payload can be missing") func equals() {
        for (profile, place) in [(SASLOffer.Profile.sasl, SASLPayload.Place.exchange), (.sasl2, .initialResponse)] {
            #expect(throws: SASLFailure.Condition.incorrectEncoding) {
                try SASLPayload.read([0x3D], at: place, in: profile)
            }
        }
    }
}
