import Testing
import XMPPCrypto

@testable import XMPPSASL

/// HT-*, both sides.
@Suite struct HashedTokenTests {
    private let crypto = SwiftCryptoProvider.self
    private static let variants = HashedTokenVariant.Hash.allCases.flatMap { hash in
        HashedTokenVariant.Binding.allCases.map { HashedTokenVariant(hash, binding: $0) }
    }
    private static let token = Secret("secret-token:fast-wFrQXJdU")

    private static func channel(_ binding: ChannelBinding?) -> SASLChannel {
        SASLChannel(.tls12(hasExtendedMasterSecret: true), bindings: binding.map { [$0] } ?? [])
    }

    private static func binding(_ variant: HashedTokenVariant, _ byte: UInt8 = 7) -> ChannelBinding? {
        variant.binding.kind.map { ChannelBinding(unchecked: $0, data: Array(repeating: byte, count: 32)) }
    }

    @Test("XEP0484-3.1-3, XEP0484-4.2-1: the honest run takes one message each way", arguments: variants)
    func honest(_ variant: HashedTokenVariant) throws {
        #expect(SASLMechanismName(variant.name.description) == variant.name)
        let binding = Self.binding(variant)
        var client = try #require(
            HashedTokenClient(variant, username: "alice", token: Self.token, binding: binding))
        var server = try #require(
            HashedTokenServer(
                variant, on: Self.channel(binding), attempt: FASTAttempt(), decoySecret: Secret("decoy")))
        guard case .send(let message?) = client.receive(.begun(nil), using: crypto) else {
            return #expect(Bool(false))
        }
        let identity = SASLIdentity(username: "alice")
        #expect(server.receive(.begun(message), using: crypto) == .ask(.tokens(of: identity, for: variant.name)))
        let slots = FASTTokenSlots(current: Self.kept(Self.token, variant), following: Self.kept(Secret("b"), variant))
        guard case .done(let outcome) = server.receive(.answered(.tokens(slots, now: 10)), using: crypto) else {
            return #expect(Bool(false))
        }
        #expect(outcome.identity == identity && outcome.tokens == slots)
        guard case .done(let end) = client.receive(.succeeded(outcome.additionalData), using: crypto) else {
            return #expect(Bool(false))
        }
        #expect(end.isPeerVerified)
    }

    @Test(
        "S14, XEP0484-3.4-4, XEP0484-4.2-2: a wrong token, channel or mechanism is refused, an expired token by its name"
    )
    func refused() throws {
        for variant in Self.variants {
            let message = try self.message(variant)
            let right = Self.kept(Self.token, variant)
            let other = Self.kept(Secret("other"), variant)
            let old = FASTToken(Self.token, for: variant.name, expiry: 10)
            let empty = Self.kept(Secret(""), variant)
            let rows: [(FASTTokenSlots?, SASLFailure.Condition?)] = [
                (nil, .notAuthorized), (FASTTokenSlots(), .notAuthorized),
                (FASTTokenSlots(current: other), .notAuthorized), (FASTTokenSlots(following: other), .notAuthorized),
                (FASTTokenSlots(current: old, following: other), .credentialsExpired),
                (FASTTokenSlots(current: empty, following: empty), .notAuthorized),
                (FASTTokenSlots(current: right), nil), (FASTTokenSlots(following: right), nil),
            ]
            for (slots, condition) in rows {
                #expect(try condition == self.condition(variant, message, slots, Self.binding(variant)))
            }
            if variant.binding != .none {
                let slots = FASTTokenSlots(current: right)
                #expect(try condition(variant, message, slots, Self.binding(variant, 8)) == .notAuthorized)
            }
            // The message of another mechanism.
            for other in Self.variants where other != variant {
                let foreign = try self.message(other)
                // A token serves the mechanism that it was given for, even where the proof is the same.
                let slots = FASTTokenSlots(current: Self.kept(Self.token, other))
                #expect(try condition(variant, foreign, slots, Self.binding(variant)) != nil)
            }
        }
    }

    @Test(
        "S16, XEP0484-IMPL-M2-1: with any bit of either message or of the channel flipped, or one cut short, nobody is fooled",
        arguments: variants)
    func flipped(_ variant: HashedTokenVariant) throws {
        let message = try message(variant)
        for index in message.indices {
            for bit in 0..<8 {
                var other = message
                other[index] ^= 1 << UInt8(bit)
                // Another name is another user's business: that one has no such token.
                let slots = index < 5 ? nil : FASTTokenSlots(current: Self.kept(Self.token, variant))
                #expect(try condition(variant, other, slots, Self.binding(variant)) != nil)
            }
            let slots = FASTTokenSlots(current: Self.kept(Self.token, variant))
            #expect(try condition(variant, Array(message[..<index]), slots, Self.binding(variant)) != nil)
        }
        let proof = variant.proof(
            of: .responder, token: Self.token, bindingData: Self.binding(variant)?.data.exposed ?? [], using: crypto)
        var wrong: [[UInt8]?] = [nil, [], proof + [0], Array(proof.dropLast())]
        for index in proof.indices {
            for bit in 0..<8 {
                var other = proof
                other[index] ^= 1 << UInt8(bit)
                wrong.append(other)
            }
        }
        let channel = Self.binding(variant)
        for index in channel?.data.exposed.indices ?? 0..<0 {
            for bit in 0..<8 {
                var data = channel?.data.exposed ?? []
                data[index] ^= 1 << UInt8(bit)
                wrong.append(variant.proof(of: .responder, token: Self.token, bindingData: data, using: crypto))
            }
        }
        // What we said ourselves is no proof either.
        wrong.append(Array(message[6...]))
        for answer in wrong {
            var client = try #require(
                HashedTokenClient(variant, username: "alice", token: Self.token, binding: Self.binding(variant)))
            _ = client.receive(.begun(nil), using: crypto)
            guard case .fail(let failure) = client.receive(.succeeded(answer.map { SASLPayload($0) }), using: crypto)
            else { return #expect(Bool(false)) }
            #expect(failure.reason == .proof)
        }
    }

    @Test func `a variant and a channel that do not go together make no exchange`() {
        let none = HashedTokenVariant(.sha256, binding: .none)
        let exporter = HashedTokenVariant(.sha256, binding: .exporter)
        let channel = ChannelBinding(unchecked: .tlsExporter, data: [1])
        #expect(HashedTokenClient(none, username: "a", token: Self.token, binding: channel) == nil)
        #expect(HashedTokenClient(exporter, username: "a", token: Self.token) == nil)
        #expect(
            HashedTokenServer(none, on: SASLChannel(.tls13), attempt: FASTAttempt(), decoySecret: Self.token) != nil)
        #expect(
            HashedTokenServer(exporter, on: SASLChannel(.tls13), attempt: FASTAttempt(), decoySecret: Self.token) == nil
        )
        #expect(HashedTokenClient(none, username: "", token: Self.token) == nil)
        #expect(HashedTokenClient(none, username: "a\u{0}", token: Self.token) == nil)
        #expect(HashedTokenClient(none, username: "a", token: Secret("")) == nil)
    }

    private func message(_ variant: HashedTokenVariant) throws -> [UInt8] {
        var client = try #require(
            HashedTokenClient(variant, username: "alice", token: Self.token, binding: Self.binding(variant)))
        guard case .send(let message?) = client.receive(.begun(nil), using: crypto) else { return [] }
        return message.exposed
    }

    /// A token as it is stored.
    private static func kept(_ secret: Secret, _ variant: HashedTokenVariant) -> FASTToken {
        FASTToken(secret, for: variant.name, expiry: 100)
    }

    /// How the server refuses a message at the time 10; nil where it accepts it.
    private func condition(
        _ variant: HashedTokenVariant, _ message: [UInt8], _ slots: FASTTokenSlots?, _ binding: ChannelBinding?
    ) throws -> SASLFailure.Condition? {
        var server = try #require(
            HashedTokenServer(
                variant, on: Self.channel(binding), attempt: FASTAttempt(), decoySecret: Secret("decoy")))
        var action = server.receive(.begun(SASLPayload(message)), using: crypto)
        if case .ask = action { action = server.receive(.answered(.tokens(slots, now: 10)), using: crypto) }
        if case .fail(let failure) = action { return failure.condition }
        return nil
    }
}
