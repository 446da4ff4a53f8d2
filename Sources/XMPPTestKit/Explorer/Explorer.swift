/// Walks all states that a world can come to, breadth first, and stops at the first broken rule.
///
/// Breadth first means that the path to a fault is a shortest one.
public struct Explorer: Sendable {
    /// So many states are visited at most.
    public var maximumStates: Int
    /// So many moves are made one after the other at most.
    public var maximumDepth: Int

    /// An explorer that goes on until there is nothing new.
    public init(maximumStates: Int = 1_000_000, maximumDepth: Int = .max) {
        self.maximumStates = maximumStates
        self.maximumDepth = maximumDepth
    }

    /// Walks.
    ///
    /// - Complexity: O(*s* · *m*) in states and moves of each; each state's key is kept, its world only until it has been
    ///   left.
    public func walk<World: ExplorableWorld>(from start: World) -> Exploration {
        var result = Exploration()
        var seen: Set<World.Key> = [start.key]
        var trail: [Step<World.Move>] = [Step(parent: 0, move: nil)]
        var frontier: [(world: World, index: Int)] = [(start, 0)]
        result.note(start)
        if let rule = start.brokenRule {
            result.fault = Exploration.Fault(rule: rule, path: [])
            return result
        }
        while !frontier.isEmpty {
            if result.depth >= maximumDepth {
                result.isComplete = false
                return result
            }
            result.depth += 1
            var next: [(world: World, index: Int)] = []
            for (world, index) in frontier {
                for move in world.moves {
                    var after = world
                    let report = after.make(move)
                    result.transitionCount += 1
                    if let remark = report.remark { result.remarks[remark, default: 0] += 1 }
                    if let rule = report.brokenRules.first ?? after.brokenRule {
                        result.fault = Exploration.Fault(rule: rule, path: path(to: index, trail) + ["\(move)"])
                        return result
                    }
                    guard seen.insert(after.key).inserted else { continue }
                    trail.append(Step(parent: index, move: move))
                    next.append((after, trail.count - 1))
                    result.note(after)
                    if result.stateCount >= maximumStates {
                        result.isComplete = false
                        return result
                    }
                }
            }
            frontier = next
        }
        // The last round found nothing new.
        result.depth -= 1
        return result
    }

    /// How a state was come to first.
    private struct Step<Move> {
        let parent: Int
        /// Nil at the start.
        let move: Move?
    }

    private func path<Move>(to index: Int, _ trail: [Step<Move>]) -> [String] {
        var moves: [String] = []
        var index = index
        while index > 0 {
            if let move = trail[index].move { moves.append("\(move)") }
            index = trail[index].parent
        }
        return moves.reversed()
    }
}
