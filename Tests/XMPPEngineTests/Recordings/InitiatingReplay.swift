import XMLStream
import XMPPAddress
import XMPPCrypto
import XMPPEngine
import XMPPNegotiation
import XMPPStanza
import XMPPTestKit

@testable import XMPPSASL

/// Our initiating side in the place of the recorded client: it is fed with what the server said then, in its chunks.
///
/// Two things are put in: facts about TLS when the stream orders TLS, which has to be where the recording has its first
/// byte under TLS; and ids. Our requests have ids of their own, so that in what the server answers the id of a recorded
/// request is replaced by that of ours which asks the same.
struct InitiatingReplay {
    let recording: Recording
    private(set) var driver: StreamDriver<RecordedHost>
    /// What did not go as it went then.
    private(set) var surprises: [String] = []

    init(_ recording: Recording, chopping: Chopping = .whole) throws {
        self.recording = recording
        let stream = XMPPStream(try StreamSetup(Self.configuration(for: recording)))
        driver = StreamDriver(stream, host: RecordedHost(recording), chopping: chopping)
    }

    /// Plays the conversation to its end.
    mutating func run() {
        driver.begin(on: recording.isDirectTLS ? recording.factsForInitiating : nil)
        for chunk in recording.chunks {
            let isSaid = chunk.speaker == .initiating
            if isSaid {
                // What the client wished for then.
                if driver.stream.isReady, chunk.isEnd {
                    driver.call { (stream) throws(StreamMisuse) in try stream.close() }
                }
                continue
            }
            switch (driver.pendingTLS != nil, chunk.layer) {
            case (true, "tcp"): surprises.append("TLS was ordered before the recorded byte")
            case (false, "tls") where !driver.isSecure: surprises.append("TLS was not ordered at the recorded byte")
            case (true, _): driver.completeTLS()
            case (false, _): break
            }
            if !answersOther(chunk) { driver.receive(withOurIDs(chunk.bytes)) }
        }
    }

    /// What we have sent.
    var sent: RecordedSide { RecordedSide(driver.sent) }

    /// Whether it is the answer to a request which the recorded client made before the stream was ready, and ours did not.
    private func answersOther(_ chunk: Recording.Chunk) -> Bool {
        guard driver.established == nil, let answer = RecordedSide(inside: chunk).elements.first.flatMap({ IQ($0) })
        else {
            return false
        }
        let theirs = recording.initiating.iqs.first { $0.isRequest && $0.id == answer.id }
        return theirs.map { request in !sent.iqs.contains { $0.payload == request.payload } } ?? false
    }

    private func withOurIDs(_ bytes: [UInt8]) -> [UInt8] {
        if driver.established != nil { return bytes }
        var text = String(decoding: bytes, as: UTF8.self)
        for ours in sent.iqs {
            let theirs = recording.initiating.iqs.last { iq in
                iq.payload == ours.payload && iq.element.attribute("type") == ours.element.attribute("type")
            }
            guard let old = theirs?.id, let new = ours.id else { continue }
            for quote in ["'", "\""] {
                text = text.replacing("id=\(quote)\(old)\(quote)", with: "id=\(quote)\(new)\(quote)")
            }
        }
        return Array(text.utf8)
    }
}

extension InitiatingReplay {
    // MARK: Configuration

    /// The client of then, in our words.
    static func configuration(for recording: Recording) throws -> StreamConfiguration {
        let crypto = SwiftCryptoProvider.self
        let domain = JID(recording.initiating.headers.first?.to?.text ?? "") ?? JID("unknown.test")
        guard let domain else { throw Unplayable() }
        var configuration: StreamConfiguration
        switch recording.kind {
        case .component:
            let secret = recording.scenario.hasSuffix("wrong-secret") ? "wrong" : "component-secret"
            return .component(domain, secret: Secret(secret), crypto: crypto)
        case .server:
            guard let own = recording.initiating.headers.first?.from?.jid else { throw Unplayable() }
            return .server(own, calling: domain, crypto: crypto)
        case .client:
            configuration = .client(
                domain, account: SASLAccount(username: "", domain: domain.domainpart), crypto: crypto)
        }
        configuration.address = recording.initiating.headers.last?.from?.jid
        let usesTLS = recording.isSecure || (recording.isBroken && recording.hasTLS)
        configuration.policy.requiresTLS = usesTLS
        configuration.deliversNonzas = true
        configuration.features = [
            StartTLSFeature(isRequired: usesTLS, isAvailable: usesTLS),
            SASLFeature(sasl(of: recording, domain)), ChannelBindingTypesFeature(),
            try recording.wantedResource.map { try ResourceBindingFeature(resource: $0) } ?? ResourceBindingFeature(),
            SessionFeature(), StreamLimitsFeature(), InformationalFeature.rosterVersioning(),
            InformationalFeature.subscriptionPreApproval(),
        ]
        if recording.legacyQuery != nil, let resource = recording.wantedResource {
            let name = recording.username
            configuration.features.append(
                LegacyAuthenticationFeature(
                    as: try .init(
                        username: name, password: Secret(Recording.password(of: name)), resource: resource)))
        }
        if recording.scenario == "register" { configuration.features.append(registration(of: recording)) }
        return configuration
    }

    private struct Unplayable: Error {}

    private static func sasl(of recording: Recording, _ domain: JID) -> SASLInitiatingConfiguration {
        var account = SASLAccount(
            username: recording.username, domain: domain.domainpart,
            password: .known(Secret(recording.shownSecret ?? Recording.password(of: recording.username))))
        account.hasCertificate = recording.mechanism == .external
        account.isAnonymous = recording.mechanism == .anonymous
        if recording.mechanism == .xOAuth2 { account.bearerToken = recording.shownSecret.map { Secret($0) } }
        var policy = SASLPolicy()
        policy.mechanisms = (SASLMechanism.current + SASLMechanism.historic).filter {
            recording.mechanism == nil || $0.name == recording.mechanism
        }
        policy.channelBinding = recording.binding == nil ? .off : .required
        policy.iterations = 1...600_000
        var configuration = SASLInitiatingConfiguration(account, policy: policy)
        configuration.exchanges = [recordedExchange(of: recording, domain)].compactMap { $0 }
        return configuration
    }

    /// The exchange with the nonce of then, where the mechanism has one.
    private static func recordedExchange(of recording: Recording, _ domain: JID) -> AnySASLExchange? {
        guard let nonce = recording.clientNonce, let mechanism = recording.mechanism else { return nil }
        if let variant = SCRAMVariant(mechanism), let first = recording.scramFirst {
            let binding: SCRAMClient.Binding =
                switch first.header.flag {
                case .unsupported: .unsupported
                case .notOffered: .notOffered
                case .bound: recording.binding.map { .bound($0) } ?? .unsupported
                }
            let configuration = try? SCRAMClient.Configuration(
                variant, username: first.username, authorizationIdentity: first.header.authorizationIdentity,
                binding: binding)
            return configuration.flatMap { $0 }.map { AnySASLExchange(SCRAMClient($0, recordedNonce: nonce)) }
        }
        let digest = try? DigestClient(
            username: recording.username, domain: domain.domainpart, realm: domain.domainpart,
            authorizationIdentity: nil, recordedNonce: nonce)
        return digest.flatMap { $0 }.map(AnySASLExchange.init)
    }

    /// The account that was opened at last, when the one that was asked for first was taken.
    private static func registration(of recording: Recording) -> RegistrationFeature {
        let sets = recording.initiating.iqs.filter { $0.element.attribute("type") == "set" }.compactMap(\.payload)
        let fields = sets.last.map(\.children).map { children in
            children.map { RegistrationFields.Field($0.name, Secret($0.text)) }
        }
        return RegistrationFeature(filling: RegistrationFields(fields ?? []))
    }
}
