import XMLStream

/// Bytes to records: the tokenizer, and a consumer that looks at every record.
final class TokenContender: Contender {
    let layer = Layer.tokens
    private let limits: XMLLimits
    /// The event loop's, not the stream's: it lives through all passes.
    private var tape = TokenTape()

    init(limits: XMLLimits) {
        self.limits = limits
    }

    func run(_ bytes: [UInt8], chunk: Int) throws -> Counts {
        var tokenizer = XMLTokenizer(limits: limits)
        var tally = TokenTally()
        try feed(&tokenizer, bytes, chunk: chunk, &tally)
        try tokenizer.finish()
        return tally.counts
    }

    func idleBytes(_ opened: [UInt8], chunk: Int) throws -> Int? {
        var tally = TokenTally()
        var warm = XMLTokenizer(limits: limits)
        try feed(&warm, opened, chunk: chunk, &tally)
        var tokenizer: XMLTokenizer?
        let live = try AllocationCounter.liveBytes {
            var opening = XMLTokenizer(limits: limits)
            try feed(&opening, opened, chunk: chunk, &tally)
            tokenizer = opening
        }
        return tokenizer.map { _ in live.kept + MemoryLayout<XMLTokenizer>.size }
    }

    private func feed(
        _ tokenizer: inout XMLTokenizer, _ bytes: [UInt8], chunk: Int, _ tally: inout TokenTally
    ) throws(XMLViolation) {
        let span = unsafe bytes.span.bytes
        var offset = 0
        while offset < span.byteCount {
            let end = min(offset + chunk, span.byteCount)
            _ = try tokenizer.receive(span.extracting(offset..<end), tape: &tape) { tokens in
                tally.add(tokens)
            }
            offset = end
        }
    }
}

/// Counts what records stand for, as libexpat's handlers do.
struct TokenTally {
    private(set) var counts = Counts()
    private var depth = 0

    mutating func add(_ tokens: borrowing TokenBatch) {
        for index in 0..<tokens.count {
            let token = tokens[index]
            switch token.kind {
            case .start:
                counts.elements += 1
                depth += 1
            case .attribute:
                counts.attributes += 1
            case .text, .character:
                counts.textBytes += UInt64(token.textByteCount)
            case .end:
                depth -= 1
                if depth == 1 { counts.stanzas += 1 }
            case .declaration, .annotation:
                break
            }
        }
    }
}
