import FuzzSupport
import Testing
import XMPPAddress
import XMPPNegotiation
import XMPPSASL
import XMPPStanza

@testable import XMPPEngine

/// A client and a server that go through all that a stream has, and what each of both hosts did.
struct Conversation {
    var client: [HostInput] = []
    var server: [HostInput] = []

    private var clientHost: ScriptedHost
    private var serverHost: ScriptedHost

    /// Features that can be stored at any time.
    static func setup(_ role: StreamRole, isStorable: Bool = true) throws -> StreamSetup {
        let features: [any StreamFeature] = [PassFeature(isStorable: isStorable), NameFeature(), OpenFeature()]
        var configuration = StreamConfiguration(
            role: role, content: .client, policy: NegotiationPolicy(goal: .bound), features: features,
            crypto: ToyCryptoProvider.self)
        let domain = try #require(JID("example.com"))
        switch role {
        case .initiating:
            configuration.domain = domain
            configuration.address = JID("juliet@example.com")
        case .receiving: configuration.servedDomains = [domain]
        }
        configuration.tracksRequests = true
        configuration.deadlines.keepalive = .seconds(100)
        configuration.deadlines.silence = .seconds(300)
        return try StreamSetup(configuration)
    }

    static func tls(_ role: StreamRole) throws -> TLSFacts {
        let certificate = PresentedCertificate(
            trust: .trusted, dnsNames: ["example.com"], serviceNames: ["_xmpp-client.example.com"])
        let binding = try #require(ChannelBinding(.tlsExporter, data: [UInt8](repeating: 0x5C, count: 32)))
        return TLSFacts(
            .tls13, peer: role == .initiating ? .presented(certificate) : .none, bindings: [binding],
            applicationProtocol: "xmpp-client")
    }

    init(isStorable: Bool = true) throws {
        clientHost = ScriptedHost(XMPPStream(try Conversation.setup(.initiating, isStorable: isStorable)))
        serverHost = ScriptedHost(XMPPStream(try Conversation.setup(.receiving, isStorable: isStorable)))
        try converse()
        #expect(clientHost.stream.isOver && serverHost.stream.isOver)
    }

    private mutating func converse() throws {
        host(.receiving, .begin(try Conversation.tls(.receiving)))
        host(.initiating, .begin(try Conversation.tls(.initiating)))
        host(.initiating, .message("<message to=\"romeo@example.net\"><body>early &amp; in time</body></message>"))
        let who = try #require(serverHost.log.last { if case .asked = $0 { true } else { false } })
        #expect(who != .asked(.randomBytes(count: 64)))
        host(.receiving, .answer(.custom(.reading("<x from='juliet@example.com'/>"))))
        #expect(clientHost.stream.isReady && serverHost.stream.isReady)
        host(.receiving, .message("<message to='juliet@example.com/balcony' from='romeo@example.net'/>"))
        host(.initiating, .request("<iq type='get' to='example.com' id='x'><query xmlns='urn:test:query'/></iq>"))
        host(.initiating, .timer(.keepalive))
        host(.initiating, .timer(.keepalive))
        host(.receiving, .result)
        host(.receiving, .request("<iq type='set' from='example.com' id='x'><query xmlns='urn:test:query'/></iq>"))
        host(.initiating, .timer(.owedAnswers))
        host(.initiating, .timer(.stage(NameFeature.key)))
        host(.initiating, .timer(.owedAnswers))
        host(.initiating, .request("<iq type='get' id='x'><query xmlns='urn:test:query'/></iq>"))
        host(.receiving, .timer(.owedAnswers))
        host(.initiating, .requestTimer)
        host(.receiving, .timer(.silence))
        host(.initiating, .close)
        host(.receiving, .end)
        host(.initiating, .end)
    }

    /// Has one side do something, and carries the bytes to and fro until there are none.
    private mutating func host(_ role: StreamRole, _ input: HostInput) {
        var role = role
        var output = take(input, at: role)
        while !output.isEmpty {
            role = role == .initiating ? .receiving : .initiating
            output = take(.bytes(output), at: role)
        }
    }

    private mutating func take(_ input: HostInput, at role: StreamRole) -> [UInt8] {
        switch role {
        case .initiating:
            client.append(input)
            return clientHost.take(input)
        case .receiving:
            server.append(input)
            return serverHost.take(input)
        }
    }

    func inputs(of role: StreamRole) -> [HostInput] { role == .initiating ? client : server }
}
