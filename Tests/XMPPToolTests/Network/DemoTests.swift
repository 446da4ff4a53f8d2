#if Tool && NIO
    import NIOConcurrencyHelpers
    import Testing

    @testable import xmpp

    /// The demonstration, with a short burst.
    @Suite struct DemoTests {
        @Test(.timeLimit(.minutes(1)))
        func `the demonstration shows each step, keeps secrets, and loses nothing`() async throws {
            let pages = NIOLockedValueBox<[UInt8]>([])
            let demo = Demo(messageCount: 200) { bytes in pages.withLockedValue { $0 += bytes } }
            let outcome = try await demo.run()
            #expect(outcome.burst.received == 200 && outcome.burst.misplaced == 0)
            #expect(outcome.refusals == ["not-well-formed", nil] && outcome.isRight(of: 200))
            #expect(outcome.mechanism?.hasSuffix("-PLUS") == true)
            let text = String(decoding: pages.withLockedValue { $0 }, as: UTF8.self)
            for step in [
                "<starttls", "TLS 1.3, a certificate for example.com", "-PLUS: the password is proved",
                "<success", "bytes masked", "<jid>juliet@example.com/balcony</jid>", "on the balcony",
                "wherefore art thou Romeo?", "are you there?", "turned away with not-well-formed",
                "turned away without a word", "200 of 200 came, in order",
            ] {
                #expect(text.contains(step), "\(step) is missing")
            }
            // What came behind <starttls/> in the clear is shown once, as it was sent, and nobody got it.
            #expect(text.split(separator: "psst").count == 2)
        }

        static let outcomes: [(Int, Int, [String?], Bool)] = [
            (10, 0, ["a", nil], true), (9, 0, ["a", nil], false), (10, 1, ["a", nil], false),
            (10, 0, ["a", "open"], false), (10, 0, [], false),
        ]

        @Test(arguments: outcomes)
        func `a message that is lost or misplaced, or a peer that is let in, is a failure`(
            received: Int, misplaced: Int, refusals: [String?], isRight: Bool
        ) {
            var outcome = Demo.Outcome()
            outcome.burst = Burst.Outcome(received: received, misplaced: misplaced)
            outcome.refusals = refusals
            #expect(outcome.isRight(of: 10) == isRight)
        }
    }
#endif
