import XMPPAddress
import XMPPNegotiation
import XMPPSASL

/// A recipe as fields, and back.
extension StreamRecipe {
    package var record: LogRecord {
        var record = LogRecord("setup")
        record.add(kind)
        record.add("requires-tls", requiresTLS)
        record.add("asks-about-refused-certificates", asksAboutRefusedCertificates)
        record.add("injected", "\(injectedBytes)")
        record.add("delivers-nonzas", deliversNonzas)
        if let tracksRequests { record.add("tracks-requests", tracksRequests) }
        for domain in goneDomains { record.add("gone-domain", "\(domain)") }
        for language in languages { record.add("language", language) }
        record.add("accepts-any-prefix", headerRules.acceptsAnyPrefix)
        record.add("accepts-foreign-declarations", headerRules.acceptsForeignDeclarations)
        record.add("redirect-count", redirectCount)
        record.add("maximum-redirects", maximumRedirects)
        record.add("negotiation-deadline", deadlines.negotiation.logged)
        record.add("closing-deadline", deadlines.closing.logged)
        record.add("answer-deadline", deadlines.answer.logged)
        if let keepalive = deadlines.keepalive { record.add("keepalive", keepalive.logged) }
        if let silence = deadlines.silence { record.add("silence", silence.logged) }
        return record
    }

    /// Reads fields.
    init(_ record: LogRecord) throws(LogViolation.Fault) {
        var record = record
        self.init(try record.requireKind())
        requiresTLS = try record.takeFlag("requires-tls") ?? requiresTLS
        asksAboutRefusedCertificates =
            try record.takeFlag("asks-about-refused-certificates") ?? asksAboutRefusedCertificates
        injectedBytes =
            try record.take("injected", logged(StreamConfiguration.InjectedBytes.allCases)) ?? injectedBytes
        deliversNonzas = try record.takeFlag("delivers-nonzas") ?? deliversNonzas
        tracksRequests = try record.takeFlag("tracks-requests")
        goneDomains = try record.takeAddresses("gone-domain")
        let named = try record.takeTexts("language")
        if !named.isEmpty { languages = named }
        headerRules.acceptsAnyPrefix = try record.takeFlag("accepts-any-prefix") ?? headerRules.acceptsAnyPrefix
        headerRules.acceptsForeignDeclarations =
            try record.takeFlag("accepts-foreign-declarations") ?? headerRules.acceptsForeignDeclarations
        redirectCount = try record.take("redirect-count") { Int($0) } ?? redirectCount
        maximumRedirects = try record.take("maximum-redirects") { Int($0) } ?? maximumRedirects
        deadlines.negotiation = try record.takeDuration("negotiation-deadline") ?? deadlines.negotiation
        deadlines.closing = try record.takeDuration("closing-deadline") ?? deadlines.closing
        deadlines.answer = try record.takeDuration("answer-deadline") ?? deadlines.answer
        deadlines.keepalive = try record.takeDuration("keepalive")
        deadlines.silence = try record.takeDuration("silence")
        try record.finish()
    }
}

extension LogRecord {
    fileprivate mutating func add(_ kind: StreamRecipe.Kind) {
        switch kind {
        case .client(let address, let account, let policy):
            add("kind", "client")
            add("address", "\(address)")
            add(account)
            add(policy)
        case .serverOfClients(let domains, let sasl):
            add("kind", "server-of-clients")
            add(domains)
            add(sasl)
        case .serverCalling(let other, from: let own):
            add("kind", "server-calling")
            add("domain", "\(other)")
            add("own-domain", "\(own)")
        case .serverOfServers(let domains, let sasl):
            add("kind", "server-of-servers")
            add(domains)
            add(sasl)
        case .component(let domain, let secret):
            add("kind", "component")
            add("domain", "\(domain)")
            add("secret", secret.exposed, isSecret: true)
        case .serverOfComponents(let domains, let verification):
            add("kind", "server-of-components")
            add(domains)
            if case .secret(let secret) = verification { add("secret", secret.exposed, isSecret: true) }
        }
    }

    private mutating func add(_ domains: [JID]) {
        for domain in domains { add("domain", "\(domain)") }
    }

    fileprivate mutating func requireKind() throws(LogViolation.Fault) -> StreamRecipe.Kind {
        switch try requireText("kind") {
        case "client": return .client(try requireAddress("address"), try requireAccount(), try takePolicy())
        case "server-of-clients": return .serverOfClients(try takeAddresses("domain"), try requireReceiving())
        case "server-calling":
            return .serverCalling(try requireAddress("domain"), from: try requireAddress("own-domain"))
        case "server-of-servers": return .serverOfServers(try takeAddresses("domain"), try requireReceiving())
        case "component":
            return .component(try requireAddress("domain"), secret: Secret(try require("secret")))
        case "server-of-components":
            let domains = try takeAddresses("domain")
            return .serverOfComponents(domains, take("secret").map { .secret(Secret($0)) } ?? .host)
        default: throw .value("kind")
        }
    }

    private mutating func requireAddress(_ name: String) throws(LogViolation.Fault) -> JID {
        try require(name) { JID($0) }
    }

    fileprivate mutating func takeAddresses(_ name: String) throws(LogViolation.Fault) -> [JID] {
        var addresses: [JID] = []
        for text in try takeTexts(name) {
            guard let address = JID(text) else { throw .value(name) }
            addresses.append(address)
        }
        return addresses
    }
}
