/// What an element's memory holds.
struct ElementHeader {
    /// How many nodes there are; they come first.
    var nodeCount = 0
    /// The start node of the whole element.
    var root = 0
    /// Bytes of XML as they came over the wire; they follow the nodes.
    var rawCount = 0
    /// Bytes of namespaces that were declared outside the element; they come last.
    var extraCount = 0
    /// How many sixteen-byte units the allocation has.
    var units = 0
    /// Offset in the stream behind the element's last byte.
    var streamOffset: Int64 = 0
    /// What to add to the offsets in nodes, which count from the first byte of some chunk.
    var bias: Int32 = 0
    /// Whether the bytes mean the same in any stream once the default namespace is declared.
    var isSelfContained = false
}

/// The one allocation of an element: nodes, then bytes.
///
/// It is changed only while it is being filled, before any element refers to it, or by the pool, once no other does.
final class ElementStorage: ManagedBuffer<ElementHeader, Token> {
    /// How many sixteen-byte units so many nodes and bytes take.
    @inline(__always)
    static func units(nodes: Int, bytes: Int) -> Int { nodes &+ (bytes &+ 15) / 16 }

    /// Memory of so many units.
    static func make(units needed: Int) -> ElementStorage {
        // In steps of 128 bytes: fewer sizes make it likelier that memory of the size was used a moment ago.
        let units = (needed &+ 7) & ~7
        let buffer = ElementStorage.create(minimumCapacity: units) { _ in ElementHeader(units: units) }
        return unsafe unsafeDowncast(buffer, to: ElementStorage.self)
    }

    /// Whether so many nodes and bytes fit.
    @inline(__always)
    func holds(nodes: Int, bytes: Int) -> Bool { ElementStorage.units(nodes: nodes, bytes: bytes) <= counts.units }

    /// What is held. Read through a pointer, which costs less than a property of a class.
    @inline(__always)
    var counts: ElementHeader {
        // SAFETY: the header is initialised by `create` and changed by `fill` only.
        unsafe withUnsafeMutablePointerToHeader { unsafe $0.pointee }
    }

    /// Fills the memory. The caller has checked that all of it fits.
    @inline(__always)
    func fill(
        nodes: TokenRun, root: Int, bias: Int32, raw: ByteWindow, extra: ByteWindow, isSelfContained: Bool,
        streamOffset: Int64
    ) {
        guard holds(nodes: nodes.count, bytes: raw.count &+ extra.count) else { return }
        unsafe withUnsafeMutablePointers { header, elements in
            unsafe header.pointee.nodeCount = nodes.count
            unsafe header.pointee.rawCount = raw.count
            unsafe header.pointee.extraCount = extra.count
            unsafe header.pointee.root = root
            unsafe header.pointee.bias = bias
            unsafe header.pointee.isSelfContained = isSelfContained
            unsafe header.pointee.streamOffset = streamOffset
            // SAFETY: `holds` has just been asked for the sum of what is written.
            unsafe elements.update(from: nodes.base, count: nodes.count)
            let bytes = unsafe UnsafeMutableRawPointer(elements + nodes.count)
            unsafe bytes.copyMemory(from: raw.base, byteCount: raw.count)
            if extra.count > 0 { unsafe (bytes + raw.count).copyMemory(from: extra.base, byteCount: extra.count) }
        }
    }

    /// A view on what is held; valid while the storage is, which whoever uses it has to see to (`Element.held`).
    @inline(__always)
    var view: NodeView {
        unsafe withUnsafeMutablePointers { header, elements in
            // SAFETY: `fill` has written so many nodes and behind them so many bytes.
            let bytes = unsafe UnsafeRawPointer(elements + header.pointee.nodeCount).assumingMemoryBound(to: UInt8.self)
            let rawCount = unsafe header.pointee.rawCount
            return unsafe NodeView(
                base: elements, count: header.pointee.nodeCount, bias: header.pointee.bias,
                raw: ByteWindow(base: bytes, count: rawCount),
                extra: ByteWindow(base: bytes + rawCount, count: header.pointee.extraCount))
        }
    }

    /// The node at `index`; an annotation, which says nothing, where there is none.
    @inline(__always)
    func node(_ index: Int) -> Token { withExtendedLifetime(self) { view[index] } }
}

/// The nodes and bytes of an element that somebody else keeps alive.
@safe
struct NodeView {
    private let base: UnsafePointer<Token>
    /// How many nodes there are.
    let count: Int
    /// What to add to the offsets in nodes.
    let bias: Int32
    /// The bytes of XML.
    let raw: ByteWindow
    /// The bytes of namespaces declared outside.
    let extra: ByteWindow

    @inline(__always)
    @unsafe
    init(base: UnsafePointer<Token>, count: Int, bias: Int32, raw: ByteWindow, extra: ByteWindow) {
        unsafe self.base = base
        self.count = count
        self.bias = bias
        self.raw = raw
        self.extra = extra
    }

    /// The node at `index`; an annotation, which says nothing, where there is none.
    @inline(__always)
    subscript(index: Int) -> Token {
        guard UInt(bitPattern: index) < UInt(bitPattern: count) else {
            return Token(.annotation, offset: 0, first: 0, second: 0)
        }
        // SAFETY: `index` was just compared with `count`.
        return unsafe base[index]
    }
}

extension Stack where Element == Token {
    /// Lends the tokens for the length of the call.
    @inline(__always)
    func withRun<Result>(_ body: (TokenRun) -> Result) -> Result {
        // SAFETY: the run cannot outlive the call, during which the stack is borrowed.
        unsafe withBase { base, count in unsafe body(TokenRun(base: base, count: count)) }
    }
}

extension TokenRun {
    /// The tokens from `start` up to `end`, clamped to what there is.
    @inline(__always)
    func slice(from start: Int, to end: Int) -> TokenRun {
        let start = max(0, min(start, count))
        // SAFETY: both bounds are clamped to this run.
        return unsafe TokenRun(base: base + start, count: max(0, min(end, count) &- start))
    }
}
