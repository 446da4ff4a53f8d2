import FuzzSupport
import Testing
import XMPPAddress
import XMPPEngine
import XMPPNegotiation
import XMPPSASL
import XMPPTestKit

/// A client and a server back to back, which agree on everything.
struct ClientAndServer {
    /// What both know of their channel.
    static let binding = ChannelBinding(.tlsExporter, data: Array(repeating: 7, count: 32))

    var client: StreamConfiguration
    var server: StreamConfiguration
    let chopping: Chopping

    init(chopping: Chopping = .whole) throws {
        self.chopping = chopping
        let address = try #require(JID("juliet@example.com/balcony"))
        client = .client(
            address, account: SASLAccount(of: address, password: .known(Secret("r0m30"))),
            crypto: ToyCryptoProvider.self)
        let sasl = SASLReceivingConfiguration(
            SASLServerPolicy(),
            SASLServerPolicy.Configuration(domain: "example.com", decoySecret: Secret("0123456789abcdef")))
        server = .server(of: [address.domain], sasl: sasl, crypto: ToyCryptoProvider.self)
    }

    static func host(seed: UInt64) -> AccountHost {
        AccountHost(seed: seed, crypto: ToyCryptoProvider.self) { password, derivation in
            Secret(
                ToyCryptoProvider.derivedKey(
                    password: password.exposed, salt: derivation.salt, iterations: derivation.iterations,
                    with: derivation.algorithm))
        }
    }

    var pair: StreamPair<AccountHost, AccountHost> {
        get throws {
            var clientHost = Self.host(seed: 1)
            clientHost.ownPassword = Secret("r0m30")
            clientHost.tls = TLSFacts(
                .tls13, peer: .presented(PresentedCertificate(trust: .trusted, dnsNames: ["example.com"])),
                bindings: [Self.binding].compactMap { $0 })
            var serverHost = Self.host(seed: 2)
            serverHost.passwords = ["juliet": Secret("r0m30")]
            serverHost.tls = TLSFacts(.tls13, bindings: [Self.binding].compactMap { $0 })
            return StreamPair(
                StreamDriver(XMPPStream(try StreamSetup(client)), host: clientHost, chopping: chopping),
                StreamDriver(XMPPStream(try StreamSetup(server)), host: serverHost, chopping: chopping))
        }
    }
}
