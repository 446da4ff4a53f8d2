#if Crypto
    import XMLStream
    import XMPPEngine
    import XMPPStanza

    /// Stanzas to bytes: a stream that is ready sends what has just been parsed, and its host drains it.
    ///
    /// It works as `WriterContender` does, through the same windows and with bytes drained as seldom, so that what differs
    /// is the engine.
    final class SendingContender: Contender {
        let layer = Layer.sending
        /// Has been logged in, and copied for each pass.
        private let established: XMPPStream
        private var scratch = StreamScratch()
        /// Those of the whole traffic, for a pass without a clock.
        private var stanzas: [AnyStanza] = []

        private static let drainBytes = 32 << 10

        init() throws {
            var carried = 0
            established = try EngineLogin().run(&scratch, carried: &carried).client.stream
        }

        func prepare(_ bytes: [UInt8]) throws {
            stanzas = []
            var stream = ElementStream(limits: .unbounded)
            try parse(unsafe bytes.span.bytes, of: &stream, into: &stanzas)
        }

        func run(_ bytes: [UInt8], chunk: Int) throws -> Counts {
            var stream = established
            try send(stanzas, over: &stream) { $0.byteCount }
            return Counts(stanzas: UInt64(stanzas.count))
        }

        func time(_ bytes: [UInt8], chunk: Int, with stopwatch: inout Stopwatch) throws -> Counts {
            var parser = ElementStream(limits: .unbounded)
            var stream = established
            var window: [AnyStanza] = []
            // The features are an element too, which nobody sends.
            var counts = Counts(stanzas: 1)
            let span = unsafe bytes.span.bytes
            var offset = 0
            while offset < span.byteCount {
                let end = min(offset + WriterContender.windowBytes, span.byteCount)
                try parse(span.extracting(offset..<end), of: &parser, into: &window)
                try stopwatch.time { try send(window, over: &stream) { $0.byteCount } }
                counts.stanzas += UInt64(window.count)
                window.removeAll(keepingCapacity: true)
                offset = end
            }
            return counts
        }

        /// What libexpat reads in the output, behind what stood before the first stanza and before the footer.
        func verify(_ bytes: [UInt8], chunk: Int) throws -> Counts {
            var output = [UInt8](bytes[..<Traffic.headByteCount])
            var stream = established
            try send(stanzas, over: &stream) { pending in
                unsafe pending.withUnsafeBytes { unsafe output.append(contentsOf: $0) }
                return pending.byteCount
            }
            output += Array(Traffic.footer.utf8)
            return try ExpatContender(buildsTrees: false).run(output, chunk: output.count)
        }

        private func parse(
            _ bytes: RawSpan, of stream: inout ElementStream, into window: inout [AnyStanza]
        ) throws(XMLViolation) {
            try stream.receiveAll(bytes, using: &scratch) { event in
                if case .element(let element) = event, let stanza = AnyStanza(element) { window.append(stanza) }
            }
        }

        @inline(__always)
        private func send(
            _ stanzas: [AnyStanza], over stream: inout XMPPStream, drainingTo sink: (RawSpan) -> Int
        ) throws(StreamMisuse) {
            // By their places in memory: an iterator would copy each.
            let stanzas = stanzas.span
            for index in stanzas.indices {
                try stream.send(stanzas[index])
                if stream.pendingByteCount >= Self.drainBytes { Self.drain(&stream, to: sink) }
            }
            Self.drain(&stream, to: sink)
        }

        private static func drain(_ stream: inout XMPPStream, to sink: (RawSpan) -> Int) {
            while let action = stream.nextAction() {
                if case .write = action { stream.drainOutput(sink) }
            }
        }
    }
#endif
