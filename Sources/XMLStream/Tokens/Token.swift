/// One record of what the tokenizer saw: sixteen plain bytes.
///
/// A token holds no text. It says where the bytes lie, relative to the chunk being parsed, and the `TokenBatch` that it
/// came in lends them. Both are valid only while that chunk is.
public struct Token: BitwiseCopyable, Sendable {
    /// What a token stands for.
    public enum Kind: UInt8, Sendable {
        /// A start tag, or the first half of an empty-element tag. Its declarations and attributes follow.
        case start = 1
        /// An attribute of the start tag before it.
        case attribute
        /// A namespace declaration of the start tag before it: the prefix (empty for the default) and its namespace.
        case declaration
        /// A piece of character data; literal, nothing in it is escaped.
        case text
        /// One character of character data that was written as a reference, or a line feed that was a CR or CR LF.
        case character
        /// An end tag, or the second half of an empty-element tag.
        case end
        /// More about the token that follows, for names that need it. Skip it.
        case annotation
    }

    /// Kind in the low four bits, flags above, then the length of the name (255 = see the annotation before), then
    /// the id of the name in the table of well-known ones.
    @usableFromInline
    var head: UInt32
    /// Where the local name, the declared prefix or the text starts; or the scalar value of a character.
    @usableFromInline
    var offset: Int32
    /// Namespace of an element, start of a value, length of a text, namespace of an annotation.
    @usableFromInline
    var first: UInt32
    /// How many tokens further on a start tag's end is (zero where that is not on the tape), length of a value, offset
    /// behind an end tag, name length of an annotation.
    @usableFromInline
    var second: UInt32

    @inlinable @inline(__always)
    init(
        _ kind: Kind, flags: UInt32 = 0, name: UInt16 = 0, nameLength: Int = 0, offset: Int, first: UInt32,
        second: UInt32
    ) {
        head =
            UInt32(kind.rawValue) | flags | UInt32(truncatingIfNeeded: Swift.min(nameLength, 255)) &<< 8
            | UInt32(name) &<< 16
        self.offset = Int32(truncatingIfNeeded: offset)
        self.first = first
        self.second = second
    }

    /// A token of these four words.
    @inline(__always)
    init(head: UInt32, offset: Int32, first: UInt32, second: UInt32) {
        self.head = head
        self.offset = offset
        self.first = first
        self.second = second
    }

    /// The local name of an element or attribute, where it is one of the well-known ones.
    @inline(__always)
    public var localName: LocalName? { nameID == 0 ? nil : LocalName(id: nameID) }

    /// The namespace of an element, where it is one of the well-known ones. Attributes have one only when prefixed;
    /// ask the batch.
    @inline(__always)
    public var namespaceName: NamespaceName? {
        switch kind {
        case .start, .end: NamespaceReference(rawValue: first).wellKnown
        case .attribute: has(.xmlNamespace) ? .xml : nil
        case .declaration, .text, .character, .annotation: nil
        }
    }

    /// The character of a `.character` token.
    @inlinable
    public var scalar: Unicode.Scalar? {
        kind == .character ? Unicode.Scalar(UInt32(bitPattern: offset)) : nil
    }

    /// Bytes of UTF-8 that a `.text` or `.character` token stands for; zero for all others.
    @inlinable @inline(__always)
    public var textByteCount: Int {
        switch kind {
        case .text: Int(first)
        case .character: offset < 0x80 ? 1 : offset < 0x800 ? 2 : offset < 0x1_0000 ? 3 : 4
        case .start, .attribute, .declaration, .end, .annotation: 0
        }
    }

    /// Whether this start or end came from an empty-element tag (`<a/>`).
    public var isEmptyElement: Bool { (kind == .start || kind == .end) && has(.emptyElement) }
}

extension Token {
    /// Bits beside the kind.
    struct Flags {
        let bits: UInt32
        /// Start and end: the tag was `<a/>`.
        static let emptyElement = Flags(bits: 0x10)
        /// Start: the namespace was declared outside the first-level element, or on it.
        static let outerNamespace = Flags(bits: 0x20)
        /// Start: the name has a prefix.
        static let prefixed = Flags(bits: 0x40)
        /// Attribute and declaration: the value has references or white space to normalise.
        static let escaped = Flags(bits: 0x10)
        /// Text, in nodes: the bytes are kept beside those of the element.
        static let kept = Flags(bits: 0x10)
        /// Attribute: in the namespace that the prefix `xml` stands for.
        static let xmlNamespace = Flags(bits: 0x20)
        /// The token before is an annotation of this one.
        static let annotated = Flags(bits: 0x80)
    }

    @inline(__always)
    func has(_ flag: Flags) -> Bool { head & flag.bits != 0 }

    /// The id of the name in the table, or zero.
    @inline(__always)
    var nameID: UInt16 { UInt16(truncatingIfNeeded: head &>> 16) }

    /// The length of the name as far as the token holds it.
    @inline(__always)
    var shortNameLength: Int { Int(UInt8(truncatingIfNeeded: head &>> 8)) }
}
