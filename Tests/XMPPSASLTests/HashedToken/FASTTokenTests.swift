import Testing
import XMPPCrypto
import XMPPSASL

/// Tokens over several exchanges: their counts, how one follows another, and how they end.
@Suite struct FASTTokenTests {
    private let crypto = SwiftCryptoProvider.self
    private static let variant = HashedTokenVariant(.sha256, binding: .none)

    private static func token(_ word: String, expiry: Int64 = 100, count: UInt64 = 0) -> FASTToken {
        FASTToken(Secret(word), for: variant.name, expiry: expiry, count: count)
    }

    /// Uses a token.
    ///
    /// - Returns: What the server stores afterwards; nil where it refuses.
    private func use(
        _ word: String, _ slots: FASTTokenSlots, _ attempt: FASTAttempt = FASTAttempt(),
        isEarly: Bool = false
    ) throws -> FASTTokenSlots? {
        var client = try #require(HashedTokenClient(Self.variant, username: "alice", token: Secret(word)))
        guard case .send(let message) = client.receive(.begun(nil), using: crypto) else { return nil }
        var server = try #require(
            HashedTokenServer(
                Self.variant, on: SASLChannel(.tls13, isEarlyData: isEarly), attempt: attempt,
                decoySecret: Secret("decoy")))
        _ = server.receive(.begun(message), using: crypto)
        guard case .done(let outcome) = server.receive(.answered(.tokens(slots, now: 10)), using: crypto) else {
            return nil
        }
        return outcome.tokens
    }

    @Test(
        "S29, XEP0484-3.4-3: in early data a count has to be there, and greater than any before",
        arguments: [
            (nil, true, 0, nil), (0, true, 0, nil), (1, true, 0, 1), (1, true, 1, nil), (2, true, 1, 2),
            (9, true, 1, 9),
            (1, true, 9, nil), (UInt64.max, true, 9, UInt64.max), (UInt64.max, true, UInt64.max, nil),
            // Outside of early data nobody can say it again; a count that is there has to be right all the same.
            (nil, false, 0, 0), (nil, false, 5, 5), (6, false, 5, 6), (5, false, 5, nil),
        ] as [(UInt64?, Bool, UInt64, UInt64?)])
    func counts(_ count: UInt64?, _ isEarly: Bool, _ before: UInt64, _ after: UInt64?) throws {
        let slots = FASTTokenSlots(current: Self.token("a", count: before))
        let kept = try use("a", slots, FASTAttempt(count: count), isEarly: isEarly)
        #expect(kept?.current?.count == after)
    }

    @Test("S29: what was heard in early data and is said again is refused") func replay() throws {
        var kept = FASTTokenSlots(current: Self.token("a"))
        let attempt = FASTAttempt(count: 1)
        kept = try #require(try use("a", kept, attempt, isEarly: true))
        #expect(try use("a", kept, attempt, isEarly: true) == nil)
        #expect(try use("a", kept, FASTAttempt(count: 2), isEarly: true) != nil)
    }

    @Test("XEP0484-3.4-2: a client's count grows with each attempt, and ends with the numbers") func growing() {
        var token = Self.token("a")
        #expect([token.nextCount(), token.nextCount(), token.nextCount()] == [1, 2, 3])
        #expect(token.count == 3)
        var last = Self.token("a", count: UInt64.max - 1)
        #expect(last.nextCount() == UInt64.max)
        #expect(last.nextCount() == nil)
    }

    @Test("XEP0484-3.5-1, XEP0484-3.5-2: the old token is good until the new one is used, and not afterwards")
    func rotation() throws {
        var kept = FASTTokenSlots()
        kept.give(Self.token("a"))
        kept = try #require(try use("a", kept))
        kept.give(Self.token("b"))
        // The client has not heard of it.
        kept = try #require(try use("a", kept))
        #expect(kept.current == Self.token("a") && kept.following == Self.token("b"))
        kept = try #require(try use("b", kept))
        #expect(try use("a", kept) == nil)
        kept = try #require(try use("b", kept))
        // One that was given and never used makes place for the next.
        kept.give(Self.token("c"))
        kept.give(Self.token("d"))
        #expect(try use("c", kept) == nil)
        #expect(try use("b", kept) != nil && use("d", kept) != nil)
    }

    @Test("XEP0484-3.6-1, XEP0484-3.6-2: a token that is to be of no use any more is of none") func invalidation()
        throws
    {
        let given = FASTTokenSlots(current: Self.token("a"), following: Self.token("b"))
        let attempt = FASTAttempt(invalidatesToken: true)
        let first = try #require(try use("a", given, attempt))
        #expect(first == FASTTokenSlots(following: Self.token("b")))
        let second = try #require(try use("b", given, attempt))
        #expect(second == FASTTokenSlots())
        var withdrawn = given
        withdrawn.withdraw()
        #expect(try use("a", withdrawn) == nil && use("b", withdrawn) == nil)
    }

    @Test("XEP0484-4.2-2: a token whose time is over is told apart, at any side of the second")
    func expiry() throws {
        for (expiry, isGood) in [(Int64.min, false), (9, false), (10, false), (11, true), (Int64.max, true)] {
            let kept = FASTTokenSlots(current: Self.token("a", expiry: expiry))
            #expect(try (use("a", kept) != nil) == isGood)
        }
    }
}
