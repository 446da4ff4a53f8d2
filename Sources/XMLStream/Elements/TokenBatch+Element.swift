extension TokenBatch {
    /// Whether no name in the batch has a prefix, and all namespaces are in the table, so that nodes can be the very
    /// tokens.
    var isPlain: Bool { locals.bounds.count == 0 && !hasPrefixes }

    /// The first-level element whose start token is at `index`, if all of it is in this batch, which has no carry, and
    /// its tokens are not too many for its bytes: the assembler makes fewer nodes of those that text was cut into.
    @inline(__always)
    func element(at index: Int, pool: inout ElementPool) -> Element? {
        let token = tokens[index]
        guard token.kind == .start, token.second > 0 else { return nil }
        let end = index &+ Int(token.second)
        // The element begins with the `<` before its name, and ends where its end tag says.
        let first = token.offset &- 1
        let last = Int32(bitPattern: tokens[end].second)
        let raw = chunk.slice(from: Int(first), length: Int(last) &- Int(first))
        guard Int(token.second) <= raw.count / 4 &+ 64 else { return nil }
        let storage = pool.storage(nodes: end &+ 1 &- index, bytes: raw.count)
        storage.fill(
            nodes: tokens.slice(from: index, to: end &+ 1), root: 0, bias: 0 &- first, raw: raw, extra: .empty,
            isSelfContained: true, streamOffset: chunkOffset &+ Int64(last))
        return Element(storage: storage, index: 0)
    }
}
