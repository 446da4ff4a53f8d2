import XMPPAddress
import XMPPNegotiation
import XMPPSASL
import XMPPStanza

/// What a host answers, in fields; `LogRecord+SASL.swift` has what exchanges of SASL are told.
extension LogRecord {
    mutating func add(_ answer: HostAnswer) {
        switch answer {
        case .randomBytes(let bytes):
            add("kind", "random")
            add("bytes", hexadecimal: bytes.exposed, isSecret: true)
        case .authentication(let answer): add(answer)
        case .certificate(let isAccepted):
            add("kind", "certificate")
            add("accepted", isAccepted)
        case .resource(let outcome): add("resource", outcome) { $0.add("jid", "\($1)") }
        case .registration(let outcome): add("registration", outcome) { $0.add($1) }
        case .legacyCredentials(let outcome): add("legacy", outcome) { $0.add("jid", "\($1)") }
        case .custom(let element):
            add("kind", "custom")
            if let element { add(element) }
        case .unavailable: add("kind", "unavailable")
        }
    }

    private mutating func add<Success>(
        _ kind: String, _ outcome: Result<Success, StanzaError>, _ success: (inout LogRecord, Success) -> Void
    ) {
        add("kind", kind)
        switch outcome {
        case .success(let value): success(&self, value)
        case .failure(let error): add(error)
        }
    }

    /// Adds what there is to fill in, or what was filled in: that may be a password.
    mutating func add(_ fields: RegistrationFields) {
        if let instructions = fields.instructions { add("instructions", instructions) }
        if fields.isRegistered { add("registered", true) }
        for field in fields.fields { add("field.\(field.name)", field.value.exposed, isSecret: true) }
    }

    mutating func requireAnswer() throws(LogViolation.Fault) -> HostAnswer {
        let kind = try requireText("kind")
        switch kind {
        case "random": return .randomBytes(Secret(try requireBytes(hexadecimal: "bytes")))
        case "certificate": return .certificate(isAccepted: try requireFlag("accepted"))
        case "resource": return .resource(try requireAddress())
        case "registration":
            if let error = try takeStanzaError() { return .registration(.failure(error)) }
            let instructions = try takeText("instructions")
            let fields = takeAll(behind: "field").map { RegistrationFields.Field($0.name, Secret($0.value)) }
            var asked = RegistrationFields(fields, instructions: instructions)
            asked.isRegistered = try takeFlag("registered") ?? false
            return .registration(.success(asked))
        case "legacy": return .legacyCredentials(try requireAddress())
        case "custom": return .custom(try takeElement())
        case "unavailable": return .unavailable
        default: return .authentication(try requireSASLAnswer(kind))
        }
    }

    private mutating func requireAddress() throws(LogViolation.Fault) -> Result<JID, StanzaError> {
        if let error = try takeStanzaError() { return .failure(error) }
        return .success(try require("jid") { JID($0) })
    }
}
