import XMLStream

/// How a payload is read and written: a list of its fields, and what makes it of their values.
public struct PayloadFormat<Root>: Sendable {
    private let claims: [PayloadClaim]
    private let decode: @Sendable (PayloadSource) throws(PayloadViolation) -> Root
    private let attributes: [@Sendable (Root, inout ElementBuilder) -> Void]
    private let contents: [@Sendable (Root, inout ElementBuilder) -> Void]

    /// - Parameters:
    ///   - fields: What the element has, in the order in which it is written.
    ///   - make: Puts the values together, in the order of the fields; mostly the initialiser of the type. It may throw
    ///     where they do not go together.
    public init<each Value>(
        _ fields: repeat PayloadField<Root, each Value>,
        make: @escaping @Sendable (repeat each Value) throws(PayloadViolation) -> Root
    ) {
        var claims: [PayloadClaim] = []
        var attributes: [@Sendable (Root, inout ElementBuilder) -> Void] = []
        var contents: [@Sendable (Root, inout ElementBuilder) -> Void] = []
        for field in repeat each fields {
            claims.append(field.claim)
            if field.claim.isAttribute { attributes.append(field.write) } else { contents.append(field.write) }
            if let write = field.writeAttributes { attributes.append(write) }
        }
        self.claims = claims
        self.attributes = attributes
        self.contents = contents
        decode = { (source: PayloadSource) throws(PayloadViolation) -> Root in
            try make(repeat try (each fields).read(source))
        }
    }

    /// Reads an element whose name has been checked.
    func read(_ element: Element, _ reading: PayloadReading) throws(PayloadViolation) -> Root {
        let source = PayloadSource(element: element, reading: reading, claims: claims)
        do throws(PayloadViolation) {
            if reading == .strict { try source.checkThatAllIsClaimed() }
            return try decode(source)
        } catch {
            throw error.inside(element.name)
        }
    }

    /// Writes the fields into the element that has been begun.
    func write(_ root: Root, to builder: inout ElementBuilder) {
        for write in attributes { write(root, &builder) }
        for write in contents { write(root, &builder) }
    }
}

/// One field of a payload: what in the element it is about, how to read it and how to write it.
public struct PayloadField<Root, Value>: Sendable {
    let claim: PayloadClaim
    let read: @Sendable (PayloadSource) throws(PayloadViolation) -> Value
    let write: @Sendable (Root, inout ElementBuilder) -> Void
    /// For a field that has attributes beside content.
    var writeAttributes: (@Sendable (Root, inout ElementBuilder) -> Void)?

    init(
        _ claim: PayloadClaim,
        read: @escaping @Sendable (PayloadSource) throws(PayloadViolation) -> Value,
        write: @escaping @Sendable (Root, inout ElementBuilder) -> Void
    ) {
        self.claim = claim
        self.read = read
        self.write = write
    }
}

/// What of an element a field is about.
enum PayloadClaim: Sendable {
    case attribute(String)
    /// `xml:lang`.
    case language
    /// The character data of the element itself.
    case text
    /// Children of a name in the namespace of the element.
    case own(String)
    /// Children of one of several names in the namespace of the element.
    case choice([String])
    /// Children of a name.
    case child(ElementName)
    /// Children that fulfil a condition.
    case some(@Sendable (Element) -> Bool)
    /// All that no other field is about.
    case rest

    var isAttribute: Bool {
        switch self {
        case .attribute, .language: true
        case .text, .own, .choice, .child, .some, .rest: false
        }
    }

    func isAbout(_ child: Element, in element: Element) -> Bool {
        switch self {
        case .attribute, .language, .text, .rest: false
        case .own(let name): child.isNamed(name, in: element.namespace)
        case .choice(let names): names.contains { child.isNamed($0, in: element.namespace) }
        case .child(let name): name.matches(child)
        case .some(let condition): condition(child)
        }
    }

    func isAbout(_ attribute: Attribute) -> Bool {
        switch self {
        case .attribute(let name): attribute.namespace.isEmpty && attribute.name == name
        case .language: attribute.name == "lang" && attribute.namespace == NamespaceName.xml.text
        case .text, .own, .choice, .child, .some, .rest: false
        }
    }
}
