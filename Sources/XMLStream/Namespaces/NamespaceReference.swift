/// A namespace as tokens and nodes name it: none, one of the table, or a local one of its own tokenizer or element.
struct NamespaceReference: Hashable, Sendable {
    let rawValue: UInt32

    @inline(__always)
    init(rawValue: UInt32) { self.rawValue = rawValue }

    /// A namespace of the generated table.
    @inline(__always)
    init(_ name: NamespaceName) { rawValue = UInt32(name.id) }

    /// The local namespace number `index`.
    @inline(__always)
    init(local index: Int) { rawValue = 0x8000_0000 | UInt32(truncatingIfNeeded: index) }

    /// Names in no namespace.
    static let none = NamespaceReference(rawValue: 0)

    @inline(__always)
    var isLocal: Bool { rawValue >= 0x8000_0000 }

    /// The number of a local namespace.
    @inline(__always)
    var localIndex: Int { Int(rawValue & 0x7FFF_FFFF) }

    /// The same namespace, where `count` local ones before number `end` have been taken away.
    func moved(from end: Int, by count: Int) -> NamespaceReference {
        isLocal && localIndex >= end ? NamespaceReference(local: localIndex &- count) : self
    }

    /// The namespace of the table, or nil for none and local ones.
    @inline(__always)
    var wellKnown: NamespaceName? {
        rawValue == 0 || isLocal ? nil : NamespaceName(id: UInt16(truncatingIfNeeded: rawValue))
    }
}
