public struct LocalName: Hashable, Sendable, CustomStringConvertible {
    package let id: UInt16
    package init(id: UInt16) { self.id = id }
    static let texts = ["", "xmlns", "bad-format", "bad-namespace-prefix", "not-well-formed", "policy-violation", "restricted-xml", "unsupported-encoding", "unsupported-version", "message", "body", "from", "to", "id", "type"]
    public var text: String { LocalName.texts[Int(id)] }
    public var description: String { text }
    public static var xmlns: LocalName { LocalName(id: 1) }
    public static var badFormat: LocalName { LocalName(id: 2) }
    public static var badNamespacePrefix: LocalName { LocalName(id: 3) }
    public static var notWellFormed: LocalName { LocalName(id: 4) }
    public static var policyViolation: LocalName { LocalName(id: 5) }
    public static var restrictedXml: LocalName { LocalName(id: 6) }
    public static var unsupportedEncoding: LocalName { LocalName(id: 7) }
    public static var unsupportedVersion: LocalName { LocalName(id: 8) }
}
public struct NamespaceName: Hashable, Sendable, CustomStringConvertible {
    package let id: UInt16
    package init(id: UInt16) { self.id = id }
    static let texts = ["", "http://www.w3.org/XML/1998/namespace", "http://www.w3.org/2000/xmlns/", "jabber:client"]
    public var text: String { NamespaceName.texts[Int(id)] }
    public var description: String { text }
    public static var xml: NamespaceName { NamespaceName(id: 1) }
    public static var xmlns: NamespaceName { NamespaceName(id: 2) }
    public static var jabberClient: NamespaceName { NamespaceName(id: 3) }
}
enum NameLookup {
    static func localName(head: UInt64, tail: UInt64, length: Int) -> UInt16 {
        var bytes: [UInt8] = []
        if length > 16 { return 0 }
        for i in 0..<min(8, length) { bytes.append(UInt8(truncatingIfNeeded: head >> UInt64(8*i))) }
        if length > 8 { let t = length - 8; for i in (8-t)..<8 { bytes.append(UInt8(truncatingIfNeeded: tail >> UInt64(8*i))) } }
        return UInt16(LocalName.texts.firstIndex(of: String(decoding: bytes, as: UTF8.self)) ?? 0)
    }
    static func localName(head: UInt64, tail: UInt64, length: Int, in w: ByteWindow) -> UInt16 { UInt16(LocalName.texts.firstIndex(of: w.text) ?? 0) }
    static func namespace(head: UInt64, tail: UInt64, length: Int, in w: ByteWindow) -> UInt16 { UInt16(NamespaceName.texts.firstIndex(of: w.text) ?? 0) }
}
