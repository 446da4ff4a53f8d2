/// What became of every feature, and why. It prints as one line a feature.
public struct NegotiationPlan: Hashable, Sendable, CustomStringConvertible {
    /// What became of a feature.
    public enum Status: String, Hashable, Sendable, CaseIterable {
        /// It has been negotiated.
        case negotiated
        /// It is being negotiated.
        case chosen
        /// At a receiving entity, it is on offer.
        case offered
        /// Its offer was read, and nothing is to be negotiated.
        case noted
        /// It is left out, or not on offer.
        case skipped
        /// It was tried, and nothing came of it.
        case declined
        /// The peer offers it, and nobody here knows it.
        case unknown
    }

    /// One feature.
    public struct Row: Hashable, Sendable {
        /// Which.
        public let key: FeatureKey
        /// What became of it.
        public package(set) var status: Status
        /// Why, in English.
        public package(set) var reason: String
        /// Whether the stream cannot do without it.
        public package(set) var isMandatory: Bool
    }

    /// The features, in order; those that nobody here knows come last.
    public private(set) var rows: [Row] = []

    /// Notes what became of a feature.
    package mutating func note(
        _ key: FeatureKey, _ status: Status, _ reason: String, isMandatory: Bool? = nil
    ) {
        if let index = rows.firstIndex(where: { $0.key == key }) {
            rows[index].status = status
            rows[index].reason = reason
            if let isMandatory { rows[index].isMandatory = isMandatory }
        } else if rows.count < NegotiationPlan.mostRows {
            rows.append(Row(key: key, status: status, reason: reason, isMandatory: isMandatory ?? false))
        }
    }

    package init() {}

    public var description: String {
        rows.map { row in
            "\(row.key.name): \(row.status.rawValue)\(row.isMandatory ? " (mandatory)" : ""), \(row.reason)"
        }.joined(separator: "\n")
    }

    /// What peers name counts too, so there is an end to it.
    private static let mostRows = 128
}
