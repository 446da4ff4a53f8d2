extension ElementStream {
    /// Turns the tokens of a window into events, up to the first element that is not complete.
    ///
    /// - Returns: How many tokens of the tape have been told, those of earlier calls included.
    @inline(__always)
    mutating func tell(
        _ window: ByteWindow, _ offset: Int64, _ scratch: inout StreamScratch, _ isRootRead: inout Bool,
        _ whitespace: inout Int, _ body: (consuming Event) -> Void
    ) -> Int {
        Self.tell(
            window, offset, scratch.tape, locals: tokenizer.scope.localNamespaces, assembler: &scratch.assembler,
            assembly: &pending.assembly, from: pending.told, pool: &scratch.pool, &isRootRead, &whitespace, body)
    }

    @inline(__always)
    private static func tell(
        _ window: ByteWindow, _ offset: Int64, _ tape: borrowing TokenTape, locals: LocalNamespaceView,
        assembler: inout NodeAssembler, assembly: inout [NodeAssembler], from told: Int, pool: inout ElementPool,
        _ isRootRead: inout Bool, _ whitespace: inout Int, _ body: (consuming Event) -> Void
    ) -> Int {
        let hasPrefixes = tape.hasPrefixes
        return tape.withRun { run in
            let batch = TokenBatch(
                tokens: run, chunk: window, carry: .empty, carriedCount: 0, locals: locals, hasPrefixes: hasPrefixes,
                chunkOffset: offset)
            var index = told
            if !assembly.isEmpty { index = goOn(with: &assembly, batch, &pool, body) }
            index = tell(batch, from: index, &assembler, &pool, &isRootRead, &whitespace, body)
            if index < run.count, run.count &- index > PendingElement.mostTokens {
                var assembler = NodeAssembler()
                index = assembler.append(batch, from: index)
                assembly = [assembler]
            }
            return index
        }
    }

    /// Takes more tokens of an element of many, and tells it when it is complete.
    @inline(never)
    private static func goOn(
        with assembly: inout [NodeAssembler], _ batch: borrowing TokenBatch, _ pool: inout ElementPool,
        _ body: (consuming Event) -> Void
    ) -> Int {
        guard var assembler = assembly.popLast() else { return 0 }
        assembler.makeUnique()
        let index = assembler.append(batch, from: 0)
        if assembler.isInProgress {
            assembly.append(assembler)
        } else {
            let end = batch.chunkOffset &+ Int64(Int32(bitPattern: batch[index &- 1].second))
            deliver(assembler.finish(batch, end: end, pool: &pool), pool: &pool, body)
        }
        return index
    }

    private static func tell(
        _ batch: borrowing TokenBatch, from start: Int, _ assembler: inout NodeAssembler, _ pool: inout ElementPool,
        _ isRootRead: inout Bool, _ whitespace: inout Int, _ body: (consuming Event) -> Void
    ) -> Int {
        var index = start
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
        guard pool.mayGetBack() else { return body(.element(consume element)) }
        let storage = element.storage
        body(.element(consume element))
        pool.takeBack(consume storage)
    }
}
