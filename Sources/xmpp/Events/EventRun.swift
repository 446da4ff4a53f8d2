import XMLStream

/// Reads one file as one stream, in chunks of one size, and tells its canonical events.
struct EventRun {
    /// Where parsing ended early, and how many bytes had been fed by then.
    struct Refusal {
        let violation: XMLViolation
        let fedByteCount: Int

        /// What `xmpp events` prints for it, without a line end.
        var line: String { "ERROR\t\(violation.condition)\t\(fedByteCount)" }
    }

    var rules = XMLTokenizer.Rules.stream
    var limits = XMLLimits.unbounded
    /// Bytes in a chunk; zero for all at once.
    var chunkByteCount = 0

    /// Parses `bytes`, then tells the parser that no more will come.
    ///
    /// - Parameter write: Is called with complete lines, again and again.
    /// - Returns: Why the input was refused, or nil.
    func run<Failure: Error>(
        _ bytes: [UInt8], _ write: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) -> Refusal? {
        var tokenizer = XMLTokenizer(limits: limits, rules: rules)
        var tape = TokenTape()
        var events = CanonicalEvents()
        var refusal: Refusal?
        var fed = 0
        while fed < bytes.count, refusal == nil {
            let size = chunkByteCount > 0 ? min(chunkByteCount, bytes.count - fed) : bytes.count
            let chunk = fed..<fed + size
            fed += size
            do throws(XMLViolation) {
                try bytes.withBytes(chunk) { span throws(XMLViolation) in
                    _ = try tokenizer.receive(span, tape: &tape) { batch in events.append(batch) }
                }
            } catch {
                refusal = Refusal(violation: error, fedByteCount: fed)
            }
            if events.lines.count > EventRun.writtenAtOnce { try write(events.takeLines()) }
        }
        if refusal == nil {
            do throws(XMLViolation) {
                try tokenizer.finish()
            } catch {
                refusal = Refusal(violation: error, fedByteCount: fed)
            }
        }
        events.finish()
        try write(events.lines)
        return refusal
    }

    /// Bytes of output gathered before they are written.
    private static let writtenAtOnce = 256 << 10
}
