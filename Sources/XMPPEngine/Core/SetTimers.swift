/// Timers that are set, the first that was set first, each with the wait that was asked for.
///
/// Two are equal where the same timers are set: how long ago, only the host knows.
struct SetTimers: Sendable {
    private(set) var all: [(timer: StreamTimer, duration: Duration)] = []

    func contains(_ timer: StreamTimer) -> Bool { all.contains { $0.timer == timer } }

    /// Sets a timer, or sets it anew.
    mutating func set(_ timer: StreamTimer, _ duration: Duration) {
        if let index = all.firstIndex(where: { $0.timer == timer }) {
            all[index].duration = duration
        } else {
            all.append((timer, duration))
        }
    }

    /// Forgets a timer; says whether it was set.
    mutating func remove(_ timer: StreamTimer) -> Bool {
        guard let index = all.firstIndex(where: { $0.timer == timer }) else { return false }
        all.remove(at: index)
        return true
    }

    /// Forgets all of them.
    mutating func removeAll() { all = [] }
}

extension SetTimers: Hashable {
    static func == (one: SetTimers, other: SetTimers) -> Bool {
        one.all.elementsEqual(other.all) { $0.timer == $1.timer }
    }

    func hash(into hasher: inout Hasher) { for (timer, _) in all { hasher.combine(timer) } }
}
