/// Namespaces that the table of well-known ones does not have: their bytes, one after the other, and where each ends.
struct LocalNamespaces: Sendable {
    private var text = ByteStore()
    /// For each namespace its start and length, four bytes each, little-endian.
    private var bounds = ByteStore()

    init() {}

    /// How many there are.
    @inline(__always)
    var count: Int { bounds.count / 8 }

    /// Adds one.
    mutating func append(_ name: ByteWindow) {
        let word = UInt64(UInt32(truncatingIfNeeded: text.count)) | UInt64(UInt32(truncatingIfNeeded: name.count)) << 32
        for shift in 0..<8 { bounds.append(UInt8(truncatingIfNeeded: word &>> UInt64(shift &* 8))) }
        text.append(name)
    }

    /// Forgets all but the first `length`.
    mutating func truncate(to length: Int) {
        guard length < count else { return }
        text.truncate(to: view.start(of: length))
        bounds.truncate(to: length &* 8)
    }

    /// A view that is valid until a namespace is added or forgotten.
    @inline(__always)
    var view: LocalNamespaceView { LocalNamespaceView(text: text.window, bounds: bounds.window) }
}

/// Local namespaces that somebody else keeps alive.
struct LocalNamespaceView {
    let text: ByteWindow
    let bounds: ByteWindow

    /// None.
    static var empty: LocalNamespaceView { LocalNamespaceView(text: .empty, bounds: .empty) }

    /// How many there are.
    var count: Int { bounds.count / 8 }

    /// The bytes of namespace number `index`; empty where there is none.
    subscript(index: Int) -> ByteWindow {
        let word = bounds.word(at: index &* 8)
        return text.slice(from: Int(word & 0xFFFF_FFFF), length: Int(word &>> 32))
    }

    func start(of index: Int) -> Int { Int(bounds.word(at: index &* 8) & 0xFFFF_FFFF) }
}
