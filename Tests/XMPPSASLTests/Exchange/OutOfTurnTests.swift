import Testing
import XMPPCrypto
import XMPPSASL

/// What a peer says while the host owes an answer.
@Suite struct OutOfTurnTests {
    @Test(
        "S16, RFC6120-6.4.3-3: who speaks out of turn ends the exchange, whatever was asked",
        arguments: DuelTests.matches)
    func speaking(_ pair: DuelTests.Pair) throws {
        for isClient in [true, false] {
            let original = try #require(try (isClient ? pair.client : pair.server).make())
            var asking = original
            var action = asking.receive(.begun(nil), using: SwiftCryptoProvider.self)
            if !isClient, case .send = action {
                var client = try #require(try pair.client.make())
                var said = client.receive(.begun(nil), using: SwiftCryptoProvider.self)
                if case .ask(.randomBytes(let count)) = said {
                    let bytes = SASLAnswer.randomBytes(Secret(Array(repeating: 1, count: count)))
                    said = client.receive(.answered(bytes), using: SwiftCryptoProvider.self)
                }
                guard case .send(let message?) = said else { continue }
                action = asking.receive(.received(message), using: SwiftCryptoProvider.self)
            }
            guard case .ask = action else { continue }
            for event in [SASLEvent.received(SASLPayload([])), .succeeded(nil), .succeeded(SASLPayload([1]))] {
                var exchange = asking
                let action = exchange.receive(event, using: SwiftCryptoProvider.self)
                if case .succeeded = event, !isClient {
                    #expect(action == .refuse(.wrongSide))
                    continue
                }
                let condition: SASLFailure.Condition = isClient ? .aborted : .malformedRequest
                guard case .fail(let failure) = action else { return #expect(Bool(false), "\(action)") }
                #expect(failure.condition == condition && failure.reason == .outOfTurn)
            }
        }
    }
}
