import Testing
import XMPPAddress

/// A text and what an address makes of it.
struct AddressRow: Sendable, CustomTestStringConvertible {
    let text: String
    /// The address as it is written once prepared; nil where there is none.
    let prepared: String?
    /// What is wrong where there is none.
    let violation: (part: AddressViolation.Part, offset: Int)?
    let code: AddressViolation.Code?

    var testDescription: String { String(text.prefix(60)) }

    /// It is an address; the same text, or another one.
    static func address(_ text: String, as prepared: String? = nil) -> AddressRow {
        AddressRow(text: text, prepared: prepared ?? text, violation: nil, code: nil)
    }

    /// It is none, through the byte at an offset.
    static func fault(
        _ text: String, _ part: AddressViolation.Part, at offset: Int, _ code: AddressViolation.Code? = nil
    ) -> AddressRow {
        AddressRow(text: text, prepared: nil, violation: (part, offset), code: code)
    }
}

/// Checks a row as text, as bytes, the fast and the long way.
func expect(_ row: AddressRow, sourceLocation: SourceLocation = #_sourceLocation) {
    let bytes = Array(row.text.utf8)
    let outcomes: [Result<JID, AddressViolation>] = [
        Result { () throws(AddressViolation) in try JID(wire: row.text) },
        Result { () throws(AddressViolation) in try JID(wire: bytes.span) },
        Result { () throws(AddressViolation) in try JID(preparing: bytes) },
    ]
    for outcome in outcomes {
        switch outcome {
        case .success(let jid):
            #expect(row.violation == nil, "it is \(jid)", sourceLocation: sourceLocation)
            if let prepared = row.prepared {
                #expect(jid.description.utf8.elementsEqual(prepared.utf8), "\(jid)", sourceLocation: sourceLocation)
            }
            #expect(JID(jid.description) == jid, sourceLocation: sourceLocation)
        case .failure(let error):
            #expect(row.violation?.part == error.part, "\(error)", sourceLocation: sourceLocation)
            #expect(row.violation?.offset == error.byteOffset, "\(error)", sourceLocation: sourceLocation)
            if let code = row.code { #expect(code == error.code, "\(error)", sourceLocation: sourceLocation) }
        }
    }
}

/// The address that a text is; the test fails where it is none.
func address(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> JID {
    try #require(JID(text), "\(text)", sourceLocation: sourceLocation)
}
