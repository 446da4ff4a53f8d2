import Testing

@testable import XMPPEngine

/// The whole table of `StreamLife`: every state with every event.
@Suite struct StreamLifeTests {
    typealias Row = (StreamLife, StreamLife.Event, StreamLife, [StreamLife.Action])

    /// What leads somewhere, or has a place where it leads nowhere.
    static let moves: [Row] = [
        (.idle, .begun, .opening, []),
        (.opening, .header, .negotiating, []),
        (.negotiating, .restarted, .opening, []),
        (.negotiating, .settled, .ready, []),
        // This side closes.
        (.idle, .closeWished, .over, [.endClosed, .closeTransport]),
        (.opening, .closeWished, .abandoning, [.writeEnd, .awaitEnd]),
        (.negotiating, .closeWished, .abandoning, [.writeEnd, .awaitEnd]),
        (.ready, .closeWished, .closing, [.writeEnd, .awaitEnd]),
        // What was under way then.
        (.abandoning, .header, .abandoning, []),
        (.abandoning, .restarted, .abandoning, []),
        (.abandoning, .settled, .abandoning, []),
        // The peer closes.
        (.opening, .peerClosed, .over, [.writeEnd, .endClosed, .closeTransport]),
        (.negotiating, .peerClosed, .over, [.writeEnd, .endClosed, .closeTransport]),
        (.ready, .peerClosed, .over, [.writeEnd, .endClosed, .closeTransport]),
        (.closing, .peerClosed, .over, [.endClosed, .closeTransport]),
        (.abandoning, .peerClosed, .over, [.endClosed, .closeTransport]),
        // Or does not.
        (.closing, .closingTimedOut, .over, [.endTimedOut, .closeTransport]),
        (.abandoning, .closingTimedOut, .over, [.endTimedOut, .closeTransport]),
        // The transport ends.
        (.idle, .transportClosed, .over, [.endClosed, .closeTransport]),
        (.opening, .transportClosed, .over, [.endCut, .closeTransport]),
        (.negotiating, .transportClosed, .over, [.endCut, .closeTransport]),
        (.ready, .transportClosed, .over, [.endCut, .closeTransport]),
        (.closing, .transportClosed, .over, [.endCut, .closeTransport]),
        (.abandoning, .transportClosed, .over, [.endCut, .closeTransport]),
        // Something fails.
        (.idle, .failed, .over, [.endFailed, .closeTransport]),
        (.opening, .failed, .over, [.endFailed, .closeTransport]),
        (.negotiating, .failed, .over, [.endFailed, .closeTransport]),
        (.ready, .failed, .over, [.endFailed, .closeTransport]),
        (.closing, .failed, .over, [.endFailed, .closeTransport]),
        (.abandoning, .failed, .over, [.endFailed, .closeTransport]),
    ]

    /// What is out of order: nothing changes.
    static let refusals: [(StreamLife, [StreamLife.Event])] = [
        (.idle, [.header, .restarted, .settled, .peerClosed, .closingTimedOut]),
        (.opening, [.begun, .restarted, .settled, .closingTimedOut]),
        (.negotiating, [.begun, .header, .closingTimedOut]),
        (.ready, [.begun, .header, .restarted, .settled, .closingTimedOut]),
        (.closing, [.begun, .header, .restarted, .settled, .closeWished]),
        (.abandoning, [.begun, .closeWished]),
        (.over, StreamLife.Event.allCases),
    ]

    static let rows = moves + refusals.flatMap { state, events in events.map { (state, $0, state, [.refuse]) } }

    @Test func `every state has an outcome for every event`() {
        let pairs = Set(Self.rows.map { "\($0.0) \($0.1)" })
        #expect(pairs.count == Self.rows.count)
        #expect(pairs.count == StreamLife.allCases.count * StreamLife.Event.allCases.count)
        #expect(pairs.count == 63)
    }

    @Test(arguments: rows)
    func `a state does with an event what its table says`(row: Row) {
        var life = row.0
        let actions = life.receive(row.1)
        #expect(life == row.2)
        #expect(actions == row.3)
    }

    @Test("RFC6120-4.4-5: the end is told once on every way there, and closing the transport comes last")
    func endings() {
        let ends: Set<StreamLife.Action> = [.endClosed, .endCut, .endTimedOut, .endFailed]
        for (state, event, next, actions) in Self.rows where next == .over && state != .over {
            #expect(actions.count { ends.contains($0) } == 1, "\(state) \(event)")
            #expect(actions.last == .closeTransport, "\(state) \(event)")
        }
        // What the peer ends, this side ends too, unless it has done so before.
        let answered: [StreamLife] = [.opening, .negotiating, .ready]
        for (state, event, _, actions) in Self.rows where event == .peerClosed {
            #expect(actions.contains(.writeEnd) == answered.contains(state), "\(state)")
        }
    }
}
