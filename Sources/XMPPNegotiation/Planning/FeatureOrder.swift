/// The order in which the features of a stream are looked at: made once, of all constraints, and the same for the same
/// features. It prints as one line a feature.
public struct FeatureOrder: Hashable, Sendable, CustomStringConvertible {
    /// Why there is no order.
    public enum Conflict: Error, Hashable, Sendable, CustomStringConvertible {
        /// Two features have this key.
        case duplicate(FeatureKey)
        /// Each of these has to come before the next, and the last before the first.
        case cycle([FeatureKey])

        public var description: String {
            switch self {
            case .duplicate(let key): "two features are \(key)"
            case .cycle(let keys): "each before the next, and round: " + keys.map(\.name).joined(separator: ", ")
            }
        }
    }

    /// The keys, the first to be looked at first.
    public let keys: [FeatureKey]
    private let constraints: [FeatureKey: FeatureConstraints]
    /// Which of the features have to come before each.
    private let predecessors: [FeatureKey: Set<FeatureKey>]

    /// Sorts features. Where constraints leave it open, the one that is named first comes first; what supersedes another
    /// comes before it.
    ///
    /// - Throws: `Conflict` for constraints that nothing can meet.
    /// - Complexity: O(*n*² + *m*), for *n* features with *m* constraints.
    public init(_ features: [FeatureConstraints]) throws(Conflict) {
        var known: [FeatureKey: FeatureConstraints] = [:]
        for feature in features {
            if known.updateValue(feature, forKey: feature.key) != nil { throw .duplicate(feature.key) }
        }
        var earlier: [FeatureKey: Set<FeatureKey>] = [:]
        for feature in features {
            earlier[feature.key, default: []].formUnion(feature.after.filter { known[$0] != nil })
            for later in feature.before.union(feature.supersedes) where known[later] != nil {
                earlier[later, default: []].insert(feature.key)
            }
        }
        var order: [FeatureKey] = []
        var waiting = features.map(\.key)
        while !waiting.isEmpty {
            let placed = Set(order)
            guard let next = waiting.firstIndex(where: { earlier[$0, default: []].isSubset(of: placed) }) else {
                throw .cycle(Self.cycle(among: waiting, earlier))
            }
            order.append(waiting.remove(at: next))
        }
        keys = order
        constraints = known
        predecessors = earlier
    }

    /// One cycle among features of which each waits for another.
    private static func cycle(
        among waiting: [FeatureKey], _ earlier: [FeatureKey: Set<FeatureKey>]
    ) -> [FeatureKey] {
        var path: [FeatureKey] = []
        var key = waiting.first
        while let current = key {
            if let start = path.firstIndex(of: current) { return path[start...].reversed() }
            path.append(current)
            key = waiting.first { earlier[current, default: []].contains($0) }
        }
        return path.reversed()
    }

    /// Whether two features must not be negotiated in one stream.
    public func excludes(_ one: FeatureKey, _ other: FeatureKey) -> Bool {
        constraints[one]?.excludes.contains(other) == true || constraints[other]?.excludes.contains(one) == true
    }

    /// The features that make another one useless, in order.
    public func superseding(_ key: FeatureKey) -> [FeatureKey] {
        keys.filter { constraints[$0]?.supersedes.contains(key) == true }
    }

    public var description: String {
        keys.map { key in
            let earlier = keys.filter { predecessors[key, default: []].contains($0) }.map(\.name)
            return earlier.isEmpty ? "\(key)" : "\(key), after \(earlier.joined(separator: ", "))"
        }.joined(separator: "\n")
    }
}
