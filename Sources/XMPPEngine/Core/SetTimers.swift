/// Timers that are set, each with the wait that was asked for: the first that was set first, then those of requests, of
/// which there can be many.
///
/// Two are equal where the same timers are set: how long ago, only the host knows.
struct SetTimers: Sendable {
    private var few: [(timer: StreamTimer, duration: Duration)] = []
    private var requests: [RequestHandle: Duration] = [:]

    /// All of them.
    var all: [(timer: StreamTimer, duration: Duration)] {
        few + requests.sorted { $0.key.number < $1.key.number }.map { (.request($0.key), $0.value) }
    }

    /// Whether a timer is set.
    ///
    /// - Complexity: O(1) for one of a request.
    func contains(_ timer: StreamTimer) -> Bool {
        if case .request(let handle) = timer { return requests[handle] != nil }
        return few.contains { $0.timer == timer }
    }

    /// Sets a timer, or sets it anew.
    mutating func set(_ timer: StreamTimer, _ duration: Duration) {
        if case .request(let handle) = timer {
            requests[handle] = duration
        } else if let index = few.firstIndex(where: { $0.timer == timer }) {
            few[index].duration = duration
        } else {
            few.append((timer, duration))
        }
    }

    /// Forgets a timer; says whether it was set.
    mutating func remove(_ timer: StreamTimer) -> Bool {
        if case .request(let handle) = timer { return requests.removeValue(forKey: handle) != nil }
        guard let index = few.firstIndex(where: { $0.timer == timer }) else { return false }
        few.remove(at: index)
        return true
    }

    /// Forgets all of them.
    mutating func removeAll() { self = SetTimers() }
}

extension SetTimers: Hashable {
    static func == (one: SetTimers, other: SetTimers) -> Bool {
        one.few.elementsEqual(other.few) { $0.timer == $1.timer } && one.requests.keys == other.requests.keys
    }

    func hash(into hasher: inout Hasher) {
        for (timer, _) in few { hasher.combine(timer) }
        hasher.combine(requests.count)
    }
}
