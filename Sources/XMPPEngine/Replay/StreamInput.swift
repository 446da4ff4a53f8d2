package import XMLStream
public import XMPPNegotiation
public import XMPPStanza

/// Everything that ever goes into an `XMPPStream`. The same inputs give the same outputs, byte for byte.
public enum StreamInput: Hashable, Sendable {
    /// It begins, on a channel that is protected already or is not.
    case begun(on: TLSFacts?)
    /// Bytes came from the peer.
    case received([UInt8])
    /// Something else happened.
    case happened(StreamEvent)
    /// The host sends a stanza.
    case sent(AnyStanza)
    /// The host sends a request, to be answered within so long.
    case requested(IQ, deadline: Duration)
    /// The host has a request of the peer's answered with `service-unavailable` (`XMPPStream.decline`).
    case declined(IQ)
    /// The host closes the stream, in order or with an error.
    case closed(with: StreamError?)
}

extension XMPPStream {
    /// Takes an input, whichever it is.
    ///
    /// - Throws: `StreamMisuse`, as the call that it stands for does.
    package mutating func take(_ input: StreamInput, using scratch: inout StreamScratch) throws(StreamMisuse) {
        switch input {
        case .begun(let tls): try begin(on: tls)
        case .received(let bytes):
            try bytes.withRawSpan { (bytes) throws(StreamMisuse) in try receive(bytes, using: &scratch) }
        case .happened(let event): try receive(event, using: &scratch)
        case .sent(.message(let message)): try send(message)
        case .sent(.presence(let presence)): try send(presence)
        case .sent(.iq(let iq)): try send(iq)
        case .requested(let iq, let deadline): _ = try request(iq, deadline: deadline)
        case .declined(let iq): try decline(iq)
        case .closed(let error): try close(with: error)
        }
    }
}
