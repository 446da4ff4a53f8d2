/// What an element's memory holds.
struct ElementHeader {
    /// How many nodes there are; they come first.
    var nodeCount = 0
    /// Bytes of XML as they came over the wire; they follow the nodes.
    var rawCount = 0
    /// Bytes of namespaces that were declared outside the element; they come last.
    var extraCount = 0
    /// How many sixteen-byte units the allocation has.
    var units = 0
    /// Whether the bytes mean the same in any stream once the default namespace is declared.
    var isSelfContained = false
}

/// The one allocation of an element: nodes, then bytes.
///
/// It is changed only while it is being filled, before any element refers to it, or by the pool, once no other does.
final class ElementStorage: ManagedBuffer<ElementHeader, Token> {
    /// Memory for so many nodes and bytes.
    static func make(nodes: Int, bytes: Int) -> ElementStorage {
        let units = nodes &+ (bytes &+ 15) / 16
        let buffer = ElementStorage.create(minimumCapacity: units) { _ in ElementHeader(units: units) }
        return unsafe unsafeDowncast(buffer, to: ElementStorage.self)
    }

    /// Whether so many nodes and bytes fit.
    @inline(__always)
    func holds(nodes: Int, bytes: Int) -> Bool { nodes &+ (bytes &+ 15) / 16 <= header.units }

    /// Fills the memory. The caller has checked that all of it fits.
    @inline(__always)
    func fill(nodes: borrowing Stack<Token>, raw: (ByteWindow, ByteWindow), extra: ByteWindow, isSelfContained: Bool) {
        let rawCount = raw.0.count &+ raw.1.count
        guard holds(nodes: nodes.count, bytes: rawCount &+ extra.count) else { return }
        header.nodeCount = nodes.count
        header.rawCount = rawCount
        header.extraCount = extra.count
        header.isSelfContained = isSelfContained
        unsafe withUnsafeMutablePointerToElements { elements in
            // SAFETY: `holds` has just been asked for the sum of what is written.
            unsafe nodes.copy(to: elements)
            let bytes = unsafe UnsafeMutableRawPointer(elements + nodes.count)
            unsafe bytes.copyMemory(from: raw.0.base, byteCount: raw.0.count)
            unsafe (bytes + raw.0.count).copyMemory(from: raw.1.base, byteCount: raw.1.count)
            unsafe (bytes + rawCount).copyMemory(from: extra.base, byteCount: extra.count)
        }
    }

    /// The node at `index`; an annotation, which says nothing, where there is none.
    @inline(__always)
    func node(_ index: Int) -> Token {
        guard index >= 0, index < header.nodeCount else { return Token(.annotation, offset: 0, first: 0, second: 0) }
        // SAFETY: `index` was just compared with the count of nodes that `fill` has written.
        return unsafe withUnsafeMutablePointerToElements { unsafe $0[index] }
    }

    /// `length` bytes of XML from `offset` on; valid while the storage is held.
    @inline(__always)
    func bytes(at offset: Int, length: Int) -> ByteWindow {
        window(from: 0, count: header.rawCount).slice(from: offset, length: length)
    }

    /// `length` bytes of the namespaces from `offset` on; valid while the storage is held.
    func extraBytes(at offset: Int, length: Int) -> ByteWindow {
        window(from: header.rawCount, count: header.extraCount).slice(from: offset, length: length)
    }

    @inline(__always)
    private func window(from start: Int, count: Int) -> ByteWindow {
        unsafe withUnsafeMutablePointerToElements { elements in
            // SAFETY: `fill` has written these bytes behind the nodes.
            let bytes = unsafe UnsafeRawPointer(elements + header.nodeCount) + start
            return unsafe ByteWindow(base: bytes.assumingMemoryBound(to: UInt8.self), count: count)
        }
    }
}

extension Stack where Element == Token {
    /// Copies all values to memory that has room for them.
    @inline(__always)
    @unsafe
    func copy(to destination: UnsafeMutablePointer<Token>) {
        // SAFETY: the caller vouches for the room; `count` values are initialised here.
        unsafe withBase { base, count in unsafe destination.update(from: base, count: count) }
    }
}
