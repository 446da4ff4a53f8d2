import XMPPNegotiation

/// An order as a line of a log: all of it, so that two streams that order the same have the same lines. It is never read
/// back: a replay compares.
extension StreamAction {
    package var record: LogRecord {
        var record: LogRecord
        switch self {
        case .write(let byteCount):
            record = LogRecord("write")
            record.add("bytes", byteCount)
        case .startTLS(let request):
            record = LogRecord("start-tls")
            record.add("role", request.role.rawValue)
            if let domain = request.domain { record.add("domain", "\(domain)") }
            if !request.leftover.isEmpty { record.rest = request.leftover }
        case .startCompression(let request):
            record = LogRecord("start-compression")
            record.add("method", request.method)
            if !request.leftover.isEmpty { record.rest = request.leftover }
        case .request(let id, let question):
            record = LogRecord("request")
            record.add("request", id.number)
            record.add(question)
        case .setTimer(let timer, let duration):
            record = LogRecord("set-timer")
            record.add(timer)
            record.add("seconds", duration.logged)
        case .cancelTimer(let timer):
            record = LogRecord("cancel-timer")
            record.add(timer)
        case .established(let stream):
            record = LogRecord("established")
            record.add(stream.facts)
            record.rest = Array("\(stream.plan)".utf8)
        case .stanza(let stanza):
            record = LogRecord("stanza")
            record.add(stanza)
        case .nonza(let element):
            record = LogRecord("nonza")
            record.add(element)
        case .answered(let handle, let iq):
            record = LogRecord("answered")
            record.add("request", handle.number)
            record.add(.iq(iq))
        case .unanswered(let handle, let reason):
            record = LogRecord("unanswered")
            record.add("request", handle.number)
            record.add("reason", "\(reason)")
        case .unsent(let handles):
            record = LogRecord("unsent")
            for handle in handles { record.add("stanza", handle.number) }
        case .ended(let end):
            record = LogRecord("ended")
            record.rest = Array("\(end)".utf8)
        case .closeTransport: record = LogRecord("close-transport")
        }
        return record
    }
}

/// What a stream knows, and what it asks, in fields.
extension LogRecord {
    fileprivate mutating func add(_ facts: StreamFacts) {
        add("role", facts.role.rawValue)
        if let domain = facts.domain { add("domain", "\(domain)") }
        if let initiator = facts.initiator { add("initiator", "\(initiator)") }
        if let id = facts.streamID { add("id", id) }
        if let language = facts.language { add("lang", language) }
        add("secure", facts.isSecure)
        if let authentication = facts.authentication { add("mechanism", authentication.mechanism) }
        if let address = facts.authentication?.address { add("authenticated", "\(address)") }
        if let method = facts.compressionMethod { add("compression", method) }
        if let address = facts.address { add("address", "\(address)") }
        if facts.isResumed { add("resumed", true) }
        if let bytes = facts.peerLimits.maximumStanzaBytes { add("peer-stanza-bytes", bytes) }
        if let seconds = facts.peerLimits.idleSeconds { add("peer-idle-seconds", seconds) }
        for (name, value) in facts.custom.sorted(by: { $0.key < $1.key }) { add("custom.\(name)", value) }
        for key in facts.negotiated { add("negotiated", "\(key)") }
    }

    fileprivate mutating func add(_ question: HostQuestion) {
        switch question {
        case .randomBytes(let count):
            add("kind", "random")
            add("count", count)
        case .authentication(let question): add(question)
        case .certificate(let certificate, let verdict):
            add("kind", "certificate")
            add(certificate)
            add("verdict", "\(verdict)")
        case .resource(let wish):
            add("kind", "resource")
            if let account = wish.account { add("account", "\(account)") }
            if let resource = wish.resource { add("resource", resource) }
            add("generated", wish.generated, isSecret: true)
        case .registration(.fields): add("kind", "registration-fields")
        case .registration(.register(let fields)):
            add("kind", "registration")
            add(fields)
        case .legacyCredentials(let credentials):
            add("kind", "legacy")
            add(credentials)
        case .custom(let key, let element):
            add("kind", "custom")
            add(key)
            add(element)
        }
    }

    private mutating func add(_ credentials: LegacyCredentials) {
        switch credentials {
        case .component(let domain, let streamID, let digest):
            if let domain { add("domain", "\(domain)") }
            add("id", streamID)
            add("digest", hexadecimal: digest, isSecret: true)
        case .password(let username, let password, let resource):
            add("username", username)
            add("password", password.exposed, isSecret: true)
            add("resource", resource)
        case .digest(let username, let streamID, let digest, let resource):
            add("username", username)
            add("id", streamID)
            add("digest", hexadecimal: digest, isSecret: true)
            add("resource", resource)
        }
    }
}
