import XMPPAddress

/// What is wrong with one stanza. The stream that it came over goes on: answer with `error(for:)`, or drop it.
///
/// It holds no content of the stanza but a bad address, so it can be logged where that may be.
public struct StanzaViolation: Error, Hashable, Sendable {
    /// What is wrong; may grow, so a switch needs a default.
    public struct Code: Hashable, Sendable {
        let fault: Fault

        /// An address that is none (RFC 6120 §8.1.1, §8.1.2).
        public static let address = Code(fault: .address)
        /// A type that the kind of stanza does not have, or none where one is needed (RFC 6120 §8.2.3, RFC 6121 §4.7.1).
        public static let type = Code(fault: .type)
        /// An iq without an id (RFC 6120 §8.1.3).
        public static let missingID = Code(fault: .missingID)
        /// An iq with more or fewer children than its type asks for (RFC 6120 §8.2.3).
        public static let payloadCount = Code(fault: .payloadCount)
        /// A priority that is no integer from -128 to 127 (RFC 6121 §4.7.2.3).
        public static let priority = Code(fault: .priority)
    }

    enum Fault: UInt8, Hashable, Sendable { case address, type, missingID, payloadCount, priority }

    /// What is wrong.
    public let code: Code
    /// Which address, where it is one.
    public let direction: StanzaDirection?
    /// The address, as it came.
    public let address: UnpreparedAddress?
    /// What is wrong with the address.
    public let cause: AddressViolation?

    init(_ code: Code) {
        self.code = code
        direction = nil
        address = nil
        cause = nil
    }

    init(_ direction: StanzaDirection, _ address: UnpreparedAddress, _ cause: AddressViolation) {
        code = .address
        self.direction = direction
        self.address = address
        self.cause = cause
    }

    /// The condition to answer with: `jid-malformed` for an address, otherwise `bad-request`.
    public var condition: StanzaErrorCondition { code == .address ? .jidMalformed : .badRequest }
}

extension StanzaViolation: CustomStringConvertible {
    /// What is wrong, in English, without the address.
    public var description: String {
        switch code.fault {
        case .address: "'\(direction?.rawValue ?? "")' is no address: \(cause.map { "\($0)" } ?? "")"
        case .type: "not a type that this kind of stanza has"
        case .missingID: "an iq without an id"
        case .payloadCount: "not as many children as the type of the iq asks for"
        case .priority: "a priority that is no integer from -128 to 127"
        }
    }
}
