import CryptoSeam
import Testing
import XMPPCrypto

@testable import XMPPSASL

/// From a choice to an exchange, on both sides: nothing of the account or the policy gets lost on the way.
@Suite struct SelectionExchangeTests {
    private let crypto = SwiftCryptoProvider.self
    private static let server = SASLServerPolicy(mechanisms: SASLMechanism.current + SASLMechanism.historic)
    private static let configuration = SASLServerPolicy.Configuration(
        domain: "example.com", decoySecret: Duellist.decoy)
    private static let names = (SASLMechanism.current + SASLMechanism.historic).map(\.name)

    private static var account: SASLAccount {
        var account = SASLAccount(
            username: Duellist.username, domain: "example.com", password: .known(Secret(Duellist.password)))
        account.hasCertificate = true
        account.bearerToken = Secret("bearer")
        account.isAnonymous = true
        return account
    }

    /// The choice of one mechanism.
    private func choose(
        _ name: SASLMechanismName, _ account: SASLAccount, _ change: (inout SASLPolicy) -> Void = { _ in }
    ) -> SASLChoice.Selection? {
        var policy = SASLPolicy()
        policy.mechanisms = (SASLMechanism.current + SASLMechanism.historic).filter { $0.name == name }
        change(&policy)
        let offer = Self.server.offer(.sasl2, on: Duellist.channel, hasClientCertificate: true)
        return SASLChoice(from: offer, policy: policy, channel: Duellist.channel, account: account).selection
    }

    @Test(
        "RFC6120-6.3.4-5, RFC6120-13.8.1-1, RFC6120-13.8.3-7, RFC6120-13.8.4-1, RFC4422-4-1: every mechanism goes from the choice to a good end with the account's own words",
        arguments: names
    )
    func every(_ name: SASLMechanismName) throws {
        var account = Self.account
        if HashedTokenVariant(name) != nil { account.token = FASTToken(Secret("token"), for: name, expiry: 100) }
        let selection = try #require(choose(name, account))
        let offer = Self.server.offer(.sasl2, on: Duellist.channel, hasClientCertificate: true)
        let taken = try Self.server.mechanism(
            named: name.description, from: offer, on: Duellist.channel, usesToken: account.token != nil
        ).get()
        let client = try #require(try selection.exchange(for: account))
        let server = try #require(
            Self.server.exchange(for: taken, from: offer, on: Duellist.channel, Self.configuration))
        #expect(client.mechanism == name && server.mechanism == name)
        var duel = Duel(client: client, server: server)
        let ending = try duel.run()
        #expect(ending.isGood)
        #expect(ending.server?.identity?.username == Duellist.username)
        #expect(ending.server?.isPeerVerified == (name != .anonymous))
    }

    /// What a client begins with.
    private func first(_ name: SASLMechanismName, _ account: SASLAccount) throws -> String? {
        guard var client = try choose(name, account)?.exchange(for: account) else { return nil }
        var action = client.receive(.begun(nil), using: crypto)
        if case .ask(.randomBytes(let count)) = action {
            let bytes = SASLAnswer.randomBytes(Secret(Array(repeating: 0, count: count)))
            action = client.receive(.answered(bytes), using: crypto)
        }
        guard case .send(let message) = action else { return nil }
        return message.map { String(decoding: $0.exposed, as: UTF8.self) }
    }

    @Test("RFC6120-6.3.8-1, RFC4422-3.4.1-1: whom to act as is said, or the mechanism is passed over", arguments: names)
    func authorizationIdentity(_ name: SASLMechanismName) throws {
        var account = Self.account
        if HashedTokenVariant(name) != nil { account.token = FASTToken(Secret("token"), for: name, expiry: 100) }
        account.authorizationIdentity = "boss@example.com"
        guard let selection = choose(name, account) else {
            #expect(
                name == .anonymous || name == .xOAuth2 || name == .cramMD5 || HashedTokenVariant(name) != nil)
            return
        }
        #expect(selection.mechanism.carriesAuthorizationIdentity)
        if name == .digestMD5 { return }
        #expect(try first(name, account)?.contains("boss@example.com") == true)
    }

    @Test func `what was derived from a password is enough for SCRAM, and for nothing that takes the password`() {
        var account = SASLAccount(username: "alice", domain: "example.com", password: .derivedKeysOnly)
        for name in Self.names {
            let isEnough = SCRAMVariant(name) != nil || name == .digestMD5
            #expect((choose(name, account) != nil) == isEnough, "\(name)")
        }
        account.password = .none
        #expect(Self.names.allSatisfy { choose($0, account) == nil })
        account.isAnonymous = true
        #expect(Self.names.filter { choose($0, account) != nil } == [.anonymous])
    }

    @Test("RFC5802-5.1-17, XEP0474-6.2-1, S15: policy's rounds and the offer go along") func rules() throws {
        let name = SASLMechanismName.scramSHA256
        let selection = try #require(
            choose(name, Self.account) {
                $0.iterations = 5000...6000
                $0.requiresConfirmedOffer = true
                $0.channelBinding = .off
            })
        let offer = Self.server.offer(.sasl2, on: Duellist.channel, hasClientCertificate: true)
        let hash = Base64.encode(offer.downgradeProtection.digest(with: .sha256, using: crypto))
        let right = String(decoding: hash, as: UTF8.self)
        let wrong = String(right.reversed().drop { $0 == "=" }.reversed()).lowercased() + "="
        for (rounds, extension_, reason) in [
            (4999, "h=\(right)", .iterationCount), (6001, "h=\(right)", .iterationCount), (5000, "", .downgrade),
            (5000, "h=\(wrong)", .downgrade), (5000, "h=\(right)", nil), (6000, "h=\(right)", nil),
        ] as [(Int, String, SASLFailure.Reason?)] {
            var client = try #require(try selection.exchange(for: Self.account))
            _ = client.receive(.begun(nil), using: crypto)
            let nonce = Secret(Array(repeating: 0, count: 24))
            _ = client.receive(.answered(.randomBytes(nonce)), using: crypto)
            let part = String(decoding: Base64.encode(nonce.exposed), as: UTF8.self)
            let message = "r=\(part)x,s=QUJD,i=\(rounds)" + (extension_.isEmpty ? "" : ",\(extension_)")
            let action = client.receive(.received(SASLPayload(Array(message.utf8))), using: crypto)
            guard let reason else {
                guard case .ask(.derivedKey) = action else { return #expect(Bool(false), "\(action)") }
                continue
            }
            #expect(action == .fail(SASLFailure(condition: .aborted, reason: reason)), "\(message)")
        }
    }

    @Test("RFC5802-6-6: a server takes y for a lie if it offered a mechanism with binding, and only then") func lies()
        throws
    {
        for (mechanisms, isLie) in [
            (SASLServerPolicy().mechanisms, true), ([.scram(SCRAMVariant(.sha1, bindsChannel: false))], false),
        ] {
            let policy = SASLServerPolicy(mechanisms: mechanisms)
            let offer = policy.offer(.sasl, on: Duellist.channel)
            let taken = try policy.mechanism(named: "SCRAM-SHA-1", from: offer, on: Duellist.channel).get()
            var server = try #require(
                policy.exchange(for: taken, from: offer, on: Duellist.channel, Self.configuration))
            let action = server.receive(.begun(SASLPayload(Array("y,,n=alice,r=abc".utf8))), using: crypto)
            if case .ask(.credentials) = action { #expect(!isLie) } else { #expect(isLie) }
        }
    }

    @Test("S29: early data is the channel's to tell, not the host's to remember") func earlyData() throws {
        let variant = HashedTokenVariant(.sha256, binding: .none)
        let early = SASLChannel(.tls13, isEarlyData: true)
        let offer = Self.server.offer(.sasl2, on: early)
        let taken = try Self.server.mechanism(
            named: variant.name.description, from: offer, on: early, usesToken: true
        ).get()
        var client = try #require(HashedTokenClient(variant, username: "alice", token: Secret("token")))
        guard case .send(let message) = client.receive(.begun(nil), using: crypto) else { return }
        for (count, isGood) in [(nil, false), (1, true)] as [(UInt64?, Bool)] {
            var server = try #require(
                Self.server.exchange(
                    for: taken, from: offer, on: early, Self.configuration, attempt: FASTAttempt(count: count)))
            _ = server.receive(.begun(message), using: crypto)
            let slots = FASTTokenSlots(current: FASTToken(Secret("token"), for: variant.name, expiry: 100))
            let action = server.receive(.answered(.tokens(slots, now: 10)), using: crypto)
            if case .done = action { #expect(isGood) } else { #expect(!isGood) }
        }
    }

    @Test func `an identity is its own at its own domain`() {
        for (wanted, isOwn) in [
            (nil, true), ("alice@example.com", true), ("alice@example.org", false), ("bob@example.com", false),
            ("alice", false),
        ] {
            let identity = SASLIdentity(username: "alice", authorizationIdentity: wanted)
            #expect(identity.namesItself(at: "example.com") == isOwn)
        }
    }
}
