import XMLStream
import XMPPNegotiation
import XMPPStanza

/// The stages that stanzas pass.
extension StreamCore {
    /// Puts a stage behind the others, or in the place of the one of that key.
    mutating func install(_ installation: StageInstallation) {
        if stages.isEmpty {
            // What waits came in before there were stages: nobody is told of it.
            for action in queue.waiting where action.isStanza { unhandled.note(.queued, of: unhandled.add(0..<0)) }
            for index in early.indices { early[index].number = unhandled.add(0..<0) }
        }
        if let index = stages.firstIndex(where: { $0.key == installation.key }) {
            stages[index] = installation
        } else {
            stages.append(installation)
        }
    }

    /// Hands an element that came in to the stages.
    mutating func passInwards(_ element: Element) {
        var passage = StagePassage(stages)
        passage.receive(element)
        carryOut(passage)
    }

    /// Takes a stanza that was kept until now, behind all stages.
    mutating func admitLate(_ stanza: EarlyStanza) {
        admit(stanza.element, as: stanza.number)
    }

    /// Takes an element that has passed all stages, and notes what became of it under its number.
    private mutating func admit(_ element: Element, as number: Int?) {
        // Others may be admitted meanwhile.
        let outer = (admission, admittedNumber)
        (admission, admittedNumber) = (.done, number)
        admit(element)
        if let number, life != .over { unhandled.note(admission, of: number) }
        (admission, admittedNumber) = outer
    }

    /// Wakes a stage.
    mutating func wakeStage(_ key: FeatureKey) {
        guard let index = stages.firstIndex(where: { $0.key == key }) else { return }
        tell(.timerFired, index..<(index &+ 1))
    }

    /// Tells the stages that the host has taken a stanza.
    mutating func tellStages(of action: StreamAction) {
        guard action.isStanza, life != .over else { return }
        unhandled.takeFirst()
        tellOfHandled()
    }

    /// Tells the stages of all that is handled, in the order in which it came in.
    mutating func tellOfHandled() {
        while life != .over, let told = unhandled.takeHandled() { tell(.handled, told) }
    }

    private mutating func tell(_ event: StageEvent, _ range: Range<Int>) {
        for index in range {
            var passage = StagePassage(stages)
            passage.take(event, at: index)
            carryOut(passage)
        }
    }

    /// Does what the stages want done with something.
    ///
    /// - Parameter isHosts: Whether it is: that is written whatever waits to be drained, as its host has been asked.
    private mutating func carryOut(_ passage: StagePassage, isHosts: Bool = false) {
        stages = passage.stages
        // What one passage comes to may be the next one's beginning, and so on without end.
        if stageDepth >= Self.mostStageDepth { return violate(StagePassage.endless) }
        stageDepth &+= 1
        defer { stageDepth &-= 1 }
        for output in passage.outputs {
            if life == .over { return }
            switch output {
            case .write(let element): if isHosts { writeAnyway(element) } else { write(element) }
            case .deliver(let element, let told): deliver(element, telling: told)
            case .swallowed(let told): unhandled.note(.done, of: unhandled.add(told))
            case .setTimer, .cancelTimer, .fail: carryOut(output)
            }
        }
        tellOfHandled()
    }

    private mutating func carryOut(_ order: StagePassage.Output) {
        switch order {
        case .write, .deliver, .swallowed: return
        case .setTimer(let key, let duration): set(.stage(key), duration)
        case .cancelTimer(let key): cancel(.stage(key))
        case .fail(let violation): violate(violation)
        }
    }

    /// Delivers what has come through, and notes which stages are to hear of it.
    private mutating func deliver(_ element: Element, telling told: Range<Int>) {
        // What the engine deals with by itself is handled, once all before it is.
        admit(element, as: AnyStanza.isStanza(element) ? unhandled.add(told) : nil)
    }

    private static let mostStageDepth = 32

    // MARK: Sending

    /// Sends a stanza of the host's.
    ///
    /// - Throws: `tooLarge` where the peer does not take so much; nothing is sent then.
    @inline(__always)
    mutating func put(_ element: Element) throws(StreamMisuse) {
        guard stages.isEmpty else { return try putThroughStages(element) }
        hasSent = try Self.put(element, atMost: maximumStanzaBytes, &writer)
    }

    /// Sends a stanza that a feature answers with, through the stages, which count stanzas.
    mutating func passOutwards(_ element: Element) {
        var passage = StagePassage(stages)
        passage.send(element)
        carryOut(passage)
    }

    @inline(__always)
    private static func put(
        _ element: Element, atMost maximumByteCount: Int, _ writer: inout FrameOutput
    ) throws(StreamMisuse) -> Bool {
        let isWritten: Bool
        do throws(XMLContentError) {
            isWritten = try writer.write(element, atMost: maximumByteCount)
        } catch {
            throw StreamMisuse(.unwritable)
        }
        if !isWritten { throw StreamMisuse(.tooLarge) }
        return true
    }

    /// Sends a stanza through the stages, or changes nothing.
    @inline(never)
    private mutating func putThroughStages(_ element: Element) throws(StreamMisuse) {
        var passage = StagePassage(stages)
        let most = maximumStanzaBytes
        if most < .max {
            var trial = writer
            // A stage may keep it until nobody can be told any more that it is too large.
            _ = try Self.put(element, atMost: most, &trial)
            passage.send(element)
            trial = writer
            for case .write(let element) in passage.outputs { _ = try Self.put(element, atMost: most, &trial) }
        } else {
            passage.send(element)
        }
        carryOut(passage, isHosts: true)
    }
}

extension StreamAction {
    /// Whether it brings the host a stanza.
    var isStanza: Bool {
        switch self {
        case .stanza, .answered: true
        case .write, .startTLS, .startCompression, .request, .setTimer, .cancelTimer, .established, .nonza, .unanswered,
            .unsent, .ended, .closeTransport:
            false
        }
    }
}
