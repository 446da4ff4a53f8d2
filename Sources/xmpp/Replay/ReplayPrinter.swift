import XMLStream
import XMPPEngine
import XMPPNegotiation
import XMPPTestKit

/// Runs a log, and writes what was said, what the stream ordered, was asked and answered, and where it stood.
struct ReplayPrinter: ~Copyable {
    private let showsSecrets: Bool
    private let showsTimers: Bool
    private var transcript: Transcript
    private var scratch = StreamScratch()
    private var replay: StreamReplay
    private let setup: LogRecord
    /// What this side sends, and what the other does: told apart by who called whom.
    private let directions: (own: String, peer: String)
    private var sent = StreamReader(limits: .unbounded)
    private var received = StreamReader(limits: .unbounded)
    private var stateName = "idle"
    /// The plan as the stream told it when it was ready: it does not keep it.
    private var plan = [NegotiationPlan.Row]()

    /// - Parameters:
    ///   - log: The log.
    ///   - recipe: What the log says of how the stream was made.
    /// - Throws: Where its features cannot be put in order, which those of a recipe can.
    init(
        _ log: StreamLog, of recipe: StreamRecipe, isColoured: Bool = false, showsSecrets: Bool = false,
        showsTimers: Bool = false
    ) throws {
        self.showsSecrets = showsSecrets
        self.showsTimers = showsTimers
        transcript = Transcript(isColoured: isColoured, showsElements: true, showsSecrets: showsSecrets)
        setup = recipe.record
        let configuration = recipe.configuration(crypto: PlainCryptoProvider.self)
        replay = log.replay(on: try StreamSetup(configuration))
        directions =
            configuration.role == .initiating ? ("initiator", "receiver") : ("receiver", "initiator")
    }

    /// Whether nothing came that the log does not say.
    var isFaithful: Bool { replay.difference == nil }

    /// Runs the whole log.
    ///
    /// - Parameter write: Is called with what there is to write, again and again.
    mutating func run<Failure: Error>(_ write: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
        writeRecord("setup", setup, .strong)
        while let step = replay.step(using: &scratch) {
            self.write(step)
            try write(transcript.page.take())
        }
        writePlan()
        writeOutcome()
        try write(transcript.page.take())
    }

    // MARK: Steps

    private mutating func write(_ step: StreamReplay.Step) {
        switch step.input {
        case .received(let bytes): write(received: bytes)
        case .happened(.timerFired): if showsTimers { writeRecord("input", step.input.record, .plain) }
        case .begun, .happened, .closed: writeRecord("input", step.input.record, .strong)
        case .sent, .requested, .declined:
            // What is sent is shown where it is.
            writeRecord("input", step.input.record, .strong, showsRest: step.written.isEmpty)
        }
        if let misuse = step.misuse { writeNote("refused", "\(misuse)", .bad) }
        var written = step.written[...]
        for order in step.orders {
            switch order {
            case .write(let byteCount):
                write(sent: Array(written.prefix(byteCount)))
                written = written.dropFirst(byteCount)
            case .setTimer, .cancelTimer: if showsTimers { writeRecord("order", order.record, .plain) }
            case .established(let stream):
                plan = stream.plan.rows
                writeNote("order", "established", .good)
            case .ended(let end): writeNote("order", "ended: \(end)", end == .closed ? .good : .bad)
            case .stanza, .nonza, .answered:
                // What came is shown where it came.
                writeRecord("order", order.record, .plain, showsRest: false)
            case .startTLS, .startCompression, .request, .unanswered, .unsent, .closeTransport:
                writeRecord("order", order.record, .plain)
            }
        }
        write(sent: Array(written))
        if step.stateName != stateName {
            stateName = step.stateName
            writeNote("state", stateName, .strong)
        }
    }

    private mutating func write(received bytes: [UInt8]) {
        for item in received.receive(bytes, using: &scratch) {
            transcript.write(item, Transcript.Moment(direction: directions.peer, time: nil))
        }
    }

    private mutating func write(sent bytes: [UInt8]) {
        for item in sent.receive(bytes, using: &scratch) {
            transcript.write(item, Transcript.Moment(direction: directions.own, time: nil))
        }
    }

    // MARK: End

    private mutating func writePlan() {
        let rows = plan.isEmpty ? replay.stream.plan.rows : plan
        if rows.isEmpty { return }
        transcript.page.write("Plan", .strong)
        transcript.page.endLine()
        for row in rows {
            transcript.page.write("  ")
            transcript.page.write(foreign: Figures.padded(row.key.name, 20), .tag)
            let status = row.status.rawValue + (row.isMandatory ? ", mandatory" : "")
            transcript.page.write("  \(Figures.padded(status, 23))  ", row.status == .negotiated ? .good : .plain)
            transcript.page.write(foreign: row.reason, .dim)
            transcript.page.endLine()
        }
    }

    private mutating func writeOutcome() {
        guard let difference = replay.difference else {
            return writeNote("replay", "the same as in the log; the stream is \(stateName)", .good)
        }
        writeNote("replay", "another than in the log, at its line \(difference.line)", .bad)
        writeLine("log", difference.expected)
        writeLine("now", difference.found)
    }

    /// Writes a line of a log; of its fields and its rest, which may be secrets, only how long they are.
    private mutating func writeLine(_ title: String, _ line: String?) {
        guard let line else { return writeNote(title, "nothing", .plain) }
        if showsSecrets { return writeNote(title, line, .plain) }
        let words = line.split(separator: " ").prefix { !$0.contains("=") && $0.first != ":" }.joined(separator: " ")
        let masked = line.utf8.count - words.utf8.count
        writeNote(title, masked > 0 ? "\(words) [\(Figures.bytes(masked)) masked]" : words, .plain)
    }

    // MARK: Lines

    private mutating func writeNote(_ title: String, _ text: String, _ ink: Ink) {
        transcript.page.write("· \(Figures.padded(title, 8))  ", .dim)
        transcript.page.write(foreign: text, ink)
        transcript.page.endLine()
    }

    /// Writes the fields of a line, and below it what is in its rest.
    private mutating func writeRecord(_ title: String, _ record: LogRecord, _ ink: Ink, showsRest: Bool = true) {
        transcript.page.write("· \(Figures.padded(title, 8))  ", .dim)
        var column = ReplayPrinter.margin
        if record.keyword != title {
            transcript.page.write(foreign: record.keyword, ink)
            column += record.keyword.count
        }
        for field in record.fields {
            let isMasked = field.isSecret && !showsSecrets
            let value =
                isMasked ? "[\(field.value.count) bytes masked]" : String(decoding: field.value, as: UTF8.self)
            let width = field.name.count + value.count + 2
            if column + width > ReplayPrinter.width, column > ReplayPrinter.margin {
                transcript.page.endLine()
                transcript.page.write(String(repeating: " ", count: ReplayPrinter.margin))
                column = ReplayPrinter.margin
            }
            if column > ReplayPrinter.margin { transcript.page.write(" ") }
            transcript.page.write(foreign: field.name, .attribute)
            transcript.page.write("=", .dim)
            transcript.page.write(foreign: value, isMasked ? .secret : .value)
            column += width
        }
        transcript.page.endLine()
        guard showsRest, let rest = record.rest else { return }
        if let element = try? Element(xml: String(decoding: rest, as: UTF8.self)) {
            transcript.write(element)
        } else {
            transcript.page.write("    [\(Figures.bytes(rest.count))]", .dim)
            transcript.page.endLine()
        }
    }

    /// Columns of a page, and before the words of a line.
    private static let width = 120
    private static let margin = 12
}
