import Testing
import XMLStream
import XMPPStanza

/// Checks that a payload is read as it is meant, by both ways of reading, and written back to an equal element.
///
/// - Returns: The payload, for more to be said of it.
@discardableResult
func expectRoundTrip<Content: Payload & Equatable>(
    _ type: Content.Type = Content.self, _ xml: String, strict: Bool = true,
    sourceLocation: SourceLocation = #_sourceLocation
) throws -> Content {
    let element = try Element(xml: xml)
    let payload = try Content(element, reading: strict ? .strict : .lenient)
    #expect(try Content(element) == payload, sourceLocation: sourceLocation)
    let written = try payload.element()
    #expect(written == element, sourceLocation: sourceLocation)
    #expect(try Content(written) == payload, sourceLocation: sourceLocation)
    return payload
}

/// Checks that an element is refused, where and why.
func expectViolation<Content: Payload>(
    _ type: Content.Type, _ xml: String, _ code: PayloadViolation.Code, at path: String,
    reading: PayloadReading = .lenient, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let element = try Element(xml: xml)
    #expect(throws: PayloadViolation(code, at: path), sourceLocation: sourceLocation) {
        try Content(element, reading: reading)
    }
}
