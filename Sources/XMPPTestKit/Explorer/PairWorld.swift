import XMPPEngine
import XMPPNegotiation

/// An initiating and a receiving stream, both honest, with a pipe each way: for a walk over all orders in which things
/// can happen between them, mishaps and wishes to close among them.
package struct PairWorld: ExplorableWorld {
    /// Which of the two.
    package enum Side: String, Hashable, Sendable, CaseIterable {
        case initiating
        case receiving

        var other: Side { self == .initiating ? .receiving : .initiating }
    }

    /// What runs between them.
    enum Channel: Hashable {
        /// Bytes as they are.
        case clear
        /// A handshake that these have completed.
        case handshake(Set<Side>)
        /// Bytes under TLS.
        case secure
        /// Nothing any more.
        case lost
    }

    /// What may happen besides honest traffic.
    package struct Mishaps: OptionSet, Hashable, Sendable {
        package let rawValue: Int
        package init(rawValue: Int) { self.rawValue = rawValue }
        /// A host refuses, or cannot tell.
        package static let answers = Mishaps(rawValue: 1)
        /// A certificate is wrong, or a handshake fails.
        package static let handshakes = Mishaps(rawValue: 2)
        /// A timer runs out.
        package static let timers = Mishaps(rawValue: 4)
        /// A host closes.
        package static let closing = Mishaps(rawValue: 8)
        /// The transport is lost.
        package static let loss = Mishaps(rawValue: 16)
        /// All of them.
        package static let all: Mishaps = [.answers, .handshakes, .timers, .closing, .loss]
    }

    var streams: [Side: ExploredStream] = [:]
    let hosts: [Side: ExploredHost]
    let mishaps: Mishaps
    /// What is under way to a side, as it was cut.
    var pipes: [Side: [[UInt8]]] = [.initiating: [], .receiving: []]
    var channel = Channel.clear
    /// Whether something has gone wrong that no stream is to blame for.
    var hasMishap = false

    /// A pair that has begun.
    package init(
        _ initiating: StreamSetup, _ initiatingHost: AccountHost, _ receiving: StreamSetup,
        _ receivingHost: AccountHost, mishaps: Mishaps = .all
    ) {
        hosts = [.initiating: ExploredHost(initiatingHost), .receiving: ExploredHost(receivingHost)]
        self.mishaps = mishaps
        streams = [.initiating: ExploredStream(initiating), .receiving: ExploredStream(receiving)]
        for side in [Side.receiving, .initiating] {
            var ignored = MoveReport()
            with(side, &ignored) { $0.begin() }
        }
    }

    /// Calls a stream, and puts what it sends into the pipe.
    mutating func with(
        _ side: Side, _ report: inout MoveReport, _ body: (inout ExploredStream) -> ExploredStream.Turn
    ) {
        guard var stream = streams[side] else { return }
        let turn = body(&stream)
        streams[side] = stream
        report.brokenRules += turn.brokenRules
        if let misuse = turn.misuse { report.brokenRules.append("an honest host is never out of order: \(misuse)") }
        if turn.isSilent { report.remark = "silent: \(stream.stream.stateName)" }
        if channel != .lost, !turn.sent.isEmpty { pipes[side.other, default: []] += Self.cut(turn.sent) }
    }

    /// Behind a header, so that what comes between it and the list of features is walked too.
    private static func cut(_ bytes: [UInt8]) -> [[UInt8]] {
        guard let start = SentTraits.position(of: Array("<stream:stream".utf8), in: bytes, from: 0),
            let end = bytes[start...].firstIndex(of: 0x3E), end + 1 < bytes.count
        else { return [bytes] }
        return [Array(bytes[...end]), Array(bytes[(end + 1)...])]
    }

    // MARK: State

    package struct Key: Hashable {
        let streams: [ExploredStream.Key?]
        let pipes: [[[UInt8]]?]
        let channel: Channel
        let hasMishap: Bool
    }

    package var key: Key {
        Key(
            streams: Side.allCases.map { streams[$0]?.key }, pipes: Side.allCases.map { pipes[$0] }, channel: channel,
            hasMishap: hasMishap)
    }

    package func isOver(_ side: Side) -> Bool { streams[side]?.end != nil }
    package func isReady(_ side: Side) -> Bool { streams[side]?.stream.isReady == true }

    package var outcome: String? {
        if Side.allCases.allSatisfy({ isOver($0) }) {
            let isOrderly = Side.allCases.allSatisfy { streams[$0]?.end == .closed }
            return isOrderly ? "closed in order" : "ended otherwise"
        }
        return Side.allCases.allSatisfy { isReady($0) } ? "both ready" : nil
    }
}

extension PairWorld {
    /// What comes next to a side.
    package func underWay(to side: Side) -> [UInt8] { pipes[side]?.first ?? [] }
}
