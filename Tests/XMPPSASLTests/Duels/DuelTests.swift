import Testing
import XMPPSASL

/// Every client against every server, and somebody between them.
@Suite struct DuelTests {
    /// A client and a server that go together.
    struct Pair: Sendable, CustomTestStringConvertible {
        let client: Duellist
        let server: Duellist
        var testDescription: String { "\(client.name) and \(server.name)" }
    }

    static let matches: [Pair] = Duellist.clients.flatMap { client in
        Duellist.servers.filter { Duellist.isMatch(client, $0) }.map { Pair(client: client, server: $0) }
    }

    /// The mechanisms whose client knows at the end that the server is the one.
    private static func provesServer(_ mechanism: SASLMechanismName) -> Bool {
        SCRAMVariant(mechanism) != nil || HashedTokenVariant(mechanism) != nil || mechanism == .digestMD5
    }

    @Test(
        "S16: each client ends well with its own server, and verified where the mechanism proves the server")
    func honest() throws {
        #expect(Duellist.clients.count == 45 && Duellist.servers.count == 24 && Self.matches.count == 33)
        for pair in Self.matches {
            var duel = try #require(try Duel(pair.client, pair.server))
            let ending = try duel.run()
            #expect(ending.isGood && ending.faults == [], "\(pair)")
            #expect(ending.client?.isPeerVerified == Self.provesServer(pair.client.mechanism), "\(pair)")
            #expect(ending.questions <= 4, "\(pair)")
        }
    }

    @Test(
        "S13, S14, S16, RFC5802-6-6, RFC5802-6-8, RFC5802-6-9: no client is fooled by a server of another mechanism, channel or flag",
        arguments: Duellist.servers)
    func strangers(_ server: Duellist) throws {
        for client in Duellist.clients where !Duellist.isMatch(client, server) {
            var duel = try #require(try Duel(client, server))
            let ending = try duel.run()
            #expect(ending.faults == [], "\(client.name)")
            // ANONYMOUS asks nothing of anybody, so that a client that asks nothing of its server finds it good.
            if server.mechanism != .anonymous || Self.provesServer(client.mechanism) {
                #expect(!ending.isGood, "\(client.name)")
            }
        }
    }

    @Test(
        "S16: with a message dropped, doubled, cut short, out of its turn, from another run or another mechanism, not both sides end well and in order",
        arguments: matches)
    func meddling(_ pair: Pair) throws {
        var duel = try #require(try Duel(pair.client, pair.server))
        let honest = try duel.run()
        var later = try #require(try Duel(pair.client, pair.server, randomness: 17))
        let replay = try later.run().sent
        let foreign = try Self.spoken.get().filter { $0.mechanism != pair.client.mechanism }.map(\.message)
        for (number, message) in honest.sent.enumerated() {
            for (what, arriving) in Self.alterations(number, message, honest.sent, replay, foreign) {
                var duel = try #require(try Duel(pair.client, pair.server))
                let ending = try duel.run { $0 == number ? arriving : [$1] }
                #expect(ending.faults == [], "message \(number) \(what)")
                // What ANONYMOUS says is for the log, and proves nothing.
                let isLogOnly = pair.client.mechanism == .anonymous && message.isFromClient && arriving.count == 1
                #expect(!ending.isGood || isLogOnly, "message \(number) \(what)")
                #expect(ending.questions <= 4, "message \(number) \(what)")
            }
        }
    }

    /// What may arrive in the place of a message: never the message itself.
    private static func alterations(
        _ number: Int, _ message: Duel.Message, _ honest: [Duel.Message], _ replay: [Duel.Message],
        _ foreign: [Duel.Message]
    ) -> [(String, [Duel.Message])] {
        var altered: [(String, [Duel.Message])] = [("dropped", []), ("doubled", [message, message])]
        for length in 0..<(message.payload?.exposed.count ?? 0) {
            var cut = message
            cut.payload = SASLPayload(Array((message.payload?.exposed ?? []).prefix(length)))
            altered.append(("cut to \(length)", [cut]))
        }
        for other in honest.indices where honest[other].isFromClient == message.isFromClient && other != number {
            altered.append(("replaced by \(other)", [honest[other]]))
            altered.append(("behind \(other)", [honest[other], message]))
        }
        if replay.indices.contains(number) { altered.append(("of another run", [replay[number]])) }
        for (index, other) in foreign.enumerated() where other.isFromClient == message.isFromClient {
            var moved = other
            moved.isSuccess = message.isSuccess
            altered.append(("foreign \(index)", [moved]))
            altered.append(("foreign \(index), its own way", [other]))
        }
        // Its absence is that of an empty one where a message has to be there.
        return altered.filter { $0.1 != [message] && !isSameButEmpty($0.1, message) }
    }

    private static func isSameButEmpty(_ arriving: [Duel.Message], _ message: Duel.Message) -> Bool {
        guard arriving.count == 1, arriving[0].isSuccess == message.isSuccess else { return false }
        return arriving[0].payload?.exposed ?? [] == message.payload?.exposed ?? []
    }

    /// All that is said in honest runs.
    private static let spoken = Result {
        var spoken: [(mechanism: SASLMechanismName, message: Duel.Message)] = []
        for pair in matches {
            var duel = try #require(try Duel(pair.client, pair.server))
            for message in try duel.run().sent
            where !spoken.contains(where: { $0.mechanism == pair.client.mechanism && $0.message == message }) {
                spoken.append((pair.client.mechanism, message))
            }
        }
        return spoken
    }
}
