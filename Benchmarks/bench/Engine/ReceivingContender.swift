#if Crypto
    import XMLStream
    import XMPPEngine
    import XMPPStanza

    /// Bytes to stanzas: a stream that is ready, whose host takes each stanza out and looks at its element's name.
    ///
    /// The host does so once all of a chunk has been read, so that elements live as long as those of the elements layer do,
    /// which are kept until their chunk is done.
    final class ReceivingContender: Contender {
        let layer: Layer
        /// Has been logged in, and copied for each pass.
        private let established: XMPPStream
        /// The event loop's, not the stream's: it lives through all passes.
        private var scratch: StreamScratch? = StreamScratch()

        /// - Parameter layer: `client` or `server`.
        init(_ layer: Layer) throws {
            self.layer = layer
            var carried = 0
            var scratch = StreamScratch()
            let (client, server) = try EngineLogin().run(&scratch, carried: &carried)
            established = layer == .client ? client.stream : server.stream
        }

        func run(_ bytes: [UInt8], chunk: Int) throws -> Counts {
            var stream = established
            var glance = ElementGlance()
            try feed(&stream, bytes, chunk: chunk) { glance.look(at: $0) }
            // The features, which the login has had, are an element too.
            return Counts(stanzas: glance.elements + 1)
        }

        func verify(_ bytes: [UInt8], chunk: Int) throws -> Counts {
            var counts = try head(of: bytes)
            let stamps: UInt64 = layer == .server ? 1 : 0
            var stream = established
            try feed(&stream, bytes, chunk: chunk) { element in
                counts.stanzas += 1
                counts.add(element)
                // What the engine adds is not in the traffic.
                counts.attributes -= stamps
            }
            return counts
        }

        /// The traffic behind the features is what the peer sends to a stream that is ready.
        @inline(__always)
        private func feed(
            _ stream: inout XMPPStream, _ bytes: [UInt8], chunk: Int, _ body: (Element) -> Void
        ) throws {
            // A host has it in a local variable; a property of a class is checked for exclusive access each time.
            var lent: StreamScratch?
            swap(&lent, &scratch)
            var scratch = lent.take() ?? StreamScratch()
            let span = unsafe bytes.span.bytes
            var offset = Traffic.headByteCount
            // Behind the header and the features the chunks are those of the other layers.
            var end = min(max(chunk, offset), span.byteCount)
            while offset < span.byteCount {
                try stream.receive(span.extracting(offset..<end), using: &scratch)
                while let action = stream.nextAction() {
                    // Handed on rather than copied, as the elements layer's are.
                    switch consume action {
                    case .stanza(.message(let message)): body(message.element)
                    case .stanza(.presence(let presence)): body(presence.element)
                    case .stanza(.iq(let iq)): body(iq.element)
                    case .nonza(let element): body(element)
                    case .write: stream.drainOutput { $0.byteCount }
                    case .startTLS, .startCompression, .request, .setTimer, .cancelTimer, .established, .answered,
                        .unanswered, .unsent, .ended, .closeTransport:
                        break
                    }
                }
                offset = end
                end = min(offset + chunk, span.byteCount)
            }
            self.scratch = consume scratch
        }

        /// What stands before the first stanza.
        private func head(of bytes: [UInt8]) throws -> Counts {
            var stream = ElementStream(limits: .unbounded)
            var counts = Counts()
            var scratch = StreamScratch()
            try unsafe stream.receiveAll(
                bytes.span.bytes.extracting(..<Traffic.headByteCount), using: &scratch
            ) { event in
                switch event {
                case .opened(let root): counts.add(root)
                case .element(let element):
                    counts.stanzas += 1
                    counts.add(element)
                case .closed: break
                }
            }
            return counts
        }
    }
#endif
