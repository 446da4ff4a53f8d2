#if NIO
    import NIOCore
    import XMLStream
    import XMPPEngine
    import XMPPNegotiation
    import XMPPSASL
    import XMPPStanza

    extension StreamHandler {
        // MARK: Orders

        /// Calls the stream, and carries out what it orders. What it refuses here came of timing alone: the stream ended first.
        func calling(
            _ context: ChannelHandlerContext, _ call: (inout XMPPStream) throws(StreamMisuse) -> Void
        ) {
            do throws(StreamMisuse) {
                try call(&stream)
            } catch {
                if !stream.isOver, error.code != .alreadyBegun { context.fireErrorCaught(error) }
            }
            carryOut(context, promise: nil)
            if hasUnflushed {
                hasUnflushed = false
                context.flush()
            }
        }

        /// Carries out all orders.
        func carryOut(_ context: ChannelHandlerContext, promise: EventLoopPromise<Void>?) {
            guard !isDraining else {
                promise?.succeed()
                return
            }
            isDraining = true
            defer { isDraining = false }
            var output = ByteBuffer()
            while let action = nextAction() {
                switch action {
                case .write(let byteCount): take(byteCount, into: &output, context)
                case .startTLS(let request):
                    write(&output, context, nil)
                    context.flush()
                    start(request, context)
                case .startCompression: break
                case .request(let id, let question): ask(id, question, context)
                case .setTimer(let timer, let duration): set(timer, duration, context)
                case .cancelTimer(let timer): timers.removeValue(forKey: timer)?.cancel()
                case .established(let established):
                    readiness?.succeed(established)
                    tell(.established(established), context)
                case .stanza(let stanza): tell(.stanza(stanza), context)
                case .nonza(let element): tell(.nonza(element), context)
                case .unsent(let handles): tell(.unsent(handles), context)
                case .answered(let handle, let iq): requests.removeValue(forKey: handle)?(.success(iq))
                case .unanswered(let handle, let reason):
                    requests.removeValue(forKey: handle)?(.failure(.unanswered(reason)))
                case .ended(let end):
                    for timer in timers.values { timer.cancel() }
                    timers = [:]
                    readiness?.fail(StreamFailure(end: end))
                    tell(.ended(end), context)
                case .closeTransport:
                    write(&output, context, nil)
                    context.flush()
                    isClosing = true
                    context.close(promise: nil)
                }
            }
            write(&output, context, promise)
        }

        /// The next order. Where there is none, random bytes that were asked for are given, and what that leads to follows:
        /// before anything else is wished of a stream that has just said that it is ready.
        private func nextAction() -> StreamAction? {
            while true {
                if let action = stream.nextAction() { return action }
                guard let (id, answer) = answers.popLast() else { return nil }
                // What it refuses has ended meanwhile.
                try? stream.receive(.answered(id, answer), using: &scratch.scratch)
            }
        }

        private func take(_ byteCount: Int, into output: inout ByteBuffer, _ context: ChannelHandlerContext) {
            if output.capacity == 0 { output = context.channel.allocator.buffer(capacity: byteCount) }
            stream.drainOutput { bytes in
                output.writeBytes(bytes.extracting(..<min(byteCount, bytes.byteCount)))
            }
        }

        private func write(
            _ output: inout ByteBuffer, _ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>?
        ) {
            guard output.readableBytes > 0 else {
                promise?.succeed()
                return
            }
            hasUnflushed = true
            context.write(wrapOutboundOut(output), promise: promise)
            output = ByteBuffer()
        }

        private func tell(_ news: StreamNews, _ context: ChannelHandlerContext) {
            context.fireChannelRead(wrapInboundOut(news))
        }

        private func start(_ request: TLSRequest, _ context: ChannelHandlerContext) {
            do {
                guard let tls else { throw ChannelError.operationUnsupported }
                try context.pipeline.syncOperations.addHandler(tls.handler(for: request.domain), position: .first)
            } catch {
                errorCaught(context: context, error: error)
            }
        }

        private func set(_ timer: StreamTimer, _ duration: Duration, _ context: ChannelHandlerContext) {
            timers[timer]?.cancel()
            let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
            timers[timer] = context.eventLoop.scheduleTask(in: TimeAmount(duration)) {
                let (handler, context) = bound.value
                handler.timers[timer] = nil
                handler.happened(.timerFired(timer), context)
            }
        }

        private func ask(_ id: RequestID, _ question: HostQuestion, _ context: ChannelHandlerContext) {
            let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
            let loop = context.eventLoop
            let answered: @Sendable (HostAnswer) -> Void = { answer in
                loop.execute {
                    let (handler, context) = bound.value
                    handler.happened(.answered(id, answer), context)
                }
            }
            switch question {
            case .randomBytes(let count): answers.append((id, .randomBytes(Self.randomBytes(count))))
            case .authentication(.randomBytes(let count)):
                answers.append((id, .authentication(.randomBytes(Self.randomBytes(count)))))
            case .authentication, .certificate, .resource, .registration, .legacyCredentials, .custom:
                Task { [host] in answered(await host.answer(to: question)) }
            }
        }

        private static func randomBytes(_ count: Int) -> Secret {
            var generator = SystemRandomNumberGenerator()
            return Secret((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) })
        }
    }
#endif
