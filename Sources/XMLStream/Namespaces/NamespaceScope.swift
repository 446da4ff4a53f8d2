/// The namespace declarations in force (Namespaces in XML 1.0 §6), innermost last.
///
/// Which namespace is the default, the open elements know: here a declaration of it is only counted, and where its
/// namespace is a well-known one, not even that is needed.
///
/// Namespaces of the generated table are ids. The bytes of all others stay in one store: those that a popped element
/// declared are kept until the next `compact`, since tokens of the chunk at hand may still name them.
struct NamespaceScope: Sendable {
    /// One declaration in force.
    private struct Binding: BitwiseCopyable {
        /// First eight bytes of the prefix, zero padded; the rest, if any, is in `prefixes`.
        var head: UInt64
        var prefixLength: UInt32
        var prefixStart: UInt32
        var namespace: NamespaceReference
        /// How many local namespaces there were once this binding was made.
        var mark: UInt32
        /// The binding of the same prefix that this one hides, plus one. It is kept only while `index` is.
        var hidden: UInt32
    }

    private var bindings = Stack<Binding>()
    private var prefixes = ByteStore()
    /// The namespaces that are not in the table.
    private var locals = LocalNamespaces()
    /// Whether an element that declared a local namespace has ended since the last `compact`.
    private var hasUnused = false
    /// Innermost binding of each prefix, plus one, once there are many. The standard library seeds its hashing.
    private var index: [[UInt8]: UInt32] = [:]
    /// Whether `index` is kept.
    private var isIndexed = false

    init() {}

    /// How many declarations are in force.
    @inline(__always)
    var count: Int { bindings.count }

    /// Makes sure that changes show in this value only; to be called before any run of changes.
    @inline(__always)
    mutating func makeUnique() { bindings.makeUnique() }

    // MARK: Declaring and leaving

    /// Binds a prefix, or counts a declaration of the default where the prefix is empty.
    mutating func declare(prefix: ByteWindow, as namespace: NamespaceReference) {
        let mark = UInt32(truncatingIfNeeded: locals.count)
        var binding = Binding(
            head: prefix.word(at: 0), prefixLength: UInt32(truncatingIfNeeded: prefix.count),
            prefixStart: UInt32(truncatingIfNeeded: prefixes.count), namespace: namespace, mark: mark, hidden: 0)
        if prefix.count > 8 { prefixes.append(prefix) }
        if bindings.count >= NamespaceScope.indexThreshold {
            if !isIndexed { buildIndex() }
            if prefix.count > 0 {
                let key = prefix.array
                binding.hidden = index[key] ?? 0
                index[key] = UInt32(truncatingIfNeeded: bindings.count &+ 1)
            }
        }
        bindings.push(binding)
    }

    /// Ends the scope of all declarations made since there were `count` of them.
    mutating func leave(to count: Int) {
        while bindings.count > count, let binding = bindings.last {
            bindings.pop()
            if binding.namespace.isLocal { hasUnused = true }
            if isIndexed, binding.prefixLength > 0 {
                let key = prefixBytes(of: binding)
                index[key] = binding.hidden == 0 ? nil : binding.hidden
            }
            if binding.prefixLength > 8 { prefixes.truncate(to: Int(binding.prefixStart)) }
        }
        if bindings.count < NamespaceScope.indexThreshold, isIndexed {
            index = [:]
            isIndexed = false
        }
    }

    // MARK: Looking up

    /// What `prefix` stands for, and whether that was declared among the first `outerCount` declarations; nil where it
    /// is not bound. The prefix `xml` is always.
    ///
    /// - Complexity: O(1) in the declarations in force.
    @inline(never)
    func lookUp(prefix: ByteWindow, outerCount: Int) -> (namespace: NamespaceReference, isOuter: Bool)? {
        let head = prefix.word(at: 0)
        if prefix.count == 3, head == NamespaceScope.xml { return (NamespaceReference(.xml), false) }
        if isIndexed {
            guard let position = index[prefix.array], position > 0, Int(position) <= bindings.count else { return nil }
            return (bindings[Int(position) &- 1].namespace, Int(position) <= outerCount)
        }
        var position = bindings.count
        while position > 0 {
            position &-= 1
            let binding = bindings[position]
            if binding.head == head, Int(binding.prefixLength) == prefix.count, prefixEquals(binding, prefix) {
                return (binding.namespace, position < outerCount)
            }
        }
        return nil
    }

    /// Which of the declarations made since there were `count` binds a prefix that one before it binds; nil if none.
    ///
    /// - Complexity: O(*n*²) up to sixteen declarations, O(*n*) above.
    func duplicate(since count: Int) -> Int? {
        let made = bindings.count &- count
        if made < 2 { return nil }
        if made > 16 {
            var seen: Set<[UInt8]> = []
            for position in count..<bindings.count
            where !seen.insert(prefixBytes(of: bindings[position])).inserted { return position &- count }
            return nil
        }
        for later in (count &+ 1)..<bindings.count {
            for earlier in count..<later where bindings[later].head == bindings[earlier].head {
                if prefixBytes(of: bindings[later]) == prefixBytes(of: bindings[earlier]) { return later &- count }
            }
        }
        return nil
    }

    // MARK: Namespaces outside the table

    /// Keeps the bytes of a namespace that is not in the table.
    mutating func addLocal(_ name: ByteWindow) -> NamespaceReference {
        locals.append(name)
        return NamespaceReference(local: locals.count &- 1)
    }

    /// A view on the local namespaces; valid until this scope changes.
    var localNamespaces: LocalNamespaceView { locals.view }

    /// How many local namespaces there are.
    @inline(__always)
    var localCount: Int { locals.count }

    /// Whether there are local namespaces.
    @inline(__always)
    var hasLocals: Bool { locals.count > 0 }

    /// How many local namespaces there were once the first `count` declarations were made.
    func localCount(atBinding count: Int) -> Int {
        count > 0 && count <= bindings.count ? Int(bindings[count &- 1].mark) : 0
    }

    /// Gives back what elements that have ended declared, behind what those that are open did. Local references in
    /// tokens become invalid; those of open elements do not.
    ///
    /// - Complexity: O(1).
    mutating func compact() {
        if !hasUnused { return }
        hasUnused = false
        locals.truncate(to: Int(bindings.last?.mark ?? 0))
    }

    /// Forgets all local namespaces but the first `length`, which no declaration in force names.
    mutating func truncateLocals(to length: Int) { locals.truncate(to: length) }

    /// Forgets the local namespaces from number `start` up to `end`, which no declaration in force names. Those from
    /// `end` on get new numbers: `end - start` is to be taken from every reference to one.
    ///
    /// - Complexity: O(*n*) in the declarations in force and the bytes of the namespaces behind.
    mutating func removeLocals(from start: Int, to end: Int) {
        locals.remove(from: start, to: end)
        for index in 0..<bindings.count {
            bindings[index].namespace = bindings[index].namespace.moved(from: end, by: end &- start)
            if Int(bindings[index].mark) >= end { bindings[index].mark &-= UInt32(truncatingIfNeeded: end &- start) }
        }
    }

    // MARK: Pieces

    private func prefixBytes(of binding: Binding) -> [UInt8] {
        let length = Int(binding.prefixLength)
        if length > 8 { return prefixes.window(from: Int(binding.prefixStart), length: length).array }
        return (0..<length).map { UInt8(truncatingIfNeeded: binding.head &>> UInt64($0 &* 8)) }
    }

    private func prefixEquals(_ binding: Binding, _ prefix: ByteWindow) -> Bool {
        prefix.count <= 8 || prefixes.window(from: Int(binding.prefixStart), length: prefix.count).equals(prefix)
    }

    private mutating func buildIndex() {
        isIndexed = true
        for position in 0..<bindings.count where bindings[position].prefixLength > 0 {
            let key = prefixBytes(of: bindings[position])
            bindings[position].hidden = index[key] ?? 0
            index[key] = UInt32(position &+ 1)
        }
    }

    private static let indexThreshold = 16
    /// `xml` as a word.
    static let xml: UInt64 = 0x6C6D78
    /// `xmlns` as a word.
    static let xmlns: UInt64 = 0x73_6E6C_6D78
}
