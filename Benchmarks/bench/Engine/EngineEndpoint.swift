#if Crypto
    import XMLStream
    import XMPPEngine
    import XMPPNegotiation

    /// One side of a login in memory: a stream, and a host that has every answer at hand.
    struct EngineEndpoint {
        var stream: XMPPStream
        let host: EngineHost
        /// What was sent and not fetched.
        private(set) var sent: [UInt8] = []
        /// Whether TLS was ordered, and is not there.
        private(set) var awaitsTLS = false
        private(set) var isEstablished = false
        private(set) var end: StreamEnd?
        private(set) var stanzas = 0

        init(_ stream: XMPPStream, _ host: EngineHost) {
            self.stream = stream
            self.host = host
        }

        mutating func begin(_ scratch: inout StreamScratch) throws {
            try stream.begin()
            try carryOut(&scratch)
        }

        mutating func receive(_ bytes: [UInt8], _ scratch: inout StreamScratch) throws {
            try unsafe stream.receive(bytes.span.bytes, using: &scratch)
            try carryOut(&scratch)
        }

        mutating func completeTLS(_ scratch: inout StreamScratch) throws {
            awaitsTLS = false
            try stream.receive(.secured(host.tls), using: &scratch)
            try carryOut(&scratch)
        }

        /// Takes what was sent, and leaves memory for more.
        mutating func takeSent(_ taken: inout [UInt8]) {
            taken.removeAll(keepingCapacity: true)
            swap(&taken, &sent)
        }

        mutating func carryOut(_ scratch: inout StreamScratch) throws {
            while let action = stream.nextAction() {
                switch action {
                case .write:
                    stream.drainOutput { bytes in
                        unsafe bytes.withUnsafeBytes { unsafe sent.append(contentsOf: $0) }
                        return bytes.byteCount
                    }
                case .request(let id, let question):
                    try stream.receive(.answered(id, host.answer(question)), using: &scratch)
                case .startTLS: awaitsTLS = true
                case .established: isEstablished = true
                case .ended(let end): self.end = end
                case .stanza: stanzas += 1
                case .setTimer, .cancelTimer, .startCompression, .nonza, .answered, .unanswered, .unsent,
                    .closeTransport:
                    break
                }
            }
        }
    }
#endif
