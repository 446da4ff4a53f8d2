import XMLStream
import XMPPAddress
import XMPPNegotiation
import XMPPSASL
import XMPPStanza

/// What may happen to a feature's machine, one event of each kind, under names for a diagram.
struct FeatureAlphabet: Sendable {
    let name: String
    let abstract: String
    let feature: @Sendable (StreamRole) -> any StreamFeature
    /// Whether the initiating entity has authenticated when the feature is negotiated.
    var isAuthenticated = false
    /// What the peer of an initiating entity, and of a receiving one, may send.
    let incoming: [StreamRole: [(name: String, xml: String)]]
    /// The offer that an initiating entity finds; empty for none.
    var offer = ""
    /// What the host may answer.
    var answers: [(name: String, answer: HostAnswer)] = []

    /// All events of a side.
    func events(_ role: StreamRole) -> [(name: String, event: FeatureEvent)] {
        var events: [(name: String, event: FeatureEvent)] = []
        if role == .initiating {
            let element = try? Element(xml: offer)
            let list = StreamFeatures([element].compactMap { $0 }.map(StreamFeatures.Feature.init))
            events.append(("chosen", .chosen(element, among: list)))
        }
        for (name, xml) in incoming[role] ?? [] {
            if let element = try? Element(xml: xml, in: content.name.text) { events.append((name, .received(element))) }
        }
        events += answers.map { ($0.name, .answered($0.answer)) }
        if name == "starttls" {
            events.append(("TLS negotiated", .switched(.tls(TLSFacts(.tls13, peer: .vouchedFor)))))
        }
        return events
    }

    private var content: ContentNamespace { name == "handshake" ? .component : .client }

    /// What is known of the stream.
    func facts(_ role: StreamRole) -> StreamFacts {
        var facts = StreamFacts(
            role: role, content: content, domain: JID("example.com"), initiator: JID("juliet@example.com"))
        facts.streamID = "id"
        facts.version = .current
        if name != "starttls" { facts.tls = TLSFacts(.tls13, peer: .vouchedFor) }
        if isAuthenticated {
            facts.authentication = Authentication(mechanism: "PLAIN", address: JID("juliet@example.com"))
        }
        return facts
    }
}
