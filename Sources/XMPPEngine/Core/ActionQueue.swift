/// Orders that wait for the host to carry them out.
struct ActionQueue: Hashable, Sendable {
    private var actions: [StreamAction] = []
    private var next = 0

    var isEmpty: Bool { next == actions.count }

    @inline(__always)
    mutating func append(_ action: consuming StreamAction) { actions.append(action) }

    /// Takes the oldest order.
    @inline(__always)
    mutating func popFirst() -> StreamAction? {
        guard next < actions.count else { return nil }
        let action = actions[next]
        next &+= 1
        if next == actions.count { clear() }
        return action
    }

    /// Takes an order back.
    mutating func remove(where isUnwanted: (StreamAction) -> Bool) {
        actions.removeFirst(next)
        next = 0
        actions.removeAll(where: isUnwanted)
    }

    /// An idle stream keeps little memory.
    private mutating func clear() {
        next = 0
        actions.removeAll(keepingCapacity: actions.capacity <= ActionQueue.mostKept)
    }

    static func == (one: ActionQueue, other: ActionQueue) -> Bool {
        one.actions[one.next...].elementsEqual(other.actions[other.next...])
    }

    func hash(into hasher: inout Hasher) { for action in actions[next...] { hasher.combine(action) } }

    private static let mostKept = 4
}
