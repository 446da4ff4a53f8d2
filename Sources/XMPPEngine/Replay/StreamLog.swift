/// All that went into a stream, and what came out, as text: what a host keeps of a stream to look into it later, and to
/// run it again.
///
/// ```text
/// xmpp-stream-log 1
/// setup kind=client
/// with address=juliet@example.com/balcony
/// begin
/// ! set-timer name=negotiation seconds=60
/// ! write bytes=155
/// > :<?xml version='1.0'?><stream:stream …
/// !
/// receive :<?xml version='1.0'?><stream:stream …
/// ```
/// Lines that begin with a word are inputs (`StreamInput`); with `!` orders of the stream, or that there was none, or
/// that it refused a call; with `>` bytes that it gave to be written. Empty lines and lines that begin with `#` mean
/// nothing. A log without outputs can be run as well, only that nothing is compared.
///
/// **A log holds secrets**: passwords, keys, all that was said. `xmpp replay` masks them.
///
/// What is logged is all of a stream over TCP. What cannot be said in a log are the features, exchanges and stages of a
/// host's own: their setup (`Setup.own`). Errors and stanzas are kept as they are written to the wire.
public struct StreamLog: Hashable, Sendable {
    /// How the stream was made.
    public enum Setup: Hashable, Sendable {
        /// As one of the usual streams.
        case recipe(StreamRecipe)
        /// In a way that only the host knows, which this describes.
        case own(String)
    }

    /// What a line says.
    package enum Entry: Hashable, Sendable {
        /// Something went in.
        case input(StreamInput)
        /// The stream gave this order.
        case ordered([UInt8])
        /// The stream was asked for an order, and had none.
        case drained
        /// The stream gave these bytes to be written.
        case written([UInt8])
    }

    /// A line that says something.
    package struct Line: Hashable, Sendable {
        /// Counted from one.
        package let number: Int
        package let entry: Entry
    }

    /// How the stream was made.
    public let setup: Setup
    /// What happened.
    package private(set) var lines: [Line] = []

    /// What went in.
    public var inputs: [StreamInput] {
        lines.compactMap { if case .input(let input) = $0.entry { input } else { nil } }
    }

    /// Whether it says what came out.
    public var hasOutputs: Bool {
        lines.contains { if case .input = $0.entry { false } else { true } }
    }

    /// Bytes that a line has at most: a piece of input of 5 MiB can always be written.
    public static let maximumLineBytes = 16 << 20
}

extension StreamLog {
    // MARK: Reading

    /// Reads a log.
    ///
    /// - Throws: `LogViolation`, which names the line.
    /// - Complexity: O(*n*)
    public init(_ text: [UInt8]) throws(LogViolation) {
        var lines = NumberedLines(text[...])
        guard let first = lines.next(), first.text.starts(with: Self.opening.utf8) else {
            throw LogViolation(line: 1, fault: .noLog)
        }
        guard first.text.elementsEqual("\(Self.opening)\(Self.version)".utf8) else {
            throw LogViolation(line: 1, fault: .version)
        }
        var recipe: (line: Int, record: LogRecord)?
        var found: [Line] = []
        var isInSetup = true
        while let line = lines.next() {
            if line.text.isEmpty || line.text.first == 0x23 { continue }
            do throws(LogViolation.Fault) {
                if line.text.count > Self.maximumLineBytes { throw .lineLength }
                if let entry = try Self.output(line.text) {
                    found.append(Line(number: line.number, entry: entry))
                    isInSetup = false
                    continue
                }
                let record = try LogRecord(reading: line.text)
                if record.keyword == "setup" || record.keyword == "with" {
                    guard isInSetup, (recipe == nil) == (record.keyword == "setup") else { throw .setup }
                    var whole = recipe?.record ?? LogRecord("setup")
                    whole.fields += record.fields
                    whole.rest = record.rest ?? whole.rest
                    recipe = (recipe?.line ?? line.number, whole)
                } else {
                    found.append(Line(number: line.number, entry: .input(try StreamInput(record))))
                    isInSetup = false
                }
            } catch {
                throw LogViolation(line: line.number, fault: error)
            }
        }
        guard let recipe else { throw LogViolation(line: 2, fault: .setup) }
        do throws(LogViolation.Fault) {
            setup = try Setup(recipe.record)
        } catch {
            throw LogViolation(line: recipe.line, fault: error)
        }
        self.lines = found
    }

    /// What a line says of outputs; nil where it does not.
    private static func output(_ line: ArraySlice<UInt8>) throws(LogViolation.Fault) -> Entry? {
        switch line.first {
        case 0x21:
            if line.count == 1 { return .drained }
            return .ordered(Array(line.dropFirst(2)))
        case 0x3E:
            guard let bytes = try LogRecord(reading: line).rest else { throw .missing("the rest") }
            return .written(bytes)
        default: return nil
        }
    }

    static let opening = "xmpp-stream-log "
    static let version = "1"
}

extension StreamLog.Setup {
    /// The lines of a setup, each with its end.
    var text: [UInt8] {
        switch self {
        case .recipe(let recipe):
            let record = recipe.record
            var text: [UInt8] = []
            for (index, field) in record.fields.enumerated() {
                var line = LogRecord(index == 0 ? "setup" : "with")
                line.fields = [field]
                text += line.text + [0x0A]
            }
            return text
        case .own(let description):
            var line = LogRecord("setup")
            line.add("kind", "own")
            line.rest = Array(description.utf8)
            return line.text + [0x0A]
        }
    }

    init(_ record: LogRecord) throws(LogViolation.Fault) {
        guard record.fields.first?.name == "kind", record.fields.first?.value == Array("own".utf8) else {
            self = .recipe(try StreamRecipe(record))
            return
        }
        var record = record
        _ = record.take("kind")
        let description = record.takeRest() ?? []
        try record.finish()
        self = .own(String(decoding: description, as: UTF8.self))
    }
}

/// Text in lines, which are counted. A carriage return before the end is no part of a line.
private struct NumberedLines {
    private var rest: ArraySlice<UInt8>
    private var number = 0

    init(_ text: ArraySlice<UInt8>) { rest = text }

    mutating func next() -> (number: Int, text: ArraySlice<UInt8>)? {
        guard !rest.isEmpty else { return nil }
        number &+= 1
        let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
        let line = rest[..<end]
        rest = rest[min(end &+ 1, rest.endIndex)...]
        return (number, line.last == 0x0D ? line.dropLast() : line)
    }
}
