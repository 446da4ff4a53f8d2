import Testing
import XMLStream
import XMPPAddress
import XMPPNegotiation
import XMPPSASL

/// Whole negotiations that end before anybody is let in.
@Suite struct SASLRefusalTests {
    typealias Row = SASLConversationTests.Row

    private static let startTLS: [String] = [
        "I: restart", "R: features starttls[required]", "I: starttls", "R: proceed", "R: tls", "I: tls", "R: restart",
        "I: restart",
    ]
    private static let scrams: [SASLMechanism] = [.sha512, .sha256, .sha1].map {
        .scram(SCRAMVariant($0, bindsChannel: false))
    }
    private static let sha256: SASLMechanism = .scram(SCRAMVariant(.sha256, bindsChannel: false))

    private static func stripped(_ element: Element) -> Element? {
        guard element.name == "features" else { return element }
        var list = ElementBuilder("features", in: element.namespace)
        for feature in element.children where feature.name != "starttls" { list.element(feature) }
        return try? list.finish()
    }

    private static let refused: [Row] = [
        Row(
            "a wrong password: what is worth less is not tried",
            said: startTLS + [
                "R: features mechanisms[SCRAM-SHA-256 PLAIN]", "I: auth SCRAM-SHA-256", "R: challenge", "I: response",
                "R: failure not-authorized", "I: fail not-authorized",
            ]
        ) { scene in
            scene.serverPolicy = SASLServerPolicy(mechanisms: [sha256, .plain])
            scene.account.password = .known(Secret("wrong"))
            scene.hosts.typed = ["wrong"]
        },
        Row(
            "a wrong password for PLAIN",
            said: startTLS + [
                "R: features mechanisms[PLAIN]", "I: auth PLAIN", "R: failure not-authorized",
                "I: fail not-authorized",
            ]
        ) { scene in
            scene.serverPolicy = SASLServerPolicy(mechanisms: [.plain])
            scene.account.password = .known(Secret("wrong"))
        },
        Row(
            "as many attempts as are allowed here",
            said: startTLS + [
                "R: features mechanisms[SCRAM-SHA-512 SCRAM-SHA-256 SCRAM-SHA-1]", "I: auth SCRAM-SHA-512",
                "R: challenge", "I: response", "R: failure not-authorized", "I: auth SCRAM-SHA-256", "R: challenge",
                "I: response", "R: failure not-authorized", "I: fail not-authorized",
            ]
        ) { scene in
            scene.serverPolicy = SASLServerPolicy(mechanisms: scrams)
            scene.hosts.typed = ["wrong"]
            scene.maximumAttempts = 2
        },
        Row(
            "a server's store that is out of reach",
            said: startTLS + [
                "R: features mechanisms[PLAIN]", "I: auth PLAIN", "R: failure temporary-auth-failure",
                "I: fail temporary-auth-failure",
            ]
        ) { scene in
            scene.serverPolicy = SASLServerPolicy(mechanisms: [.plain])
            scene.account.password = .known(Secret("r0m30myr0m30"))
            scene.hosts.isStoreAvailable = false
        },
        Row(
            "only mechanisms that are not agreed to",
            said: startTLS + ["R: features mechanisms[PLAIN]", "I: fail invalid-mechanism"]
        ) { scene in
            scene.serverPolicy = SASLServerPolicy(mechanisms: [.plain])
            scene.account.password = .known(Secret("r0m30myr0m30"))
            scene.policy.mechanisms = scrams
        },
        Row(
            "an account that has nothing for what is on offer",
            said: startTLS + ["R: features mechanisms[PLAIN]", "I: fail invalid-mechanism"]
        ) { $0.serverPolicy = SASLServerPolicy(mechanisms: [.plain]) },
        Row(
            "less than there was the last time",
            said: startTLS + ["R: features mechanisms[SCRAM-SHA-256]", "I: fail invalid-mechanism"]
        ) { scene in
            scene.serverPolicy = SASLServerPolicy(mechanisms: [sha256])
            scene.policy.rememberedStrength = .channelBound
        },
        Row(
            "an identity that no client can have",
            said: startTLS + ["R: features mechanisms[PLAIN]", "I: fail invalid-authzid"]
        ) { scene in
            scene.serverPolicy = SASLServerPolicy(mechanisms: [.plain])
            scene.account.password = .known(Secret("r0m30myr0m30"))
            scene.account.authorizationIdentity = "juliet@example.com/balcony"
        },
        Row(
            "a from that is another's",
            said: startTLS + [
                "R: features mechanisms[SCRAM-SHA-256]", "I: auth SCRAM-SHA-256", "R: challenge", "I: response",
                "R: fail invalid-from",
            ]
        ) { scene in
            scene.serverPolicy = SASLServerPolicy(mechanisms: [sha256])
            scene.from = JID("romeo@example.com")
        },
        Row(
            "a success without the proof in it",
            said: startTLS + [
                "R: features mechanisms[SCRAM-SHA-256]", "I: auth SCRAM-SHA-256", "R: challenge", "I: response",
                "R: success", "R: restart", "I: fail aborted (proof)",
            ]
        ) { scene in
            scene.serverPolicy = SASLServerPolicy(mechanisms: [sha256])
            scene.meddling = { _, element in
                element.name == "success" ? [try? SASLElements.make("<success/>")].compactMap(\.self) : [element]
            }
        },
        Row(
            "a challenge that is none of the mechanism's",
            said: startTLS + [
                "R: features mechanisms[SCRAM-SHA-256 SCRAM-SHA-1]", "I: auth SCRAM-SHA-256", "R: challenge",
                "I: abort", "R: failure aborted", "I: fail aborted (malformed)",
            ]
        ) { scene in
            scene.serverPolicy = SASLServerPolicy(mechanisms: [sha256, scrams[2]])
            scene.meddling = { _, element in
                element.name == "challenge"
                    ? [try? SASLElements.make("<challenge>QQ==</challenge>")].compactMap(\.self) : [element]
            }
        },
    ]

    @Test(
        """
        S13, S16, RFC6120-6.3.3-4, RFC6120-6.4.4-1, RFC6120-6.4.5-1, RFC6120-6.4.5-4, RFC6120-6.4.6-1, \
        RFC6120-6.4.6-3, RFC6120-13.8.3-2, RFC6120-13.8.3-3, RFC6120-13.9.4-4: who is not let in, and why
        """, arguments: refused)
    func outcome(row: Row) throws {
        var pair = try NegotiationPair(.with(row.change))
        pair.run()
        #expect(pair.transcript == row.said)
        #expect(!pair.initiatingEnd.isSettled && !pair.receiving.isSettled)
        #expect(!pair.initiating.facts.isAuthenticated)
        #expect(!pair.initiatingEnd.isRefused && !pair.receivingEnd.isRefused)
    }

    private static let unprotected: [Row] = [
        Row(
            "a server without TLS at hand",
            said: [
                "I: restart", "R: features", "I: starttls", "R: failure", "R: fail unprotected", "I: fail unprotected",
            ]
        ) { $0.isTLSAvailable = false },
        Row(
            "somebody takes STARTTLS off the list and answers for the server",
            said: ["I: restart", "R: features starttls[required]", "I: starttls", "I: fail unprotected"]
        ) { scene in
            scene.meddling = { isFromInitiating, element in
                if isFromInitiating { return [] }
                let failure = try? Element(xml: "<failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>")
                return [stripped(element), failure].compactMap(\.self)
            }
        },
        Row(
            "a certificate of somebody else's",
            said: startTLS.dropLast() + ["I: fail certificate refused: it is not the domain's"]
        ) { $0.serverNames = ["example.org"] },
    ]

    @Test(
        """
        S10, RFC7590-3.1-3, RFC7590-3.4-1, RFC6120-13.8.3-4, RFC6120-13.9.4-1, RFC6120-13.9.5-2, RFC3920-5.1-7: where \
        TLS is required, nothing of SASL leaves before the stream is secure and the server the right one
        """, arguments: unprotected)
    func noCredentials(row: Row) throws {
        var pair = try NegotiationPair(.with(row.change))
        pair.run()
        #expect(pair.transcript == row.said)
        #expect(!pair.transcript.contains { $0.hasPrefix("I: auth") })
        #expect(!pair.initiatingEnd.isSettled && pair.initiatingEnd.failure != nil && pair.questions.isEmpty)
    }

    @Test("S10, RFC7590-3.1-2: a list from which STARTTLS was taken changes nothing")
    func strippedList() throws {
        var pair = try NegotiationPair(
            .with { $0.meddling = { _, element in [Self.stripped(element)].compactMap(\.self) } })
        pair.run()
        #expect(Array(pair.transcript.prefix(8)) == Self.startTLS)
        #expect(pair.initiatingEnd.isSettled && pair.receivingEnd.isSettled)
        #expect(pair.initiating.facts.isSecure)
    }

    @Test("RFC6120-6.3.4-1, RFC6120-13.8.3-5: without TLS nothing is offered that takes it, and the rest will do")
    func clear() throws {
        var pair = try NegotiationPair(
            .with { scene in
                scene.initiatingRequiresTLS = false
                scene.receivingRequiresTLS = false
                scene.isTLSAvailable = false
                scene.serverPolicy = SASLServerPolicy(mechanisms: [Self.sha256, .plain, .external])
            })
        pair.run()
        #expect(
            pair.transcript == [
                "I: restart", "R: features mechanisms[SCRAM-SHA-256]", "I: auth SCRAM-SHA-256", "R: challenge",
                "I: response", "R: success", "R: restart", "I: restart", "R: features",
            ])
        #expect(pair.initiatingEnd.isSettled && pair.receivingEnd.isSettled && !pair.receiving.facts.isSecure)
    }

    @Test("where TLS is not required it is used all the same, if it is on offer")
    func voluntary() throws {
        var pair = try NegotiationPair(
            .with { scene in
                scene.initiatingRequiresTLS = false
                scene.receivingRequiresTLS = false
            })
        pair.run()
        #expect(pair.transcript.prefix(3).last == "I: starttls" && pair.initiatingEnd.isSettled)
        #expect(pair.initiating.facts.isSecure)
    }

    @Test("RFC6120-6.5.10-1: a name that nobody has is told what a wrong password is told")
    func unknownUser() throws {
        let outcomes = try ["juliet", "nobody"].map { name in
            var pair = try NegotiationPair(
                .with { scene in
                    scene.account.username = name
                    scene.from = nil
                    scene.hosts.typed = ["wrong"]
                })
            pair.run()
            return pair.transcript
        }
        #expect(outcomes[0] == outcomes[1] && outcomes[0].contains("R: failure not-authorized"))
    }
}
