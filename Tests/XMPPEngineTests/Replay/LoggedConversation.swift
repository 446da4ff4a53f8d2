import Testing
import XMLStream
import XMPPAddress
import XMPPEngine
import XMPPNegotiation
import XMPPSASL
import XMPPStanza
import XMPPTestKit

/// A conversation between two streams that are made by recipes, of which each side writes a log.
struct LoggedConversation {
    var initiating: StreamRecipe
    var receiving: StreamRecipe
    /// What the initiating side says its password is.
    var password = "r0m30"
    /// What the two do once they are ready.
    var exchange: (inout StreamPair<AccountHost, AccountHost>) throws -> Void = { _ in }

    /// What both ended with, and their logs.
    struct Outcome {
        let pair: StreamPair<AccountHost, AccountHost>
        let initiating: [UInt8]
        let receiving: [UInt8]
    }

    func run(chopping: Chopping = .whole) throws -> Outcome {
        var pair = StreamPair(
            try driver(initiating, host(seed: 1, knows: "example.com"), chopping),
            try driver(receiving, host(seed: 2, knows: "example.net"), chopping))
        pair.run()
        try exchange(&pair)
        pair.settle()
        return Outcome(pair: pair, initiating: pair.initiating.takeLog(), receiving: pair.receiving.takeLog())
    }

    private func driver(
        _ recipe: StreamRecipe, _ host: AccountHost, _ chopping: Chopping
    ) throws -> StreamDriver<AccountHost> {
        let setup = try StreamSetup(recipe.configuration(crypto: PlainCryptoProvider.self))
        var driver = StreamDriver(XMPPStream(setup), host: host, chopping: chopping)
        driver.startLog(.recipe(recipe))
        return driver
    }

    private func host(seed: UInt64, knows peer: String) -> AccountHost {
        var host = AccountHost(seed: seed, crypto: PlainCryptoProvider.self) { password, derivation in
            // Not PBKDF2, which would take seconds: the keys are the hosts' own affair.
            Secret(
                PlainCryptoProvider.authenticationCode(
                    for: derivation.salt, key: password.exposed, with: derivation.algorithm))
        }
        host.ownPassword = Secret(password)
        host.passwords = ["juliet": Secret("r0m30")]
        let certificate = PresentedCertificate(trust: .trusted, dnsNames: [peer])
        let binding = ChannelBinding(.tlsExporter, data: Array(repeating: 7, count: 32))
        host.tls = TLSFacts(.tls13, peer: .presented(certificate), bindings: [binding].compactMap { $0 })
        return host
    }
}

extension LoggedConversation {
    /// A client and its server: a message, a request, and the end.
    static func login(password: String = "r0m30") throws -> LoggedConversation {
        let juliet = try #require(JID("juliet@example.com/balcony"))
        let account = SASLAccount(of: juliet, password: .known(Secret(password)))
        var client = StreamRecipe(.client(juliet, account, SASLPolicy()))
        client.deadlines.keepalive = .seconds(60)
        var server = StreamRecipe(.serverOfClients([juliet.domain], sasl))
        server.tracksRequests = true
        var conversation = LoggedConversation(initiating: client, receiving: server)
        conversation.password = password
        conversation.exchange = { pair in
            let romeo = JID("romeo@example.net")
            let message = try Message(.chat, to: romeo, id: "1") { $0.body("Wherefore art thou, 50% Romeo?\nÄ") }
            pair.initiating.take(.sent(.message(message)))
            let ping = try Element(xml: "<ping xmlns='urn:xmpp:ping'/>")
            let request = try IQ(.get, to: juliet.domain, id: "2") { $0.element(ping) }
            pair.initiating.take(.requested(request, deadline: .milliseconds(1500)))
            pair.settle()
            for case .iq(let iq) in pair.receiving.stanzas { pair.receiving.take(.declined(iq)) }
            pair.settle()
            pair.initiating.wind(by: .seconds(60))
            // Refused: it has begun.
            pair.initiating.begin()
            pair.initiating.take(.closed(with: nil))
        }
        return conversation
    }

    /// A component and its server.
    static func component(secret: String = "r0m30") throws -> LoggedConversation {
        let bot = try #require(JID("bot.example.com"))
        var conversation = LoggedConversation(
            initiating: StreamRecipe(.component(bot, secret: Secret(secret))),
            receiving: StreamRecipe(.serverOfComponents([bot], .secret(Secret("r0m30")))))
        conversation.exchange = { pair in
            let message = try Message(
                .normal, to: JID("juliet@example.com"), from: bot, id: "1", { $0.body("Good night") })
            pair.initiating.take(.sent(.message(message)))
            pair.settle()
            pair.receiving.take(.closed(with: StreamError(.systemShutdown, text: LocalizedText("bye", language: "en"))))
        }
        return conversation
    }

    /// A server that calls another.
    static func servers() throws -> LoggedConversation {
        let (own, other) = (try #require(JID("example.net")), try #require(JID("example.com")))
        var conversation = LoggedConversation(
            initiating: StreamRecipe(.serverCalling(other, from: own)),
            receiving: StreamRecipe(.serverOfServers([other], external)))
        conversation.exchange = { pair in
            let message = try Message(
                .chat, to: JID("juliet@example.com"), from: JID("romeo@example.net"), id: "1", { $0.body("I am here") })
            pair.initiating.take(.sent(.message(message)))
            pair.settle()
            pair.receiving.take(.closed(with: nil))
        }
        return conversation
    }

    private static var sasl: SASLReceivingConfiguration {
        SASLReceivingConfiguration(
            SASLServerPolicy(),
            SASLServerPolicy.Configuration(domain: "example.com", decoySecret: Secret("0123456789abcdef")))
    }

    private static var external: SASLReceivingConfiguration {
        var sasl = sasl
        sasl.policy = SASLServerPolicy(mechanisms: [.external])
        return sasl
    }

    /// All of them, by the names of their files.
    static func all() throws -> [(name: String, conversation: LoggedConversation)] {
        [
            ("login", try login()), ("failed-login", try login(password: "m0nt4gu3")), ("component", try component()),
            ("servers", try servers()),
        ]
    }
}
