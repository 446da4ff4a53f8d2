import XMLStream
import XMPPAddress
import XMPPCrypto
import XMPPEngine
import XMPPNegotiation
import XMPPStanza
import XMPPTestKit

@testable import XMPPSASL

/// Our receiving side in the place of the recorded server: it is fed with what the client said then, in its chunks.
///
/// What the server made up then is put in: the nonce, the salt and the rounds, so that the client's proof is right, and
/// the resource where the client asked for none. Facts about TLS come where the recording has its first byte under TLS.
struct ReceivingReplay {
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
        begin()
        for chunk in recording.chunks { play(chunk) }
    }

    mutating func begin() { driver.begin(on: recording.isDirectTLS ? recording.factsForReceiving : nil) }

    /// Plays one chunk, unless the stream is over.
    mutating func play(_ chunk: Recording.Chunk) {
        if driver.stream.isOver { return }
        if chunk.speaker == .receiving { return takeWish(of: chunk) }
        switch (driver.pendingTLS != nil, chunk.layer) {
        case (true, "tcp"): surprises.append("TLS was ordered before the recorded byte")
        case (false, "tls") where !driver.isSecure: surprises.append("TLS was not ordered at the recorded byte")
        case (true, _): driver.completeTLS()
        case (false, _): break
        }
        if asksInVain { driver.receive("<response xmlns='\(Self.sasl)'/>") }
        if !answersInVain(chunk) { driver.receive(chunk.bytes) }
    }

    /// What the host wished for then: that the stream ends with an error, for reasons of its own. In broken input only
    /// what another stream did is such a reason.
    private mutating func takeWish(of chunk: Recording.Chunk) {
        guard driver.stream.isReady, let error = RecordedSide(inside: chunk).error,
            !recording.isBroken || error.condition == .conflict
        else { return }
        driver.call { (stream) throws(StreamMisuse) in try stream.close(with: StreamError(error.condition)) }
    }

    /// Whether we have asked for the message that a mechanism begins with, and the recorded server had not: the client
    /// has nothing to say, and says so.
    private var asksInVain: Bool {
        guard driver.established == nil, let last = sent.elements.last else { return false }
        return last.isNamed("challenge", in: Self.sasl) && !last.hasText && recording.heard.isEmpty
    }

    /// Whether the client answers a challenge that we have not sent: what is in it, we have sent with `<success/>`.
    private func answersInVain(_ chunk: Recording.Chunk) -> Bool {
        guard driver.established == nil, sent.elements.last?.isNamed("success", in: Self.sasl) == true else {
            return false
        }
        return RecordedSide(inside: chunk).elements.first?.isNamed("response", in: Self.sasl) == true
    }

    private static let sasl = "urn:ietf:params:xml:ns:xmpp-sasl"

    /// What we have sent.
    var sent: RecordedSide { RecordedSide(driver.sent) }
}

extension ReceivingReplay {
    // MARK: Configuration

    /// The server of then, in our words.
    static func configuration(for recording: Recording) throws -> StreamConfiguration {
        let crypto = SwiftCryptoProvider.self
        guard let domain = recording.servedDomain else { throw Unplayable() }
        let sasl = sasl(of: recording, domain)
        var configuration: StreamConfiguration
        switch recording.kind {
        case .component: return .server(ofComponents: [domain], verifyingBy: .host, crypto: crypto)
        case .server: return .server(of: [domain], calledByServers: sasl, crypto: crypto)
        case .client: configuration = .server(of: [domain], sasl: sasl, crypto: crypto)
        }
        let hasTLS = recording.hasTLS
        let requiresTLS = recording.isSecure || (hasTLS && recording.isBroken)
        configuration.policy.requiresTLS = requiresTLS
        configuration.deliversNonzas = !recording.isBroken
        configuration.features = [
            StartTLSFeature(isRequired: requiresTLS, isAvailable: hasTLS), SASLFeature(sasl),
            ChannelBindingTypesFeature(sasl), ResourceBindingFeature(), SessionFeature(),
            RegistrationFeature(isServed: true),
        ]
        if recording.legacyQuery != nil {
            configuration.features.append(LegacyAuthenticationFeature(isServed: true))
        }
        return configuration
    }

    private struct Unplayable: Error {}

    private static func sasl(of recording: Recording, _ domain: JID) -> SASLReceivingConfiguration {
        let decoy = Secret("0123456789abcdef")
        var configuration = SASLReceivingConfiguration(
            SASLServerPolicy(mechanisms: SASLMechanism.current + SASLMechanism.historic),
            SASLServerPolicy.Configuration(domain: domain.domainpart, decoySecret: decoy))
        guard let nonce = recording.serverNonce, let mechanism = recording.mechanism else { return configuration }
        if let variant = SCRAMVariant(mechanism) {
            // Nobody knew then how to confirm an offer (XEP-0474).
            let scram = SCRAMServer.Configuration(
                variant, bindings: [recording.binding].compactMap { $0 }, decoySecret: decoy)
            configuration.exchanges = [AnySASLExchange(SCRAMServer(scram, recordedNonce: nonce))]
        } else {
            configuration.exchanges = [
                AnySASLExchange(
                    DigestServer(
                        realm: domain.domainpart, domain: domain.domainpart, decoySecret: decoy, recordedNonce: nonce))
            ]
        }
        return configuration
    }
}
