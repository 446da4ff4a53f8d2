public import XMLStream
import XMPPStanza

extension StreamLog {
    /// Runs the log on a new stream over TCP.
    ///
    /// - Parameter setup: What the stream of the log was made of, or the same again.
    public func replay(on setup: StreamSetup) -> StreamReplay { StreamReplay(self, on: XMPPStream(setup)) }
}

/// A log as it is run on a stream, input by input, each with what comes of it. Where the log says what came of it then,
/// the two are compared byte for byte.
public struct StreamReplay: Sendable {
    /// An input, and what came of it.
    public struct Step: Sendable {
        /// The line of the input.
        public let line: Int
        /// The input.
        public let input: StreamInput
        /// Why the stream refused it; nil where it did not.
        public fileprivate(set) var misuse: StreamMisuse?
        /// The orders that the stream gave.
        public fileprivate(set) var orders: [StreamAction] = []
        /// The bytes that it gave to be written.
        public fileprivate(set) var written: [UInt8] = []
        /// Where it stands now, in words.
        public fileprivate(set) var stateName = ""
    }

    /// The first output that is not what the log says. Both may hold secrets.
    public struct Difference: Error, Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible {
        /// The line of the log.
        public let line: Int
        /// What the log says, as a line of a log; nil where it says nothing.
        public let expected: String?
        /// What came, as a line of a log; nil where nothing did.
        public let found: String?

        /// The line alone: what stands in it may be a secret.
        public var description: String { "something else came than line \(line) says" }
        public var debugDescription: String { description }
    }

    /// The stream as it stands.
    public private(set) var stream: XMPPStream
    /// The first difference; behind it nothing is run.
    public private(set) var difference: Difference?
    private let lines: [StreamLog.Line]
    private let hasOutputs: Bool
    private var next = 0

    /// A replay on a stream that nothing has gone into, of any framing.
    public init(_ log: StreamLog, on stream: XMPPStream) {
        self.stream = stream
        lines = log.lines
        hasOutputs = log.hasOutputs
    }

    /// Runs the next input, and takes what comes of it.
    ///
    /// - Returns: Nil at the end of the log, and behind a difference.
    public mutating func step(using scratch: inout StreamScratch) -> Step? {
        guard difference == nil, next < lines.count else { return nil }
        let line = lines[next]
        guard case .input(let input) = line.entry else {
            differ(at: line.number, expected: Self.text(line.entry), found: nil)
            return nil
        }
        next &+= 1
        var step = Step(line: line.number, input: input)
        do throws(StreamMisuse) {
            try stream.take(input, using: &scratch)
        } catch {
            step.misuse = error
        }
        if hasOutputs {
            compare(&step)
        } else {
            drain(&step)
        }
        step.stateName = stream.stateName
        return step
    }

    /// Runs all that is left.
    public mutating func run() {
        var scratch = StreamScratch()
        while step(using: &scratch) != nil {}
    }

    // MARK: Outputs

    /// Takes everything.
    private mutating func drain(_ step: inout Step) {
        while let action = stream.nextAction() {
            step.orders.append(action)
            if case .write(let byteCount) = action { step.written += write(byteCount) }
        }
    }

    /// Takes what was taken then.
    private mutating func compare(_ step: inout Step) {
        if let misuse = step.misuse {
            guard expect(StreamRecorder.order(misuse.record), at: step.line) else { return }
        }
        while next < lines.count {
            let line = lines[next]
            switch line.entry {
            case .input: return
            case .ordered:
                let action = stream.nextAction()
                if let action { step.orders.append(action) }
                guard expect(action.map { StreamRecorder.order($0.record) }, at: line.number) else { return }
            case .drained:
                let action = stream.nextAction()
                if let action { step.orders.append(action) }
                guard expect(action.map { StreamRecorder.order($0.record) } ?? [0x21], at: line.number) else { return }
            case .written(let bytes):
                let found = write(bytes.count)
                step.written += found
                guard expect(found.isEmpty ? nil : Self.line(written: found), at: line.number) else { return }
            }
        }
    }

    /// Compares a line with the next one of the log.
    private mutating func expect(_ found: [UInt8]?, at line: Int) -> Bool {
        let expected = next < lines.count ? Self.text(lines[next].entry) : nil
        guard expected == found else {
            differ(at: next < lines.count ? lines[next].number : line, expected: expected, found: found)
            return false
        }
        next &+= 1
        return true
    }

    private mutating func differ(at line: Int, expected: [UInt8]?, found: [UInt8]?) {
        difference = Difference(
            line: line, expected: expected.map { String(decoding: $0, as: UTF8.self) },
            found: found.map { String(decoding: $0, as: UTF8.self) })
    }

    private mutating func write(_ byteCount: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        stream.drainOutput { span in
            bytes = Array(span.array.prefix(byteCount))
            return bytes.count
        }
        return bytes
    }

    /// The line of an entry.
    private static func text(_ entry: StreamLog.Entry) -> [UInt8] {
        switch entry {
        case .input(let input): input.record.text
        case .ordered(let text): [0x21, 0x20] + text
        case .drained: [0x21]
        case .written(let bytes): line(written: bytes)
        }
    }

    private static func line(written bytes: [UInt8]) -> [UInt8] {
        var record = LogRecord(">")
        record.rest = bytes
        return record.text
    }
}
