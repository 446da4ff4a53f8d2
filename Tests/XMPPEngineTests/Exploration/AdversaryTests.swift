import Testing
import XMPPEngine
import XMPPNegotiation
import XMPPSASL
import XMPPTestKit

/// Each side against a peer that can say anything at any moment.
@Suite struct AdversaryTests {
    /// A side, and who is in the place of its peer.
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let make: @Sendable () throws -> AdversaryWorld
        var testDescription: String { name }
        /// What the walk is called in the table of walks.
        var world: String { "adversary: \(name)" }
    }

    static let outOfReach = "server, TLS required and not at hand"
    static let optional = StartTLSFeature(isRequired: false)

    static func initiating() throws -> [Case] {
        let scram = try Scenario.client("client", Scenario.scram + [.plain])
        let words = try HonestWords(try .client("client", Scenario.scram))
        let secrets = Adversary.ServerSecrets(
            challenge: words.text(of: "challenge", to: .initiating), proof: words.text(of: "success", to: .initiating))
        var lenient = scram.withTLS(initiating: optional, receiving: optional, isRequired: false)
        lenient.initiating.injectedBytes = .handedBack
        var asking = scram
        asking.initiating.policy.asksAboutRefusedCertificates = true
        asking.initiating.injectedBytes = .handedBack
        let servers = try Scenario.servers("servers")
        let component = try Scenario.component("component", by: .host)
        // Policies differ in TLS alone: what else can be said is said to the first.
        var fewer = Adversary.server(secrets).without([
            "its header, with another address", "a header without version", "a header of components",
            "a list with PLAIN", "a list with SCRAM-SHA-256 in small letters", "an empty list",
            "a list with something required", "a challenge with the proof", "no address",
        ])
        fewer.injectBehindProceed()
        return [
            Case(name: "client, TLS required") { try scram.against(.server(secrets)) },
            Case(name: "client, TLS optional, bytes handed back") { [lenient, fewer] in try lenient.against(fewer) },
            Case(name: "client that asks about certificates") { [asking, fewer] in try asking.against(fewer) },
            Case(name: "calling server, EXTERNAL") { try servers.against(.serverOfServers()) },
            Case(name: "component") { try component.against(.serverOfComponents()) },
        ]
    }

    static func receiving() throws -> [Case] {
        let server = try Scenario.client("server", Scenario.scram + [.plain])
        let words = try HonestWords(try .client("server", Scenario.scram))
        let secrets = Adversary.ClientSecrets(
            first: words.text(of: "auth", to: .receiving), last: words.text(of: "response", to: .receiving))
        let plain = try HonestWords(try .client("server", [.plain])).text(of: "auth", to: .receiving)
        let client = Adversary.client(secrets, rightPlain: plain)
        var lenient = server.withTLS(initiating: optional, receiving: optional, isRequired: false)
        lenient.receiving.injectedBytes = .handedBack
        var ofOneDomain = client.without(["a header for another domain served"])
        ofOneDomain.injectBehindStartTLS()
        var fewer = client.without([
            "its header, with another address", "a header for another domain served", "a header for nobody",
            "a header without version", "a header of components", "SCRAM, no message", "SCRAM in small letters",
            "no base64", "what nobody knows", "success", "a response", "a wrong request for a resource", "proceed",
        ])
        fewer.injectBehindStartTLS()
        let open = server.withTLS(initiating: optional, receiving: nil, isRequired: false)
        let without = server.withTLS(
            initiating: nil, receiving: StartTLSFeature(isAvailable: false), isRequired: true)
        let servers = try Scenario.servers("servers")
        let component = try Scenario.component("component", by: .host)
        let secret = try Scenario.component("component", by: .secret(Scenario.password))
        let digest = try HonestWords(component).text(of: "handshake", to: .receiving)
        return [
            Case(name: "server, TLS required") { [ofOneDomain] in try server.beset(by: ofOneDomain) },
            Case(name: "server, TLS optional, bytes handed back") { [lenient, fewer] in try lenient.beset(by: fewer) },
            Case(name: "server, no TLS on offer") { try open.beset(by: client) },
            Case(name: outOfReach) { try without.beset(by: client) },
            Case(name: "server of servers, EXTERNAL") { try servers.beset(by: .callingServer()) },
            Case(name: "server of components, host") { try component.beset(by: .component(digest: digest)) },
            Case(name: "server of components, secret") { try secret.beset(by: .component(digest: digest)) },
        ]
    }

    @Test(
        "S07 S09 S10 S12 S13 S16: an initiating entity keeps the rules, whatever it is told",
        arguments: try initiating())
    func walkInitiating(one: Case) throws { try walk(one) }

    @Test("S07 S09 S12 S13: a receiving entity keeps the rules, whatever it is told", arguments: try receiving())
    func walkReceiving(one: Case) throws { try walk(one) }

    private func walk(_ one: Case) throws {
        let clock = ContinuousClock()
        let start = clock.now
        let result = Explorer(maximumStates: 3_000).walk(from: try one.make())
        let duration = clock.now - start
        print("explored \(one.name): \(result) in \(duration)")
        try WalkTable().expect(result, of: one.world, in: duration)
        #expect(result.fault == nil, "\(result)")
        #expect(result.isComplete, "\(result)")
        // What is right is in the vocabulary: whoever says it in the right order gets through.
        let isReached = result.outcomes.keys.contains { $0.hasPrefix("ready") }
        #expect(isReached != (one.name == Self.outOfReach), "\(result)")
        let unexplained = result.remarks.keys.filter { remark in
            let parts = remark.split(separator: "|").map { $0.drop { $0 == " " } }
            return parts.count != 2 || !Self.mayBeSilent(parts[1], in: parts[0])
        }
        #expect(unexplained == [], "every event has an outcome: an order, another state or a misuse")
    }

    /// What may come without any outcome, and why.
    private static func mayBeSilent(_ move: Substring, in state: Substring) -> Bool {
        let isAnswer = ["an address", "another address", "no address", "a conflict", "an iq that nobody asked for"]
            .contains { $0 == move }
        // White space between elements is no element.
        if move == "white space" { return true }
        // A stream that was closed before it was ready heeds nothing but the end.
        if state.hasPrefix("abandoning") { return true }
        // A list may be sent anew (RFC 6120 §4.3.5): the same changes nothing.
        if move.hasPrefix("a list") || move == "an empty list" { return true }
        // An answer to another request than that for a resource.
        if state.hasPrefix("negotiating bind") { return isAnswer }
        // Answers that nobody asked for are dropped and counted; behind the end tag nothing is answered any more.
        guard state.hasPrefix("closing") || state.hasPrefix("ready") else { return false }
        return isAnswer || move.hasSuffix("for a resource")
    }
}

extension Scenario {
    /// The initiating entity against an adversary.
    func against(_ adversary: Adversary) throws -> AdversaryWorld {
        AdversaryWorld(try StreamSetup(initiating), initiatingHost, adversary)
    }

    /// The receiving entity against an adversary.
    func beset(by adversary: Adversary) throws -> AdversaryWorld {
        AdversaryWorld(try StreamSetup(receiving), receivingHost, adversary)
    }
}
