#if NIO && Tool
    import NIOCore
    import XMPPStanza

    /// The messages of all pairs: sends them, and looks at each that comes.
    ///
    /// Clients 2k and 2k + 1 are a pair. The first sends, the second sends the same id and text back.
    final class PairTraffic {
        private let plan: TrafficPlan
        private let fleet: Fleet
        private var clients: [SoakClient] = []
        private var ledgers: [PairLedger]
        private var isSending = false
        private var isMeasuring = false
        /// Round trips that are owed to the rate.
        private var owed = 0.0
        private var lastTick = NIODeadline.now()
        private var nextPair = 0

        private(set) var delivered = 0
        private(set) var missing = 0
        private(set) var late = 0
        private(set) var foreign = 0
        private(set) var refused = 0
        /// Round trips that were owed, and not begun since the pair had too many under way.
        private(set) var heldBack = 0
        private(set) var latencies = Latencies()
        private var recent = Latencies()
        private var recentDelivered = 0
        private var recentSince = NIODeadline.now()

        init(_ plan: TrafficPlan, _ fleet: Fleet) {
            self.plan = plan
            self.fleet = fleet
            ledgers = Array(repeating: PairLedger(), count: plan.pairs)
        }

        /// Messages that were sent and have not come, both ways.
        var underWay: Int { ledgers.reduce(0) { $0 + $1.underWay + ($1.sent - $1.atSecond) } }

        // MARK: Sending

        /// Begins, with the clients in the order of their numbers.
        func begin(_ clients: [SoakClient]) {
            self.clients = clients
            isSending = true
            if plan.rate > 0 {
                lastTick = .now()
                tick()
            } else {
                for pair in ledgers.indices { for _ in 0..<plan.window { sendNext(of: pair) } }
            }
        }

        func beginMeasuring() {
            delivered = 0
            heldBack = 0
            latencies = Latencies()
            isMeasuring = true
        }

        func stop() {
            isSending = false
            isMeasuring = false
        }

        /// Sends what the rate has come to owe, one message a pair in turn.
        private func tick() {
            guard isSending, !ledgers.isEmpty else { return }
            let now = NIODeadline.now()
            owed += Double((now - lastTick).nanoseconds) / 1e9 * Double(plan.rate) / 2
            lastTick = now
            while owed >= 1 {
                owed -= 1
                if ledgers[nextPair].underWay < Self.maximumUnderWay {
                    sendNext(of: nextPair)
                } else {
                    heldBack += 1
                }
                nextPair = (nextPair + 1) % ledgers.count
            }
            fleet.loop.assumeIsolated().scheduleTask(in: Self.tickTime) { [self] in tick() }
        }

        private func sendNext(of pair: Int) {
            let stamp = MessageStamp(number: ledgers[pair].sent, nanoseconds: NIODeadline.now().uptimeNanoseconds)
            ledgers[pair].sent += 1
            send(stamp, from: 2 * pair, to: 2 * pair + 1)
        }

        private func send(_ stamp: MessageStamp, from sender: Int, to receiver: Int) {
            guard sender < clients.count, receiver < fleet.addresses.count,
                let message = try? Message(
                    .chat, to: fleet.addresses[receiver], id: stamp.text, using: &fleet.stanzas, { $0.body(Self.text) })
            else { return }
            // What a stream refuses that is over is missed at the end.
            try? clients[sender].send(message)
            fleet.stanzas.recycle(message)
        }

        // MARK: Receiving

        func received(_ message: Message, _ client: SoakClient) {
            guard !message.isError else {
                refused += 1
                return
            }
            let pair = client.number / 2
            guard let stamp = MessageStamp(message), pair < ledgers.count else {
                foreign += 1
                return
            }
            let isFirst = client.number % 2 == 0
            switch ledgers[pair].arrived(stamp.number, at: isFirst ? \.atFirst : \.atSecond) {
            case .inOrder: break
            case .behindGap(let count): missing += count
            case .late: late += 1
            }
            delivered += 1
            recentDelivered += 1
            guard isFirst else { return send(stamp, from: client.number, to: client.number - 1) }
            let time = NIODeadline.now().uptimeNanoseconds &- stamp.nanoseconds
            if isMeasuring { latencies.record(nanoseconds: time) }
            recent.record(nanoseconds: time)
            if isSending, plan.rate == 0 { sendNext(of: pair) }
        }

        /// What has happened since the last call, in words.
        func takeProgress() -> String {
            let now = NIODeadline.now()
            let seconds = Double((now - recentSince).nanoseconds) / 1e9
            defer {
                recent = Latencies()
                recentDelivered = 0
                recentSince = now
            }
            let faults = "\(missing) missing, \(late) late, \(refused) refused"
            return "\((Double(recentDelivered) / seconds).decimals(0)) messages/s, round trip \(recent.text), \(faults)"
        }

        private static let text = "Art thou not Romeo, and a Montague? Neither, fair saint, if."
        private static let tickTime = TimeAmount.milliseconds(2)
        private static let maximumUnderWay = 64
    }
#endif
