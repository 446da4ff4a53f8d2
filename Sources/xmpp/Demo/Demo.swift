#if Tool && NIO
    import XMPPAddress
    import XMPPEngine
    import XMPPNIO
    import XMPPSASL
    import XMPPStanza
    import XMPPTransports

    /// A server and two clients in one process, over TCP and TLS on loopback, and what they say to each other.
    struct Demo: Sendable {
        /// How the demonstration went.
        struct Outcome: Sendable {
            var mechanism: String?
            /// How each broken peer was turned away: the stream error, or nil where the connection was just closed; `open` where
            /// it was not.
            var refusals: [String?] = []
            var burst = Burst.Outcome()

            /// Whether all came, in order, and nobody was let in who must not be.
            func isRight(of count: Int) -> Bool {
                burst.received == count && burst.misplaced == 0 && !refusals.isEmpty && !refusals.contains("open")
            }
        }

        /// Messages of the burst.
        var messageCount = 20_000
        var isColoured = false
        var showsSecrets = false
        /// Where the pages go.
        let write: @Sendable ([UInt8]) throws -> Void

        /// Something was not as it has to be.
        struct Surprise: Error, CustomStringConvertible {
            let description: String
        }

        /// Runs it.
        ///
        /// - Throws: Whatever goes wrong; `Delivery.Late` after half a minute.
        func run() async throws -> Outcome {
            try await withThrowingTaskGroup(of: Outcome?.self) { tasks in
                let places = AsyncStream.makeStream(of: DevelopmentServer.Endpoint.self)
                let authority = try ThrowawayAuthority()
                let cast = try DemoCast(authority: authority)
                let server = try cast.server()
                tasks.addTask {
                    let stop = AsyncStream.makeStream(of: Void.self)
                    try await server.run(
                        at: [.init(port: 0)], until: { for await _ in stop.stream {} },
                        listening: { places.continuation.yield($0) })
                    return nil
                }
                tasks.addTask {
                    for await place in places.stream { return try await play(cast, at: place) }
                    return nil
                }
                tasks.addTask {
                    try await Task.sleep(for: .seconds(30))
                    throw Delivery.Late()
                }
                defer { tasks.cancelAll() }
                while let outcome = try await tasks.next() {
                    if let outcome { return outcome }
                }
                throw Surprise(description: "the server has stopped")
            }
        }

        // MARK: The play

        private func play(_ cast: DemoCast, at place: DevelopmentServer.Endpoint) async throws -> Outcome {
            var stage = DemoStage(isColoured: isColoured, showsSecrets: showsSecrets, write: write)
            try stage.scene(
                "A server",
                "of example.com listens on \(place.name). Its certificate was made for this run, by an authority "
                    + "that the clients trust and nobody else knows.")
            try stage.scene("Juliet logs in", "over TCP and TLS: every element, both ways, and what it is for.")
            let (juliet, romeo) = (WireRecorder(), WireRecorder())
            return try await XMPPClient(cast.settings(for: .juliet, at: place, juliet)).run { session in
                try stage.show(juliet, of: "Juliet", as: session.established)
                return try await XMPPClient(cast.settings(for: .romeo, at: place, romeo)).run { other in
                    try stage.scene("Romeo logs in", "the same way, which is not shown again.")
                    try stage.skip(romeo, of: "Romeo")
                    var outcome = Outcome()
                    outcome.mechanism = session.established.facts.authentication?.mechanism
                    var (heard, overheard) = (session.news.makeAsyncIterator(), other.news.makeAsyncIterator())
                    try await talk((session, juliet), (other, romeo), &heard, &overheard, cast, &stage)
                    outcome.refusals = try await turnAway(at: place, &stage)
                    for recorder in [juliet, romeo] { recorder.turn(on: false) }
                    try stage.scene(
                        "A burst",
                        "of \(Figures.count(messageCount)) messages, from Juliet through the server to Romeo, "
                            + "counted and looked at as they come.")
                    outcome.burst = try await Burst(count: messageCount).run(
                        from: session, to: &overheard, at: cast.address(.romeo))
                    try stage.tell(outcome.burst, of: messageCount)
                    return outcome
                }
            }
        }

        private typealias News = DemoCast.News

        /// Presence, messages both ways, a ping.
        private func talk(
            _ juliet: (session: XMPPSession, wire: WireRecorder), _ romeo: (session: XMPPSession, wire: WireRecorder),
            _ heard: inout News, _ overheard: inout News, _ cast: DemoCast, _ stage: inout DemoStage
        ) async throws {
            try stage.scene("Presence", "Romeo is there first, and then Juliet; what goes over Juliet's stream:")
            try await romeo.session.send(Presence())
            try await DemoCast.next(&overheard) { if case .presence = $0 { true } else { false } }
            try await juliet.session.send(try Presence { $0.status("on the balcony") })
            // The other, and what she says of herself.
            for _ in 0..<2 { try await DemoCast.next(&heard) { if case .presence = $0 { true } else { false } } }
            try stage.show(juliet.wire, of: "Juliet")
            try stage.scene("Messages", "one each way, on Juliet's stream:")
            let words = try Message(.chat, to: cast.address(.romeo), id: "m1") {
                $0.body("O Romeo, Romeo! wherefore art thou Romeo?")
            }
            try await juliet.session.send(words)
            guard case .message(let came) = try await DemoCast.next(&overheard, where: { $0.isMessage }),
                let reply = try came.reply(id: "m2", { $0.body("Shall I hear more, or shall I speak at this?") })
            else { throw Surprise(description: "the message did not come") }
            try await romeo.session.send(reply)
            try await DemoCast.next(&heard) { $0.isMessage }
            try stage.show(juliet.wire, of: "Juliet")
            try stage.scene("A ping", "to the server, which has to answer it.")
            let answer = try await juliet.session.request(try DemoCast.ping(), deadline: .seconds(10))
            guard try answer.type == .result else { throw Surprise(description: "the ping was refused") }
            try stage.show(juliet.wire, of: "Juliet")
            // What is left on his side is the same from the other end.
            _ = romeo.wire.take()
        }

        /// Peers that break the rules.
        private func turnAway(
            at place: DevelopmentServer.Endpoint, _ stage: inout DemoStage
        ) async throws -> [String?] {
            var refusals: [String?] = []
            for broken in BrokenPeer.allCases {
                try stage.scene(broken.title, broken.explanation)
                let recorder = WireRecorder()
                let peer = RawPeer(host: place.host, port: place.port)
                let outcome = try await peer.send(broken.parts, into: recorder)
                let errors = try stage.show(recorder, of: "the peer")
                try stage.tell(outcome, errors)
                refusals.append(outcome.isClosed ? errors.first : "open")
            }
            return refusals
        }
    }
#endif
