import Testing
import XMPPAddress
import XMPPEngine
import XMPPNegotiation
import XMPPStanza
import XMPPTestKit

/// Two streams back to back which say all they have to say, byte by byte.
struct PairWalk {
    /// What the hosts do, each once nothing moves any more.
    enum Deed: CaseIterable {
        case begin, send, reply, request, decline, close
    }

    /// Which two there are, and whether they begin under TLS.
    struct Row: CustomTestStringConvertible, Sendable {
        let kind: ReadyStream
        let isDirect: Bool
        /// How often one of the two can be put away at least.
        let snapshots: Int
        /// Who writes from where to where.
        let addresses: (from: String, to: String)
        var deeds = Deed.allCases

        static let all = [
            client(isDirect: false, snapshots: 24), client(isDirect: true, snapshots: 19),
            Row(
                kind: .component, isDirect: false, snapshots: 14,
                addresses: ("room@bots.example.com", "romeo@example.net")),
            server(isDirect: false, snapshots: 16), server(isDirect: true, snapshots: 11),
        ]

        private static func client(isDirect: Bool, snapshots: Int) -> Row {
            Row(
                kind: .client, isDirect: isDirect, snapshots: snapshots,
                addresses: ("juliet@example.com/balcony", "romeo@example.net"))
        }

        /// Answers go over the stream of the other direction.
        private static func server(isDirect: Bool, snapshots: Int) -> Row {
            Row(
                kind: .callingServer, isDirect: isDirect, snapshots: snapshots,
                addresses: ("romeo@example.net", "juliet@example.com"), deeds: [.begin, .send, .close])
        }

        var testDescription: String { "\(kind)\(isDirect ? ", direct TLS" : "")" }
    }

    let row: Row
    var pair: ReadyStream.Pair
    /// What still has to be done.
    private(set) var deeds: ArraySlice<Deed>
    private var there: ArraySlice<UInt8> = []
    private var back: ArraySlice<UInt8> = []

    init(_ row: Row) throws {
        self.row = row
        pair = try row.kind.pair()
        deeds = row.deeds[...]
    }

    /// Has the next thing happen, of which the smallest is that one byte arrives.
    ///
    /// - Returns: Whose stream it happened to; nil where all is done.
    mutating func step() throws -> StreamRole? {
        there += pair.initiating.takeSent()
        back += pair.receiving.takeSent()
        if let byte = there.popFirst() {
            pair.receiving.receive([byte])
            return .receiving
        }
        if let byte = back.popFirst() {
            pair.initiating.receive([byte])
            return .initiating
        }
        if pair.receiving.pendingTLS != nil {
            pair.receiving.completeTLS()
            return .receiving
        }
        if pair.initiating.pendingTLS != nil {
            pair.initiating.completeTLS()
            return .initiating
        }
        return try deeds.popFirst().map { try take($0) }
    }

    private mutating func take(_ deed: Deed) throws -> StreamRole {
        let (one, other) = (JID(row.addresses.from), JID(row.addresses.to))
        switch deed {
        case .begin:
            pair.receiving.begin(on: row.isDirect ? pair.receiving.host.tls : nil)
            pair.initiating.begin(on: row.isDirect ? pair.initiating.host.tls : nil)
        case .send:
            let message = try Message(.chat, to: other, from: one) { $0.body("Wherefore art thou?") }
            pair.initiating.call { (stream) throws(StreamMisuse) in try stream.send(message) }
        case .reply:
            let message = try Message(.chat, to: one, from: other) { $0.body("Here.") }
            pair.receiving.call { (stream) throws(StreamMisuse) in try stream.send(message) }
            return .receiving
        case .request:
            let ping = try Fixtures.ping(to: row.addresses.to, from: row.addresses.from)
            pair.initiating.call { (stream) throws(StreamMisuse) in _ = try stream.request(ping) }
        case .decline:
            guard case .iq(let iq) = pair.receiving.stanzas.last else {
                Issue.record("no request came: \(pair.receiving.notes)")
                return .receiving
            }
            pair.receiving.call { (stream) throws(StreamMisuse) in try stream.decline(iq) }
            return .receiving
        case .close: pair.initiating.call { (stream) throws(StreamMisuse) in try stream.close() }
        }
        return .initiating
    }

    /// Expects all that was to be said to have been said, and both streams to have ended in order.
    func expectEnd(from place: String) {
        let answers = row.deeds.contains(.decline) ? 1 : 0
        let (one, other) = (pair.initiating, pair.receiving)
        #expect(one.established != nil && other.established != nil, "\(place)")
        #expect(one.established?.facts.address == other.established?.facts.address, "\(place)")
        #expect(other.stanzas.count == 1 + answers && one.stanzas.count == answers, "\(place)")
        #expect(one.answers.count == answers, "\(place)")
        #expect(one.misuses == [] && other.misuses == [], "\(place)")
        #expect(one.end == .closed && other.end == .closed, "\(place)")
        #expect(one.hasClosedTransport && other.hasClosedTransport, "\(place)")
    }
}
