/// Writes a log, line by line, as things happen.
///
/// It holds so many bytes and no more: where nobody takes them, it ends the log instead of growing.
package struct StreamRecorder: Hashable, Sendable {
    /// The lines that have not been taken.
    package private(set) var text: [UInt8] = []
    /// Whether nothing is noted any more, for want of room or for another reason.
    package private(set) var isFull = false
    private let maximumByteCount: Int
    /// Whether the last line says that there was no order.
    private var isDrained = false

    /// A log that begins.
    package init(_ setup: StreamLog.Setup, maximumByteCount: Int = 64 << 20) {
        self.maximumByteCount = maximumByteCount
        text = Array("\(StreamLog.opening)\(StreamLog.version)\n".utf8) + setup.text
    }

    /// The lines since this was called last.
    package mutating func takeText() -> [UInt8] {
        defer { text = [] }
        return text
    }

    /// Notes what goes in.
    package mutating func note(_ input: StreamInput) { note(input.record.text) }

    /// Notes that what went in last was refused.
    package mutating func note(_ misuse: StreamMisuse) { note(Self.order(misuse.record)) }

    /// Notes an order, or that there is none.
    package mutating func note(_ action: StreamAction?) {
        if let action { return note(Self.order(action.record)) }
        if isDrained { return }
        note([0x21])
        isDrained = true
    }

    /// Notes bytes that were taken to be written.
    package mutating func note(written bytes: [UInt8]) {
        if bytes.isEmpty { return }
        var record = LogRecord(">")
        record.rest = bytes
        note(record.text)
    }

    /// Notes nothing any more, since something happened that no line can say.
    package mutating func stop(because reason: String) {
        if isFull { return }
        isFull = true
        text += Array("# \(reason)\n".utf8)
    }

    static func order(_ record: LogRecord) -> [UInt8] { [0x21, 0x20] + record.text }

    private mutating func note(_ line: [UInt8]) {
        isDrained = false
        if isFull { return }
        guard text.count &+ line.count < maximumByteCount else {
            return stop(because: "The log was full.")
        }
        text += line
        text.append(0x0A)
    }
}

extension StreamMisuse {
    /// A call that was refused, as a line of a log.
    package var record: LogRecord {
        var record = LogRecord("refused")
        record.rest = Array(description.utf8)
        return record
    }
}
