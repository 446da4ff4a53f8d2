import FuzzSupport
import Testing
import XMLStream

/// Input for a test, written as text: `‸` stands before the byte at fault, `⟦C3 A9⟧` for bytes in hexadecimal.
struct MarkedInput: Sendable {
    let bytes: [UInt8]
    /// Where the mark stood.
    let fault: Int?

    init(_ text: String) {
        var bytes: [UInt8] = []
        var fault: Int?
        for (number, part) in text.split(separator: "‸", omittingEmptySubsequences: false).enumerated() {
            if number == 1 { fault = bytes.count }
            for piece in part.split(separator: "⟦", omittingEmptySubsequences: false) {
                let halves = piece.split(separator: "⟧", omittingEmptySubsequences: false)
                if halves.count == 2 {
                    bytes += halves[0].split(separator: " ").compactMap { UInt8($0, radix: 16) }
                }
                bytes += Array(halves[halves.count - 1].utf8)
            }
        }
        self.bytes = bytes
        self.fault = fault
    }
}

/// A row: some input, and the events that it comes to or the condition and place of its fault.
struct Row: Sendable, CustomTestStringConvertible {
    enum Expected: Sendable {
        /// Accepted, with these canonical events.
        case events(String)
        /// Accepted, with the events of other input.
        case same(String)
        /// Accepted.
        case accepted
        /// Refused at the mark with this condition.
        case fault(StreamErrorCondition)
    }

    let input: String
    let expected: Expected

    var testDescription: String { input.count > 60 ? "\(input.prefix(60))…" : input }

    static func events(_ input: String, _ lines: String) -> Row { Row(input: input, expected: .events(lines)) }
    static func same(_ input: String, as other: String) -> Row { Row(input: input, expected: .same(other)) }
    static func accepted(_ input: String) -> Row { Row(input: input, expected: .accepted) }
    static func fault(_ input: String, _ condition: StreamErrorCondition = .notWellFormed) -> Row {
        Row(input: input, expected: .fault(condition))
    }
}

/// Reads a row's input whole, byte by byte, cut at every position and with libexpat, and expects the same each time.
func expect(
    _ row: Row, rules: XMLTokenizer.Rules = .document, limits: XMLLimits = .unbounded,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let input = MarkedInput(row.input)
    let sweep = CutSweep(input.bytes, rules: rules, limits: limits)
    let whole = sweep.whole
    #expect(sweep.finding() == nil, sourceLocation: sourceLocation)
    let single = TokenizerOutcome.of(input.bytes, chunk: 1, rules: rules, limits: limits)
    #expect(single.agrees(with: whole), sourceLocation: sourceLocation)
    let difference = ExpatComparison.finding(whole, of: input.bytes, rules: rules, limits: limits)
    #expect(difference == nil, sourceLocation: sourceLocation)
    switch row.expected {
    case .events(let lines):
        #expect(whole.violation == nil, sourceLocation: sourceLocation)
        #expect(String(decoding: whole.events, as: UTF8.self) == lines, sourceLocation: sourceLocation)
    case .same(let other):
        let other = TokenizerOutcome.of(MarkedInput(other).bytes, rules: rules, limits: limits)
        #expect(whole.violation == nil && other.violation == nil, sourceLocation: sourceLocation)
        #expect(
            String(decoding: whole.events, as: UTF8.self) == String(decoding: other.events, as: UTF8.self),
            sourceLocation: sourceLocation)
    case .accepted:
        #expect(whole.violation == nil, sourceLocation: sourceLocation)
    case .fault(let condition):
        #expect(whole.violation?.condition == condition, sourceLocation: sourceLocation)
        #expect(whole.violation?.byteOffset == input.fault.map(Int64.init), sourceLocation: sourceLocation)
    }
}

/// The header of a stream, with the content namespace as the default.
let header = "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>"
