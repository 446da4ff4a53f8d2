/// Memory that element streams work in: one for each event loop, not one for each stream.
///
/// A stream keeps nothing in it between two calls, so the same scratch serves any number of streams, one after the other.
/// The pool keeps the memory of elements that were told, of up to 64 that the host may have dropped since among them.
public struct StreamScratch: ~Copyable {
    /// The memory that tokens are written into.
    var tape = TokenTape()
    /// The memory of elements given back.
    public var pool = ElementPool()
    /// Memory to assemble elements in.
    var assembler = NodeAssembler()
    /// Memory for elements that are cut.
    private var spares: [PendingElement] = []

    /// Scratch of the usual size, about 70 KiB without the pool.
    public init() {}

    /// Scratch for one element that is kept.
    static func forOneElement() -> StreamScratch {
        var scratch = StreamScratch()
        scratch.pool = ElementPool(takesBack: false)
        return scratch
    }

    /// Memory to keep a cut element in.
    @inline(__always)
    mutating func takeSpare() -> PendingElement { spares.popLast() ?? PendingElement() }

    /// Takes memory back, if it is not too large to lend it to the next stream.
    @inline(__always)
    mutating func giveBack(_ pending: consuming PendingElement) {
        guard pending.isLendable, spares.count < StreamScratch.mostSpares else { return }
        pending.clear()
        spares.append(pending)
    }

    private static let mostSpares = 8
}
