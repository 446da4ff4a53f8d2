/// What is wrong with a payload, and where.
public struct PayloadViolation: Error, Hashable, Sendable {
    /// What is wrong; may grow, so a switch needs a default.
    public struct Code: Hashable, Sendable {
        let fault: Fault

        /// The element has another name.
        public static let name = Code(fault: .name)
        /// Something that must be there is not.
        public static let missing = Code(fault: .missing)
        /// A text or attribute has a value that its type does not have.
        public static let value = Code(fault: .value)
        /// There are two where one is meant; told by strict reading only.
        public static let duplicate = Code(fault: .duplicate)
        /// Something is there that the format does not list; told by strict reading only.
        public static let unknown = Code(fault: .unknown)
    }

    enum Fault: String, Hashable, Sendable {
        case name = "another element"
        case missing = "missing"
        case value = "no such value"
        case duplicate = "one too many"
        case unknown = "not known"
    }

    /// What is wrong.
    public let code: Code
    /// The way to it from the payload's own element: `query/item[2]/@jid`, items counted from 1, `text()` for a text.
    public private(set) var path: String

    /// A violation at a path.
    public init(_ code: Code, at path: String) {
        self.code = code
        self.path = path
    }

    /// The violation as seen from an element further out.
    func inside(_ step: String) -> PayloadViolation {
        var outer = self
        outer.path = "\(step)/\(path)"
        return outer
    }

    /// The condition to answer an iq with that has such a payload (RFC 6120 §8.3.3.1).
    public var condition: StanzaErrorCondition { .badRequest }
}

extension PayloadViolation: CustomStringConvertible {
    /// Path and fault; never a value.
    public var description: String { "\(path): \(code.fault.rawValue)" }
}
