#if NIO
    import NIOCore
    import XMLStream
    import XMPPEngine
    import XMPPNegotiation
    import XMPPSASL
    import XMPPStanza

    extension XMPPStreamHandler {
        // MARK: Calls

        /// Calls the stream, carries out what it orders, and writes out what it has written.
        func calling(_ call: (inout XMPPStream) throws(StreamMisuse) -> Void) {
            attempt(call)
            carryOut()
            writeOut()
            readOn()
        }

        /// Calls the stream. What it refuses here came of timing alone: the stream ended first, or was switched.
        func attempt(_ call: (inout XMPPStream) throws(StreamMisuse) -> Void) {
            do throws(StreamMisuse) {
                try call(&stream)
            } catch {
                guard !stream.isOver, error.code != .alreadyBegun, error.code != .notBegun else { return }
                surroundings.logger.notice("the stream refused a call", metadata: ["reason": "\(error)"])
            }
        }

        func happened(_ event: StreamEvent) {
            calling { [scratch] (stream) throws(StreamMisuse) in
                try stream.receive(event, using: &scratch.scratch)
            }
        }

        /// The transport has failed.
        func fail(_ error: any Error) {
            if cause == nil { cause = error }
            surroundings.logger.debug("the transport failed", metadata: ["reason": "\(error)"])
            happened(.transportClosed)
            context?.close(promise: nil)
        }

        /// Puts TLS before the stream, and gives it a while.
        func secureFirst() {
            guard let context, let tls, handshakeDeadline == nil else { return }
            let configuration = stream.setup.configuration
            let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
            handshakeDeadline = context.eventLoop.scheduleTask(in: TimeAmount(configuration.deadlines.negotiation)) {
                bound.value.fail(TransportFailure.handshakeOverdue)
            }
            do {
                let domain = configuration.role == .initiating ? configuration.domain : nil
                try tls.install(for: domain, in: context.pipeline)
            } catch {
                fail(error)
            }
        }

        // MARK: Orders

        /// Carries out all orders.
        func carryOut() {
            guard !isCarryingOut else { return }
            isCarryingOut = true
            defer { isCarryingOut = false }
            while let action = nextAction() {
                switch action {
                case .write(let byteCount): owedBytes &+= byteCount
                case .startTLS(let request):
                    writeOut(isUrgent: true)
                    start(request)
                case .startCompression: fail(TransportFailure.unsupported("compression"))
                case .request(let id, let question): ask(id, question)
                case .setTimer(let timer, let duration): set(timer, duration)
                case .cancelTimer(let timer): timers.removeValue(forKey: timer)?.cancel()
                case .established(let established): establish(established)
                case .stanza(let stanza):
                    surroundings.meters?.stanzasIn.increment()
                    tell(.stanza(stanza))
                case .nonza(let element): tell(.nonza(element))
                case .unsent(let handles): tell(.unsent(handles))
                case .answered(let handle, let iq): requests.removeValue(forKey: handle)?(.success(iq))
                case .unanswered(let handle, .deadline):
                    requests.removeValue(forKey: handle)?(.failure(.unanswered(.deadline)))
                // Told with the end, so that whoever waited can ask how it ended.
                case .unanswered(_, .streamEnded): break
                case .ended(let way):
                    let end = hasBegun ? way : endBeforeBeginning
                    self.end(end)
                    tell(.ended(end))
                case .closeTransport: closeTransport()
                }
            }
        }

        /// The next order. Where there is none, random bytes that were asked for are given, and what that leads to follows:
        /// before anything else is wished of a stream that has just said that it is ready.
        private func nextAction() -> StreamAction? {
            while true {
                if let action = stream.nextAction() { return action }
                guard !answers.isEmpty else { return nil }
                let (id, answer) = answers.removeFirst()
                attempt { [scratch] (stream) throws(StreamMisuse) in
                    try stream.receive(.answered(id, answer), using: &scratch.scratch)
                }
            }
        }

        private func establish(_ established: EstablishedStream) {
            surroundings.meters?.established.increment()
            surroundings.logger.debug("stream established")
            readiness?.succeed(established)
            readiness = nil
            // What negotiation took goes: streams stay for long, most of them idle.
            tls = nil
            if answers.isEmpty { answers = [] }
            if timers.isEmpty { timers = [:] }
            tell(.established(established))
        }

        /// How a stream ends that has not begun: to the engine it is closed, but nobody wished for that.
        private var endBeforeBeginning: StreamEnd {
            if case TransportFailure.handshakeOverdue? = cause { .deadline(.negotiation) } else { .transportClosed }
        }

        /// The stream is over, or its channel is. Whoever waits for something is told.
        func end(_ end: StreamEnd) {
            guard !hasEnded else { return }
            hasEnded = true
            outcome?.end = end
            for timer in timers.values { timer.cancel() }
            timers = [:]
            readingDeadline?.cancel()
            readingDeadline = nil
            handshakeDeadline?.cancel()
            handshakeDeadline = nil
            if let readiness {
                readiness.fail(StreamFailure(end: end, cause: cause))
                self.readiness = nil
            }
            for completion in requests.values { completion(.failure(.unanswered(.streamEnded))) }
            requests = [:]
            guard hasBegun else { return }
            surroundings.meters?.ended(end)
            surroundings.logger.debug("stream ended", metadata: ["end": "\(end)"])
        }

        private func tell(_ news: StreamNews) {
            if let router { router.take(news, from: self) } else { context?.fireChannelRead(wrapInboundOut(news)) }
        }

        private func start(_ request: TLSRequest) {
            guard let context, let tls else { return fail(TransportFailure.unsupported("TLS")) }
            isSwitching = true
            do {
                try tls.install(for: request.domain, in: context.pipeline)
            } catch {
                fail(error)
            }
        }

        private func set(_ timer: StreamTimer, _ duration: Duration) {
            guard let context else { return }
            timers[timer]?.cancel()
            let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
            timers[timer] = context.eventLoop.scheduleTask(in: TimeAmount(duration)) {
                let handler = bound.value
                handler.timers[timer] = nil
                handler.happened(.timerFired(timer))
            }
        }

        private func ask(_ id: RequestID, _ question: HostQuestion) {
            switch question {
            case .randomBytes(let count): answers.append((id, .randomBytes(Self.randomBytes(count))))
            case .authentication(.randomBytes(let count)):
                answers.append((id, .authentication(.randomBytes(Self.randomBytes(count)))))
            case .authentication, .certificate, .resource, .registration, .legacyCredentials, .custom:
                guard let context else { return }
                let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
                Task { [host = surroundings.host, loop = context.eventLoop] in
                    let answer = await host.answer(to: question)
                    loop.execute { bound.value.happened(.answered(id, answer)) }
                }
            }
        }

        private static func randomBytes(_ count: Int) -> Secret {
            var generator = SystemRandomNumberGenerator()
            return Secret((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) })
        }
    }
#endif
