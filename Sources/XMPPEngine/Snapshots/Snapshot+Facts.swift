import XMPPAddress
import XMPPNegotiation
import XMPPSASL
import XMPPStanza

/// What is known of a stream, in a snapshot.
extension SnapshotWriter {
    /// - Parameter isReady: Whether the host has been told all of it. Tokens are left out then: the host has them.
    mutating func write(_ facts: StreamFacts, isReady: Bool) {
        write(facts.domain)
        write(facts.initiator)
        write(facts.streamID)
        write(facts.version) { $0.write($1) }
        write(facts.language)
        // Nothing but an exchange of SASL has any use for what ties it to the channel.
        write(facts.tls) { $0.write($1, withBindings: !facts.isAuthenticated) }
        write(facts.authentication) { $0.write($1, withTokens: !isReady) }
        write(facts.address)
        write(facts.isResumed)
        write(facts.hasFailedToAuthenticate)
        write(facts.peerLimits.maximumStanzaBytes) { $0.write(Int64($1)) }
        write(facts.peerLimits.idleSeconds) { $0.write(Int64($1)) }
        write(facts.custom)
        write(facts.negotiated)
    }

    private mutating func write(_ tls: TLSFacts, withBindings: Bool) {
        switch tls.protection {
        case .nothing: write(0 as UInt8)
        case .tls12(hasExtendedMasterSecret: false): write(1 as UInt8)
        case .tls12(hasExtendedMasterSecret: true): write(2 as UInt8)
        case .tls13: write(3 as UInt8)
        }
        switch tls.peer {
        case .none: write(0 as UInt8)
        case .vouchedFor: write(1 as UInt8)
        case .presented(let certificate):
            write(2 as UInt8)
            write(certificate)
        }
        write(tls.isEarlyData)
        write(tls.applicationProtocol)
        write(withBindings ? tls.bindings : []) { writer, binding in
            writer.write(binding.kind.prefix)
            writer.write(binding.data.exposed)
        }
    }

    private mutating func write(_ certificate: PresentedCertificate) {
        write(PresentedCertificate.Trust.allCases.firstIndex(of: certificate.trust) ?? .max)
        write(certificate.dnsNames)
        write(certificate.serviceNames)
        write(certificate.xmppAddresses)
        write(certificate.ipAddresses)
    }

    private mutating func write(_ how: Authentication, withTokens: Bool) {
        write(how.mechanism)
        write(how.address)
        write(how.isPeerVerified)
        write(how.strengthToRemember?.rawValue)
        write(withTokens ? how.tokens : nil) { writer, tokens in
            writer.write(tokens.current) { $0.write($1) }
            writer.write(tokens.following) { $0.write($1) }
        }
    }

    private mutating func write(_ token: FASTToken) {
        write(token.secret.exposed)
        write(token.mechanism.description)
        write(token.expiry)
        write(token.count)
    }
}

extension SnapshotReader {
    mutating func facts(_ configuration: StreamConfiguration) throws(SnapshotViolation) -> StreamFacts {
        var facts = StreamFacts(role: configuration.role, content: configuration.content)
        facts.domain = try optionalJID()
        facts.initiator = try optionalJID()
        facts.streamID = try optionalText()
        facts.version = try optional { (reader) throws(SnapshotViolation) in try reader.version() }
        facts.language = try optionalText()
        facts.tls = try optional { (reader) throws(SnapshotViolation) in try reader.tls() }
        facts.authentication = try optional { (reader) throws(SnapshotViolation) in try reader.authentication() }
        facts.address = try optionalJID()
        facts.isResumed = try flag()
        facts.hasFailedToAuthenticate = try flag()
        facts.peerLimits.maximumStanzaBytes = try optionalInteger()
        facts.peerLimits.idleSeconds = try optionalInteger()
        facts.custom = try table()
        facts.negotiated = try keys()
        return facts
    }

    /// Looks whether this setup can have led to what is known.
    func check(_ facts: StreamFacts, _ configuration: StreamConfiguration) throws(SnapshotViolation) {
        if configuration.role == .initiating, facts.domain != configuration.domain { throw violation(.otherSetup) }
        if facts.isAuthenticated, configuration.policy.requiresTLS, !facts.isSecure { throw violation(.otherSetup) }
    }

    private mutating func optionalInteger() throws(SnapshotViolation) -> Int? {
        let number = try optional { (reader) throws(SnapshotViolation) in try reader.signed() }
        return number.map { Int(clamping: $0) }
    }

    private mutating func tls() throws(SnapshotViolation) -> TLSFacts {
        let protection: SASLChannel.Protection
        switch try byte() {
        case 0: protection = .nothing
        case 1: protection = .tls12(hasExtendedMasterSecret: false)
        case 2: protection = .tls12(hasExtendedMasterSecret: true)
        case 3: protection = .tls13
        default: throw violation()
        }
        var facts = TLSFacts(protection)
        switch try byte() {
        case 0: facts.peer = .none
        case 1: facts.peer = .vouchedFor
        case 2: facts.peer = .presented(try certificate())
        default: throw violation()
        }
        facts.isEarlyData = try flag()
        facts.applicationProtocol = try optionalText()
        facts.bindings = try list { (reader) throws(SnapshotViolation) in
            let kind = try reader.require(ChannelBinding.Kind(try reader.text()))
            return try reader.require(ChannelBinding(kind, data: try reader.array()))
        }
        return facts
    }

    private mutating func certificate() throws(SnapshotViolation) -> PresentedCertificate {
        let index = try count()
        guard index < PresentedCertificate.Trust.allCases.count else { throw violation() }
        return PresentedCertificate(
            trust: PresentedCertificate.Trust.allCases[index], dnsNames: try texts(), serviceNames: try texts(),
            xmppAddresses: try texts(), ipAddresses: try texts())
    }

    private mutating func authentication() throws(SnapshotViolation) -> Authentication {
        let mechanism = try text()
        let address = try optionalJID()
        let isPeerVerified = try flag()
        var strength: SASLStrength?
        if let name = try optionalText() { strength = try require(SASLStrength(rawValue: name)) }
        let tokens = try optional { (reader) throws(SnapshotViolation) in
            FASTTokenSlots(
                current: try reader.optional { (reader) throws(SnapshotViolation) in try reader.token() },
                following: try reader.optional { (reader) throws(SnapshotViolation) in try reader.token() })
        }
        return Authentication(
            mechanism: mechanism, address: address, isPeerVerified: isPeerVerified, strengthToRemember: strength,
            tokens: tokens)
    }

    private mutating func token() throws(SnapshotViolation) -> FASTToken {
        let secret = Secret(try array())
        let mechanism = try require(SASLMechanismName(try text()))
        return FASTToken(secret, for: mechanism, expiry: try signed(), count: try number())
    }
}
