/// Why something is no address.
///
/// It holds no byte of what was refused, so it can be logged.
public struct AddressViolation: Error, Hashable, Sendable {
    /// The part at fault.
    public let part: Part
    /// What rule was broken.
    public let code: Code
    /// Where, in bytes of the UTF-8 that was given: the whole address, or the one part where parts were given.
    public let byteOffset: Int

    init(_ part: Part, _ code: Code, at byteOffset: Int) {
        self.part = part
        self.code = code
        self.byteOffset = byteOffset
    }

    /// A part of an address.
    public enum Part: Hashable, Sendable, CaseIterable, CustomStringConvertible {
        case localpart, domainpart, resourcepart

        /// Its name in RFC 7622.
        public var description: String {
            switch self {
            case .localpart: "localpart"
            case .domainpart: "domainpart"
            case .resourcepart: "resourcepart"
            }
        }
    }

    /// What would have been legal in that place, in English.
    public var expected: String { code.expected }
}

extension AddressViolation: CustomStringConvertible {
    public var description: String { "\(part), byte \(byteOffset): expected \(expected)" }
}
