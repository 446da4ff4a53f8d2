import Testing
import XMPPEngine
import XMPPNegotiation
import XMPPSASL
import XMPPTestKit

/// Every order of events between two honest streams.
@Suite struct HonestPairTests {
    static func scenarios() throws -> [Scenario] {
        let optional = StartTLSFeature(isRequired: false)
        var conflict = try Scenario.client("client, PLAIN, resource taken", [.plain])
        conflict.takenResources = ["balcony"]
        return [
            try .client("client, TLS required, SCRAM", Scenario.scram),
            try .client("client, TLS optional, PLAIN", [.plain])
                .withTLS(initiating: optional, receiving: optional, isRequired: false),
            try .client("client, no TLS on offer, SCRAM", Scenario.scram)
                .withTLS(initiating: optional, receiving: nil, isRequired: false),
            conflict,
            try .servers("servers, EXTERNAL"),
            try .component("component, secret", by: .secret(Scenario.password)),
            try .component("component, host", by: .host),
        ]
    }

    @Test("S07 S10: two honest streams come to be ready or over, whatever comes when", arguments: try scenarios())
    func walk(scenario: Scenario) throws {
        let clock = ContinuousClock()
        let start = clock.now
        let result = Explorer(maximumStates: 60_000).walk(from: try scenario.pair())
        let duration = clock.now - start
        print("explored \(scenario.name): \(result) in \(duration)")
        try WalkTable().expect(result, of: scenario.world, in: duration)
        print(result.remarks.sorted { $0.key < $1.key })
        #expect(result.fault == nil, "\(result)")
        #expect(result.isComplete, "\(result)")
        #expect((result.outcomes["both ready"] ?? 0) > 0 && (result.outcomes["closed in order"] ?? 0) > 0, "\(result)")
    }
}
