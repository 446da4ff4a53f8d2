import FuzzSupport
import Testing

@testable import XMLStream

@Suite struct KnownDifferenceTests {
    private static let bytes = Array("<a>x<b c='1'/></a>".utf8)

    private func explanation(
        _ code: XMLViolation.Code, rules: XMLTokenizer.Rules = .stream, limits: XMLLimits = .unbounded
    ) -> KnownDifference? {
        .explaining(XMLViolation(code, at: 3), in: Self.bytes, rules: rules, limits: limits)
    }

    static let limits: [(XMLViolation.Code, WritableKeyPath<XMLLimits, Int> & Sendable)] = [
        (.headerBytes, \.headerBytes), (.stanzaBytes, \.stanzaBytes), (.interstanzaBytes, \.interstanzaBytes),
        (.depth, \.depth), (.elementCount, \.elementsPerStanza), (.attributeCount, \.attributesPerElement),
        (.attributeTotal, \.attributesPerStanza), (.declarationCount, \.declarationsPerElement),
        (.nameBytes, \.nameBytes), (.valueBytes, \.valueBytes), (.textBytes, \.textBytes),
    ]

    @Test(arguments: limits.indices)
    func `a limit explains a violation only if it was set`(index: Int) {
        let (code, limit) = Self.limits[index]
        var limits = XMLLimits.unbounded
        #expect(explanation(code) == nil)
        limits[keyPath: limit] = 5
        #expect(explanation(code, limits: limits) == .limit)
        for (other, _) in Self.limits where other != code { #expect(explanation(other, limits: limits) == nil) }
    }

    @Test func `text between stanzas is a difference only where it is forbidden`() {
        #expect(explanation(.textBetweenStanzas) == .textBetweenStanzas)
        #expect(explanation(.textBetweenStanzas, rules: .document) == nil)
    }

    @Test func `a violation without a reason is a finding`() {
        for (code, rules) in [
            (XMLViolation.Code.textBytes, XMLTokenizer.Rules.stream), (.textBetweenStanzas, .document),
        ] {
            var outcome = TokenizerOutcome.of(Self.bytes, rules: .document)
            outcome.violation = XMLViolation(code, at: 3)
            #expect(ExpatComparison.finding(outcome, of: Self.bytes, rules: rules) != nil)
        }
    }
}
