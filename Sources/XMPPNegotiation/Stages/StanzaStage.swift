public import XMLStream

/// A stage on the way of stanzas, between the stream and its host: stream management, client state, a host's own filter.
///
/// Stages are ordered: what comes in passes the first installed first, what goes out the last. A stage is a value with a
/// pure step; time and what it needs come in as events.
public protocol StanzaStage: Hashable, Sendable {
    /// Takes an event.
    mutating func receive(_ event: StageEvent) -> [StageEffect]

    /// The state as bytes, for `StreamFeature.stage(restoring:)` of the feature that installed it; nil where it cannot be
    /// stored now. The timer that was asked for is set again without it.
    func snapshot() -> [UInt8]?
}

/// What happens to a stage.
public enum StageEvent: Hashable, Sendable {
    /// The peer sent a first-level element.
    case received(Element)
    /// The host sends one.
    case sent(Element)
    /// A stanza that the stage let in is handled: the host has taken it, or the engine has dealt with it in its place, or
    /// a stage further in has swallowed it, for good or to let it in later. Stanzas are told in the order in which they
    /// came, each once.
    case handled
    /// The timer that was asked for has run out.
    case timerFired
}

/// What a stage wants done. A stage that returns nothing has swallowed what it was given.
public enum StageEffect: Hashable, Sendable {
    /// The element, or another in its place, goes on the way that it was going. Where no element was given, as `send`.
    case pass(Element)
    /// Send this, past the stages that stand further out only.
    case send(Element)
    /// Let this in, past the stages that stand further in only. The stage hears of its being handled.
    case deliver(Element)
    /// Wake the stage after so long, instead of when it was asked for before.
    case setTimer(Duration)
    /// Do not wake it.
    case cancelTimer
    /// The stream must not go on.
    case fail(StreamViolation)
}

/// A stage to be installed, under a key by which a snapshot finds it again.
public struct StageInstallation: Hashable, Sendable {
    /// The feature that installs it; of one key there is one stage.
    public let key: FeatureKey
    /// The stage as it begins.
    public let stage: any StanzaStage

    /// An installation.
    public init(_ key: FeatureKey, _ stage: any StanzaStage) {
        self.key = key
        self.stage = stage
    }

    public static func == (one: StageInstallation, other: StageInstallation) -> Bool {
        one.key == other.key && one.stage.isEqual(to: other.stage)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(key)
        stage.hash(into: &hasher)
    }
}

extension StanzaStage {
    /// Whether two stages are of one type, and equal.
    package func isEqual(to other: any StanzaStage) -> Bool { (other as? Self) == self }
}

extension FeatureMachine {
    /// Whether two machines are of one type, and equal.
    package func isEqual(to other: any FeatureMachine) -> Bool { (other as? Self) == self }
}
