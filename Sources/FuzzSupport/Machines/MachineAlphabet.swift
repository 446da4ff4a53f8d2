import CryptoSeam
import XMLStream
import XMPPAddress
import XMPPNegotiation
import XMPPSASL
import XMPPStanza

/// What may happen to the machine of a feature: one value of each kind at least.
enum MachineAlphabet {
    /// All features that come with the library, as an initiating or a receiving entity has them.
    static func features(for role: StreamRole) -> [any StreamFeature] {
        let account = SASLAccount(username: "juliet", domain: "example.com", password: .known(Secret("r0m30")))
        let server = SASLReceivingConfiguration(
            SASLServerPolicy(mechanisms: SASLMechanism.current),
            SASLServerPolicy.Configuration(domain: "example.com", decoySecret: Secret("0123456789abcdef")))
        let sasl =
            role == .initiating ? SASLFeature(SASLInitiatingConfiguration(account)) : SASLFeature(server)
        let form = RegistrationFields([RegistrationFields.Field("username", Secret("juliet"))])
        var legacy = LegacyAuthenticationFeature(isServed: true)
        if role == .initiating,
            let account = try? LegacyAuthenticationFeature.Account(
                username: "juliet", password: Secret("r0m30"), resource: "x")
        {
            legacy = LegacyAuthenticationFeature(as: account)
        }
        return [
            StartTLSFeature(), sasl, ChannelBindingTypesFeature(server), ResourceBindingFeature(), SessionFeature(),
            StreamLimitsFeature(), ComponentHandshakeFeature(secret: Secret("s3cr3t")), legacy,
            role == .initiating ? RegistrationFeature(filling: form) : RegistrationFeature(isServed: true),
        ]
    }

    /// Elements that can be read by themselves, of those that peers really say.
    static let elements: [Element] = EngineAlphabet.pieces.compactMap { piece in
        let text = String(decoding: piece, as: UTF8.self).replacingPrefix("stream:")
        return try? Element(xml: text, in: "jabber:client")
    }

    /// Answers of every kind, right or not.
    static let answers: [HostAnswer] = [
        .randomBytes(Secret([1, 2, 3])), .authentication(.randomBytes(Secret(Array(repeating: 5, count: 16)))),
        .authentication(.randomBytes(Secret(Array(repeating: 6, count: 24)))),
        .authentication(.derivedKey(Secret(Array(repeating: 9, count: 32)))), .authentication(.credentials(nil)),
        .authentication(.verdict(.accepted(username: "juliet"))), .authentication(.verdict(.refused(.notAuthorized))),
        .authentication(.authorization(true)), .authentication(.unavailable), .certificate(isAccepted: true),
        .resource(.failure(StanzaError(.conflict))), .registration(.failure(StanzaError(.conflict))),
        .registration(.success(RegistrationFields([RegistrationFields.Field("username")]))),
        .legacyCredentials(.failure(StanzaError(.notAuthorized))), .custom(nil), .unavailable,
    ]

    /// Facts of a stream that stands in many places at once.
    static func facts(_ role: StreamRole, _ options: UInt8) -> StreamFacts {
        let content: ContentNamespace = options & 3 == 0 ? .server : options & 3 == 1 ? .component : .client
        var facts = StreamFacts(
            role: role, content: content, domain: JID("example.com"), initiator: JID("juliet@example.com"))
        facts.streamID = options & 4 == 0 ? "id" : nil
        facts.version = options & 8 == 0 ? .current : .legacy
        if options & 16 == 0 { facts.tls = TLSFacts(.tls13, peer: .vouchedFor) }
        if options & 32 != 0 {
            facts.authentication = Authentication(mechanism: "PLAIN", address: JID("juliet@example.com"))
        }
        if options & 64 != 0 { facts.address = JID("juliet@example.com/x") }
        return facts
    }
}

extension String {
    /// The text with the prefix of stream elements taken from its tags, in their namespace.
    fileprivate func replacingPrefix(_ prefix: String) -> String {
        guard utf8.starts(with: "<\(prefix)".utf8) || utf8.starts(with: "</\(prefix)".utf8) else { return self }
        var text = ""
        var rest = Substring(self)
        while let first = rest.first {
            if rest.hasPrefix(prefix) {
                rest = rest.dropFirst(prefix.count)
            } else {
                text.append(first)
                rest = rest.dropFirst()
            }
        }
        guard let end = text.firstIndex(where: { $0 == " " || $0 == "/" || $0 == ">" }) else { return text }
        return text[..<end] + " xmlns='http://etherx.jabber.org/streams'" + text[end...]
    }
}
