import XMLStream
import XMPPNegotiation
import XMPPStanza

/// The stages that stanzas pass.
extension StreamCore {
    /// Puts a stage behind the others, or in the place of the one of that key.
    mutating func install(_ installation: StageInstallation) {
        if stages.isEmpty {
            // What waits came in before there were stages: nobody is told of it.
            for action in queue.waiting where action.isStanza { unhandled.add(0..<0, isWaiting: true) }
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

    /// Takes an element that has waited behind the stages, for which it is handled.
    mutating func admitLate(_ element: Element) {
        if stages.isEmpty { admit(element) } else { deliver(element, telling: 0..<0) }
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
    private mutating func tellOfHandled() {
        while life != .over, let told = unhandled.takeHandled() { tell(.handled, told) }
    }

    private mutating func tell(_ event: StageEvent, _ range: Range<Int>) {
        for index in range {
            var passage = StagePassage(stages)
            passage.take(event, at: index)
            carryOut(passage)
        }
    }

    /// Does what the stages want done with something that was not the host's.
    private mutating func carryOut(_ passage: StagePassage) {
        stages = passage.stages
        for output in passage.outputs {
            if life == .over { return }
            switch output {
            case .write(let element): write(element)
            case .deliver(let element, let told): deliver(element, telling: told)
            case .swallowed(let told): unhandled.add(told, isWaiting: false)
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
        let before = queue.count
        admit(element)
        guard AnyStanza.isStanza(element), life != .over else { return }
        // What the engine deals with by itself is handled, once all before it is.
        let isWaiting = queue.count > before && queue.endsInStanza
        unhandled.add(told, isWaiting: isWaiting)
    }

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
        carryOut(passage)
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
