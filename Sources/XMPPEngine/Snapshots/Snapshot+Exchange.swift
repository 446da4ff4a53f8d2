import XMLStream
import XMPPAddress
import XMPPNegotiation
import XMPPStanza

/// Stanzas under way, in a snapshot.
extension SnapshotWriter {
    mutating func write(_ outbox: Outbox) {
        write(outbox.byteCount)
        write(outbox.waiting) { writer, row in
            writer.write(row.element)
            writer.write(row.handle.number)
        }
    }

    mutating func write(_ requests: OutgoingRequests) {
        write(requests.waiting.sorted { $0.key < $1.key }) { writer, row in
            writer.write(row.key)
            writer.write(row.value.handle.number)
            writer.write(row.value.recipient)
            writer.write(row.value.sender)
        }
    }

    mutating func write(_ owed: OwedAnswers) {
        for requests in [owed.recent, owed.old] {
            write(requests) { writer, request in
                writer.write(request.id)
                writer.write(request.sender)
                writer.write(request.recipient)
            }
        }
    }

    mutating func write(_ stages: [StageInstallation]) {
        write(stages) { writer, installation in
            writer.write(installation.key)
            guard let state = installation.stage.snapshot() else { return writer.refuse() }
            writer.write(state)
        }
    }

    mutating func write(_ pins: HeaderPins) {
        write(pins.to)
        write(pins.from)
    }
}

extension SnapshotReader {
    mutating func outbox() throws(SnapshotViolation) -> Outbox {
        let byteCount = try count()
        let waiting = try list { (reader) throws(SnapshotViolation) in
            (element: try reader.element(), handle: StanzaHandle(number: try reader.number()))
        }
        return Outbox(waiting: waiting, byteCount: byteCount)
    }

    mutating func requests() throws(SnapshotViolation) -> OutgoingRequests {
        let rows = try list { (reader) throws(SnapshotViolation) in
            let id = try reader.text()
            let handle = RequestHandle(number: try reader.number())
            let recipient = try reader.optionalJID()
            return (
                id, OutgoingRequests.Request(handle: handle, recipient: recipient, sender: try reader.optionalJID())
            )
        }
        var waiting: [String: OutgoingRequests.Request] = [:]
        for (id, request) in rows {
            if waiting.updateValue(request, forKey: id) != nil { throw violation() }
        }
        return OutgoingRequests(waiting: waiting)
    }

    mutating func owed() throws(SnapshotViolation) -> OwedAnswers {
        OwedAnswers(recent: try owedRequests(), old: try owedRequests())
    }

    private mutating func owedRequests() throws(SnapshotViolation) -> [OwedAnswers.Request] {
        try list { (reader) throws(SnapshotViolation) in
            OwedAnswers.Request(
                id: try reader.text(), sender: try reader.optionalText(), recipient: try reader.optionalText())
        }
    }

    mutating func stages(in setup: StreamSetup) throws(SnapshotViolation) -> [StageInstallation] {
        try list { (reader) throws(SnapshotViolation) in
            let key = try reader.key()
            let feature = try reader.require(setup.feature(key), else: .unknownFeature)
            let stage = try reader.require(feature.stage(restoring: try reader.array()), else: .unknownFeature)
            return StageInstallation(key, stage)
        }
    }

    mutating func pins() throws(SnapshotViolation) -> HeaderPins {
        HeaderPins(to: try optionalJID(), from: try optionalJID())
    }
}
