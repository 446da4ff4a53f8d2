import CryptoSeam
import Testing
import XMPPCrypto
import XMPPSASL

/// A mechanism that the library does not know, written with what is public.
@Suite struct ForeignMechanismTests {
    /// Both sides of a mechanism of some host's: the server says a number, the client repeats it, behind a word.
    struct Echo: SASLExchange {
        enum State: Hashable { case idle, waiting, answered, over }

        let isServer: Bool
        let word: String
        var state = State.idle

        var mechanism: SASLMechanismName { Echo.name }

        static let name = SASLMechanismName("X-ECHO") ?? .plain
        static let number = SASLPayload([4, 2])

        mutating func receive(_ event: SASLEvent, using crypto: any CryptoProvider.Type) -> SASLAction {
            switch (state, event) {
            case (.idle, .begun(nil)):
                state = .waiting
                return .send(isServer ? Echo.number : nil)
            case (.waiting, .received(let message)) where isServer:
                state = .over
                let expected = crypto.digest(of: Array(word.utf8) + Echo.number.exposed, with: .sha256)
                guard crypto.areEqual(message.exposed, expected) else {
                    return .fail(SASLFailure(condition: .notAuthorized, reason: .proof))
                }
                return .done(
                    SASLOutcome(
                        isPeerVerified: true, identity: SASLIdentity(username: "somebody"), additionalData: nil))
            case (.waiting, .received(let message)):
                state = .answered
                return .send(SASLPayload(crypto.digest(of: Array(word.utf8) + message.exposed, with: .sha256)))
            case (.answered, .succeeded(nil)):
                state = .over
                return .done(SASLOutcome(isPeerVerified: false, identity: nil, additionalData: nil))
            case (.over, _): return .refuse(.over)
            case (.idle, _), (.waiting, _), (.answered, _): return .refuse(.answer)
            }
        }
    }

    @Test("RFC4422-4-1: a host's own mechanism takes part like any other", arguments: ["word", "sword"])
    func exchange(_ word: String) {
        let crypto = SwiftCryptoProvider.self
        var client: any SASLExchange = Echo(isServer: false, word: "word")
        var server: any SASLExchange = Echo(isServer: true, word: word)
        #expect(client.mechanism.description == "X-ECHO")
        #expect(client.receive(.begun(nil), using: crypto) == .send(nil))
        guard case .send(let challenge?) = server.receive(.begun(nil), using: crypto),
            case .send(let response?) = client.receive(.received(challenge), using: crypto)
        else { return #expect(Bool(false)) }
        switch server.receive(.received(response), using: crypto) {
        case .done(let outcome):
            #expect(word == "word" && outcome.identity?.username == "somebody")
            guard case .done = client.receive(.succeeded(nil), using: crypto) else { return #expect(Bool(false)) }
        case .fail(let failure): #expect(word != "word" && failure.condition == .notAuthorized)
        case let other: Issue.record("\(other)")
        }
    }
}
