import FuzzSupport
import Testing
import XMPPAddress
import XMPPEngine
import XMPPNegotiation
import XMPPSASL
import XMPPStanza
import XMPPTestKit

/// When a stream has an address, and whose it is (RFC 6120 §4.3.6).
@Suite struct OwnAddressTests {
    @Test(
        """
        RFC6120-4.3.6-1, RFC6120-4.3.6-2, RFC6120-4.3.6-4, RFC6120-4.3.6-5, RFC6120-4.3.6-6: a client has no address \
        before one is bound, and then the one that the server names
        """)
    func binding() throws {
        var pair = try ReadyStream.client.pair()
        pair.receiving.host.leavesOpen = { if case .resource = $0 { true } else { false } }
        pair.run()
        for facts in [pair.initiating.stream.facts, pair.receiving.stream.facts] {
            #expect(facts.isAuthenticated && facts.address == nil)
        }
        // It asked for another.
        let question = try #require(pair.receiving.open.first)
        let bound = try #require(JID("juliet@example.com/orchard"))
        pair.receiving.answer(question.id, .resource(.success(bound)))
        pair.settle()
        #expect(pair.initiating.established?.facts.address == bound)
        #expect(pair.receiving.established?.facts.address == bound)
    }

    @Test("RFC6120-4.3.6-3: an account is that of the authorization identity, or else of the credentials")
    func account() throws {
        for identity in [nil, "juliet@example.com"] {
            let address = try #require(JID("juliet@example.com"))
            var account = SASLAccount(of: address, password: .known(Secret("r0m30")))
            account.authorizationIdentity = identity
            var both = try ClientAndServer()
            both.client = .client(address, account: account, crypto: ToyCryptoProvider.self)
            var pair = try both.pair
            pair.run()
            #expect(pair.receiving.established?.facts.authentication?.address == address, "\(identity ?? "none")")
            #expect(pair.receiving.established?.facts.address?.bare == address)
        }
    }

    @Test("RFC6120-4.3.6-8: a server is the domain that it asked to be, or else that of its certificate")
    func domain() throws {
        for identity in [nil, "example.net"] {
            var pair = try ReadyStream.calledServer.pair(initiating: { calling in
                var account = SASLAccount(username: "", domain: "example.com")
                account.authorizationIdentity = identity
                account.hasCertificate = true
                calling.features = [StartTLSFeature(), SASLFeature(SASLInitiatingConfiguration(account))]
            })
            pair.run()
            #expect(pair.receiving.established?.facts.authentication?.address == JID("example.net"))
        }
    }
}
