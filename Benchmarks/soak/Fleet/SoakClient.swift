#if NIO && Tool
    import NIOCore
    import NIOTLS
    import XMLStream
    import XMPPEngine
    import XMPPNegotiation
    import XMPPSASL
    import XMPPStanza

    /// One client: an `XMPPStream` in a channel, without a task of its own.
    ///
    /// What it writes while it reads goes out in one piece when there is nothing more to read.
    final class SoakClient: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        let number: Int
        private(set) var isOver = false
        private var stream: XMPPStream
        private let fleet: Fleet
        private var context: ChannelHandlerContext?
        private var timers: [StreamTimer: Scheduled<Void>] = [:]
        private var answers: [(RequestID, HostAnswer)] = []
        private var output = ByteBuffer()
        private var isReading = false
        private var isDraining = false

        init(_ number: Int, _ setup: StreamSetup, of fleet: Fleet) {
            self.number = number
            stream = XMPPStream(setup)
            self.fleet = fleet
        }

        // MARK: Wishes

        /// Sends a stanza, at once or with what else is written while reading.
        func send(_ message: Message) throws(StreamMisuse) {
            try stream.send(message)
            carryOut()
        }

        func send(_ presence: Presence) throws(StreamMisuse) {
            try stream.send(presence)
            carryOut()
        }

        func close() {
            try? stream.close()
            carryOut()
        }

        // MARK: From the transport

        func channelActive(context: ChannelHandlerContext) {
            self.context = context
            try? stream.begin()
            carryOut()
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            isReading = true
            let bytes = unwrapInboundIn(data)
            // What it refuses came behind its end.
            try? stream.receive(bytes.readableBytesSpan, using: &fleet.scratch)
            carryOut()
        }

        func channelReadComplete(context: ChannelHandlerContext) {
            isReading = false
            flush()
        }

        func channelInactive(context: ChannelHandlerContext) {
            happened(.transportClosed)
            self.context = nil
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            fleet.listener?.failed(self, error)
            happened(.transportClosed)
            context.close(promise: nil)
        }

        func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
            guard case TLSUserEvent.handshakeCompleted(let negotiated) = event else { return }
            // The TLS library has compared the certificate with the domain.
            happened(.secured(TLSFacts(.tls13, peer: .vouchedFor, applicationProtocol: negotiated)))
        }

        private func happened(_ event: StreamEvent) {
            // What it refuses came behind its end.
            try? stream.receive(event, using: &fleet.scratch)
            carryOut()
            flush()
        }

        // MARK: Orders

        private func carryOut() {
            guard !isDraining else { return }
            isDraining = true
            while let action = nextAction() { carryOut(action) }
            isDraining = false
            if !isReading { flush() }
        }

        private func nextAction() -> StreamAction? {
            while true {
                if let action = stream.nextAction() { return action }
                guard let (id, answer) = answers.popLast() else { return nil }
                try? stream.receive(.answered(id, answer), using: &fleet.scratch)
            }
        }

        private func carryOut(_ action: StreamAction) {
            switch action {
            case .write(let count):
                stream.drainOutput { output.writeBytes($0.extracting(..<min(count, $0.byteCount))) }
            case .startTLS:
                flush()
                // The end of this read is kept by the TLS handler, which comes first from here on.
                isReading = false
                guard let context else { return }
                do {
                    try context.pipeline.syncOperations.addHandler(fleet.tlsHandler(), position: .first)
                } catch {
                    errorCaught(context: context, error: error)
                }
            case .request(let id, let question): answer(id, question)
            case .setTimer(let timer, let duration): set(timer, duration)
            case .cancelTimer(let timer): timers.removeValue(forKey: timer)?.cancel()
            case .established: fleet.listener?.ready(self)
            case .stanza(.message(let message)): fleet.listener?.received(message, self)
            case .ended(let end):
                isOver = true
                for timer in timers.values { timer.cancel() }
                timers = [:]
                fleet.listener?.ended(self, end)
            case .closeTransport:
                flush()
                context?.close(promise: nil)
            case .stanza, .nonza, .unsent, .answered, .unanswered, .startCompression: break
            }
        }

        private func flush() {
            guard output.readableBytes > 0, let context else { return }
            context.writeAndFlush(wrapOutboundOut(output), promise: nil)
            output = ByteBuffer()
        }

        private func set(_ timer: StreamTimer, _ duration: Duration) {
            timers[timer]?.cancel()
            timers[timer] = fleet.loop.assumeIsolated().scheduleTask(in: TimeAmount(duration)) { [self] in
                timers[timer] = nil
                happened(.timerFired(timer))
            }
        }

        private func answer(_ id: RequestID, _ question: HostQuestion) {
            switch question {
            case .randomBytes(let count): answers.append((id, .randomBytes(Self.randomBytes(count))))
            case .authentication(.randomBytes(let count)):
                answers.append((id, .authentication(.randomBytes(Self.randomBytes(count)))))
            case .authentication(.derivedKey(let derivation)):
                fleet.keys.key(derivation).assumeIsolated().whenComplete { [self] key in
                    happened(.answered(id, .authentication((try? key.get()).map { .derivedKey($0) } ?? .unavailable)))
                }
            case .authentication, .certificate, .resource, .registration, .legacyCredentials, .custom:
                answers.append((id, .unavailable))
            }
        }

        private static func randomBytes(_ count: Int) -> Secret {
            var generator = SystemRandomNumberGenerator()
            return Secret((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) })
        }
    }
#endif
