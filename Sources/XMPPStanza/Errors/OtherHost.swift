/// Where `see-other-host` sends the peer (RFC 6120 §4.9.3.19): a name or address, and a port where one is given.
///
/// Whether to go there is policy: only after authenticated TLS, with the same `to` and reference identities, and not
/// without end (§4.9.3.19 says two to five times).
public struct OtherHost: Hashable, Sendable {
    /// A domain name, an IPv4 address, or an IPv6 address without its brackets.
    public let name: String
    /// The port, or nil for that of the service.
    public let port: UInt16?

    /// A host and port; nil where the name is empty or has a character that no name or address has.
    public init?(name: String, port: UInt16? = nil) {
        let isAddress = name.utf8.contains(0x3A)
        let isFit = name.utf8.allSatisfy { byte in
            switch byte {
            case 0x00...0x20, 0x22, 0x23, 0x2F, 0x3C, 0x3E, 0x3F, 0x40, 0x5B, 0x5C, 0x5D, 0x7F: false
            // Of an IPv6 address: hexadecimal digits, colons, the full stops of an embedded IPv4 address.
            case 0x30...0x39, 0x41...0x46, 0x61...0x66, 0x3A, 0x2E: true
            default: !isAddress
            }
        }
        guard !name.isEmpty, name.utf8.count <= 1023, isFit else { return nil }
        self.name = name
        self.port = port
    }

    /// What the element holds: `name`, `name:port`, `[IPv6]` or `[IPv6]:port`. An IPv6 address without brackets is read
    /// too, where nothing but the address can be meant.
    public init?(_ text: String) {
        let text = text.trimmingXMLSpace
        if text.utf8.first == 0x5B {
            guard let end = text.firstIndex(of: "]") else { return nil }
            let name = String(text[text.index(after: text.startIndex)..<end])
            guard name.utf8.contains(0x3A) else { return nil }
            self.init(name: name, portPart: text[text.index(after: end)...])
            return
        }
        let colons = text.utf8.count { $0 == 0x3A }
        guard colons == 1, let colon = text.firstIndex(of: ":") else {
            self.init(name: String(text))
            return
        }
        self.init(name: String(text[..<colon]), portPart: text[colon...])
    }

    private init?(name: String, portPart: Substring) {
        if portPart.isEmpty {
            self.init(name: name)
            return
        }
        let digits = portPart.dropFirst()
        guard portPart.first == ":", digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
            let port = UInt16(digits), port > 0
        else { return nil }
        self.init(name: name, port: port)
    }
}

extension OtherHost: CustomStringConvertible {
    /// The text that the element holds.
    public var description: String {
        let host = name.utf8.contains(0x3A) ? "[\(name)]" : name
        return port.map { "\(host):\($0)" } ?? host
    }
}
