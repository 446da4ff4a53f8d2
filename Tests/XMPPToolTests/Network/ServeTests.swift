#if Tool && NIO
    import NIOCore
    import NIOSSL
    import Testing
    import XMLStream
    import XMPPAddress
    import XMPPCrypto
    import XMPPEngine
    import XMPPNIO
    import XMPPNegotiation
    import XMPPSASL
    import XMPPStanza
    import XMPPTransports

    @testable import xmpp

    /// Answers what DIGEST-MD5 asks a client.
    private struct DigestHost: StreamAnswering {
        let password: Secret

        func answer(to question: HostQuestion) async -> HostAnswer {
            guard case .authentication(.digestKey(let key)) = question else { return .unavailable }
            return .authentication(.digestKey(key.key(password: password, using: SwiftCryptoProvider.self)))
        }
    }

    /// The development server and what calls it, over loopback.
    @Suite struct ServeTests {
        /// How a client logs in, and by which mechanism.
        static let logins: [([String], SASLMechanism, TLSMoment, String)] = [
            ([], .scram(SCRAMVariant(.sha256, bindsChannel: true)), .startTLS, "SCRAM-SHA-256-PLUS"),
            (["--no-channel-binding"], .scram(SCRAMVariant(.sha1, bindsChannel: false)), .direct, "SCRAM-SHA-1"),
            (["--no-channel-binding"], .scram(SCRAMVariant(.sha512, bindsChannel: false)), .startTLS, "SCRAM-SHA-512"),
            (["--digest-md5"], .digestMD5, .startTLS, "DIGEST-MD5"), ([], .plain, .direct, "PLAIN"),
        ]

        @Test(.timeLimit(.minutes(1)), arguments: logins)
        func `a user of the file logs in by what is on offer`(
            arguments: [String], mechanism: SASLMechanism, moment: TLSMoment, name: String
        ) async throws {
            let used = try await ServedDomain.withServer(["--register"] + arguments, tls: moment) { place, roots in
                var settings = try ServedDomain.settings("romeo", "r0m30", at: place, trusting: roots)
                settings.sasl.mechanisms = [mechanism]
                settings.answering = DigestHost(password: Secret("r0m30"))
                return try await XMPPClient(settings).run { $0.established.facts.authentication?.mechanism }
            }
            #expect(used == name)
        }

        @Test(.timeLimit(.minutes(1)))
        func `of anybody's logins that may not be, none is let in`() async throws {
            try await ServedDomain.withServer(["--register"]) { place, roots in
                for (name, password) in [("romeo", "wrong"), ("nobody", "r0m30")] {
                    let settings = try ServedDomain.settings(name, password, at: place, trusting: roots)
                    let failure = await #expect(throws: StreamFailure.self) {
                        try await XMPPClient(settings).run { _ in }
                    }
                    guard case .negotiation(.authentication)? = failure?.end else {
                        Issue.record("\(name) ended otherwise: \(failure.map { "\($0.end)" } ?? "")")
                        continue
                    }
                }
            }
        }

        @Test(.timeLimit(.minutes(1)))
        func `a message is handed over, or comes back with why`() async throws {
            try await ServedDomain.withServer(["--register"]) { place, roots in
                let romeo = try ServedDomain.settings("romeo", "r0m30", at: place, trusting: roots)
                let delivery = Delivery(
                    settings: try ServedDomain.settings("juliet", "jul1et", at: place, trusting: roots), seconds: 30)
                let message = try Delivery.message(to: romeo.address, subject: "play", text: "wherefore <art> thou")
                #expect(try await delivery.deliver(message)?.condition == .serviceUnavailable)
                let came = try await XMPPClient(romeo).run { session in
                    var news = session.news.makeAsyncIterator()
                    try await session.send(Presence())
                    // His own presence: he is available.
                    try await DemoCast.next(&news) { if case .presence = $0 { true } else { false } }
                    #expect(try await delivery.deliver(message) == nil)
                    return try await DemoCast.next(&news) { $0.isMessage }
                }
                guard case .message(let came) = came else { return }
                #expect(came.body == "wherefore <art> thou" && came.subject == "play" && came.id == message.id)
            }
        }

        @Test(.timeLimit(.minutes(1)))
        func `what cannot be handed over is an error`() async throws {
            try await ServedDomain.withServer(["--register"]) { place, _ in
                let stranger = try ThrowawayAuthority().root
                let delivery = Delivery(
                    settings: try ServedDomain.settings("juliet", "jul1et", at: place, trusting: .only([stranger])),
                    seconds: 30
                )
                let message = try Delivery.message(to: delivery.settings.address, subject: nil, text: "hi")
                let failure = await #expect(throws: StreamFailure.self) { try await delivery.deliver(message) }
                #expect(failure?.end == .negotiation(.certificate(.refused(.untrusted(.unknownIssuer)))))
            }
        }

        @Test(.timeLimit(.minutes(1)))
        func `an account is opened in band, and then it is there`() async throws {
            try await ServedDomain.withServer(["--register"]) { place, roots in
                func settings() throws -> ClientSettings {
                    var settings = try ServedDomain.settings("nurse", "n0rse", at: place, trusting: roots)
                    settings.configure = { configuration in
                        let fields = RegistrationFields([
                            .init("username", Secret("nurse")), .init("password", Secret("n0rse")),
                        ])
                        configuration.features.append(RegistrationFeature(filling: fields))
                    }
                    return settings
                }
                #expect(try await XMPPClient(settings()).run { $0.established.facts.address?.localpart } == "nurse")
                // A second time the name is taken.
                let failure = await #expect(throws: StreamFailure.self) {
                    try await XMPPClient(settings()).run { _ in }
                }
                guard case .negotiation? = failure?.end else {
                    Issue.record("it ended otherwise")
                    return
                }
                let plain = try ServedDomain.settings("nurse", "n0rse", at: place, trusting: roots)
                #expect(try await XMPPClient(plain).run { $0.established.facts.address?.localpart } == "nurse")
            }
        }

        @Test(.timeLimit(.minutes(1)))
        func `nobody in particular gets a name of its own`() async throws {
            try await ServedDomain.withServer(["--anonymous"]) { place, roots in
                var settings = ClientSettings(anonymousAt: try #require(JID("example.com")))
                settings.servers = [place]
                settings.trustRoots = roots
                let address = try await XMPPClient(settings).run { $0.established.facts.address }
                #expect(address?.localpart?.hasPrefix("anonymous-") == true && address?.isFull == true)
            }
        }

        @Test(.timeLimit(.minutes(1)))
        func `who is connected when the server stops is told so`() async throws {
            let ends = AsyncStream.makeStream(of: StreamEnd?.self)
            let client = try await ServedDomain.withServer(["--register"]) { place, roots in
                let settings = try ServedDomain.settings("romeo", "r0m30", at: place, trusting: roots)
                let ready = AsyncStream.makeStream(of: Void.self)
                let client = Task {
                    try await XMPPClient(settings).run { session in
                        ready.continuation.yield()
                        for try await news in session.news {
                            if case .ended(let end) = news { ends.continuation.yield(end) }
                        }
                        ends.continuation.yield(nil)
                    }
                }
                for await _ in ready.stream { break }
                return client
            }
            var end: StreamEnd?
            for await told in ends.stream {
                end = told
                break
            }
            _ = await client.result
            #expect(end == .peerError(StreamError(.systemShutdown)))
        }
    }
#endif
