/// An element with all that is in it: a stanza, a nonza, or a part of one.
///
/// It is a value over one allocation, which holds the bytes as they came over the wire and a flat list of nodes that
/// says where in them names, values and texts lie. Values and texts are unescaped only when they are read. A child is
/// an element too and shares the allocation; to keep a small part of a large stanza, keep its `compacted()` copy.
///
/// Two elements are equal when their canonical events are: expanded names, attributes as a set, unescaped values,
/// joined text. Prefixes, quotes, CDATA sections and the order of attributes make no difference.
///
/// Sendable, since the allocation never changes while an element refers to it.
public struct Element: @unchecked Sendable {
    var storage: ElementStorage
    /// The start node of this element.
    let index: Int
    /// Attributes that differ from those in the bytes.
    var overlay: AttributeOverlay?

    init(storage: ElementStorage, index: Int) {
        self.storage = storage
        self.index = index
    }

    consuming func takeStorage() -> ElementStorage { storage }

    var node: Token { storage.node(index) }

    /// The index behind the end node of this element.
    var end: Int { storage.view.end(of: index) }

    // MARK: Name

    /// The local name.
    public var name: String { held { nameBytes.text } }

    /// The namespace; empty for none.
    public var namespace: String {
        held { NamespaceReference(rawValue: node.first).wellKnown?.text ?? namespaceBytes(node.first).text }
    }

    /// The local name where it is a well-known one. Comparing it is comparing an integer.
    @inline(__always)
    public var localName: LocalName? { node.localName }

    /// The namespace where it is a well-known one. Comparing it is comparing an integer.
    @inline(__always)
    public var namespaceName: NamespaceName? { node.namespaceName }

    /// Whether this element has the given name, both parts of it.
    ///
    /// - Complexity: O(1), no allocation.
    @inline(__always)
    public func isNamed(_ name: LocalName, in namespace: NamespaceName) -> Bool {
        let node = node
        return node.nameID == name.id && node.first == UInt32(namespace.id)
    }

    /// Whether this element has the given name, both parts of it.
    public func isNamed(_ name: String, in namespace: String) -> Bool {
        held {
            name.withWindow { name in
                nameBytes.equals(name)
                    && namespace.withWindow { isIn(NamespaceText($0), reference: self.node.first) }
            }
        }
    }

    // MARK: Size

    /// Offset in the stream behind the first-level element that this element is or is part of: the same however the
    /// stream was cut into chunks. Of an element that was built, or parsed by itself, it says nothing.
    package var streamOffset: Int64 { storage.counts.streamOffset }

    /// Bytes of the whole first-level element that this element is or is part of, as they came over the wire.
    public var storedByteCount: Int { storage.counts.rawCount }

    /// Lends the bytes of the first-level element, as they came over the wire; without changed attributes.
    public func withStoredBytes<Result>(_ body: (RawSpan) -> Result) -> Result {
        // As `held` does, which costs a closure where `Result` is not known.
        defer { withExtendedLifetime(storage) {} }
        return storage.view.raw.withSpan(body)
    }
}

extension Element {
    /// Keeps the memory until `body` has returned: windows and views on it do not, and the last owner of an element may
    /// let go of it as soon as it has been read.
    @inline(__always)
    func held<Result>(_ body: () -> Result) -> Result { withExtendedLifetime(storage, body) }
}

extension Element {
    /// The bytes of the local name; valid while the element is held.
    @inline(__always)
    var nameBytes: ByteWindow { nameBytes(at: index) }

    /// The bytes of the name of the start or attribute node at `index`.
    @inline(__always)
    func nameBytes(at index: Int) -> ByteWindow { storage.view.name(at: index) }

    /// The bytes of a namespace outside the table; empty for none. Those of the table have no bytes here.
    func namespaceBytes(_ reference: UInt32) -> ByteWindow { storage.view.namespace(reference) }

    /// Whether a reference of this element names the namespace with that text.
    func isIn(_ namespace: NamespaceText, reference: UInt32) -> Bool {
        let reference = NamespaceReference(rawValue: reference)
        if reference.isLocal { return namespace.id == 0 && namespaceBytes(reference.rawValue).equals(namespace.bytes) }
        return reference.rawValue == UInt32(namespace.id) && (namespace.id != 0 || namespace.bytes.count == 0)
    }
}

/// A namespace given as text, with its id in the table.
struct NamespaceText {
    let bytes: ByteWindow
    let id: UInt16

    init(_ bytes: ByteWindow) {
        self.bytes = bytes
        id = bytes.namespaceID()
    }
}
