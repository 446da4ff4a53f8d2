public import XMPPEngine

/// A clock that stands still until it is wound, with the timers of one stream.
public struct HandWoundClock: Hashable, Sendable {
    /// A timer that is set.
    public struct Setting: Hashable, Sendable {
        /// Which.
        public let timer: StreamTimer
        /// When it runs out, from when the clock was made.
        public let due: Duration
    }

    /// How far it was wound.
    public private(set) var now = Duration.zero
    /// The timers that are set.
    public private(set) var settings: [Setting] = []

    /// A clock without timers.
    public init() {}

    /// Sets a timer, or sets it anew.
    public mutating func set(_ timer: StreamTimer, _ duration: Duration) {
        cancel(timer)
        settings.append(Setting(timer: timer, due: now + duration))
    }

    /// Forgets a timer.
    public mutating func cancel(_ timer: StreamTimer) { settings.removeAll { $0.timer == timer } }

    /// Winds the clock on to the next timer that runs out within `duration`, or by all of it.
    ///
    /// - Returns: The timer, which is no longer set; nil where none runs out.
    public mutating func wind(by duration: Duration) -> StreamTimer? {
        let end = now + duration
        guard let next = settings.filter({ $0.due <= end }).min(by: { $0.due < $1.due }) else {
            now = end
            return nil
        }
        now = max(now, next.due)
        cancel(next.timer)
        return next.timer
    }
}
