/// The memory that tokens are written into: one for each event loop, not one for each stream.
///
/// A tape is scratch. Every call that takes one starts it anew, so the same tape serves any number of tokenizers, one
/// after the other. It holds 4 096 tokens (64 KiB) and grows only where one tag, or one run of text with references, adds
/// many to a tape that is nearly full.
@safe
public struct TokenTape: ~Copyable {
    /// The tokens. An element stream whose element is not complete swaps in its own.
    var tokens = Stack<Token>()
    /// Whether a name among the tokens may have a prefix other than `xml`.
    var hasPrefixes = false
    /// Room for carried bytes and a short chunk, one behind the other, and for the tail of a long one, each with zeros
    /// behind.
    private let joint: UnsafeMutablePointer<UInt8>
    /// Memory for the token that a chunk cuts, while no tokenizer has one.
    var spareCarry = ByteStore()
    /// Whether the memory is that of one stream, which may keep little.
    var isLent = false
    /// Scratch for sorting the attributes of a tag that has many.
    var order: [UInt32] = []

    /// A tape of the usual size.
    public init() {
        tokens.reserve(TokenTape.usualCapacity + TokenTape.slack)
        unsafe joint = UnsafeMutablePointer<UInt8>.allocate(
            capacity: TokenTape.jointBytes + TokenTape.tailBytes + 2 * TokenTape.padding)
    }

    deinit { unsafe joint.deallocate() }

    /// How many tokens there are.
    @inline(__always)
    var count: Int { tokens.count }

    /// Copies carried bytes and the chunk behind them to one place, with zeros behind both. Together they have
    /// `jointBytes` at most; what is beyond is left out.
    ///
    /// - Returns: A window that is valid until the next call.
    @inline(__always)
    mutating func join(_ carried: ByteWindow, _ chunk: ByteWindow) -> ByteWindow {
        let first = min(carried.count, TokenTape.jointBytes)
        let second = min(chunk.count, TokenTape.jointBytes &- first)
        // SAFETY: both lengths have been cut to the room there is; the padding has its own.
        unsafe joint.update(from: carried.base, count: first)
        unsafe (joint + first).update(from: chunk.base, count: second)
        unsafe (joint + first + second).update(repeating: 0, count: TokenTape.padding)
        return unsafe ByteWindow(base: UnsafePointer(joint), count: first &+ second, padding: TokenTape.padding)
    }

    /// Copies the last bytes of a chunk to one place, with zeros behind them, so that the plain way can read all of
    /// them. They are `tailBytes` at most; what is beyond is left out.
    ///
    /// - Returns: A window that is valid until the next call.
    @inline(__always)
    mutating func copyTail(_ bytes: ByteWindow) -> ByteWindow {
        let count = min(bytes.count, TokenTape.tailBytes)
        // SAFETY: behind the joint and its padding there is room for so many, and for their padding.
        let tail = unsafe joint + (TokenTape.jointBytes + TokenTape.padding)
        unsafe tail.update(from: bytes.base, count: count)
        unsafe (tail + count).update(repeating: 0, count: TokenTape.padding)
        return unsafe ByteWindow(base: UnsafePointer(tail), count: count, padding: TokenTape.padding)
    }

    /// Whether the tokens should be delivered before another tag is parsed.
    @inline(__always)
    var isFull: Bool { count >= (isLent ? TokenTape.lentCapacity : TokenTape.usualCapacity) }

    @inline(__always)
    mutating func append(_ token: Token) { tokens.push(token) }

    /// Makes room for the tokens of a tag at `cursor`.
    @inline(__always)
    mutating func reserve() { if room < TokenTape.tagRoom { tokens.reserve(count &* 2 &+ TokenTape.tagRoom) } }

    /// How many tokens can be written at `cursor`.
    @inline(__always)
    var room: Int { tokens.room &- count }

    /// Where the next token goes.
    @inline(__always)
    @unsafe
    var cursor: UnsafeMutablePointer<Token> { unsafe tokens.bottom + count }

    /// Takes up what has been written from the former `cursor` to this one.
    @inline(__always)
    @unsafe
    mutating func advance(to cursor: UnsafeMutablePointer<Token>) { unsafe tokens.advance(to: cursor) }

    /// The token at `index`; one that says nothing where there is none.
    @inline(__always)
    subscript(index: Int) -> Token {
        get {
            guard index >= 0, index < count else { return Token(.annotation, offset: 0, first: 0, second: 0) }
            return tokens[index]
        }
        set {
            guard index >= 0, index < count else { return }
            tokens[index] = newValue
        }
    }

    /// Sets one field of the token at `index`.
    @inline(__always)
    mutating func setSecond(_ value: UInt32, at index: Int) {
        guard index >= 0, index < count else { return }
        tokens[index].second = value
    }

    /// Forgets the tokens behind the first `length`.
    @inline(__always)
    mutating func truncate(to length: Int) {
        tokens.truncate(to: length)
        if count == 0 { hasPrefixes = false }
    }

    /// Lends the tokens for the length of the call.
    @inline(__always)
    func withRun<Result>(_ body: (TokenRun) -> Result) -> Result { tokens.withRun(body) }

    /// How many bytes `join` takes.
    static let jointBytes = 512
    /// How many bytes `copyTail` takes.
    static let tailBytes = 256
    private static let padding = 64
    private static let tagRoom = 64
    private static let usualCapacity = 4096
    private static let lentCapacity = 1024
    private static let slack = 256
}

/// Tokens that somebody else keeps alive.
@safe
@usableFromInline
struct TokenRun {
    @usableFromInline
    let base: UnsafePointer<Token>
    @usableFromInline
    let count: Int

    @inline(__always)
    @unsafe
    init(base: UnsafePointer<Token>, count: Int) {
        unsafe self.base = base
        self.count = count
    }

    /// The token at `index`; one that says nothing where there is none.
    @inlinable @inline(__always)
    subscript(index: Int) -> Token {
        guard index >= 0, index < count else { return Token(.annotation, offset: 0, first: 0, second: 0) }
        // SAFETY: `index` was just compared with `count`.
        return unsafe base[index]
    }
}
