#if Tool && NIO
    import NIOConcurrencyHelpers
    import XMLStream
    import XMPPNegotiation
    import XMPPSASL
    import XMPPStanza

    /// SASL, looked over the shoulder: what is chosen and why is noted; without a password it goes no further.
    struct ProbedSASL: StreamFeature {
        /// What was seen.
        final class Notes: Sendable {
            private let box = NIOLockedValueBox<(choice: SASLChoice, facts: StreamFacts)?>(nil)

            /// The choice for the first list that SASL is on offer in, and what was known then.
            var first: (choice: SASLChoice, facts: StreamFacts)? { box.withLockedValue { $0 } }

            func note(_ choice: SASLChoice, _ facts: StreamFacts) {
                box.withLockedValue { $0 = $0 ?? (choice, facts) }
            }
        }

        let configuration: SASLInitiatingConfiguration
        /// Whether there is a password to log in with.
        let goesOn: Bool
        let notes: Notes
        private let feature: SASLFeature

        init(_ configuration: SASLInitiatingConfiguration, goesOn: Bool, notes: Notes) {
            self.configuration = configuration
            self.goesOn = goesOn
            self.notes = notes
            feature = SASLFeature(configuration)
        }

        var key: FeatureKey { feature.key }
        var constraints: FeatureConstraints { feature.constraints }
        var requestNamespaces: [NamespaceName]? { feature.requestNamespaces }

        func offer(knowing facts: StreamFacts) -> FeatureOffer { feature.offer(knowing: facts) }

        func evaluate(_ offer: Element?, in list: StreamFeatures, knowing facts: StreamFacts) -> FeatureEvaluation {
            if let offer, facts.isSecure, !facts.isAuthenticated {
                let choice = SASLChoice(
                    from: Self.offer(in: offer, among: list), policy: configuration.policy, channel: facts.channel,
                    account: configuration.account)
                notes.note(choice, facts)
                if !goesOn { return .skipped("there is no password to log in with") }
            }
            return feature.evaluate(offer, in: list, knowing: facts)
        }

        /// What is on offer, with the kinds of channel binding that the list announces (XEP-0440).
        private static func offer(in mechanisms: Element, among list: StreamFeatures) -> SASLOffer {
            let names = mechanisms.children.filter { $0.isNamed(.mechanism, in: .sasl) }.map(\.text)
            let kinds = list.first(.saslChannelBinding, in: .saslChannelBinding)?.element.children
            return SASLOffer(
                .sasl, mechanisms: names, bindings: kinds.map { $0.compactMap { $0.attribute(.type) } } ?? [])
        }

        func machine(for role: StreamRole) -> any FeatureMachine { feature.machine(for: role) }

        func machine(for role: StreamRole, restoring snapshot: [UInt8]) -> (any FeatureMachine)? {
            feature.machine(for: role, restoring: snapshot)
        }
    }
#endif
