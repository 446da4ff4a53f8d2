import CryptoSeam
import XMPPCrypto
import XMPPSASL

/// A client and a server of any mechanisms, a host for both, and somebody between them.
struct Duel {
    /// What a message is, once it is under way.
    struct Message: Equatable {
        let isFromClient: Bool
        var payload: SASLPayload?
        /// Whether it is the success.
        var isSuccess = false
    }

    /// How it ended.
    struct Ending: Equatable {
        var client: SASLOutcome?
        var server: SASLOutcome?
        /// What each side sent, in order.
        var sent: [Message] = []
        /// Whether a message came when nobody waited for one: what an engine ends the stream for.
        var isOutOfOrder = false
        /// How many questions the hosts were asked.
        var questions = 0
        /// What happened that may not: an exchange that speaks on after its end, or that a refused event changed.
        var faults: [String] = []

        /// Whether both sides think that all is well, and nothing else came after that.
        var isGood: Bool { client != nil && server != nil && !isOutOfOrder }
    }

    /// What becomes of a message; several, one or none arrive in its place.
    typealias Meddling = (_ number: Int, _ message: Message) -> [Message]

    /// A state that a side was in, before it took an event.
    struct Visit {
        let exchange: any SASLExchange
        let isClient: Bool
        let hasBegun: Bool
        /// What its host owes an answer to.
        let question: SASLQuestion?
    }

    private let crypto = SwiftCryptoProvider.self
    /// Every state of a run, in order.
    private(set) var visits: [Visit] = []
    private var begunSides: Set<Bool> = []
    private var client: any SASLExchange
    private var server: any SASLExchange
    private var randomness: UInt8
    private var ending = Ending()
    private var hasServerBegun = false

    /// - Parameter randomness: Another number, other nonces.
    init?(_ client: Duellist, _ server: Duellist, randomness: UInt8 = 0) throws {
        guard let client = try client.make(), let server = try server.make() else { return nil }
        self.client = client
        self.server = server
        self.randomness = randomness
    }

    /// Between these two.
    init(client: any SASLExchange, server: any SASLExchange) {
        self.client = client
        self.server = server
        randomness = 0
    }

    /// Runs it to its end.
    mutating func run(meddling: Meddling = { [$1] }) throws -> Ending {
        var underWay: [Message] = []
        try step(.begun(nil), isClient: true, &underWay)
        var number = 0
        while !underWay.isEmpty, number < 32 {
            let message = underWay.removeFirst()
            ending.sent.append(message)
            for arriving in meddling(number, message) { try deliver(arriving, &underWay) }
            number += 1
        }
        if number == 32 { ending.faults.append("it does not end") }
        return ending
    }

    private mutating func deliver(_ message: Message, _ underWay: inout [Message]) throws {
        if message.isFromClient {
            if !hasServerBegun {
                hasServerBegun = true
                try step(.begun(message.payload), isClient: false, &underWay)
            } else {
                try step(.received(message.payload ?? SASLPayload([])), isClient: false, &underWay)
            }
        } else if message.isSuccess {
            try step(.succeeded(message.payload), isClient: true, &underWay)
        } else {
            try step(.received(message.payload ?? SASLPayload([])), isClient: true, &underWay)
        }
    }

    /// Gives one side an event, and answers what it asks until it waits for the other side again.
    private mutating func step(_ event: SASLEvent, isClient: Bool, _ underWay: inout [Message]) throws {
        var event = event
        var open: SASLQuestion?
        while true {
            visits.append(
                Visit(
                    exchange: isClient ? client : server, isClient: isClient,
                    hasBegun: !begunSides.insert(isClient).inserted, question: open))
            switch receive(event, isClient: isClient) {
            case .ask(let question):
                ending.questions += 1
                open = question
                event = .answered(try answer(question, isClient: isClient))
                continue
            case .send(let payload): underWay.append(Message(isFromClient: isClient, payload: payload))
            case .done(let outcome):
                if isClient {
                    ending.client = outcome
                } else {
                    ending.server = outcome
                    underWay.append(
                        Message(isFromClient: false, payload: outcome.additionalData, isSuccess: true))
                }
            case .fail: break
            case .refuse: ending.isOutOfOrder = true
            }
            return
        }
    }

    /// What one event did.
    private struct Step {
        let next: any SASLExchange
        let action: SASLAction
        let faults: [String]
    }

    private mutating func receive(_ event: SASLEvent, isClient: Bool) -> SASLAction {
        func step<E: SASLExchange>(_ exchange: E) -> Step {
            var faults: [String] = []
            var next = exchange
            let action = next.receive(event, using: crypto)
            if case .refuse = action, next != exchange { faults.append("a refused event changed it") }
            var copy = exchange
            if copy.receive(event, using: crypto) != action || copy != next {
                faults.append("a copy went on otherwise")
            }
            switch action {
            case .done, .fail:
                for late in [.begun(nil), .received(SASLPayload([])), .succeeded(nil), .answered(.unavailable)]
                    as [SASLEvent]
                {
                    if next.receive(late, using: crypto) != .refuse(.over) { faults.append("it spoke after its end") }
                }
            case .send, .ask, .refuse: break
            }
            return Step(next: next, action: action, faults: faults)
        }
        let step = isClient ? step(client) : step(server)
        if isClient { client = step.next } else { server = step.next }
        ending.faults += step.faults
        return step.action
    }

    private func answer(_ question: SASLQuestion, isClient: Bool) throws -> SASLAnswer {
        switch question {
        case .randomBytes(let count):
            return .randomBytes(
                Secret((0..<count).map { UInt8(truncatingIfNeeded: $0) &+ (isClient ? 1 : 101) &+ randomness }))
        case .derivedKey(let derivation):
            return .derivedKey(try SCRAMRun.keys.key(Duellist.password, derivation))
        case .credentials(let identity, _):
            guard identity.username == Duellist.username else { return .credentials(nil) }
            guard let variant = SCRAMVariant(server.mechanism) else { return .unavailable }
            return .credentials(try SCRAMRun.credentials(Duellist.password, variant))
        case .digestKey(let key):
            guard key.username == Duellist.username else { return .digestKey(nil) }
            return .digestKey(key.key(password: Secret(Duellist.password), using: crypto))
        case .password(let identity):
            return .password(identity.username == Duellist.username ? Secret(Duellist.password) : nil)
        case .tokens(let identity, let mechanism):
            guard identity.username == Duellist.username else { return .tokens(nil, now: 10) }
            let token = FASTToken(Secret("token"), for: mechanism, expiry: 100)
            return .tokens(FASTTokenSlots(current: token), now: 10)
        case .authorization: return .authorization(false)
        case .verdict(let credentials): return .verdict(verdict(on: credentials))
        }
    }

    private func verdict(on credentials: SASLCredentials) -> SASLVerdict {
        let isRight =
            switch credentials {
            case .password(let identity, let password):
                identity.username == Duellist.username && password == Secret(Duellist.password)
            case .transport, .anonymous: true
            case .token(let token, let username):
                token == Secret("bearer") && username ?? Duellist.username == Duellist.username
            }
        return isRight ? .accepted(username: Duellist.username) : .refused(.notAuthorized)
    }
}
