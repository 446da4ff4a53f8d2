#if NIO && Tool
    import Foundation
    import NIOCore

    /// What a run has found out.
    struct RunFigures: Sendable {
        /// What the processes had used at one moment.
        struct Sample: Sendable {
            let server: ProcessFigures
            let own: ProcessFigures
            let at: NIODeadline

            init(server: ProcessFigures?, own: ProcessFigures?, at: NIODeadline) {
                self.server = server ?? ProcessFigures()
                self.own = own ?? ProcessFigures()
                self.at = at
            }
        }

        var before: Sample?
        var idle: Sample?
        var measured: (begin: Sample?, end: Sample?) = (nil, nil)
        var after: Sample?
        var sessions = 0
        var loginSeconds = 0.0
        /// What ended clients, and how many of them.
        var failures: [String: Int] = [:]
        var failureCount: Int { failures.values.reduce(0, +) }
        /// The server's memory while messages were exchanged, once a line of progress.
        var residentSeries: [Int] = []
        private var delivered = 0
        private var heldBack = 0
        private var latencies = Latencies()
        private var lost = 0
        private var late = 0
        private var strange = 0

        /// Takes what was measured.
        mutating func exchanged(_ traffic: PairTraffic, seconds: Int) {
            delivered = traffic.delivered
            heldBack = traffic.heldBack
            latencies = traffic.latencies
        }

        /// Takes what is known once the last message has come, or has not.
        mutating func settle(_ traffic: PairTraffic) {
            lost = traffic.missing + traffic.underWay
            late = traffic.late
            strange = traffic.refused + traffic.foreign
        }

        /// Whether everybody stayed, and every message came, once and in order.
        var isClean: Bool { failures.isEmpty && lost == 0 && late == 0 && strange == 0 }

        private var wallSeconds: Double {
            guard let begin = measured.begin, let end = measured.end else { return 0 }
            return Double((end.at - begin.at).nanoseconds) / 1e9
        }

        private func cpu(_ of: KeyPath<Sample, ProcessFigures>) -> Double {
            guard let begin = measured.begin, let end = measured.end else { return 0 }
            return end[keyPath: of].cpuSeconds - begin[keyPath: of].cpuSeconds
        }

        private var bytesPerSession: Int {
            guard let before, let idle, sessions > 0 else { return 0 }
            return (idle.server.residentBytes - before.server.residentBytes) / sessions
        }

        private static func mebibytes(_ bytes: Int) -> String { (Double(bytes) / 1_048_576).decimals(1) }

        // MARK: For people

        func report(_ options: FleetOptions, _ plan: TrafficPlan, clients: Int) -> String {
            var lines = [
                "\(options.label): \(sessions) of \(clients) clients logged in, in \(loginSeconds.decimals(1)) s"
            ]
            for (reason, count) in failures { lines.append("  \(count) failed: \(reason)") }
            if let before, let idle, options.serverPid != nil {
                lines.append(
                    "  memory of the server: \(Self.mebibytes(before.server.residentBytes)) MiB before, "
                        + "\(Self.mebibytes(idle.server.residentBytes)) MiB with idle sessions: "
                        + "\((Double(bytesPerSession) / 1024).decimals(1)) KiB a session")
                let cpu = idle.server.cpuSeconds - before.server.cpuSeconds
                lines.append("  CPU of the server a login: \((cpu / Double(max(sessions, 1)) * 1000).decimals(2)) ms")
            }
            if plan.pairs > 0, wallSeconds > 0 { lines += trafficLines(plan) }
            if let after, options.serverPid != nil {
                let left = Self.mebibytes(after.server.residentBytes)
                lines.append("  memory of the server once all have gone: \(left) MiB")
            }
            return lines.joined(separator: "\n")
        }

        private func trafficLines(_ plan: TrafficPlan) -> [String] {
            let (server, own) = (cpu(\.server), cpu(\.own))
            var lines = [
                "  \(delivered) messages delivered in \(wallSeconds.decimals(1)) s: "
                    + "\((Double(delivered) / wallSeconds).decimals(0)) a second; \(heldBack) round trips held back",
                "  lost \(lost), out of order \(late), refused or foreign \(strange)",
                "  round trip, median/99 %/99.9 %/longest: \(latencies.text)",
                "  CPU: server \(server.decimals(2)) s, generator \(own.decimals(2)) s",
            ]
            if server > 0 {
                lines.append(
                    "  messages delivered a second of the server's CPU: \((Double(delivered) / server).decimals(0))")
            }
            if let least = residentSeries.min(), let most = residentSeries.max() {
                let series = residentSeries.map { "\($0 >> 20)" }.joined(separator: " ")
                lines.append("  memory under load: \(Self.mebibytes(least)) to \(Self.mebibytes(most)) MiB (\(series))")
            }
            return lines
        }

        // MARK: For scripts

        static let columns = [
            "server", "clients", "wish", "delivered", "per second", "lost", "out of order", "median ms", "99 % ms",
            "server CPU s", "per CPU second", "KiB a session", "idle MiB", "most MiB", "login CPU ms",
        ]

        /// Adds a line to a table of fields with tabs between; to a file that is not there, the names of the columns first.
        func append(to file: String, _ options: FleetOptions, _ plan: TrafficPlan, clients: Int) throws {
            let server = cpu(\.server)
            let wish = plan.pairs == 0 ? "idle" : plan.rate > 0 ? "\(plan.rate)/s" : "window \(plan.window)"
            let login = (idle?.server.cpuSeconds ?? 0) - (before?.server.cpuSeconds ?? 0)
            let row = [
                options.label, "\(sessions)", wish, "\(delivered)",
                (Double(delivered) / max(wallSeconds, 0.001)).decimals(0), "\(lost)", "\(late)",
                latencies.percentile(0.5).decimals(2), latencies.percentile(0.99).decimals(2), server.decimals(2),
                server > 0 ? (Double(delivered) / server).decimals(0) : "",
                (Double(bytesPerSession) / 1024).decimals(1),
                Self.mebibytes(idle?.server.residentBytes ?? 0), Self.mebibytes(residentSeries.max() ?? 0),
                (login / Double(max(sessions, 1)) * 1000).decimals(2),
            ]
            var text = FileManager.default.contents(atPath: file).map { String(decoding: $0, as: UTF8.self) } ?? ""
            if text.isEmpty { text = Self.columns.joined(separator: "\t") + "\n" }
            text += row.joined(separator: "\t") + "\n"
            try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        }
    }
#endif
