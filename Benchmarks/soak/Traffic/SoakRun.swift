#if NIO && Tool
    import ArgumentParser
    import NIOCore
    import NIOPosix
    import XMPPEngine
    import XMPPStanza

    /// One run against one server: clients log in, rest, exchange messages, wait for the last of them, and close.
    ///
    /// Everything happens on one event loop.
    final class SoakRun {
        let options: FleetOptions
        let plan: TrafficPlan
        let fleet: Fleet
        let loop: any EventLoop
        let traffic: PairTraffic
        var clients: [SoakClient] = []
        var figures = RunFigures()
        private let done: EventLoopPromise<RunFigures>
        private(set) var phase = Phase.loggingIn
        private var opened = 0
        private var begun = NIODeadline.now()

        /// What the run is at.
        enum Phase {
            case loggingIn, resting, exchanging, awaitingLast, closing
        }

        /// Runs on an event loop of its own.
        ///
        /// - Throws: `ExitCode.failure` where a message or a client was lost.
        static func run(_ options: FleetOptions, clients: Int, _ plan: TrafficPlan) async throws {
            let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
            let loop = group.next()
            let done = loop.makePromise(of: RunFigures.self)
            loop.execute {
                do {
                    try SoakRun(options, clients: clients, plan, loop, done).begin()
                } catch {
                    done.fail(error)
                }
            }
            let figures = try await done.futureResult.get()
            print(figures.report(options, plan, clients: clients))
            if let file = options.row { try figures.append(to: file, options, plan, clients: clients) }
            if !figures.isClean { throw ExitCode.failure }
        }

        private init(
            _ options: FleetOptions, clients: Int, _ plan: TrafficPlan, _ loop: any EventLoop,
            _ done: EventLoopPromise<RunFigures>
        ) throws {
            self.options = options
            self.plan = plan
            self.loop = loop
            self.done = done
            fleet = try Fleet(options, clients: clients, on: loop)
            traffic = PairTraffic(plan, fleet)
        }

        private func begin() {
            fleet.listener = self
            clients.reserveCapacity(fleet.addresses.count)
            figures.before = sample()
            for _ in 0..<options.logins { openNext() }
            tellProgress()
        }

        // MARK: Logging in

        private func openNext() {
            guard opened < fleet.addresses.count else { return }
            let number = opened
            opened += 1
            fleet.open(number).assumeIsolated().whenFailure { [self] error in
                figures.failures["\(error)", default: 0] += 1
                settled()
            }
        }

        /// One more client is ready, or never will be.
        private func settled() {
            guard phase == .loggingIn else { return }
            if clients.count + figures.failureCount >= fleet.addresses.count {
                figures.loginSeconds = seconds(since: begun)
                rest()
            } else {
                openNext()
            }
        }

        // MARK: Phases

        private func rest() {
            phase = .resting
            // Time for the answers to the presences, and for the server's memory to settle.
            later(.seconds(Self.restSeconds)) { [self] in
                figures.idle = sample()
                figures.sessions = clients.count
                guard figures.failures.isEmpty else { return finish() }
                begun = .now()
                phase = .exchanging
                traffic.begin(clients.sorted { $0.number < $1.number })
                later(.seconds(Int64(plan.warmUp))) { [self] in
                    traffic.beginMeasuring()
                    figures.measured.begin = sample()
                }
                later(.seconds(Int64(plan.seconds))) { [self] in
                    figures.measured.end = sample()
                    figures.exchanged(traffic, seconds: plan.seconds - plan.warmUp)
                    traffic.stop()
                    phase = .awaitingLast
                    awaitLast(tries: Self.lastTries)
                }
            }
        }

        private func awaitLast(tries: Int) {
            guard traffic.underWay > 0, tries > 0 else { return finish() }
            later(.milliseconds(100)) { [self] in awaitLast(tries: tries - 1) }
        }

        private func finish() {
            phase = .closing
            figures.settle(traffic)
            for client in clients { client.close() }
            later(.seconds(Self.closeSeconds)) { [self] in
                figures.after = sample()
                done.succeed(figures)
            }
        }

        // MARK: Progress

        private func tellProgress() {
            later(.seconds(Int64(plan.progress))) { [self] in
                let now = sample()
                if phase == .exchanging { figures.residentSeries.append(now.server.residentBytes) }
                let time = seconds(since: begun).decimals(0)
                let memory = "server \(now.server.residentBytes >> 20) MiB, \(now.server.cpuSeconds.decimals(1)) s"
                Notes.tell("\(phase) \(time) s: \(clients.count) clients, \(memory); \(traffic.takeProgress())")
                if phase != .closing { tellProgress() }
            }
        }

        private func sample() -> RunFigures.Sample {
            RunFigures.Sample(
                server: options.serverPid.flatMap { ProcessFigures(of: $0) }, own: ProcessFigures.own, at: .now())
        }

        private func seconds(since time: NIODeadline) -> Double {
            Double((NIODeadline.now() - time).nanoseconds) / 1e9
        }

        private func later(_ time: TimeAmount, _ body: @escaping () -> Void) {
            loop.assumeIsolated().scheduleTask(in: time) { body() }
        }

        private static let restSeconds: Int64 = 5
        private static let closeSeconds: Int64 = 6
        /// Tenths of a second.
        private static let lastTries = 300
    }

    extension SoakRun: FleetListener {
        func ready(_ client: SoakClient) {
            clients.append(client)
            if let presence = try? Presence() { try? client.send(presence) }
            settled()
        }

        func received(_ message: Message, _ client: SoakClient) { traffic.received(message, client) }

        func failed(_ client: SoakClient, _ error: any Error) {
            if phase != .closing { figures.failures["\(error)", default: 0] += 1 }
        }

        func ended(_ client: SoakClient, _ end: StreamEnd) {
            guard phase != .closing else { return }
            figures.failures["\(end)", default: 0] += 1
            settled()
        }
    }
#endif
