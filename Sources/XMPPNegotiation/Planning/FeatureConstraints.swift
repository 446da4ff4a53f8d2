/// Where a feature stands among the others: by what it needs, never by a number (XEP-0170).
///
/// Features that are named here and not there are no mistake: the constraint says nothing then.
public struct FeatureConstraints: Hashable, Sendable {
    /// Whose place it is.
    public let key: FeatureKey
    /// Those that have to be looked at before it.
    public var after: Set<FeatureKey>
    /// Those that have to be looked at behind it.
    public var before: Set<FeatureKey>
    /// Those that are of no use once this one has been negotiated, or can be.
    public var supersedes: Set<FeatureKey>
    /// Those that must not be negotiated in a stream that has negotiated this one, and the other way round.
    public var excludes: Set<FeatureKey>

    /// The place of a feature.
    public init(
        _ key: FeatureKey, after: Set<FeatureKey> = [], before: Set<FeatureKey> = [],
        supersedes: Set<FeatureKey> = [], excludes: Set<FeatureKey> = []
    ) {
        self.key = key
        self.after = after
        self.before = before
        self.supersedes = supersedes
        self.excludes = excludes
    }
}
