import XMLStream

/// What of a stream decides how it goes on, for walks over all states (`Explorer`).
///
/// Two streams are equal only where they have read as many bytes and asked as many questions; a walk that compared those
/// would never see a state again. So what only grows is left out, and what nobody decides by: the offset, the numbers of
/// questions and stanzas, the count of stray answers and of elements before the stream is ready, the printed plan, the
/// peer's header once it has been read, and whether something was sent or received where no timer asks for it. The caps on
/// what is left out are shown by tests of their own. A stream that its host has closed before it was ready heeds nothing
/// but the end, so what it knew by then counts no more.
package struct StreamExplorationState: Hashable, Sendable {
    private var core: StreamCore
    private let held: [UInt8]
    private let limits: XMLLimits
    /// Whether nothing of an element has come that is not complete.
    package let isBetweenFrames: Bool

    /// Cheap to make: lists of features, which elements hold, are told apart by `==`.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(core.life)
        hasher.combine(core.timers)
        hasher.combine(core.headers.pins)
        hasher.combine(core.facts.isSecure)
        hasher.combine(core.facts.isAuthenticated)
        hasher.combine(core.facts.address)
        hasher.combine(core.facts.negotiated.count)
        switch core.side {
        case .initiating(let negotiation):
            if case .negotiating(let feature, _, _) = negotiation.state { feature.hash(into: &hasher) }
        case .receiving(let negotiation):
            if case .offering(let awake) = negotiation.state { hasher.combine(awake) }
            if case .busy(let awake, _, _) = negotiation.state { hasher.combine(awake) }
        case .settled(let settled): hasher.combine(settled)
        }
        hasher.combine(isBetweenFrames)
    }

    fileprivate init(_ stream: XMPPStream) {
        held = stream.held
        limits = stream.reader.limits
        isBetweenFrames = stream.reader.isBetweenFrames
        core = stream.core
        core.byteOffset = 0
        core.headers.last = nil
        core.lastNumber = 0
        core.strayAnswerCount = 0
        core.questions = core.questions.withoutNumbers
        core.side = core.side.withoutAccounts
        if core.life == .abandoning || core.life == .over {
            core.side = NegotiationSide(core.configuration)
            core.headers = HeadersRead()
        }
        if core.configuration.deadlines.keepalive == nil { core.hasSent = false }
        if core.configuration.deadlines.silence == nil { core.hasReceived = false }
    }
}

extension XMPPStream {
    /// What decides how the stream goes on.
    ///
    /// - Complexity: O(1), but for what the state itself holds.
    package var explorationState: StreamExplorationState { StreamExplorationState(self) }
}
