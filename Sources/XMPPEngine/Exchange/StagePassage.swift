import XMLStream
import XMPPNegotiation
import XMPPStanza

/// The way of one element, or of one event, through the stages: what becomes of them, and what comes out. Nothing has
/// happened before what came out is carried out, so that a wish that turns out to be too large changes nothing.
struct StagePassage {
    /// What comes out, in order.
    enum Output {
        /// This goes on the wire.
        case write(Element)
        /// This goes to the host; the stages of that range let it in, and hear of it once it has been taken.
        case deliver(Element, telling: Range<Int>)
        /// A stage has swallowed a stanza; for those further out, it is handled.
        case swallowed(telling: Range<Int>)
        case setTimer(FeatureKey, Duration)
        case cancelTimer(FeatureKey)
        case fail(StreamViolation)
    }

    private(set) var stages: [StageInstallation]
    private(set) var outputs: [Output] = []
    /// How many stages have been handed something by one another, and whether that was too many.
    private var depth = 0
    private var isTooDeep = false

    init(_ stages: [StageInstallation]) { self.stages = stages }

    /// Takes an element that the peer sent.
    mutating func receive(_ element: Element) { pass(element, inwards: 0, from: 0) }

    /// Takes an element that is to be sent.
    mutating func send(_ element: Element) { pass(element, outwards: stages.count &- 1) }

    /// Takes an event that brings no element.
    mutating func take(_ event: StageEvent, at index: Int) {
        for effect in step(event, at: index) {
            switch effect {
            // There is nothing to be passed on: what is in its place goes out.
            case .pass(let element), .send(let element): pass(element, outwards: index &- 1)
            case .deliver(let element): pass(element, inwards: index &+ 1, from: index)
            case .setTimer, .cancelTimer, .fail: note(effect, at: index)
            }
        }
    }

    /// Hands an element to the stages from `index` up to the innermost.
    ///
    /// - Parameter outermost: The first of the stages that have let it in.
    private mutating func pass(_ element: Element, inwards index: Int, from outermost: Int) {
        guard index < stages.count else { return outputs.append(.deliver(element, telling: outermost..<index)) }
        guard goDeeper() else { return }
        defer { depth &-= 1 }
        // The first that is passed on stands for the element, in the eyes of the stages further out; more are this
        // stage's own.
        var first = outermost
        for effect in step(.received(element), at: index) {
            switch effect {
            case .pass(let element):
                pass(element, inwards: index &+ 1, from: first)
                first = index
            case .deliver(let element): pass(element, inwards: index &+ 1, from: index)
            case .send(let element): pass(element, outwards: index &- 1)
            case .setTimer, .cancelTimer, .fail: note(effect, at: index)
            }
        }
        if first == outermost, outermost < index, AnyStanza.isStanza(element) {
            outputs.append(.swallowed(telling: outermost..<index))
        }
    }

    /// Hands an element to the stages from `index` down to the outermost.
    private mutating func pass(_ element: Element, outwards index: Int) {
        guard index >= 0 else { return outputs.append(.write(element)) }
        guard goDeeper() else { return }
        defer { depth &-= 1 }
        for effect in step(.sent(element), at: index) {
            switch effect {
            case .pass(let element), .send(let element): pass(element, outwards: index &- 1)
            case .deliver(let element): pass(element, inwards: index &+ 1, from: index)
            case .setTimer, .cancelTimer, .fail: note(effect, at: index)
            }
        }
    }

    /// Two stages that answer each other would do so for ever: then the stream ends.
    ///
    /// - Returns: Whether to go on.
    private mutating func goDeeper() -> Bool {
        if isTooDeep { return false }
        guard depth < StagePassage.mostDeep &+ stages.count else {
            isTooDeep = true
            outputs = [.fail(StagePassage.endless)]
            return false
        }
        depth &+= 1
        return true
    }

    private mutating func note(_ effect: StageEffect, at index: Int) {
        let key = stages[index].key
        switch effect {
        case .setTimer(let duration): outputs.append(.setTimer(key, duration))
        case .cancelTimer: outputs.append(.cancelTimer(key))
        case .fail(let violation): outputs.append(.fail(violation))
        case .pass, .send, .deliver: return
        }
    }

    private mutating func step(_ event: StageEvent, at index: Int) -> [StageEffect] {
        guard stages.indices.contains(index) else { return [] }
        var stage = stages[index].stage
        let effects = stage.receive(event)
        stages[index] = StageInstallation(stages[index].key, stage)
        return effects
    }

    /// What ends the stream then.
    static let endless = StreamViolation(.internalServerError, expected: "stages that come to an end")

    /// So many steps beyond one through each stage are enough for any that answer each other.
    private static let mostDeep = 64
}
