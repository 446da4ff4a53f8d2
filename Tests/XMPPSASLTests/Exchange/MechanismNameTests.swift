import Testing
import XMPPSASL

@Suite struct MechanismNameTests {
    @Test(
        "RFC4422-3.1-1: a name has 1 to 20 capital letters, digits, hyphens and underscores",
        arguments: [
            ("PLAIN", true), ("SCRAM-SHA-256-PLUS", true), ("X_Y-9", true), ("A", true), ("ABCDEFGHIJKLMNOPQRST", true),
            ("", false), ("ABCDEFGHIJKLMNOPQRSTU", false), ("plain", false), ("PLAIN ", false), ("PLÄIN", false),
            ("A.B", false), ("A\u{0}", false),
        ])
    func names(_ text: String, _ isLegal: Bool) {
        #expect(SASLMechanismName(text)?.description == (isLegal ? text : nil))
    }

    @Test("S13: names are compared by the letter") func letters() {
        #expect(SASLMechanismName("SCRAM-SHA-1") == .scramSHA1)
        #expect(SASLMechanismName("scram-sha-1") == nil)
    }

    @Test func `each variant of SCRAM has its name, and each name the right one`() {
        var names: Set<SASLMechanismName> = []
        for hash in SCRAMVariant.Hash.allCases {
            for bindsChannel in [false, true] {
                let name = SCRAMVariant(hash, bindsChannel: bindsChannel).name
                #expect(SASLMechanismName(name.description) == name)
                #expect(name.description.hasSuffix("-PLUS") == bindsChannel)
                names.insert(name)
            }
        }
        #expect(names.count == 6)
    }
}
