#if Tool && NIO
    import XMPPAddress
    import XMPPNIO
    import XMPPStanza

    /// Many messages from one client to another, counted and looked at.
    struct Burst {
        /// What came of it.
        struct Outcome: Equatable, Sendable {
            /// Messages that came.
            var received = 0
            /// Messages that did not come when it was their turn.
            var misplaced = 0
            var duration = Duration.zero

            /// Messages that came in a second.
            var rate: Double {
                let seconds = duration / .seconds(1)
                return seconds > 0 ? Double(received) / seconds : 0
            }
        }

        let count: Int

        /// Sends them all, while they are being received.
        ///
        /// - Parameter news: What the receiver hears.
        /// - Throws: What keeps them from being sent or received.
        func run(from sender: XMPPSession, to news: inout DemoCast.News, at address: JID) async throws -> Outcome {
            let clock = ContinuousClock()
            let begin = clock.now
            async let sent: Void = send(from: sender, to: address)
            var outcome = Outcome()
            while outcome.received < count, let event = try await news.next() {
                guard case .stanza(.message(let message)) = event else { continue }
                if message.id != "\(outcome.received)" { outcome.misplaced += 1 }
                outcome.received += 1
            }
            outcome.duration = clock.now - begin
            try await sent
            return outcome
        }

        private func send(from sender: XMPPSession, to address: JID) async throws {
            for number in 0..<count {
                try await sender.send(
                    try Message(.chat, to: address, id: "\(number)") { $0.body("message \(number)") })
            }
        }
    }
#endif
