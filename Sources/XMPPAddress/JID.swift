/// An XMPP address, prepared and enforced by the rules of RFC 7622: always legal, and always in the one form in which
/// two spellings of the same address are equal byte for byte.
///
/// An address is a domainpart with or without a localpart before it and a resourcepart behind it:
/// `juliet@example.com/balcony`. There is no literal syntax, since a literal could only trap.
///
/// It is one string and two lengths: 15 bytes and less are stored in place, more cost one allocation.
public struct JID: Sendable {
    /// The whole address.
    let text: String
    /// Bytes of the localpart; 0 where there is none.
    let localpartBytes: UInt16
    /// Bytes of the domainpart, never 0.
    let domainpartBytes: UInt16

    /// Bytes that each part may have once it is prepared (RFC 7622 §3.1).
    public static let maximumPartBytes = 1023

    /// What preparation has made: parts that are legal, joined, and how long they are.
    init(prepared text: String, localpartBytes: UInt16, domainpartBytes: UInt16) {
        self.text = text
        self.localpartBytes = localpartBytes
        self.domainpartBytes = domainpartBytes
    }

    /// Prepares an address that came over the wire.
    ///
    /// Lower-case ASCII, which nearly all addresses are, is taken over as it is, without an allocation.
    ///
    /// - Throws: An `AddressViolation` naming the part, the rule and the position.
    /// - Complexity: O(*n*) in the bytes; a part that is too long for anything legal to come of it is not prepared.
    public init(wire text: String) throws(AddressViolation) {
        if let layout = text.withBytes({ PlainLayout(of: $0) }) {
            self.init(layout, of: text)
        } else {
            try self.init(preparing: Array(text.utf8))
        }
    }

    /// Prepares an address that came over the wire, as UTF-8.
    ///
    /// - Throws: An `AddressViolation` naming the part, the rule and the position; what is no UTF-8 is refused as well.
    /// - Complexity: O(*n*) in the bytes; a part that is too long for anything legal to come of it is not prepared.
    public init(wire bytes: Span<UInt8>) throws(AddressViolation) {
        if let layout = PlainLayout(of: bytes) {
            self.init(layout, of: bytes)
        } else {
            try self.init(preparing: bytes.array)
        }
    }

    /// The same for raw bytes, such as those of an attribute.
    public init(wire bytes: RawSpan) throws(AddressViolation) {
        if let jid = bytes.withBytes({ JID(plain: $0) }) {
            self = jid
        } else {
            try self.init(preparing: bytes.withBytes { $0.array })
        }
    }

    /// The address that a person or a configuration file spells so, or nil where it is none; `init(wire:)` says why.
    public init?(_ text: String) {
        do throws(AddressViolation) { try self.init(wire: text) } catch { return nil }
    }
}

extension JID {
    /// What stands before the `@`, such as the name of an account; nil where there is none.
    public var localpart: String? {
        localpartBytes == 0 ? nil : text.part(from: 0, count: Int(localpartBytes))
    }

    /// The domain, in U-labels and lower case, without trailing dot; or an IP address.
    public var domainpart: String { text.part(from: domainpartStart, count: Int(domainpartBytes)) }

    /// What stands behind the `/`, such as the name of a connection or of an occupant; nil where there is none. It is
    /// opaque: a `/` or `@` inside it means nothing (RFC 7622 §3.4).
    public var resourcepart: String? {
        isBare ? nil : text.part(from: bareBytes &+ 1, count: text.utf8.count &- bareBytes &- 1)
    }

    /// Whether there is no resourcepart: `juliet@example.com`, or `example.com`.
    public var isBare: Bool { text.utf8.count == bareBytes }

    /// Whether there is a resourcepart: `juliet@example.com/balcony`, or `example.com/balcony`.
    public var isFull: Bool { !isBare }

    /// Whether there is nothing but a domainpart.
    public var isDomain: Bool { isBare && localpartBytes == 0 }

    /// The address without its resourcepart.
    public var bare: JID {
        if isBare { return self }
        return JID(
            prepared: text.part(from: 0, count: bareBytes), localpartBytes: localpartBytes,
            domainpartBytes: domainpartBytes)
    }

    /// The address of the domain.
    public var domain: JID {
        if isDomain { return self }
        return JID(prepared: domainpart, localpartBytes: 0, domainpartBytes: domainpartBytes)
    }

    /// Lends the bytes of the address, for writing it or for finding it in a table, without making anything.
    public func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result { text.withBytes(body) }

    /// Whether these bytes are this very address already, so that there is nothing left to prepare.
    ///
    /// False says nothing: the bytes may be another spelling of the same address.
    public func isSpelled(_ bytes: RawSpan) -> Bool { text.hasBytes(bytes) }

    /// Whether bytes are seen to be an address without making one: nearly all are. False says nothing.
    ///
    /// - Complexity: O(*n*) in the bytes, no allocation.
    package static func isPlain(_ bytes: RawSpan) -> Bool { bytes.withBytes { PlainLayout(of: $0) != nil } }

    /// Bytes before the domainpart.
    var domainpartStart: Int { localpartBytes == 0 ? 0 : Int(localpartBytes) &+ 1 }
    /// Bytes of the address without its resourcepart.
    var bareBytes: Int { domainpartStart &+ Int(domainpartBytes) }
}

extension JID: LosslessStringConvertible {
    /// The address as it is written.
    public var description: String { text }
}
