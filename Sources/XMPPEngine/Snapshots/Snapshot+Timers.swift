import XMPPNegotiation

/// Timers that are set, in a snapshot: each with the wait that was asked for, and with what is left of it if the host says.
extension SnapshotWriter {
    mutating func write(_ timers: SetTimers, remaining: [StreamTimer: Duration]) {
        write(timers.all) { writer, row in
            writer.write(row.timer)
            writer.write(row.duration)
            writer.write(remaining[row.timer]) { $0.write($1) }
        }
    }

    private mutating func write(_ timer: StreamTimer) {
        switch timer {
        case .negotiation: write(0 as UInt8)
        case .keepalive: write(1 as UInt8)
        case .silence: write(2 as UInt8)
        case .closing: write(3 as UInt8)
        case .owedAnswers: write(4 as UInt8)
        case .request(let handle):
            write(5 as UInt8)
            write(handle.number)
        case .stage(let key):
            write(6 as UInt8)
            write(key)
        }
    }
}

extension SnapshotReader {
    /// The timers, and for how long each is to be set now.
    mutating func timers() throws(SnapshotViolation) -> (set: SetTimers, waits: [(StreamTimer, Duration)]) {
        var timers = SetTimers()
        var waits: [(StreamTimer, Duration)] = []
        let rows = try list { (reader) throws(SnapshotViolation) in
            let timer = try reader.timer()
            let duration = try reader.duration()
            let remaining = try reader.optional { (reader) throws(SnapshotViolation) in try reader.duration() }
            return (timer, duration, remaining)
        }
        for (timer, duration, remaining) in rows {
            if timers.contains(timer) { throw violation() }
            timers.set(timer, duration)
            waits.append((timer, remaining ?? duration))
        }
        return (timers, waits)
    }

    private mutating func timer() throws(SnapshotViolation) -> StreamTimer {
        switch try byte() {
        case 0: .negotiation
        case 1: .keepalive
        case 2: .silence
        case 3: .closing
        case 4: .owedAnswers
        case 5: .request(RequestHandle(number: try number()))
        case 6: .stage(try key())
        default: throw violation()
        }
    }
}
