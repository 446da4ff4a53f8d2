import XMPPNegotiation
import XMPPStanza

/// An input as a line of a log, and back. Everything that a `StreamInput` can be has a line.
///
/// ```text
/// begin                                  with the fields of TLS where that came first
/// receive :bytes
/// secured tls=1.3 peer=presented trust=trusted dns=example.com
/// compressed
/// answer request=1 kind=random bytes=00ff
/// timer name=keepalive
/// transport-closed
/// send :<message/>
/// request deadline=60 :<iq/>
/// decline :<iq/>
/// close error=system-shutdown
/// ```
extension StreamInput {
    /// The line.
    package var record: LogRecord {
        var record: LogRecord
        switch self {
        case .begun(let tls):
            record = LogRecord("begin")
            if let tls { record.add(tls) }
        case .received(let bytes):
            record = LogRecord("receive")
            record.rest = bytes
        case .happened(let event): record = event.record
        case .sent(let stanza):
            record = LogRecord("send")
            record.add(stanza)
        case .requested(let iq, let deadline):
            record = LogRecord("request")
            record.add("deadline", deadline.logged)
            record.add(.iq(iq))
        case .declined(let iq):
            record = LogRecord("decline")
            record.add(.iq(iq))
        case .closed(let error):
            record = LogRecord("close")
            if let error { record.add(error) }
        }
        return record
    }

    /// Reads a line.
    init(_ record: LogRecord) throws(LogViolation.Fault) {
        var record = record
        switch record.keyword {
        case "begin": self = .begun(on: try record.takeTLS())
        case "receive":
            guard let bytes = record.takeRest() else { throw .missing("the rest") }
            self = .received(bytes)
        case "send": self = .sent(try record.requireStanza())
        case "request":
            guard let deadline = try record.takeDuration("deadline") else { throw .missing("deadline") }
            self = .requested(try record.requireIQ(), deadline: deadline)
        case "decline": self = .declined(try record.requireIQ())
        case "close": self = .closed(with: try record.takeStreamError())
        case "secured":
            guard let facts = try record.takeTLS() else { throw .missing("tls") }
            self = .happened(.secured(facts))
        case "compressed": self = .happened(.compressed)
        case "answer":
            let id = RequestID(try record.require("request") { UInt64($0) })
            self = .happened(.answered(id, try record.requireAnswer()))
        case "timer": self = .happened(.timerFired(try record.requireTimer()))
        case "transport-closed": self = .happened(.transportClosed)
        default: throw .keyword(record.keyword)
        }
        try record.finish()
    }
}

extension StreamEvent {
    fileprivate var record: LogRecord {
        var record: LogRecord
        switch self {
        case .secured(let facts):
            record = LogRecord("secured")
            record.add(facts)
        case .compressed: record = LogRecord("compressed")
        case .answered(let id, let answer):
            record = LogRecord("answer")
            record.add("request", id.number)
            record.add(answer)
        case .timerFired(let timer):
            record = LogRecord("timer")
            record.add(timer)
        case .transportClosed: record = LogRecord("transport-closed")
        }
        return record
    }
}

/// A timer, in fields.
extension LogRecord {
    mutating func add(_ timer: StreamTimer) {
        switch timer {
        case .negotiation: add("name", "negotiation")
        case .keepalive: add("name", "keepalive")
        case .silence: add("name", "silence")
        case .closing: add("name", "closing")
        case .owedAnswers: add("name", "owed-answers")
        case .request(let handle):
            add("name", "request")
            add("request", handle.number)
        case .stage(let key):
            add("name", "stage")
            add(key)
        }
    }

    mutating func add(_ key: FeatureKey) {
        add("feature", key.name)
        add("namespace", key.namespace)
    }

    fileprivate mutating func requireTimer() throws(LogViolation.Fault) -> StreamTimer {
        switch try requireText("name") {
        case "negotiation": return .negotiation
        case "keepalive": return .keepalive
        case "silence": return .silence
        case "closing": return .closing
        case "owed-answers": return .owedAnswers
        case "request": return .request(RequestHandle(number: try require("request") { UInt64($0) }))
        case "stage":
            return .stage(FeatureKey(try requireText("feature"), in: try requireText("namespace")))
        default: throw .value("name")
        }
    }
}
