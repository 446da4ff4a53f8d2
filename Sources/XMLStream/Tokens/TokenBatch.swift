/// The tokens of one chunk, or of a part of it, with the bytes that they speak of.
///
/// A batch is lent to the body of `receive` and cannot leave it. Indices of tokens are positions in the batch.
public struct TokenBatch: ~Copyable {
    @usableFromInline
    let tokens: TokenRun
    let chunk: ByteWindow
    let carry: ByteWindow
    /// How many bytes of the carry stand before the chunk.
    let carriedCount: Int
    let locals: LocalNamespaceView
    /// Whether a name in the batch may have a prefix other than `xml`.
    let hasPrefixes: Bool
    /// Offset in the stream of the chunk's first byte.
    let chunkOffset: Int64

    /// How many tokens there are.
    @inlinable @inline(__always)
    public var count: Int { tokens.count }

    /// The token at `index`; an annotation, which says nothing, where there is none.
    @inlinable @inline(__always)
    public subscript(index: Int) -> Token { tokens[index] }

    // MARK: Bytes

    /// Lends the local name of an element or attribute, or the prefix of a declaration (empty for the default).
    public func withName<Result>(at index: Int, _ body: (RawSpan) -> Result) -> Result {
        name(at: index).withSpan(body)
    }

    /// Lends the namespace of an element or attribute; empty for none.
    public func withNamespace<Result>(at index: Int, _ body: (RawSpan) -> Result) -> Result {
        let reference = namespace(at: index)
        if reference.isLocal { return locals[reference.localIndex].withSpan(body) }
        let text = reference.wellKnown?.text ?? ""
        return Array(text.utf8).withWindow { $0.withSpan(body) }
    }

    /// Lends the value of an attribute or declaration as written, references and all.
    public func withRawValue<Result>(at index: Int, _ body: (RawSpan) -> Result) -> Result {
        rawValue(at: index).withSpan(body)
    }

    /// Lends the bytes of a `.text` token.
    public func withText<Result>(at index: Int, _ body: (RawSpan) -> Result) -> Result {
        let token = tokens[index]
        return bytes(at: token.offset, length: token.kind == .text ? Int(token.first) : 0).withSpan(body)
    }

    // MARK: Text

    /// The local name of an element or attribute, or the prefix of a declaration.
    public func name(of index: Int) -> String { name(at: index).text }

    /// The namespace of an element or attribute; empty for none.
    public func namespace(of index: Int) -> String {
        let reference = namespace(at: index)
        return reference.isLocal ? locals[reference.localIndex].text : reference.wellKnown?.text ?? ""
    }

    /// The value of an attribute or declaration, references resolved and white space normalised.
    public func value(of index: Int) -> String {
        let raw = rawValue(at: index)
        return tokens[index].has(.escaped) ? String(decoding: ValueDecoding.bytes(of: raw), as: UTF8.self) : raw.text
    }

    /// The characters that a `.text` or `.character` token stands for; empty for all others.
    public func text(of index: Int) -> String {
        let token = tokens[index]
        if let scalar = token.scalar { return String(Character(scalar)) }
        return bytes(at: token.offset, length: token.kind == .text ? Int(token.first) : 0).text
    }
}

extension TokenBatch {
    /// Bytes that a token names: in the chunk, or, where they begin before it, in the carry.
    @inline(__always)
    func bytes(at offset: Int32, length: Int) -> ByteWindow {
        offset >= 0
            ? chunk.slice(from: Int(offset), length: length)
            : carry.slice(from: Int(offset) &+ carriedCount, length: length)
    }

    func name(at index: Int) -> ByteWindow {
        let token = tokens[index]
        switch token.kind {
        case .start, .attribute, .end: return bytes(at: token.offset, length: nameLength(at: index))
        case .declaration:
            // A longer prefix than the token can tell of ends where `=` or white space stands.
            var length = token.shortNameLength
            while length >= 255 {
                let byte = bytes(at: token.offset, length: length &+ 1)[length]
                if byte == 0x3D || byte == 0 || ByteClass.isSpace(byte) { break }
                length &+= 1
            }
            return bytes(at: token.offset, length: length)
        case .text, .character, .annotation: return .empty
        }
    }

    @inline(__always)
    func nameLength(at index: Int) -> Int {
        let length = tokens[index].shortNameLength
        return length < 255 || !tokens[index].has(.annotated) ? length : Int(tokens[index &- 1].second)
    }

    func rawValue(at index: Int) -> ByteWindow {
        let token = tokens[index]
        switch token.kind {
        case .attribute, .declaration:
            return bytes(at: Int32(bitPattern: token.first), length: Int(token.second))
        case .start, .end, .text, .character, .annotation: return .empty
        }
    }

    func namespace(at index: Int) -> NamespaceReference {
        let token = tokens[index]
        switch token.kind {
        case .start, .end: return NamespaceReference(rawValue: token.first)
        case .attribute:
            if token.has(.xmlNamespace) { return NamespaceReference(.xml) }
            return token.has(.annotated) ? NamespaceReference(rawValue: tokens[index &- 1].first) : .none
        case .declaration, .text, .character, .annotation: return .none
        }
    }
}
