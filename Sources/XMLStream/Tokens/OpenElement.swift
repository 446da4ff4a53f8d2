/// An element whose end tag is still owed.
struct OpenElement: Sendable, BitwiseCopyable {
    /// First eight bytes of the name as written, prefix included, zero padded.
    var head: UInt64
    /// Bytes of the name as written.
    var nameLength: UInt32
    /// Bytes of the prefix with its colon, or zero.
    var prefixLength: UInt32
    /// Where a name of more than eight bytes lies: in the chunk, or in the store of names once that chunk is gone.
    var nameStart: Int32
    /// How many declarations were in the scope before the element's own.
    var outerBindings: UInt32
    var namespace: NamespaceReference
    /// The namespace of elements without a prefix inside.
    var defaultNamespace: NamespaceReference
    /// Where the tape has its start token; see `XMLTokenizer.staleDepth`.
    var startToken: UInt32
    /// The id of the local name, or zero.
    var nameID: UInt16
    /// Whether `nameStart` counts in the store.
    var isStored: Bool
    /// Whether the default namespace was declared outside the first-level element, or on it, or not at all.
    var isDefaultOuter: Bool
}
