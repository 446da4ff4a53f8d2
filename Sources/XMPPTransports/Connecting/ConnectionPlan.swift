public import XMPPStanza

/// Where to connect to for a domain, one after the other until one works (RFC 6120 §3.2, RFC 2782, XEP-0368).
///
/// It is a pure function of what DNS answered; looking that up, and the addresses of each candidate, is the host's.
public struct ConnectionPlan: Hashable, Sendable {
    /// Why there is nowhere to connect to.
    public enum Obstacle: Hashable, Sendable {
        /// The domain says that it has no such service: its records name `.`, or nothing that can be a name.
        case unavailable
        /// It is not known: of one service the domain says that it has none, and of the other no answer came.
        case unknown
        /// A component's server has to be configured.
        case unconfigured
    }

    /// What to try, in this order. Each name is tried with all of its addresses before the next.
    public let candidates: [ConnectionCandidate]
    /// Why there are none; nil where there are.
    public let obstacle: Obstacle?

    /// So many candidates are tried: of a domain that names more, those that come first.
    public static let maximumCandidates = 32

    /// A plan of what was configured for a domain, in place of what DNS says of it (RFC 6120 §3.2.3), such as a redirect.
    public init(configured candidates: [ConnectionCandidate]) {
        self.candidates = candidates
        obstacle = candidates.isEmpty ? .unconfigured : nil
    }

    /// A plan of what DNS answered.
    ///
    /// Records of both services are mixed, as if they were of one; only where neither has any is the domain itself tried,
    /// at the registered port. After an answer whose servers cannot be reached it is not.
    ///
    /// - Parameters:
    ///   - domain: The domainpart of the address to connect to.
    ///   - startTLS: What came of the query for `_xmpp-client` or `_xmpp-server`.
    ///   - direct: What came of that for `_xmpps-client` or `_xmpps-server`.
    ///   - preferred: The moment whose servers come first, whatever their priorities; nil to leave it to the domain.
    ///   - generator: Chooses among records of one priority, by their weights.
    /// - Complexity: O(*n*²) in the records of one priority.
    public init(
        to domain: String, speaking content: ContentNamespace, startTLS: ServiceLookup, direct: ServiceLookup,
        preferring preferred: TLSMoment? = nil, using generator: inout some RandomNumberGenerator
    ) {
        var choices: [Choice] = []
        for (lookup, tls) in [(startTLS, TLSMoment.startTLS), (direct, .direct)] {
            choices += lookup.records.compactMap { Choice($0, tls) }
        }
        let ordered = Choice.order(choices, preferring: preferred, using: &generator)
        guard ordered.isEmpty else {
            candidates = Array(ordered.prefix(Self.maximumCandidates))
            obstacle = nil
            return
        }
        if !startTLS.records.isEmpty || !direct.records.isEmpty {
            candidates = []
            obstacle = startTLS == .failed || direct == .failed ? .unknown : .unavailable
            return
        }
        let port: UInt16
        switch content {
        case .client: port = 5222
        case .server: port = 5269
        case .component:
            candidates = []
            obstacle = .unconfigured
            return
        }
        candidates = [ConnectionCandidate(host: domain.withoutBrackets, port: port, tls: .startTLS)]
        obstacle = nil
    }
}

/// A record that can be connected to.
private struct Choice {
    let priority: UInt16
    let weight: UInt16
    let candidate: ConnectionCandidate

    /// Nil where the record denies the service, or names nothing that can be looked up.
    init?(_ record: ServiceRecord, _ tls: TLSMoment) {
        if record.deniesService || record.port == 0 { return nil }
        let target = record.target.utf8.last == 0x2E ? String(record.target.dropLast()) : record.target
        guard let host = OtherHost(name: target) else { return nil }
        priority = record.priority
        weight = record.weight
        candidate = ConnectionCandidate(host: host.name, port: record.port, tls: tls)
    }

    static func order(
        _ choices: [Choice], preferring preferred: TLSMoment?, using generator: inout some RandomNumberGenerator
    ) -> [ConnectionCandidate] {
        let first = choices.filter { $0.candidate.tls == preferred }
        let others = choices.filter { $0.candidate.tls != preferred }
        var ordered: [ConnectionCandidate] = []
        for part in [first, others] {
            let priorities = Dictionary(grouping: part, by: \.priority)
            for (_, choices) in priorities.sorted(by: { $0.key < $1.key }) {
                ordered += draw(choices, using: &generator)
            }
        }
        return ordered
    }

    /// Draws one after the other, each as often as its weight says; those of weight zero have a small chance to come before
    /// others (RFC 2782).
    private static func draw(
        _ choices: [Choice], using generator: inout some RandomNumberGenerator
    ) -> [ConnectionCandidate] {
        var left = choices.filter { $0.weight == 0 } + choices.filter { $0.weight != 0 }
        var drawn: [ConnectionCandidate] = []
        while !left.isEmpty, drawn.count < ConnectionPlan.maximumCandidates {
            let sum = left.reduce(UInt64(0)) { $0 &+ UInt64($1.weight) }
            let mark = UInt64.random(in: 0...sum, using: &generator)
            var reached: UInt64 = 0
            let index = left.firstIndex { choice in
                reached &+= UInt64(choice.weight)
                return reached >= mark
            }
            drawn.append(left.remove(at: index ?? left.startIndex).candidate)
        }
        return drawn
    }
}
