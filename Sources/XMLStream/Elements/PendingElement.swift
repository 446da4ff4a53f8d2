/// What has come of a header or first-level element that is not complete: its bytes and its tokens.
///
/// An element that ends in the chunk it began in is parsed where it lies. Of one that does not, the bytes so far are
/// kept here, and the rest is appended and parsed here too, so that each byte is parsed once and the element is whole
/// in one place in the end. Between elements a stream keeps none; short ones are lent by the scratch.
struct PendingElement: Sendable {
    /// Bytes that are no longer needed, and then those of the element, from its `<` on.
    var bytes = ByteStore()
    /// The tokens of these bytes, told ones first; offsets count from the first byte.
    var tokens = Stack<Token>()
    /// Whether a name among the tokens may have a prefix other than `xml`.
    var hasPrefixes = false
    private var resumeWord: Int32 = 0
    private var startWord: Int32 = 0
    private var toldWord: Int32 = 0
    /// The nodes so far of an element of many tokens, instead of these: one assembler, or none. Boxed, since an idle
    /// stream should be small.
    var assembly: [NodeAssembler] = []

    init() {}

    /// Where parsing goes on in the bytes.
    @inline(__always)
    var resume: Int {
        get { Int(resumeWord) }
        set { resumeWord = Int32(truncatingIfNeeded: newValue) }
    }

    /// Where the element begins in the bytes.
    @inline(__always)
    var start: Int {
        get { Int(startWord) }
        set { startWord = Int32(truncatingIfNeeded: newValue) }
    }

    /// How many of the tokens are of what has been told.
    @inline(__always)
    var told: Int {
        get { Int(toldWord) }
        set { toldWord = Int32(truncatingIfNeeded: newValue) }
    }

    /// Whether so much is no longer needed that the rest had better be moved.
    @inline(__always)
    var isStale: Bool { start > PendingElement.mostStaleBytes || told > PendingElement.mostTokens }

    /// Whether it has much memory, of which what is needed takes less than a quarter: that of a large element before.
    @inline(__always)
    var isWasteful: Bool {
        bytes.capacity > PendingElement.lentBytes && bytes.capacity &>> 2 > bytes.count &- start
            || tokens.room > PendingElement.lentTokens && tokens.room &>> 2 > tokens.count &- told
    }

    /// Whether there is anything.
    @inline(__always)
    var isEmpty: Bool { bytes.count == 0 }

    /// Gives back what makes it wasteful.
    mutating func shrink() {
        bytes.shrink(keeping: PendingElement.lentBytes)
        tokens.shrink(keeping: PendingElement.lentTokens)
    }

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
        start = 0
        told = 0
        assembly = []
    }

    /// An element with more tokens than this is turned into nodes on the way, in which short pieces of text are one:
    /// tokens may take many times the bytes that they stand for.
    static let mostTokens = 512

    /// Up to so many bytes wait to be moved over: more seldom costs memory, more often time.
    private static let mostStaleBytes = 4096

    /// So many bytes and tokens a stalled stream may keep of memory that it did not fill itself.
    private static let lentBytes = 16 << 10
    private static let lentTokens = 1024
}
