import XMLStream

/// The element that fields are read from.
struct PayloadSource {
    let element: Element
    let reading: PayloadReading
    let claims: [PayloadClaim]

    /// The one child that is meant, or nil.
    ///
    /// - Throws: `PayloadViolation` for a second one in strict reading.
    func child(_ claim: PayloadClaim) throws(PayloadViolation) -> Element? {
        var found: Element?
        for child in element.children where claim.isAbout(child, in: element) {
            if found == nil {
                found = child
                if reading == .lenient { break }
            } else {
                throw PayloadViolation(.duplicate, at: "\(child.name)[2]")
            }
        }
        return found
    }

    /// What each of the children that are meant is read as.
    func children<Value>(
        _ claim: PayloadClaim, _ read: (Element) throws(PayloadViolation) -> Value
    ) throws(PayloadViolation) -> [Value] {
        var values: [Value] = []
        for child in element.children where claim.isAbout(child, in: element) {
            do throws(PayloadViolation) {
                values.append(try read(child))
            } catch {
                throw error.numbered(values.count + 1, name: child.name)
            }
        }
        return values
    }

    /// Attributes and children that no field is about.
    var unknown: UnknownContent {
        var rest = UnknownContent()
        rest.attributes = element.attributes.filter { attribute in !claims.contains { $0.isAbout(attribute) } }
        for child in element.children where !claims.contains(where: { $0.isAbout(child, in: element) }) {
            rest.children.append(child.compacted())
        }
        return rest
    }

    /// - Throws: `PayloadViolation` for what no field is about, text included.
    func checkThatAllIsClaimed() throws(PayloadViolation) {
        let unknown = unknown
        if let attribute = unknown.attributes.first { throw PayloadViolation(.unknown, at: "@\(attribute.name)") }
        if let child = unknown.children.first { throw PayloadViolation(.unknown, at: child.name) }
        let hasText = claims.contains { if case .text = $0 { true } else { false } }
        if !hasText, !element.text.trimmingXMLSpace.isEmpty { throw PayloadViolation(.unknown, at: "text()") }
    }
}

/// What a payload had beside the fields of its format: kept, so that it can be passed on.
public struct UnknownContent: Hashable, Sendable {
    /// Attributes, in the order in which they came.
    public var attributes: [Attribute] = []
    /// Children, in the order in which they came.
    public var children: [Element] = []

    /// Nothing.
    public init() {}

    /// Whether there is nothing.
    public var isEmpty: Bool { attributes.isEmpty && children.isEmpty }
}

extension PayloadViolation {
    /// The violation with the number of the item that it is in, counted from 1.
    fileprivate func numbered(_ number: Int, name: String) -> PayloadViolation {
        let rest = path.utf8.starts(with: name.utf8) ? path.utf8.dropFirst(name.utf8.count) : path.utf8[...]
        return PayloadViolation(code, at: "\(name)[\(number)]" + String(decoding: rest, as: UTF8.self))
    }
}
