import FuzzSupport
import Testing
import XMLStream
import XMPPAddress
import XMPPEngine
import XMPPNegotiation
import XMPPSASL
import XMPPStanza
import XMPPTestKit

/// A stream that is ready, of each kind of side, with a peer that has gone: a test says what the peer says.
enum ReadyStream: CaseIterable {
    case client
    case serverOfClient
    case component
    case serverOfComponent
    case callingServer
    case calledServer

    typealias Driver = StreamDriver<AccountHost>
    typealias Pair = StreamPair<AccountHost, AccountHost>

    /// The stream, from whose configuration something is to differ.
    func driver(_ change: (inout StreamConfiguration) -> Void = { _ in }) throws -> Driver {
        var pair = try pair(initiating: isInitiating ? change : { _ in }, receiving: isInitiating ? { _ in } : change)
        pair.run()
        var driver = isInitiating ? pair.initiating : pair.receiving
        try #require(driver.stream.isReady, "\(driver.notes)")
        _ = driver.takeSent()
        return driver
    }

    /// Both sides, before they have begun.
    func pair(
        initiating: (inout StreamConfiguration) -> Void = { _ in },
        receiving: (inout StreamConfiguration) -> Void = { _ in }
    ) throws -> Pair {
        switch self {
        case .client, .serverOfClient:
            var both = try ClientAndServer()
            initiating(&both.client)
            receiving(&both.server)
            return try both.pair
        case .component, .serverOfComponent: return try Self.components(initiating, receiving)
        case .callingServer, .calledServer: return try Self.servers(initiating, receiving)
        }
    }

    private var isInitiating: Bool {
        switch self {
        case .client, .component, .callingServer: true
        case .serverOfClient, .serverOfComponent, .calledServer: false
        }
    }

    private static func components(
        _ initiating: (inout StreamConfiguration) -> Void, _ receiving: (inout StreamConfiguration) -> Void
    ) throws -> Pair {
        let domain = try #require(JID("bots.example.com"))
        var component = StreamConfiguration.component(domain, secret: Secret("s3cr3t"), crypto: ToyCryptoProvider.self)
        var server = StreamConfiguration.server(
            ofComponents: [domain], verifyingBy: .secret(Secret("s3cr3t")), crypto: ToyCryptoProvider.self)
        initiating(&component)
        receiving(&server)
        return try pair(component, server)
    }

    private static func servers(
        _ initiating: (inout StreamConfiguration) -> Void, _ receiving: (inout StreamConfiguration) -> Void
    ) throws -> Pair {
        let (caller, called) = (try #require(JID("example.net")), try #require(JID("example.com")))
        let other = try #require(JID("chat.example.com"))
        var calling = StreamConfiguration.server(caller, calling: called, crypto: ToyCryptoProvider.self)
        let sasl = SASLReceivingConfiguration(
            SASLServerPolicy(mechanisms: [.external]),
            SASLServerPolicy.Configuration(domain: "example.com", decoySecret: Secret("0123456789abcdef")))
        var receiver = StreamConfiguration.server(
            of: [called, other], calledByServers: sasl, crypto: ToyCryptoProvider.self)
        receiver.goneDomains = [try #require(JID("old.example.com"))]
        initiating(&calling)
        receiving(&receiver)
        var pair = try pair(calling, receiver)
        pair.initiating.host.tls = TLSFacts(.tls13, peer: .presented(certificate(of: "example.com")))
        pair.receiving.host.tls = TLSFacts(.tls13, peer: .presented(certificate(of: "example.net")))
        return pair
    }

    private static func pair(_ initiating: StreamConfiguration, _ receiving: StreamConfiguration) throws -> Pair {
        StreamPair(
            StreamDriver(XMPPStream(try StreamSetup(initiating)), host: ClientAndServer.host(seed: 3)),
            StreamDriver(XMPPStream(try StreamSetup(receiving)), host: ClientAndServer.host(seed: 4)))
    }

    private static func certificate(of domain: String) -> PresentedCertificate {
        PresentedCertificate(trust: .trusted, dnsNames: [domain])
    }
}

extension StreamDriver {
    /// What the stream ended with, where the peer broke a rule.
    var violation: StreamErrorCondition? {
        if case .violation(let violation) = end { violation.condition } else { nil }
    }

    /// The codes of what was refused.
    var misuse: [StreamMisuse.Code] { misuses.map(\.code) }

    /// The answers that came to requests.
    var answers: [RequestHandle] {
        notes.compactMap { if case .answered(let handle, _) = $0 { handle } else { nil } }
    }

    /// The requests that will get no answer.
    var unanswered: [RequestHandle] {
        notes.compactMap { if case .unanswered(let handle, _) = $0 { handle } else { nil } }
    }

    /// Makes a request, and returns its id and its handle.
    mutating func ask(
        to: String? = nil, from: String? = nil, deadline: Duration = .seconds(60)
    ) throws -> (id: String, handle: RequestHandle) {
        _ = takeSent()
        let iq = try Fixtures.ping(to: to, from: from)
        var handle: RequestHandle?
        call { (stream) throws(StreamMisuse) in handle = try stream.request(iq, deadline: deadline) }
        let sent = takeSentText()
        let id = try #require(sent.firstMatch(of: #/id=['"]([0-9a-f]{32})['"]/#)?.1, "\(sent)")
        return (String(id), try #require(handle))
    }
}

/// Stanzas to be sent.
enum Fixtures {
    /// A request.
    static func ping(to: String? = nil, from: String? = nil) throws -> IQ {
        let ping = try Element(xml: "<ping xmlns='urn:xmpp:ping'/>")
        return try IQ(.get, to: to.flatMap { JID($0) }, from: from.flatMap { JID($0) }, id: "x") { $0.element(ping) }
    }

    /// A message whose body has so many bytes.
    static func message(
        _ bodyBytes: Int = 2, to: String = "romeo@example.net", from: String? = nil, id: String? = nil
    ) throws -> Message {
        try Message(.chat, to: JID(to), from: from.flatMap { JID($0) }, id: id) {
            $0.body(String(repeating: "x", count: bodyBytes))
        }
    }
}
