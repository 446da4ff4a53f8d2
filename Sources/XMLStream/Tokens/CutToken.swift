/// What is known of a token whose end has not come yet. Its bytes are in the tokenizer's carry. Positions are kept in
/// words of 32 bits, as an idle stream should be small.
struct CutToken: Sendable {
    /// Which byte can bring the token forward; until one comes, bytes are only collected.
    enum Awaited: UInt8, Sendable {
        /// Any.
        case anything
        /// `>` or `<`.
        case tagEnd
        /// `>`, `<` or a quote.
        case tagDelimiter
        /// The closing single quote, or `<`.
        case apostrophe
        /// The closing double quote, or `<`.
        case quotationMark

        /// Whether a byte is among these that can bring the cut token forward.
        @inline(__always)
        func isAmong(_ piece: ByteWindow) -> Bool {
            let marks: (UInt8, UInt8, UInt8, UInt8)
            switch self {
            case .anything: return piece.count > 0
            case .tagEnd:
                return VectorScan.firstAngle(in: piece, from: 0) < piece.count
            case .tagDelimiter: marks = (0x3E, 0x3C, 0x27, 0x22)
            case .apostrophe: marks = (0x27, 0x27, 0x3C, 0x3C)
            case .quotationMark: marks = (0x22, 0x22, 0x3C, 0x3C)
            }
            return VectorScan.first(of: marks, in: piece, from: 0) < piece.count
        }
    }

    var awaited = Awaited.anything
    /// The token is looked at anew when it has this many bytes, whatever comes: so that a peer cannot make a broken
    /// one grow much beyond its fault.
    @inline(__always)
    var checkpoint: Int {
        get { Int(checkpointWord) }
        set { checkpointWord = Int32(clamping: newValue) }
    }
    private var checkpointWord = Int32(CutToken.firstCheckpoint)
    /// A start tag whose name is known: where the next attribute starts. Zero otherwise.
    @inline(__always)
    var attributesFrom: Int {
        get { Int(attributesFromWord) }
        set { attributesFromWord = Int32(truncatingIfNeeded: newValue) }
    }
    private var attributesFromWord: Int32 = 0
    /// Parts of a start tag that are done: one, or none. An array, since an idle tokenizer should be small.
    var tag: [StartTag] = []
    /// Their tokens; offsets count from the tag's first byte.
    var tokens: [Token] = []
    /// A numeric reference: where the next digit is, and the value so far.
    @inline(__always)
    var digitsFrom: Int {
        get { Int(digitsFromWord) }
        set { digitsFromWord = Int32(truncatingIfNeeded: newValue) }
    }
    private var digitsFromWord: Int32 = 0
    var digits: UInt32 = 0

    static let firstCheckpoint = 512
    /// A start tag of which so few bytes have come is parsed anew when more come: that is less work than keeping
    /// what is known of it.
    static let briefBytes = 256
}

/// What the parts of a start tag parsed so far amount to.
struct StartTag: Sendable {
    /// First eight bytes of the name as written.
    var head: UInt64 = 0
    var nameLength = 0
    var prefixLength = 0
    var nameID: UInt16 = 0
    var attributes = 0
    /// How many attributes the limits allow.
    var attributeRoom = 0
    var declarations = 0
    /// What the tag declares as the default namespace.
    var declaredDefault: NamespaceReference?
    /// One bit for each hash of an attribute's local name: a bit met twice calls for a real comparison.
    var filter: UInt64 = 0
    var mayHaveDuplicates = false
    /// Whether an attribute has a prefix other than `xml`.
    var hasPrefixedAttributes = false
    /// Declarations in force before the tag's own.
    var outerBindings = 0
    /// Local namespaces there were before the tag's own.
    var outerLocals = 0
}
