#if Tool && NIO
    import Testing
    import XMLStream
    import XMPPAddress
    import XMPPStanza

    @testable import xmpp

    /// Who gets what, without a socket.
    @Suite struct RouterTests {
        /// A stanza, and who gets something for it: `>` what was sent, `E:condition` an error about it.
        struct Row: CustomTestStringConvertible, Sendable {
            let stanza: String
            /// By whom: Romeo's garden is available with priority 5, his orchard with 0, his cell with -1; Juliet's
            /// balcony is available, the nurse's hall is connected and not available.
            let outcome: [String: [String]]
            var testDescription: String { stanza }

            init(_ stanza: String, _ outcome: [String: [String]]) {
                self.stanza = stanza
                self.outcome = outcome
            }
        }

        static let garden = "romeo@example.com/garden"
        static let orchard = "romeo@example.com/orchard"
        static let cell = "romeo@example.com/cell"
        static let balcony = "juliet@example.com/balcony"
        static let hall = "nurse@example.com/hall"

        private static func message(_ type: String, _ to: String) -> String {
            "<message type='\(type)' to='\(to)' id='1'><body>hi</body></message>"
        }

        /// From Juliet's balcony.
        static let rows: [Row] = [
            Row(message("chat", garden), [garden: [">"]]), Row(message("chat", cell), [cell: [">"]]),
            Row(message("chat", hall), [hall: [">"]]), Row(message("normal", orchard), [orchard: [">"]]),
            Row(message("chat", "romeo@example.com"), [garden: [">"]]),
            Row(message("normal", "romeo@example.com"), [garden: [">"]]),
            Row(message("headline", "romeo@example.com"), [garden: [">"], orchard: [">"]]),
            Row(message("groupchat", "romeo@example.com"), [balcony: ["E:service-unavailable"]]),
            Row(message("chat", "romeo@example.com/gone"), [garden: [">"]]),
            Row(message("normal", "romeo@example.com/gone"), [balcony: ["E:service-unavailable"]]),
            Row(message("headline", "romeo@example.com/gone"), [:]),
            Row(message("chat", "nurse@example.com"), [balcony: ["E:service-unavailable"]]),
            Row(message("headline", "nurse@example.com"), [:]),
            Row(message("chat", "nobody@example.com"), [balcony: ["E:service-unavailable"]]),
            Row(message("chat", "example.com"), [balcony: ["E:service-unavailable"]]),
            Row(message("chat", "romeo@example.net"), [balcony: ["E:remote-server-not-found"]]),
            Row(message("chat", "@example.net"), [balcony: ["E:jid-malformed"]]),
            Row("<message id='1'><body>to myself</body></message>", [balcony: [">"]]),
            Row(
                "<message type='error' to='nobody@example.com'><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>",
                [:]),
            Row("<iq type='get' id='1' to='\(garden)'><a xmlns='b'/></iq>", [garden: [">"]]),
            Row("<iq type='result' id='1' to='\(hall)'/>", [hall: [">"]]),
            Row("<iq type='result' id='1' to='romeo@example.com/gone'/>", [:]), Row("<iq type='result' id='1'/>", [:]),
            Row(
                "<iq type='get' id='1' to='romeo@example.com/gone'><a xmlns='b'/></iq>",
                [balcony: ["E:service-unavailable"]]),
            Row(
                "<iq type='get' id='1' to='romeo@example.com'><a xmlns='b'/></iq>", [balcony: ["E:service-unavailable"]]
            ),
            Row(
                "<iq type='get' id='1' to='romeo@example.net/a'><a xmlns='b'/></iq>",
                [balcony: ["E:remote-server-not-found"]]),
            Row("<iq type='get' id='1'><vCard xmlns='vcard-temp'/></iq>", [balcony: ["E:service-unavailable"]]),
            Row("<iq type='get' id='1'><ping xmlns='urn:xmpp:ping'/></iq>", [balcony: ["R"]]),
            Row("<iq type='get' id='1' to='example.com'><ping xmlns='urn:xmpp:ping'/></iq>", [balcony: ["R"]]),
            Row("<iq type='get' id='1'><query xmlns='jabber:iq:roster'/></iq>", [balcony: ["R"]]),
            Row("<iq type='set' id='1'><query xmlns='jabber:iq:roster'/></iq>", [balcony: ["E:not-allowed"]]),
            Row(
                "<iq type='get' id='1' to='romeo@example.com'><query xmlns='jabber:iq:roster'/></iq>",
                [balcony: ["E:service-unavailable"]]),
            Row(
                "<iq type='get' id='1' to='example.com'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>",
                [balcony: ["R"]]),
            Row(
                "<iq type='get' id='1' to='example.com'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>",
                [balcony: ["R"]]),
            Row("<iq type='get' id='1' to='example.com'><query xmlns='jabber:iq:version'/></iq>", [balcony: ["R"]]),
            Row(
                "<iq type='set' id='1'><session xmlns='urn:ietf:params:xml:ns:xmpp-session'/></iq>", [balcony: ["R"]]),
            Row("<presence to='\(hall)'/>", [hall: [">"]]), Row("<presence to='nurse@example.com'/>", [:]),
            Row("<presence to='romeo@example.com'/>", [garden: [">"], orchard: [">"], cell: [">"]]),
            Row("<presence/>", [garden: [">"], orchard: [">"], cell: [">"]]),
            Row("<presence type='unavailable'/>", [garden: [">"], orchard: [">"], cell: [">"]]),
            Row("<presence type='odd'/>", [balcony: ["E:bad-request"]]),
            Row("<presence><priority>much</priority></presence>", [balcony: ["E:bad-request"]]),
        ]

        @Test(arguments: rows)
        func `a stanza goes to whom it is for, or comes back`(row: Row) throws {
            var scene = try RouterScene([Self.garden, Self.orchard, Self.cell, Self.balcony, Self.hall])
            try scene.send("<presence><priority>5</priority></presence>", from: Self.garden)
            try scene.send("<presence/>", from: Self.orchard)
            try scene.send("<presence><priority>-1</priority></presence>", from: Self.cell)
            try scene.send("<presence/>", from: Self.balcony)
            _ = scene.take()
            try scene.send(row.stanza, from: Self.balcony)
            let outcome = scene.take().mapValues { $0.map(Self.summary) }
            #expect(outcome == row.outcome)
            scene.connect("other@example.com/x")
        }

        /// What was sent in short: an answer (`R`), an error (`E:condition`), or something passed on.
        private static func summary(_ xml: String) -> String {
            guard xml.contains("type='error'") else {
                return xml.contains("type='result'") && !xml.contains(hall) ? "R" : ">"
            }
            let condition = StanzaErrorCondition.allDefined.first { xml.contains("<\($0)") }
            return "E:\(condition.map { "\($0)" } ?? "none")"
        }

        @Test func `presence is told to all who are available, and each hears of the others`() throws {
            var scene = try RouterScene([Self.garden, Self.hall])
            try scene.send("<presence/>", from: Self.garden)
            #expect(scene.take().mapValues(\.count) == [Self.garden: 1])
            scene.connect(Self.balcony)
            try scene.send("<presence><show>away</show></presence>", from: Self.balcony)
            let told = scene.take()
            #expect(told[Self.garden]?.count == 1 && told[Self.garden]?.first?.contains("away") == true)
            #expect(told[Self.balcony]?.count == 2 && told[Self.hall] == nil)
            // A change is told to others alone, and what they say is not said again.
            try scene.send("<presence/>", from: Self.balcony)
            #expect(scene.take().mapValues(\.count) == [Self.garden: 1])
        }

        @Test func `who was told that somebody is available is told when the stream is lost`() throws {
            let scene = try RouterScene([Self.garden, Self.balcony, Self.hall])
            try scene.send("<presence/>", from: Self.garden)
            try scene.send("<presence/>", from: Self.balcony)
            try scene.send("<presence to='\(Self.hall)'/>", from: Self.balcony)
            _ = scene.take()
            scene.router.closed(try #require(scene.peers[Self.balcony]))
            let told = scene.take()
            #expect(told.mapValues(\.count) == [Self.garden: 1, Self.hall: 1])
            #expect(
                told.values.allSatisfy { $0.allSatisfy { $0.contains("type='unavailable'") && $0.contains("balcony") } }
            )
        }

        @Test("RFC6120-10.1-6: a message does not overtake presence of its sender that somebody else is sending")
        func order() throws {
            let scene = try RouterScene(["romeo@example.com/garden", "juliet@example.com/balcony"])
            try scene.send("<presence/>", from: "romeo@example.com/garden")
            let romeo = try #require(scene.peers["romeo@example.com/garden"])
            _ = scene.take()
            romeo.interrupt {
                // While her presence is on its way, in another thread for all that the router knows.
                try? scene.send(
                    "<presence to='romeo@example.com/garden'/>", from: "juliet@example.com/balcony")
                try? scene.send(
                    "<message to='romeo@example.com/garden'/>", from: "juliet@example.com/balcony")
            }
            try scene.send("<presence/>", from: "juliet@example.com/balcony")
            let names = scene.take()["romeo@example.com/garden"]?.map { $0.prefix { $0 != " " } }
            #expect(names == ["<presence", "<presence", "<message"])
        }

        @Test func `of two with the same address the newer one stays`() throws {
            var scene = try RouterScene([Self.garden, Self.balcony])
            let older = try #require(scene.peers[Self.balcony])
            try scene.send("<presence/>", from: Self.garden)
            try scene.send("<presence/>", from: Self.balcony)
            _ = scene.take()
            scene.connect(Self.balcony)
            #expect(older.take() == ["closed: conflict"])
            #expect(scene.take()[Self.garden]?.count == 1)
            // The end of the older stream does the newer one no harm, and neither does what it still said.
            scene.router.received(.presence(try Presence(to: JID(Self.garden), from: JID(Self.balcony))), from: older)
            scene.router.closed(older)
            #expect(scene.take() == [:] && scene.router.count == 2)
            try scene.send("<message to='\(Self.balcony)'><body>hi</body></message>", from: Self.garden)
            #expect(scene.take().mapValues(\.count) == [Self.balcony: 1])
        }

        @Test func `where nobody is on a roster, presence goes to the own resources alone`() throws {
            let scene = try RouterScene([Self.garden, Self.orchard, Self.balcony], sharesPresence: false)
            for address in [Self.garden, Self.balcony, Self.orchard] { try scene.send("<presence/>", from: address) }
            let told = scene.take().mapValues(\.count)
            #expect(told == [Self.garden: 2, Self.orchard: 2, Self.balcony: 1])
        }

        /// A stanza that its recipient did not take any more, and what its sender hears.
        static let refusals: [(String, [String])] = [
            (message("chat", garden), ["E:recipient-unavailable"]),
            ("<iq type='get' id='1' to='\(garden)'><a xmlns='b'/></iq>", ["E:recipient-unavailable"]),
            ("<iq type='result' id='1' to='\(garden)'/>", []), ("<presence to='\(garden)'/>", []),
            ("<message type='error' to='\(garden)'><error type='cancel'/></message>", []),
        ]

        @Test(arguments: refusals)
        func `who sent what the recipient does not take any more is told`(stanza: String, outcome: [String]) throws {
            let scene = try RouterScene([Self.garden, Self.balcony])
            var element = try Element(xml: stanza, in: "jabber:client")
            try element.setAttribute(.from, to: Self.balcony)
            scene.router.refused(try #require(AnyStanza(element)))
            let told = scene.take()
            #expect(told[Self.garden] == nil && told[Self.balcony, default: []].map(Self.summary) == outcome)
        }

        @Test(.timeLimit(.minutes(1)))
        func `whoever watches sees each come and go in turn, whichever threads they are on`() async throws {
            let names = (0..<4).map { "player\($0)@example.com/x" }
            let scene = try RouterScene([Self.garden] + names)
            try scene.send("<presence/>", from: Self.garden)
            _ = scene.take()
            await withTaskGroup(of: Void.self) { tasks in
                for name in names {
                    tasks.addTask {
                        for _ in 0..<200 {
                            try? scene.send("<presence/>", from: name)
                            try? scene.send("<presence type='unavailable'/>", from: name)
                        }
                    }
                }
            }
            let seen = scene.take()[Self.garden, default: []]
            for name in names {
                let turns = seen.filter { $0.contains(name) }.map { $0.contains("unavailable") }
                #expect(turns == (0..<400).map { $0 % 2 == 1 })
            }
        }
    }
#endif
