import XMLStream
import XMPPNegotiation

/// The stages that stanzas pass.
extension StreamCore {
    /// Hands an event to a stage.
    mutating func step(_ event: StageEvent, at index: Int) -> [StageEffect] {
        guard index < stages.count else { return [] }
        var stage = stages[index].stage
        let effects = stage.receive(event)
        stages[index] = StageInstallation(stages[index].key, stage)
        return effects
    }

    /// Does what a stage wants done.
    ///
    /// - Parameter isInward: Which way the element goes that it was given.
    mutating func carryOut(_ effects: [StageEffect], at index: Int, isInward: Bool) {
        guard index < stages.count else { return }
        let key = stages[index].key
        for effect in effects {
            if life == .over { return }
            switch effect {
            case .pass(let element):
                if isInward { pass(element, inwards: index &+ 1) } else { pass(element, outwards: index &- 1) }
            case .send(let element): pass(element, outwards: index &- 1)
            case .setTimer(let duration): set(.stage(key), duration)
            case .cancelTimer: cancel(.stage(key))
            case .fail(let violation): violate(violation)
            }
        }
    }

    /// Hands an element to the stages from `index` down to the outermost, and writes what comes through.
    mutating func pass(_ element: Element, outwards index: Int) {
        guard index >= 0 else { return write(element) }
        carryOut(step(.sent(element), at: index), at: index, isInward: false)
    }

    /// Sends a stanza of the host's.
    ///
    /// - Throws: `tooLarge` where the peer does not take so much; nothing is sent then.
    @inline(__always)
    mutating func put(_ element: Element) throws(StreamMisuse) {
        guard stages.isEmpty else { return pass(element, outwards: stages.count &- 1) }
        hasSent = true
        let isWritten: Bool
        do throws(XMLContentError) {
            isWritten = try writer.write(element, atMost: maximumStanzaBytes)
        } catch {
            throw StreamMisuse(.unwritable)
        }
        if !isWritten { throw StreamMisuse(.tooLarge) }
    }
}
