/// Namespaces that the table of well-known ones does not have: their bytes, one after the other, and where each ends.
struct LocalNamespaces: Sendable {
    private var text = ByteStore()
    /// For each namespace sixteen bytes: start, length and serial number, four each, little-endian, and four of zero.
    private var bounds = ByteStore()
    private var nextSerial: UInt32 = 1

    init() {}

    /// How many there are.
    @inline(__always)
    var count: Int { bounds.count &>> 4 }

    /// Adds one; it gets a serial number that none of the last four billion has had.
    mutating func append(_ name: ByteWindow) {
        append(name, serial: nextSerial)
        // Zero says that there is none.
        nextSerial = nextSerial == .max ? 1 : nextSerial &+ 1
    }

    /// Forgets all but the first `length`, and memory of more than a few hundred bytes where none is left.
    mutating func truncate(to length: Int) {
        guard length < count else { return }
        if length > 0 {
            text.truncate(to: view.start(of: length))
            bounds.truncate(to: length &* 16)
        } else {
            text.clear(keeping: LocalNamespaces.keptBytes)
            bounds.clear(keeping: LocalNamespaces.keptBytes)
        }
    }

    /// Forgets those from number `start` up to `end`; what is behind moves up. Serial numbers stay.
    ///
    /// - Complexity: O(*n*) in what is behind.
    mutating func remove(from start: Int, to end: Int) {
        guard start >= 0, start < end else { return }
        var behind = LocalNamespaces()
        for index in min(end, count)..<count { behind.append(view[index], serial: view.serial(of: index)) }
        truncate(to: start)
        for index in 0..<behind.count { append(behind.view[index], serial: behind.view.serial(of: index)) }
    }

    /// A view that is valid until a namespace is added or forgotten.
    @inline(__always)
    var view: LocalNamespaceView { LocalNamespaceView(text: text.window, bounds: bounds.window) }

    private mutating func append(_ name: ByteWindow, serial: UInt32) {
        appendWord(
            UInt64(UInt32(truncatingIfNeeded: text.count)) | UInt64(UInt32(truncatingIfNeeded: name.count)) << 32)
        appendWord(UInt64(serial))
        text.append(name)
    }

    private mutating func appendWord(_ word: UInt64) {
        for shift in 0..<8 { bounds.append(UInt8(truncatingIfNeeded: word &>> UInt64(shift &* 8))) }
    }

    private static let keptBytes = 256
}

/// Local namespaces that somebody else keeps alive.
struct LocalNamespaceView {
    let text: ByteWindow
    let bounds: ByteWindow

    /// None.
    static var empty: LocalNamespaceView { LocalNamespaceView(text: .empty, bounds: .empty) }

    /// The bytes of namespace number `index`; empty where there is none.
    subscript(index: Int) -> ByteWindow {
        let word = bounds.word(at: index &* 16)
        return text.slice(from: Int(word & 0xFFFF_FFFF), length: Int(word &>> 32))
    }

    /// What tells this declaration from all others of its tokenizer.
    func serial(of index: Int) -> UInt32 {
        UInt32(truncatingIfNeeded: bounds.word(at: index &* 16 &+ 8))
    }

    func start(of index: Int) -> Int { Int(bounds.word(at: index &* 16) & 0xFFFF_FFFF) }
}
