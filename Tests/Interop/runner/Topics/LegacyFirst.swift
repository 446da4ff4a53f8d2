#if NIO && Tool
    import XMLStream
    import XMPPNegotiation
    import XMPPStanza

    /// Authentication of before SASL where there is SASL, too: what the library does not do (XEP-0078 §2), and all these
    /// servers have both. Only the choice is another, the exchange is the library's.
    struct LegacyFirst: StreamFeature {
        private let feature: LegacyAuthenticationFeature

        init(_ account: LegacyAuthenticationFeature.Account) {
            var feature = LegacyAuthenticationFeature(as: account)
            feature.allowsPlain = true
            self.feature = feature
        }

        var key: FeatureKey { feature.key }
        var constraints: FeatureConstraints { feature.constraints }
        var requestNamespaces: [NamespaceName]? { feature.requestNamespaces }
        func offer(knowing facts: StreamFacts) -> FeatureOffer { feature.offer(knowing: facts) }

        func evaluate(_ offer: Element?, in list: StreamFeatures, knowing facts: StreamFacts) -> FeatureEvaluation {
            if facts.isAuthenticated { return .skipped("authenticated already") }
            return offer == nil
                ? .skipped("not offered") : .negotiate(isMandatory: true, reason: "it is what is tried")
        }

        func takes(_ element: Element, knowing facts: StreamFacts) -> Bool {
            feature.takes(element, knowing: facts)
        }

        func machine(for role: StreamRole) -> any FeatureMachine { feature.machine(for: role) }
    }
#endif
