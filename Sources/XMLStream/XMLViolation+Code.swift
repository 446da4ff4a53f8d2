extension XMLViolation {
    /// Which rule was broken, one of the constants; may grow, so a switch needs a default.
    public struct Code: Hashable, Sendable {
        let rule: Rule

        init(_ rule: Rule) { self.rule = rule }
    }

    /// The rules, each with its condition and what would have been legal.
    enum Rule: UInt8, Hashable, Sendable, CaseIterable {
        case illegalByte, illegalCharacter, textOutsideRoot, textBetweenStanzas
        case name, tag, attributeSyntax, lessThanInValue, endTag, endTagOutsideRoot, secondRoot
        case markup, sectionEndInText, reference, referencedCharacter, duplicateAttribute, endOfInput
        case comment, processingInstruction, documentType, entityReference
        case declaration, version, encoding
        case unboundPrefix, qualifiedName, reservedPrefix, emptyPrefixBinding
        case headerBytes, stanzaBytes, interstanzaBytes, depth, elementCount, attributeCount, attributeTotal
        case declarationCount, nameBytes, valueBytes, textBytes
    }
}

extension XMLViolation.Code {
    /// The stream-error condition of RFC 6120 §4.9.3 for this rule.
    public var condition: StreamErrorCondition {
        switch rule {
        case .illegalByte, .encoding: .unsupportedEncoding
        case .version: .unsupportedVersion
        case .textBetweenStanzas: .badFormat
        case .illegalCharacter, .textOutsideRoot, .name, .tag, .attributeSyntax, .lessThanInValue, .endTag,
            .endTagOutsideRoot, .secondRoot, .markup, .sectionEndInText, .reference, .referencedCharacter,
            .duplicateAttribute, .endOfInput, .declaration, .qualifiedName:
            .notWellFormed
        case .comment, .processingInstruction, .documentType, .entityReference: .restrictedXML
        case .unboundPrefix, .reservedPrefix, .emptyPrefixBinding: .badNamespacePrefix
        case .headerBytes, .stanzaBytes, .interstanzaBytes, .depth, .elementCount, .attributeCount, .attributeTotal,
            .declarationCount, .nameBytes, .valueBytes, .textBytes:
            .policyViolation
        }
    }

    /// What would have been legal, in English.
    public var expected: String {
        switch rule {
        case .illegalByte: "well-formed UTF-8"
        case .illegalCharacter: "a character that XML 1.0 allows"
        case .textOutsideRoot: "nothing but white space outside the root element"
        case .textBetweenStanzas: "nothing but white space between first-level elements"
        case .name: "a name"
        case .tag: "white space, \">\" or \"/>\""
        case .attributeSyntax: "an attribute: a name, \"=\" and a quoted value"
        case .lessThanInValue: "no \"<\" inside an attribute value"
        case .endTag: "the end tag of the open element"
        case .endTagOutsideRoot: "a start tag before any end tag"
        case .secondRoot: "nothing but white space behind the root element"
        case .markup: "a tag, a CDATA section or \"&lt;\""
        case .sectionEndInText: "no \"]]>\" in character data"
        case .reference: "a character reference, or &amp; &lt; &gt; &apos; &quot;"
        case .referencedCharacter: "a reference to a character that XML 1.0 allows"
        case .duplicateAttribute: "each attribute once"
        case .endOfInput: "the end tag of the root before the end of input"
        case .comment: "no comment (RFC 6120 §11.1)"
        case .processingInstruction: "no processing instruction (RFC 6120 §11.1)"
        case .documentType: "no document type or markup declaration (RFC 6120 §11.1)"
        case .entityReference: "no entity but the five predefined ones (RFC 6120 §11.1)"
        case .declaration: "an XML declaration: version, then encoding, then standalone"
        case .version: "XML version 1.0"
        case .encoding: "encoding UTF-8"
        case .unboundPrefix: "a prefix bound to a namespace"
        case .qualifiedName: "a name with at most one colon, between two names"
        case .reservedPrefix: "xml and xmlns, and their namespaces, bound to nothing else"
        case .emptyPrefixBinding: "a namespace name for the prefix"
        case .headerBytes: "a shorter stream header"
        case .stanzaBytes: "a shorter first-level element"
        case .interstanzaBytes: "less white space between first-level elements"
        case .depth: "fewer nested elements"
        case .elementCount: "fewer elements in one first-level element"
        case .attributeCount: "fewer attributes on one element"
        case .attributeTotal: "fewer attributes in one first-level element"
        case .declarationCount: "fewer namespace declarations on one element"
        case .nameBytes: "a shorter name"
        case .valueBytes: "a shorter attribute value"
        case .textBytes: "shorter text"
        }
    }
}
