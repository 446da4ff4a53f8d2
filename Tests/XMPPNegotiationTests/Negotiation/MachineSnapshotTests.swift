import FuzzSupport
import Testing
import XMLStream
import XMPPAddress
import XMPPNegotiation
import XMPPSASL
import XMPPStanza

/// Machines stored between two events, and restored.
@Suite struct MachineSnapshotTests {
    private static let context = FeatureContext(
        facts: StreamFacts(role: .receiving, content: .client, domain: JID("example.com")),
        crypto: ToyCryptoProvider.self)

    /// Whether the feature makes the same machine of a machine's snapshot.
    private static func isKept<M: FeatureMachine>(_ machine: M, by feature: any StreamFeature, _ role: StreamRole)
        -> Bool
    {
        guard let snapshot = machine.snapshot() else { return false }
        return feature.machine(for: role, restoring: snapshot) as? M == machine
    }

    @Test("every state of STARTTLS can be stored")
    func startTLS() throws {
        let feature = StartTLSFeature()
        let starttls = FeatureEvent.received(try Element(xml: "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"))
        let proceed = FeatureEvent.received(try Element(xml: "<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"))
        let switched = FeatureEvent.switched(.tls(TLSFacts(.tls13)))
        var initiation = StartTLSInitiation()
        var states: Set<String> = []
        for event in [.chosen(nil, among: StreamFeatures()), proceed, switched] {
            #expect(Self.isKept(initiation, by: feature, .initiating))
            states.insert(initiation.stateName)
            _ = initiation.receive(event, in: Self.context)
        }
        #expect(Self.isKept(initiation, by: feature, .initiating) && states.count == 3)
        var reception = StartTLSReception(isAvailable: true)
        for event in [starttls, switched] {
            #expect(Self.isKept(reception, by: feature, .receiving))
            #expect(!Self.isKept(reception, by: StartTLSFeature(isAvailable: false), .receiving))
            _ = reception.receive(event, in: Self.context)
        }
        #expect(Self.isKept(reception, by: feature, .receiving))
        for role in StreamRole.allCases {
            for bytes in [[], [9], [0, 0]] as [[UInt8]] {
                #expect(feature.machine(for: role, restoring: bytes) == nil)
            }
        }
    }

    @Test("SASL can be stored between two handshakes, with the failures that there were, and within none")
    func sasl() throws {
        let configuration = SASLReceivingConfiguration(
            SASLServerPolicy(), .init(domain: "example.com", decoySecret: Secret("0123456789abcdef")))
        let feature = SASLFeature(configuration)
        var machine = SASLReception(configuration)
        for _ in 0..<3 {
            #expect(Self.isKept(machine, by: feature, .receiving))
            _ = machine.receive(.received(try SASLElements.make("<abort/>")), in: Self.context)
        }
        #expect(Self.isKept(machine, by: feature, .receiving))
        #expect(machine != SASLReception(configuration))
        let auth = try SASLElements.auth("SCRAM-SHA-256", Array("n,,n=juliet,r=0123456789012345678901234".utf8))
        #expect(EffectText.of(machine.receive(.received(auth), in: Self.context)) == "ask credentials")
        #expect(machine.snapshot() == nil)
        for bytes in [[], [4], [255], [0, 0]] as [[UInt8]] {
            #expect(feature.machine(for: .receiving, restoring: bytes) == nil)
        }
        let other = SASLFeature(SASLInitiatingConfiguration(SASLAccount(username: "", domain: "example.com")))
        #expect(other.machine(for: .initiating).snapshot() == nil)
        #expect(other.machine(for: .initiating, restoring: []) == nil)
        #expect(ChannelBindingTypesFeature().machine(for: .receiving, restoring: []) != nil)
        #expect(ChannelBindingTypesFeature().machine(for: .receiving, restoring: [0]) == nil)
    }
}
