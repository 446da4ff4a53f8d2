/// What a walk over all states has come to. It prints its counts, and the path to the fault if there is one.
public struct Exploration: Hashable, Sendable, CustomStringConvertible {
    /// A rule that was broken.
    public struct Fault: Hashable, Sendable, CustomStringConvertible {
        /// Which, in words.
        public let rule: String
        /// The moves that led there, the first first.
        public let path: [String]

        public var description: String { "broken: \(rule)\n  after " + path.joined(separator: "\n     → ") }
    }

    /// States that were visited.
    public internal(set) var stateCount = 0
    /// Moves that were made.
    public internal(set) var transitionCount = 0
    /// How many moves the farthest state is away.
    public internal(set) var depth = 0
    /// Whether there is no state that was not visited: neither a bound nor a fault was in the way.
    public internal(set) var isComplete = true
    /// States by what they count as.
    public internal(set) var outcomes: [String: Int] = [:]
    /// Moves by what was to be said of them.
    public internal(set) var remarks: [String: Int] = [:]
    /// The first rule that was broken; nil where none was.
    public internal(set) var fault: Fault? { didSet { if fault != nil { isComplete = false } } }

    mutating func note(_ world: some ExplorableWorld) {
        stateCount += 1
        if let outcome = world.outcome { outcomes[outcome, default: 0] += 1 }
    }

    public var description: String {
        let counts = outcomes.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
        let end = isComplete ? "to closure" : "not to the end"
        let found = fault.map { "\n\($0)" } ?? ""
        return "\(stateCount) states, \(transitionCount) transitions, depth \(depth), \(end); \(counts)\(found)"
    }
}
