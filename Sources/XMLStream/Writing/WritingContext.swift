/// The namespaces that the root of an outbound stream has declared.
struct WritingContext: Sendable {
    /// A prefix of the root, with the namespace it stands for.
    struct Prefix: Sendable {
        let prefix: [UInt8]
        let namespace: [UInt8]
        /// The namespace's id in the table, or zero.
        let id: UInt16

        init(_ prefix: String, _ namespace: String) {
            self.prefix = Array(prefix.utf8)
            self.namespace = Array(namespace.utf8)
            id = NamespaceName(namespace)?.id ?? 0
        }
    }

    /// The default namespace; empty for none.
    let defaultNamespace: [UInt8]
    /// Its id in the table, or zero.
    let defaultID: UInt16
    /// How the default is named among the references of an element: by id, by `unlisted`, or by zero for none.
    let defaultReference: UInt32
    let prefixes: [Prefix]
    /// Whether stanzas live in the default namespace.
    let isContent: Bool

    /// No root.
    init() {
        defaultNamespace = []
        defaultID = 0
        defaultReference = 0
        prefixes = []
        isContent = false
    }

    /// What `root` declares; `isContent` says whether elements of other content namespaces belong there too.
    init(_ root: RootTag, isContent: Bool = true) {
        defaultNamespace = WritingContext.usualDefaults[root.contentNamespace] ?? Array(root.contentNamespace.utf8)
        let known = NamespaceName(root.contentNamespace)
        let id = known?.id ?? 0
        defaultID = id
        defaultReference = id != 0 ? UInt32(id) : root.contentNamespace.isEmpty ? 0 : WritingContext.unlisted
        self.isContent = isContent && known?.isContent == true
        var declared = root.prefixes
        if !root.prefix.isEmpty { declared[root.prefix] = root.namespace }
        prefixes =
            declared == WritingContext.usualPrefixes
            ? WritingContext.usual : declared.sorted { $0.key < $1.key }.map { Prefix($0.key, $0.value) }
    }

    // What nearly all streams declare, which they share.
    private static let usualDefaults: [String: [UInt8]] = {
        let contents: [NamespaceName] = [.jabberClient, .jabberServer, .jabberComponentAccept]
        return Dictionary(uniqueKeysWithValues: contents.map { ($0.text, Array($0.text.utf8)) })
    }()
    private static let usualPrefixes = ["stream": NamespaceName.streams.text]
    private static let usual = usualPrefixes.map { Prefix($0.key, $0.value) }

    /// A default namespace that the table does not have.
    static let unlisted = UInt32.max
}

/// What an element finds around it where it is written.
struct TagScope: BitwiseCopyable {
    /// The default namespace, as a reference.
    var defaultReference: UInt32
    /// The content namespace that all around it up to the element passed to the writer have, for which the stream's
    /// own is written; or `noContent`.
    var content: UInt32

    /// No reference at all.
    static let noContent = UInt32.max
}

/// An element that has been written as far as its start tag.
struct OpenTag: BitwiseCopyable {
    /// Its start node.
    var index: Int
    /// What is in force inside it.
    var scope: TagScope
    /// Which prefix of the root its name has, plus one; zero for none, `xmlPrefix` for the prefix `xml`.
    var prefix: Int

    static let xmlPrefix = -1
}
