extension ElementStream {
    /// Turns the tokens of a window into events, up to the first element that is not complete.
    ///
    /// - Returns: How many tokens of the tape were told.
    @inline(__always)
    func tell(
        _ window: ByteWindow, _ offset: Int64, _ scratch: inout StreamScratch, _ isRootRead: inout Bool,
        _ whitespace: inout Int, _ body: (consuming Event) -> Void
    ) -> Int {
        Self.tell(
            window, offset, scratch.tape, locals: tokenizer.scope.localNamespaces, assembler: &scratch.assembler,
            pool: &scratch.pool, &isRootRead, &whitespace, body)
    }

    @inline(__always)
    private static func tell(
        _ window: ByteWindow, _ offset: Int64, _ tape: borrowing TokenTape, locals: LocalNamespaceView,
        assembler: inout NodeAssembler, pool: inout ElementPool, _ isRootRead: inout Bool, _ whitespace: inout Int,
        _ body: (consuming Event) -> Void
    ) -> Int {
        let hasPrefixes = tape.hasPrefixes
        return tape.withRun { run in
            let batch = TokenBatch(
                tokens: run, chunk: window, carry: .empty, carriedCount: 0, locals: locals, hasPrefixes: hasPrefixes,
                chunkOffset: offset)
            return tell(batch, &assembler, &pool, &isRootRead, &whitespace, body)
        }
    }

    private static func tell(
        _ batch: borrowing TokenBatch, _ assembler: inout NodeAssembler, _ pool: inout ElementPool,
        _ isRootRead: inout Bool, _ whitespace: inout Int, _ body: (consuming Event) -> Void
    ) -> Int {
        var index = 0
        let isPlain = batch.isPlain
        while index < batch.count {
            if isPlain, isRootRead, let whole = batch.element(at: index, pool: &pool) {
                index &+= Int(batch[index].second) &+ 1
                deliver(whole, pool: &pool, body)
                continue
            }
            var next = index
            while next < batch.count, batch[next].kind == .annotation { next &+= 1 }
            let token = batch[next]
            switch token.kind {
            case .start where !isRootRead:
                isRootRead = true
                index = assembler.appendHeader(batch, from: index)
                let end = assembler.headerEnd(batch)
                body(.opened(assembler.finish(batch, end: end, pool: &pool)))
            case .start:
                guard token.second > 0 else { return index }
                index = assembler.append(batch, from: index)
                let end = batch.chunkOffset &+ Int64(Int32(bitPattern: batch[index &- 1].second))
                deliver(assembler.finish(batch, end: end, pool: &pool), pool: &pool, body)
            case .text, .character:
                whitespace &+= token.kind == .text ? Int(token.first) : 1
                index = next &+ 1
            case .end:
                body(.closed)
                index = next &+ 1
            case .attribute, .declaration, .annotation:
                // None of these stands alone.
                index = next &+ 1
            }
        }
        return index
    }

    /// Tells an element and takes it back if nobody has kept it.
    @inline(__always)
    private static func deliver(
        _ element: consuming Element, pool: inout ElementPool, _ body: (consuming Event) -> Void
    ) {
        let storage = element.storage
        body(.element(consume element))
        pool.recycle(consume storage)
    }
}
