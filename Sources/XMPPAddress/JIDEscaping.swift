/// JID Escaping (XEP-0106): how people see characters in a localpart that no localpart may hold.
///
/// Only clients and gateways do this, at their edge: what is compared, routed and stored stays escaped.
public enum JIDEscaping {
    /// Escapes the ten characters that need it in a localpart as somebody typed it: space `"` `&` `'` `/` `:` `<` `>`
    /// `@`, and `\` where what follows would otherwise be taken for an escape.
    ///
    /// Escapes in upper case count as such here, since preparation will lower them.
    ///
    /// - Throws: `edgeSpace` for a space at either end, where `\20` must not stand (§3.2).
    public static func escape(_ localpart: String) throws(AddressViolation) -> String {
        let bytes = Array(localpart.utf8)
        if bytes.first == AddressByte.space { throw AddressViolation(.localpart, .edgeSpace, at: 0) }
        if bytes.last == AddressByte.space {
            throw AddressViolation(.localpart, .edgeSpace, at: bytes.count &- 1)
        }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for (index, byte) in bytes.enumerated() {
            let needsEscape =
                byte == AddressByte.space || AddressByte.excluded.has(byte)
                || escaped(in: bytes, at: index, anyCase: true) != nil
            if needsEscape {
                result += [AddressByte.backslash, digit(byte &>> 4), digit(byte & 15)]
            } else {
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// What to show for a localpart: the ten escapes replaced, in lower case only; any other `\` stays, and so does a
    /// `\20` at either end, which is no escape there.
    public static func unescape(_ localpart: String) -> String {
        let bytes = Array(localpart.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if let byte = escaped(in: bytes, at: index, anyCase: false),
                byte != AddressByte.space || (index > 0 && index &+ 3 < bytes.count)
            {
                result.append(byte)
                index &+= 3
            } else {
                result.append(bytes[index])
                index &+= 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The character that the escape at `index` stands for, or nil where there is none of the ten.
    private static func escaped(in bytes: [UInt8], at index: Int, anyCase: Bool) -> UInt8? {
        guard index &+ 2 < bytes.count, bytes[index] == AddressByte.backslash,
            let high = value(bytes[index &+ 1], anyCase), let low = value(bytes[index &+ 2], anyCase)
        else { return nil }
        let byte = high &<< 4 | low
        let isEscape = byte == AddressByte.space || byte == AddressByte.backslash || AddressByte.excluded.has(byte)
        return isEscape ? byte : nil
    }

    private static func value(_ digit: UInt8, _ anyCase: Bool) -> UInt8? {
        let digit = anyCase ? AddressByte.lowerCase(digit) : digit
        if digit &- 0x30 < 10 { return digit &- 0x30 }
        return digit &- 0x61 < 6 ? digit &- 0x57 : nil
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 &+ value : 0x57 &+ value }
}

extension JID {
    /// An address whose localpart a person typed, with characters that need escaping (XEP-0106).
    public init(
        unescapedLocalpart: String, domainpart: String, resourcepart: String? = nil
    ) throws(AddressViolation) {
        let localpart = try JIDEscaping.escape(unescapedLocalpart)
        try self.init(localpart: localpart, domainpart: domainpart, resourcepart: resourcepart)
    }

    /// The localpart as people are shown it (XEP-0106); never to be compared or sent.
    public var unescapedLocalpart: String? { localpart.map(JIDEscaping.unescape) }
}
