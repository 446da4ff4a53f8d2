/// What has come of a header or first-level element that is not complete: its bytes and its tokens.
///
/// An element that ends in the chunk it began in is parsed where it lies. Of one that does not, the bytes so far are
/// kept here, and the rest is appended and parsed here too, so that each byte is parsed once and the element is whole
/// in one place in the end. Between elements a stream keeps none; short ones are lent by the scratch.
struct PendingElement: Sendable {
    /// From the `<` on.
    var bytes = ByteStore()
    /// The tokens of these bytes; offsets count from the first of them.
    var tokens = Stack<Token>()
    /// Whether a name among the tokens may have a prefix other than `xml`.
    var hasPrefixes = false
    /// Where parsing goes on in the bytes.
    var resume = 0
    /// The nodes so far of an element of many tokens, instead of these: one assembler, or none. Boxed, since an idle
    /// stream should be small.
    var assembly: [NodeAssembler] = []

    init() {}

    /// Whether there is anything.
    @inline(__always)
    var isEmpty: Bool { bytes.count == 0 }

    /// Whether its memory is small enough to be lent to the next stream.
    var isLendable: Bool {
        bytes.capacity <= PendingElement.lentBytes && tokens.room <= PendingElement.lentTokens
    }

    /// Forgets what there is, but keeps the memory.
    mutating func clear() {
        bytes.truncate(to: 0)
        tokens.truncate(to: 0)
        hasPrefixes = false
        resume = 0
        assembly = []
    }

    /// An element with more tokens than this is turned into nodes on the way, in which short pieces of text are one:
    /// tokens may take many times the bytes that they stand for.
    static let mostTokens = 512

    /// So many bytes and tokens a stalled stream may keep of memory that it did not fill itself.
    private static let lentBytes = 16 << 10
    private static let lentTokens = 1024
}
