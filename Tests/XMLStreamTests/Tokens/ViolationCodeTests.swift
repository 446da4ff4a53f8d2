import FuzzSupport
import Testing

@testable import XMLStream

@Suite struct ViolationCodeTests {
    /// A code, its condition, and input that has it at the mark.
    struct CodeRow: Sendable, CustomTestStringConvertible {
        let code: XMLViolation.Code
        let condition: StreamErrorCondition
        let input: String
        var limits = XMLLimits.unbounded

        var testDescription: String { "\(code.rule)" }

        init(_ code: XMLViolation.Code, _ condition: StreamErrorCondition, _ input: String) {
            (self.code, self.condition, self.input) = (code, condition, input)
        }

        init(_ code: XMLViolation.Code, _ limit: WritableKeyPath<XMLLimits, Int>, _ value: Int, _ input: String) {
            self.init(code, .policyViolation, input)
            limits[keyPath: limit] = value
        }
    }

    static let rows: [CodeRow] = [
        CodeRow(.illegalByte, .unsupportedEncoding, "<a><b>‸⟦FF⟧</b></a>"),
        CodeRow(.illegalCharacter, .notWellFormed, "<a><b>‸⟦01⟧</b></a>"),
        CodeRow(.textOutsideRoot, .notWellFormed, "<a/>‸x"),
        CodeRow(.textBetweenStanzas, .badFormat, "<a>‸x<b/></a>"),
        CodeRow(.name, .notWellFormed, "<a ‸1='x'/>"),
        CodeRow(.tag, .notWellFormed, "<a b='1'‸c='2'/>"),
        CodeRow(.attributeSyntax, .notWellFormed, "<a b=‸1/>"),
        CodeRow(.lessThanInValue, .notWellFormed, "<a b='‸<'/>"),
        CodeRow(.endTag, .notWellFormed, "<a></‸b>"),
        CodeRow(.endTagOutsideRoot, .notWellFormed, "<‸/a>"),
        CodeRow(.secondRoot, .notWellFormed, "<a/><‸b/>"),
        CodeRow(.markup, .notWellFormed, "<a><b><!‸x></b></a>"),
        CodeRow(.sectionEndInText, .notWellFormed, "<a><b>]]‸></b></a>"),
        CodeRow(.reference, .notWellFormed, "<a><b>&‸ </b></a>"),
        CodeRow(.referencedCharacter, .notWellFormed, "<a><b>&#0‸;</b></a>"),
        CodeRow(.duplicateAttribute, .notWellFormed, "<a b='1' ‸b='2'/>"),
        CodeRow(.endOfInput, .notWellFormed, "<a><b/>‸"),
        CodeRow(.comment, .restrictedXML, "<a><!‸-- --></a>"),
        CodeRow(.processingInstruction, .restrictedXML, "<a><‸?b?></a>"),
        CodeRow(.documentType, .restrictedXML, "<!‸DOCTYPE a><a/>"),
        CodeRow(.entityReference, .restrictedXML, "<a b='&c‸;'/>"),
        CodeRow(.declaration, .notWellFormed, "<?xml version='1.0' ‸x='y'?><a/>"),
        CodeRow(.version, .unsupportedVersion, "<?xml version='‸2.0'?><a/>"),
        CodeRow(.encoding, .unsupportedEncoding, "<?xml version='1.0' encoding='‸latin1'?><a/>"),
        CodeRow(.unboundPrefix, .badNamespacePrefix, "<‸p:a/>"),
        CodeRow(.qualifiedName, .notWellFormed, "<a:b‸:c/>"),
        CodeRow(.reservedPrefix, .badNamespacePrefix, "<a xmlns:xml='‸u'/>"),
        CodeRow(.emptyPrefixBinding, .badNamespacePrefix, "<a xmlns:p='‸'/>"),
        CodeRow(.headerBytes, \.headerBytes, 9, "<a  b='1'‸></a>"),
        CodeRow(.stanzaBytes, \.stanzaBytes, 9, "<a><b>xxx</b‸></a>"),
        CodeRow(.interstanzaBytes, \.interstanzaBytes, 5, "<a>     ‸ <b/></a>"),
        CodeRow(.depth, \.depth, 1, "<a><b><‸c/></b></a>"),
        CodeRow(.elementCount, \.elementsPerStanza, 1, "<a><b><‸c/></b></a>"),
        CodeRow(.attributeCount, \.attributesPerElement, 1, "<a><b c='' ‸d=''/></a>"),
        CodeRow(.attributeTotal, \.attributesPerStanza, 1, "<a><b c=''><c ‸d=''/></b></a>"),
        CodeRow(.declarationCount, \.declarationsPerElement, 1, "<a xmlns='u' xmlns:‸p='v'/>"),
        CodeRow(.nameBytes, \.nameBytes, 3, "<abc‸d/>"),
        CodeRow(.valueBytes, \.valueBytes, 3, "<a b='123‸4'/>"),
        CodeRow(.textBytes, \.textBytes, 3, "<a><b>123‸4</b></a>"),
    ]

    @Test(arguments: rows)
    func `a violation has the code of the rule that was broken, and the code its condition`(_ row: CodeRow) {
        let input = MarkedInput(row.input)
        let violation = TokenizerOutcome.of(input.bytes, limits: row.limits).violation
        #expect(violation?.code == row.code)
        #expect(violation?.byteOffset == input.fault.map(Int64.init))
        #expect(row.code.condition == row.condition && violation?.condition == row.condition)
        #expect(violation?.expected == row.code.expected && !row.code.expected.isEmpty)
    }

    @Test func `every rule has a code of its own`() {
        #expect(Set(Self.rows.map(\.code)) == Set(XMLViolation.Rule.allCases.map { XMLViolation.Code($0) }))
        #expect(Self.rows.count == XMLViolation.Rule.allCases.count)
    }
}
