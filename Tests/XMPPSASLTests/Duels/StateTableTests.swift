import Testing
import XMPPCrypto

@testable import XMPPSASL

/// Every state of every machine against every kind of event.
@Suite struct StateTableTests {
    /// One answer of each kind.
    private static let answers: [SASLAnswer] = [
        .randomBytes(Secret([])), .derivedKey(Secret([])), .digestKey(nil), .password(nil), .credentials(nil),
        .tokens(nil, now: 0), .verdict(.refused(.notAuthorized)), .authorization(false), .unavailable,
    ]

    private static func isAnswer(_ answer: SASLAnswer, to question: SASLQuestion?) -> Bool {
        switch (question, answer) {
        case (.some, .unavailable), (.randomBytes, .randomBytes), (.derivedKey, .derivedKey),
            (.digestKey, .digestKey), (.password, .password), (.credentials, .credentials), (.tokens, .tokens),
            (.verdict, .verdict), (.authorization, .authorization):
            true
        default: false
        }
    }

    /// As what an event has to be refused in a state; nil where it has to be taken.
    private static func misuse(_ event: SASLEvent, _ visit: Duel.Visit) -> SASLMisuse? {
        switch event {
        case .begun(let payload):
            visit.hasBegun ? .alreadyBegun : visit.isClient && payload != nil ? .wrongSide : nil
        case .received: visit.hasBegun ? nil : .notBegun
        case .succeeded: !visit.isClient ? .wrongSide : visit.hasBegun ? nil : .notBegun
        case .answered(let answer):
            !visit.hasBegun ? .notBegun : isAnswer(answer, to: visit.question) ? nil : .answer
        }
    }

    private static func check(_ event: SASLEvent, _ visit: Duel.Visit) {
        func step(_ exchange: some SASLExchange) -> (action: SASLAction, isChanged: Bool) {
            var copy = exchange
            let action = copy.receive(event, using: SwiftCryptoProvider.self)
            return (action, copy != exchange)
        }
        let (action, isChanged) = step(visit.exchange)
        let place = "\(visit.exchange.mechanism), \(String(describing: visit.question)), \(event)"
        if let misuse = misuse(event, visit) {
            #expect(action == .refuse(misuse) && !isChanged, "\(place)")
            return
        }
        #expect(isChanged, "\(place)")
        switch (event, action) {
        case (_, .refuse): #expect(Bool(false), "\(place): \(action)")
        case (.received, .fail(let failure)), (.succeeded, .fail(let failure)):
            if visit.question != nil { #expect(failure.reason == .outOfTurn, "\(place)") }
        case (.received, _), (.succeeded, _): #expect(visit.question == nil, "\(place): \(action)")
        case (.answered(.unavailable), _):
            let condition: SASLFailure.Condition = visit.isClient ? .aborted : .temporaryAuthFailure
            guard case .fail(let failure) = action else { return #expect(Bool(false), "\(place): \(action)") }
            #expect(failure.condition == condition && failure.reason == .unavailable, "\(place)")
        case (.begun, _), (.answered, _): break
        }
    }

    @Test(
        "S16: every event in every state is taken as it has to be, or refused for the right reason and changes nothing")
    func table() throws {
        let payload = SASLPayload([0x3D])
        let events: [SASLEvent] =
            [.begun(nil), .begun(payload), .received(payload), .succeeded(nil), .succeeded(payload)]
            + Self.answers.map { .answered($0) }
        var pairs = 0
        for pair in DuelTests.matches {
            var duel = try #require(try Duel(pair.client, pair.server))
            _ = try duel.run()
            for visit in duel.visits {
                for event in events {
                    Self.check(event, visit)
                    pairs += 1
                }
            }
        }
        #expect(pairs == 14 * 231)
    }
}
