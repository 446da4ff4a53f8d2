import Testing
import XMPPNegotiation

/// The order of features.
@Suite struct FeatureOrderTests {
    private static func key(_ name: String) -> FeatureKey { FeatureKey(name, in: "urn:x") }

    private static func feature(
        _ name: String, after: [String] = [], before: [String] = [], supersedes: [String] = [], excludes: [String] = []
    ) -> FeatureConstraints {
        FeatureConstraints(
            key(name), after: Set(after.map(key)), before: Set(before.map(key)), supersedes: Set(supersedes.map(key)),
            excludes: Set(excludes.map(key)))
    }

    @Test(
        "constraints make one order, and what they leave open stays as it was named",
        arguments: [
            ([], ""), ([feature("a"), feature("b")], "a b"), ([feature("b"), feature("a")], "b a"),
            ([feature("a", after: ["b"]), feature("b")], "b a"), ([feature("a"), feature("b", before: ["a"])], "b a"),
            ([feature("a"), feature("b", supersedes: ["a"])], "b a"),
            ([feature("a", after: ["none"], before: ["nothing"])], "a"),
            (
                [
                    feature("bind", after: ["sasl"]), feature("sm", after: ["sasl"], before: ["bind"]),
                    feature("compress", after: ["sasl"], before: ["bind"]), feature("sasl", after: ["tls"]),
                    feature("tls"),
                ], "tls sasl sm compress bind"
            ),
        ])
    func order(_ features: [FeatureConstraints], _ expected: String) throws {
        let order = try FeatureOrder(features)
        #expect(order.keys.map(\.name).joined(separator: " ") == expected)
        // However they are named, every constraint is met.
        for shuffled in [features.reversed(), features.sorted { $0.key.name < $1.key.name }] {
            let keys = try FeatureOrder(shuffled).keys
            for feature in features {
                for (earlier, later) in feature.after.map({ ($0, feature.key) })
                    + feature.before.map({ (feature.key, $0) })
                {
                    guard let one = keys.firstIndex(of: earlier), let other = keys.firstIndex(of: later) else {
                        continue
                    }
                    #expect(one < other)
                }
            }
        }
    }

    @Test(
        "constraints that nothing can meet are refused when the order is made, and the cycle is named",
        arguments: [
            ([feature("a", after: ["a"])], "a"), ([feature("a", after: ["b"]), feature("b", after: ["a"])], "b a"),
            (
                [feature("a", before: ["b"]), feature("b", before: ["c"]), feature("c", before: ["a"]), feature("d")],
                "b c a"
            ),
            ([feature("x"), feature("a", supersedes: ["b"]), feature("b", supersedes: ["a"])], "b a"),
        ])
    func cycles(_ features: [FeatureConstraints], _ expected: String) {
        let conflict = #expect(throws: FeatureOrder.Conflict.self) { try FeatureOrder(features) }
        guard case .cycle(let keys)? = conflict else { return #expect(Bool(false)) }
        #expect(Set(keys.map(\.name)) == Set(expected.split(separator: " ").map(String.init)))
        // Each has to come before the next.
        for (index, key) in keys.enumerated() {
            let next = keys[(index + 1) % keys.count]
            let isEarlier = features.contains { feature in
                feature.key == next && feature.after.contains(key)
                    || feature.key == key && feature.before.union(feature.supersedes).contains(next)
            }
            #expect(isEarlier, "\(key.name) before \(next.name)")
        }
    }

    @Test func `two features with one key are refused`() {
        #expect(throws: FeatureOrder.Conflict.duplicate(Self.key("a"))) {
            try FeatureOrder([Self.feature("a"), Self.feature("a", after: ["b"])])
        }
        #expect(FeatureOrder.Conflict.duplicate(Self.key("a")).description == "two features are a (urn:x)")
    }

    @Test func `exclusion goes both ways, and who supersedes is told in order`() throws {
        let order = try FeatureOrder([
            Self.feature("bind"), Self.feature("resume", supersedes: ["bind"], excludes: ["bind"]),
            Self.feature("bind2", before: ["resume"], supersedes: ["bind"]),
        ])
        #expect(
            order.excludes(Self.key("bind"), Self.key("resume")) && order.excludes(Self.key("resume"), Self.key("bind"))
        )
        #expect(!order.excludes(Self.key("bind"), Self.key("bind2")))
        #expect(order.superseding(Self.key("bind")).map(\.name) == ["bind2", "resume"])
        #expect(
            order.description == """
                bind2 (urn:x)
                resume (urn:x), after bind2
                bind (urn:x), after bind2, resume
                """)
    }
}
