/// Memory that element streams work in: one for each event loop, not one for each stream.
///
/// Nothing in it outlives a call, so the same scratch serves any number of streams, one after the other.
public struct StreamScratch: ~Copyable {
    /// The memory that tokens are written into.
    var tape = TokenTape()
    /// The memory of elements given back.
    public var pool = ElementPool()
    /// Memory to assemble elements in.
    var assembler = NodeAssembler()

    /// Scratch of the usual size, about 70 KiB.
    public init() {}
}
