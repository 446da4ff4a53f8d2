/// How a pipe cuts the bytes that go through it: a stream must not notice.
public enum Chopping: Hashable, Sendable {
    /// Not at all: all that is there at once.
    case whole
    /// Into pieces of so many bytes.
    case pieces(byteCount: Int)
    /// Once, behind so many bytes of all that ever goes through.
    case once(behind: Int)

    /// How many of the bytes that wait go through next.
    ///
    /// - Parameter passed: How many have gone through before.
    func length(of waiting: Int, passed: Int) -> Int {
        switch self {
        case .whole: waiting
        case .pieces(let byteCount): min(waiting, max(1, byteCount))
        case .once(let place): passed < place ? min(waiting, place - passed) : waiting
        }
    }
}
