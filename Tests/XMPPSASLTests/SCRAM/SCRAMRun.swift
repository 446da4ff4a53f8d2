import CryptoSeam
import XMPPCrypto
import XMPPSASL

/// A client and a server back to back, and a host that answers what they ask.
struct SCRAMRun {
    /// Which message a peer may meddle with.
    enum Message: Int, CaseIterable, Sendable { case clientFirst, serverFirst, clientFinal, serverFinal }

    /// How it ended on each side; nil where a side is still waiting.
    struct Ending: Equatable, Sendable {
        var client: SASLAction?
        var server: SASLAction?

        /// Whether both sides think that all is well.
        var isVerified: Bool {
            if case .done(let client)? = client, case .done(let server)? = server {
                return client.isPeerVerified && server.isPeerVerified
            }
            return false
        }
    }

    var variant = SCRAMVariant(.sha256, bindsChannel: false)
    var password = "pencil"
    /// What the client believes it to be.
    var typedPassword: String?
    var clientBinding = SCRAMClient.Binding.unsupported
    var serverBindings: [ChannelBinding] = []
    var authorizationIdentity: String?
    var mayAct = true
    var isUserKnown = true
    var clientOffer: SCRAMDowngradeProtection?
    var serverOffer: SCRAMDowngradeProtection?
    var requiresConfirmedOffer = false
    /// Changes a message on its way, or swallows it.
    var meddle: (Message, [UInt8]) -> [UInt8]? = { $1 }
    /// Whether the server's last message comes as a challenge before the success, not with it.
    var challengesLast = false

    static let salt: [UInt8] = Array("a salt of sixteen".utf8)
    static let iterations = 4096
    static let keys = DerivedKeys()

    /// Runs it to the end, and gives the messages as they were sent.
    func run() throws -> (ending: Ending, sent: [[UInt8]]) {
        let crypto = SwiftCryptoProvider.self
        guard
            var configuration = try SCRAMClient.Configuration(
                variant, username: "user", authorizationIdentity: authorizationIdentity, binding: clientBinding)
        else { return (Ending(), []) }
        configuration.downgradeProtection = clientOffer
        configuration.requiresConfirmedOffer = requiresConfirmedOffer
        var client = SCRAMClient(configuration)
        var serverConfiguration = SCRAMServer.Configuration(
            variant, bindings: serverBindings, decoySecret: Secret("a secret of the server's"))
        serverConfiguration.downgradeProtection = serverOffer
        serverConfiguration.decoyIterations = SCRAMRun.iterations
        var server = SCRAMServer(serverConfiguration)
        var sent: [[UInt8]] = []
        var ending = Ending()

        /// Lets a side go on until it has something to send or is over.
        func settle(_ exchange: inout some SASLExchange, _ event: SASLEvent, isClient: Bool) throws -> SASLAction {
            var action = exchange.receive(event, using: crypto)
            while case .ask(let question) = action {
                action = exchange.receive(.answered(try answer(question, isClient: isClient)), using: crypto)
            }
            return action
        }

        var number = 0
        var event = SASLEvent.begun(nil)
        while number < 4 {
            let isClientsTurn = number % 2 == 0
            let action =
                try isClientsTurn
                ? settle(&client, event, isClient: true) : settle(&server, event, isClient: false)
            var message: [UInt8]?
            switch action {
            case .send(let payload): message = payload?.exposed ?? []
            case .done(let outcome):
                ending.server = action
                message = outcome.additionalData?.exposed
            case .fail, .refuse, .ask:
                if isClientsTurn { ending.client = action } else { ending.server = action }
            }
            guard let message, let which = Message(rawValue: number) else { return (ending, sent) }
            sent.append(message)
            guard let altered = meddle(which, message) else { return (ending, sent) }
            number += 1
            event = number == 1 ? .begun(SASLPayload(altered)) : .received(SASLPayload(altered))
            if number == 4, !challengesLast { event = .succeeded(SASLPayload(altered)) }
        }
        var last = try settle(&client, event, isClient: true)
        if case .send = last { last = try settle(&client, .succeeded(nil), isClient: true) }
        ending.client = last
        return (ending, sent)
    }

    private func answer(_ question: SASLQuestion, isClient: Bool) throws -> SASLAnswer {
        switch question {
        case .randomBytes(let count): .randomBytes(Secret((0..<UInt8(count)).map { $0 &+ (isClient ? 1 : 101) }))
        case .derivedKey(let derivation):
            .derivedKey(try SCRAMRun.keys.key(typedPassword ?? password, derivation))
        case .credentials:
            isUserKnown ? .credentials(try SCRAMRun.credentials(password, variant)) : .credentials(nil)
        case .authorization: .authorization(mayAct)
        case .verdict, .tokens, .digestKey, .password: .unavailable
        }
    }

    static func key(_ password: String, _ derivation: SCRAMDerivation) throws -> Secret {
        Secret(
            try PasswordDerivation.uncheckedKey(
                from: SCRAMDerivation.prepared(password: password).exposed, salt: derivation.salt,
                rounds: derivation.iterations, with: derivation.algorithm,
                byteCount: derivation.algorithm.digestByteCount))
    }

    static func credentials(
        _ password: String, _ variant: SCRAMVariant, salt: [UInt8] = salt, iterations: Int = iterations
    ) throws -> SCRAMCredentials {
        let derivation = SCRAMDerivation(algorithm: variant.algorithm, salt: salt, iterations: iterations)
        return SCRAMCredentials(
            derivation: derivation, derivedKey: try keys.key(password, derivation), using: SwiftCryptoProvider.self)
    }
}
