import XMLStream

/// Bytes to records: the tokenizer, and a consumer that looks at every record.
final class TokenContender: Contender {
    let layer = Layer.tokens
    private let limits: XMLLimits
    /// The event loop's, not the stream's: it lives through all passes.
    private var tape: TokenTape? = TokenTape()

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
        // A host has it in a local variable; a property of a class is checked for exclusive access each time.
        var lent: TokenTape?
        swap(&lent, &self.tape)
        var tape = lent.take() ?? TokenTape()
        let outcome = Self.feed(&tokenizer, bytes, chunk: chunk, &tape, &tally)
        self.tape = consume tape
        try outcome.get()
    }

    private static func feed(
        _ tokenizer: inout XMLTokenizer, _ bytes: [UInt8], chunk: Int, _ tape: inout TokenTape,
        _ tally: inout TokenTally
    ) -> Result<Void, XMLViolation> {
        let span = unsafe bytes.span.bytes
        var offset = 0
        while offset < span.byteCount {
            let end = min(offset + chunk, span.byteCount)
            do throws(XMLViolation) {
                _ = try tokenizer.receive(span.extracting(offset..<end), tape: &tape) { tokens in
                    tally.add(tokens)
                }
            } catch {
                return .failure(error)
            }
            offset = end
        }
        return .success(())
    }
}

/// Counts what records stand for, as libexpat's handlers do.
struct TokenTally {
    private(set) var counts = Counts()
    private var depth = 0

    mutating func add(_ tokens: borrowing TokenBatch) {
        var (elements, attributes, stanzas, textBytes) = (0, 0, 0, 0)
        var depth = depth
        // Shifts rather than branches on the kind, which follows no pattern.
        for index in 0..<tokens.count {
            let token = tokens[index]
            let kind = Int(token.kind.rawValue)
            let isStart = (1 &<< Int(Token.Kind.start.rawValue)) &>> kind & 1
            let isEnd = (1 &<< Int(Token.Kind.end.rawValue)) &>> kind & 1
            elements &+= isStart
            attributes &+= (1 &<< Int(Token.Kind.attribute.rawValue)) &>> kind & 1
            depth &+= isStart &- isEnd
            stanzas &+= depth == 1 ? isEnd : 0
            if (1 &<< Int(Token.Kind.text.rawValue) | 1 &<< Int(Token.Kind.character.rawValue)) &>> kind & 1 != 0 {
                textBytes &+= token.textByteCount
            }
        }
        self.depth = depth
        counts.elements &+= UInt64(elements)
        counts.attributes &+= UInt64(attributes)
        counts.stanzas &+= UInt64(stanzas)
        counts.textBytes &+= UInt64(textBytes)
    }
}
