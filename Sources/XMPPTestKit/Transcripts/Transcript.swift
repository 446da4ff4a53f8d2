/// A conversation of a stream with its peer and its host, as text: one line for each thing that is said or done.
///
/// ```text
/// stream client                       the first line: what the stream is, in words for whoever plays it
/// # a comment
/// @ begin                             what the host does
/// > <stream:stream to='…' …>          what the stream sends then
/// < <stream:stream id='{id}' …>       what the peer sends
/// = startTLS example.com              what the stream orders or tells its host
/// ! violation not-authorized at 123   how it ends
/// ```
///
/// What stands behind `<` or `>` and one space counts by the byte, and neighbouring lines are one: no line end is sent.
/// A `{name}` stands for what cannot be known before, such as a stream's id: where it is first sent it may be anything
/// without quotes and brackets, from then on it is the same; two names never stand for one text.
///
/// The words behind `@` and `=` are those of `TranscriptPlayer`.
public struct Transcript: Hashable, Sendable {
    /// What goes in: from the peer or from the host.
    public enum Input: Hashable, Sendable {
        /// The peer sends this.
        case received(String)
        /// The host does this.
        case happened(String)
    }

    /// What comes out.
    public enum Output: Hashable, Sendable {
        /// The stream sends this.
        case sent(String)
        /// It orders this of its host, or tells it.
        case told(String)
        /// It ends so.
        case ended(String)
    }

    /// Something that goes in, and all that comes out before the next.
    public struct Step: Hashable, Sendable {
        /// The line it stands in, the first being 1.
        public let line: Int
        /// What goes in.
        public internal(set) var input: Input
        /// What comes out.
        public internal(set) var outputs: [Output] = []
    }

    /// A line that cannot be read.
    public struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
        /// Which, the first being 1.
        public let line: Int
        /// What should stand there.
        public let expected: String

        public var description: String { "line \(line): expected \(expected)" }
    }

    /// What the stream is: the words of the first line behind `stream`.
    public private(set) var setting: [String] = []
    /// What happens.
    public private(set) var steps: [Step] = []

    /// Reads a transcript.
    ///
    /// - Throws: `Fault` for the first line that cannot be read.
    public init(_ text: String) throws(Fault) {
        var hasSetting = false
        var number = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            if line.isEmpty || line.first == "#" { continue }
            guard let mark = line.first, hasSetting else {
                let words = line.split(separator: " ").map(String.init)
                guard words.first == "stream" else { throw Fault(line: number, expected: "\"stream\" and what it is") }
                setting = Array(words.dropFirst())
                hasSetting = true
                continue
            }
            guard line.dropFirst().first == " " else { throw Fault(line: number, expected: "a space behind the mark") }
            let content = String(line.dropFirst(2))
            switch mark {
            case "<": receive(content, number)
            case "@": steps.append(Step(line: number, input: .happened(content)))
            case ">": try add(.sent(content), number)
            case "=": try add(.told(content), number)
            case "!": try add(.ended(content), number)
            default: throw Fault(line: number, expected: "one of < > @ = ! # first")
            }
        }
        if !hasSetting { throw Fault(line: number, expected: "a first line") }
    }

    /// How many steps at the beginning go in and come out as in another transcript of a stream that is the same.
    public func sharedStepCount(with other: Transcript) -> Int {
        guard setting == other.setting else { return 0 }
        return zip(steps, other.steps).prefix { $0.input == $1.input && $0.outputs == $1.outputs }.count
    }

    private mutating func receive(_ text: String, _ line: Int) {
        if let last = steps.last, last.outputs.isEmpty, case .received(let before) = last.input {
            steps[steps.count - 1].input = .received(before + text)
        } else {
            steps.append(Step(line: line, input: .received(text)))
        }
    }

    private mutating func add(_ output: Output, _ line: Int) throws(Fault) {
        guard !steps.isEmpty else { throw Fault(line: line, expected: "something that goes in first") }
        steps[steps.count - 1].outputs.append(output)
    }
}
