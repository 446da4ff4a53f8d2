/// The states of a machine and what leads from one to the other, found by stepping the machine itself: nothing of it is
/// drawn by hand. It prints as a Mermaid diagram.
public struct StateGraph: Hashable, Sendable, CustomStringConvertible {
    /// A way from one state to another.
    public struct Edge: Hashable, Sendable {
        /// The name of the state that it begins in.
        public let from: String
        /// What happened.
        public let event: String
        /// The name of the state that it ends in.
        public let to: String
    }

    /// What the diagram is of.
    public let title: String
    /// The name of the state that a machine begins in.
    public let beginning: String
    /// The ways, in the order in which they were found.
    public let edges: [Edge]
    /// How many states there were behind the names.
    public let stateCount: Int
    /// Whether all were visited.
    public let isComplete: Bool

    /// Walks over all states that the events lead to.
    ///
    /// - Parameters:
    ///   - events: What may happen, each under a name.
    ///   - name: The name of a state; states of one name are one in the diagram.
    ///   - drawsLoops: Whether a state that changes and keeps its name has an arrow to itself.
    ///   - maximumStateCount: How many states are visited at most.
    ///   - step: What becomes of a state; nil where the event is refused.
    /// - Complexity: O(*n* · *m*), for *n* states and *m* events.
    public init<State: Hashable, Event>(
        _ title: String, from beginning: State, events: [(name: String, event: Event)], name: (State) -> String,
        drawsLoops: Bool = true, maximumStateCount: Int = 2000, step: (State, Event) -> State?
    ) {
        var visited: Set<State> = [beginning]
        var waiting = [beginning]
        var found: Set<Edge> = []
        var edges: [Edge] = []
        var next = 0
        while next < waiting.count {
            let state = waiting[next]
            next += 1
            for event in events {
                guard let after = step(state, event.event) else { continue }
                if after != state, drawsLoops || name(after) != name(state) {
                    let edge = Edge(from: name(state), event: event.name, to: name(after))
                    if found.insert(edge).inserted { edges.append(edge) }
                }
                if visited.count < maximumStateCount, visited.insert(after).inserted { waiting.append(after) }
            }
        }
        self.title = title
        self.beginning = name(beginning)
        self.edges = edges
        stateCount = visited.count
        isComplete = visited.count < maximumStateCount
    }

    /// The diagram: `stateDiagram-v2` of Mermaid. Ways with the same ends share an arrow.
    public var description: String {
        var arrows: [(from: String, to: String, events: [String])] = []
        for edge in edges {
            if let index = arrows.firstIndex(where: { $0.from == edge.from && $0.to == edge.to }) {
                arrows[index].events.append(edge.event)
            } else {
                arrows.append((edge.from, edge.to, [edge.event]))
            }
        }
        let lines = arrows.map { "    \($0.from) --> \($0.to): \($0.events.joined(separator: ", "))" }
        return (["stateDiagram-v2", "    [*] --> \(beginning)"] + lines).joined(separator: "\n")
    }
}
