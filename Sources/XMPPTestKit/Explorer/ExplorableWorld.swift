/// Something that an `Explorer` walks: a value with a finite list of moves.
///
/// A move always has the same effect on equal worlds: entropy is fixed, and time passes only by moves.
public protocol ExplorableWorld {
    /// What tells one state of the world from another. Two worlds with equal keys go on in the same way.
    associatedtype Key: Hashable
    /// One thing that can happen. It prints as a few words.
    associatedtype Move: CustomStringConvertible

    /// What tells this state from others.
    ///
    /// What only grows (offsets, running numbers) has to stay out of it, or the walk never sees a state again.
    var key: Key { get }

    /// All that can happen now; none where nothing can any more.
    var moves: [Move] { get }

    /// Lets something happen.
    mutating func make(_ move: Move) -> MoveReport

    /// Which rule the state breaks by itself, in words; nil where it breaks none. A world that stands still and should
    /// not is told from others here.
    var brokenRule: String? { get }

    /// What the state counts as, in words, for the table of outcomes; nil for one that is not counted.
    var outcome: String? { get }
}

/// What a move came to.
public struct MoveReport: Hashable, Sendable {
    /// The rules that were broken, in words: none.
    public var brokenRules: [String] = []
    /// What is to be counted besides.
    public var remark: String?

    /// Nothing to report.
    public init() {}
}
