import Testing

@testable import XMLStream

@Suite struct ElementBuilderTests {
    /// A way to go on with a builder, and what it adds to `<message><thread/>`.
    struct Step: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let change: @Sendable (inout ElementBuilder) -> Void

        static let all = [
            Step(testDescription: "text") { $0.text("text") },
            Step(testDescription: "a child") { $0.child(.body) { $0.text("body") } },
            Step(testDescription: "a child with an attribute") { $0.child(.body) { $0.attribute(.id, "7") } },
            Step(testDescription: "an element") { builder in
                if let element = try? Element(xml: "<x xmlns='urn:q'/>") { builder.element(element) }
            },
            Step(testDescription: "nothing") { _ in },
        ]
    }

    @Test(arguments: Step.all, Step.all)
    func `copies of a builder go on by themselves`(_ first: Step, _ second: Step) throws {
        var base = ElementBuilder(.message, in: .jabberClient)
        base.child(.thread)
        func alone(_ step: Step) throws -> Element {
            var builder = ElementBuilder(.message, in: .jabberClient)
            builder.child(.thread)
            step.change(&builder)
            return try builder.finish()
        }
        var (left, right) = (base, base)
        first.change(&left)
        second.change(&right)
        #expect(try base.finish() == Element.stanza("<message><thread/></message>"))
        #expect(try right.finish() == alone(second))
        #expect(try left.finish() == alone(first))
    }

    @Test func `attributes of copies do not mix, and neither does a copy kept by a closure`() throws {
        let base = ElementBuilder(.message, in: .jabberClient)
        var (left, right) = (base, base)
        left.attribute(.to, "juliet@example.com")
        right.attribute(.to, "romeo@example.net")
        left.child(.body) { $0.text("Wherefore") }
        var kept = base
        right.child(.body) { builder in
            builder.text("He jests")
            kept = builder
        }
        kept.text(" at scars")
        #expect(
            try left.finish() == .stanza("<message to='juliet@example.com'><body>Wherefore</body></message>"))
        #expect(try right.finish() == .stanza("<message to='romeo@example.net'><body>He jests</body></message>"))
        #expect(
            try kept.finish() == .stanza("<message to='romeo@example.net'><body>He jests at scars</body></message>"))
        #expect(try base.finish() == .stanza("<message/>"))
    }
}
