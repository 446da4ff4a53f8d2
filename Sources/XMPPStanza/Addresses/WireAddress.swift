import XMLStream
import XMPPAddress

/// An address as it stands in a stanza, a header or an error: prepared, or kept as it came with the reason why not.
public enum WireAddress: Hashable, Sendable {
    /// A legal address in its one form.
    case jid(JID)
    /// What is no address, and why.
    case unprepared(UnpreparedAddress, AddressViolation)

    /// Prepares what an attribute holds.
    public init(_ bytes: RawSpan) {
        do throws(AddressViolation) {
            self = .jid(try JID(wire: bytes))
        } catch {
            self = .unprepared(UnpreparedAddress(bytes.array), error)
        }
    }

    /// The address, or nil where it is none.
    public var jid: JID? { if case .jid(let jid) = self { jid } else { nil } }

    /// The address as it is written, legal or not.
    public var text: String {
        switch self {
        case .jid(let jid): jid.description
        case .unprepared(let address, _): address.text
        }
    }
}

extension Element {
    /// The address in an attribute, or nil where there is no such attribute.
    ///
    /// - Parameter known: Addresses that need no preparation where the bytes are theirs.
    /// - Complexity: O(*n*) in the bytes. Costs no allocation where the address is known or has at most 15 bytes.
    public func address(_ name: LocalName, knowing known: KnownAddresses = KnownAddresses()) -> WireAddress? {
        withAttribute(name) { bytes in
            if let jid = known.jid(spelled: bytes) { return .jid(jid) }
            return WireAddress(bytes)
        }
    }
}
