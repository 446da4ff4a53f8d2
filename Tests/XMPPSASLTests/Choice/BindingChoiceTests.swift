import Testing
import XMPPCrypto
import XMPPSASL

/// Which flag a client sends, and when it does not even begin (RFC 5802 §6, XEP-0440 §3, XEP-0474 §7).
@Suite struct BindingChoiceTests {
    /// What comes of an offer: the mechanism and the flag, or why not.
    private enum Outcome: Equatable {
        case bound(String, ChannelBinding.Kind)
        case y(String)
        case n(String)
        /// `n`, and the server has to confirm what it offered.
        case confirmed(String)
        case nothing
        case abort(SASLChoice.Suspicion)

        init(_ choice: SASLChoice) {
            switch choice.decision {
            case .nothing: self = .nothing
            case .abort(let suspicion): self = .abort(suspicion)
            case .use(let selection):
                let name = selection.mechanism.name.description
                switch selection.binding {
                case .bound(let binding): self = .bound(name, binding.kind)
                case .notOffered: self = .y(name)
                case .unsupported: self = selection.requiresConfirmedOffer ? .confirmed(name) : .n(name)
                }
            }
        }
    }

    private static let both = ["SCRAM-SHA-1", "SCRAM-SHA-1-PLUS"]
    private static let endPoint = SASLChannel(.tls13, isServerVerified: true, bindings: [Scene.bindings[1]])
    private static let without = SASLChannel(.tls13, isServerVerified: true)

    @Test(
        "RFC6120-13.8.1-2, RFC6120-13.9.4-2, RFC5802-6-3, RFC5802-6-4, RFC5802-6-5, XEP0440-3-2, XEP0440-3-3, XEP0440-3-4, XEP0440-3-5, XEP0440-3-6, XEP0440-3-7, XEP0440-3-8, XEP0440-3-9, XEP0440-3-10, XEP0474-7-1, XEP0474-7-2, S14: the flag, of what is announced and what the channel has",
        arguments: [
            // A channel without binding: n, whatever is announced.
            (without, both, [], .n("SCRAM-SHA-1"), .n("SCRAM-SHA-1")),
            (without, both, ["tls-exporter"], .n("SCRAM-SHA-1"), .n("SCRAM-SHA-1")),
            (without, ["SCRAM-SHA-1"], ["tls-exporter"], .n("SCRAM-SHA-1"), .n("SCRAM-SHA-1")),
            (without, ["SCRAM-SHA-1-PLUS"], ["tls-exporter"], .nothing, .nothing),
            // Nothing announced: y.
            (Scene.bound, ["SCRAM-SHA-1"], [], .y("SCRAM-SHA-1"), .y("SCRAM-SHA-1")),
            // Both announced: the strongest that both have.
            (
                Scene.bound, both, ["tls-server-end-point", "tls-exporter"], .bound("SCRAM-SHA-1-PLUS", .tlsExporter),
                .bound("SCRAM-SHA-1-PLUS", .tlsExporter)
            ),
            (
                Scene.bound, both, ["tls-unique", "tls-server-end-point"],
                .bound("SCRAM-SHA-1-PLUS", .tlsServerEndPoint), .bound("SCRAM-SHA-1-PLUS", .tlsServerEndPoint)
            ),
            // Any that binds comes before any that does not.
            (
                Scene.bound, ["SCRAM-SHA-512", "SCRAM-SHA-1-PLUS"], ["tls-exporter"],
                .bound("SCRAM-SHA-1-PLUS", .tlsExporter), .bound("SCRAM-SHA-1-PLUS", .tlsExporter)
            ),
            // Mechanisms without kinds.
            (Scene.bound, both, [], .bound("SCRAM-SHA-1-PLUS", .tlsExporter), .abort(.noBindingKinds)),
            (endPoint, both, [], .bound("SCRAM-SHA-1-PLUS", .tlsServerEndPoint), .abort(.noBindingKinds)),
            // Kinds without mechanisms.
            (
                Scene.bound, ["SCRAM-SHA-1"], ["tls-exporter"], .abort(.noBindingMechanisms),
                .abort(.noBindingMechanisms)
            ),
            // Both, but nothing in common: only if the server confirms that it is so.
            (endPoint, both, ["tls-exporter"], .confirmed("SCRAM-SHA-1"), .confirmed("SCRAM-SHA-1")),
            (endPoint, both + ["PLAIN"], ["x-dummy"], .confirmed("SCRAM-SHA-1"), .confirmed("SCRAM-SHA-1")),
            (endPoint, ["PLAIN", "X-A-PLUS"], ["x-dummy"], .nothing, .nothing),
            (
                SASLChannel(.tls13, isServerVerified: true, bindings: [Scene.bindings[0]]), both,
                ["tls-unique", "tls-server-end-point"], .confirmed("SCRAM-SHA-1"), .confirmed("SCRAM-SHA-1")
            ),
            // What is no name at all ends in -PLUS by its bytes: kinds beside it are no contradiction.
            (
                Scene.bound, ["X\u{600}-PLUS", "SCRAM-SHA-1"], ["tls-exporter"], .y("SCRAM-SHA-1"), .y("SCRAM-SHA-1")
            ),
            // A mechanism of nobody's that ends in -PLUS is no reason to say that the client could not bind.
            (Scene.bound, ["X-A-PLUS", "SCRAM-SHA-1"], ["tls-exporter"], .y("SCRAM-SHA-1"), .y("SCRAM-SHA-1")),
        ] as [(SASLChannel, [String], [String], Outcome, Outcome)])
    private func flags(
        _ channel: SASLChannel, _ mechanisms: [String], _ bindings: [String], _ sasl: Outcome, _ sasl2: Outcome
    ) {
        var scene = Scene()
        scene.channel = channel
        #expect(Outcome(scene.choice(SASLOffer(.sasl, mechanisms: mechanisms, bindings: bindings))) == sasl)
        #expect(Outcome(scene.choice(SASLOffer(.sasl2, mechanisms: mechanisms, bindings: bindings))) == sasl2)
        // Whoever has turned it off does not look at any of this.
        scene.policy.channelBinding = .off
        let off = scene.choice(SASLOffer(.sasl2, mechanisms: mechanisms, bindings: bindings))
        let unbound = mechanisms.filter { $0.hasPrefix("SCRAM") && !$0.hasSuffix("-PLUS") }
        #expect(
            Outcome(off) == (unbound.first ?? mechanisms.first { $0 == "PLAIN" }).map { .n($0) } ?? .nothing)
        // Whoever insists binds or does not begin.
        scene.policy.channelBinding = .required
        switch Outcome(scene.choice(SASLOffer(.sasl, mechanisms: mechanisms, bindings: bindings))) {
        case .bound, .nothing, .abort: break
        case .y, .n, .confirmed: #expect(Bool(false))
        }
    }

    @Test("S15, XEP0474-6.2-3: whoever insists on it takes no server that does not confirm its offer") func confirmed()
        throws
    {
        var scene = Scene()
        scene.policy.requiresConfirmedOffer = true
        let offer = SASLOffer(.sasl, mechanisms: ["SCRAM-SHA-1", "PLAIN"])
        let selection = try #require(scene.choice(offer).selection)
        #expect(selection.requiresConfirmedOffer)
        #expect(scene.choice(["PLAIN"]).reason("PLAIN") == .cannotConfirm)
        var run = SCRAMRun()
        run.variant = SCRAMVariant(.sha1, bindsChannel: false)
        run.clientOffer = selection.downgradeProtection
        run.requiresConfirmedOffer = true
        run.serverOffer = offer.downgradeProtection
        #expect(try run.run().ending.isVerified)
        run.serverOffer = nil
        #expect(
            try run.run().ending.client == .fail(SASLFailure(condition: .aborted, reason: .downgrade)))
        run.requiresConfirmedOffer = false
        #expect(try run.run().ending.isVerified)
    }

    @Test func `a host that has to go on without a common kind and without confirmation says so`() {
        var scene = Scene()
        scene.channel = Self.endPoint
        scene.policy.toleratesNoCommonBinding = true
        let offer = SASLOffer(.sasl2, mechanisms: Self.both, bindings: ["tls-exporter"])
        #expect(Outcome(scene.choice(offer)) == .n("SCRAM-SHA-1"))
        // Unannounced, a server means the kind that the version of TLS has.
        let unannounced = SASLOffer(.sasl, mechanisms: Self.both)
        #expect(Outcome(scene.choice(unannounced)) == .n("SCRAM-SHA-1"))
        scene.channel = Scene.bound
        #expect(Outcome(scene.choice(unannounced)) == .bound("SCRAM-SHA-1-PLUS", .tlsExporter))
    }

    @Test func `a certificate is bound as it is, and nothing else without binding is where that is required`() {
        var scene = Scene()
        scene.policy.channelBinding = .required
        scene.account.hasCertificate = true
        #expect(scene.choice(["EXTERNAL", "SCRAM-SHA-1", "PLAIN"]).name == "EXTERNAL")
        scene.account.hasCertificate = false
        let choice = scene.choice(["EXTERNAL", "SCRAM-SHA-1", "PLAIN"])
        #expect(choice.decision == .nothing && choice.reason("SCRAM-SHA-1") == .doesNotBind)
    }
}
