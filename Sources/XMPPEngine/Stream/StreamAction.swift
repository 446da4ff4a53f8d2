public import XMLStream
public import XMPPAddress
public import XMPPNegotiation
public import XMPPStanza

/// What a stream orders its host to do. Orders are carried out one after the other, as they come.
public enum StreamAction: Hashable, Sendable {
    /// Send so many of the bytes that `drainOutput` lends.
    case write(byteCount: Int)
    /// Negotiate TLS behind the bytes written so far, and come back with `secured`. Nothing goes to `receive` before.
    indirect case startTLS(TLSRequest)
    /// Compress what is sent from here on, expand what comes, and come back with `compressed`.
    indirect case startCompression(CompressionRequest)
    /// Find this out, and come back with `answered`. It may take its time.
    indirect case request(RequestID, HostQuestion)
    /// Come back with `timerFired` after so long. A timer of the same name is set anew.
    case setTimer(StreamTimer, Duration)
    /// Forget the timer.
    case cancelTimer(StreamTimer)
    /// The stream is ready for stanzas.
    indirect case established(EstablishedStream)
    /// The peer sent a stanza, stamped and checked as is right for this side (RFC 6120 §8.1.2).
    case stanza(AnyStanza)
    /// The peer sent another first-level element (`StreamConfiguration.deliversNonzas`).
    case nonza(Element)
    /// The answer to a request: a result or an error.
    case answered(RequestHandle, IQ)
    /// There will be no answer to a request.
    case unanswered(RequestHandle, UnansweredReason)
    /// These stanzas waited for the stream to be ready, and were never sent.
    case unsent([StanzaHandle])
    /// The stream is over; nothing of it follows but bytes to be written and the order to close.
    indirect case ended(StreamEnd)
    /// Close the transport once the bytes have gone out: under TLS with its `close_notify`, so that nobody else can cut the
    /// stream short unnoticed (RFC 6120 §4.4).
    case closeTransport
}

/// An order to negotiate TLS.
public struct TLSRequest: Hashable, Sendable {
    /// Which side of the handshake this is.
    public let role: StreamRole
    /// Whose certificate is asked for: the domain of the stream (RFC 6120 §13.7.2.1), never the host that was found. Goes
    /// into SNI where it is a name. At a receiving entity, the domain whose certificate is to be shown.
    public let domain: JID?
    /// Bytes that the peer sent too early; empty unless `injectedBytes` says that they are handed back.
    public let leftover: [UInt8]
}

/// An order to compress.
public struct CompressionRequest: Hashable, Sendable {
    /// The method (XEP-0138).
    public let method: String
    /// Bytes that came behind the word that began it: they are compressed.
    public let leftover: [UInt8]
}

/// A stream that is ready.
public struct EstablishedStream: Hashable, Sendable {
    /// All that is known of it.
    public let facts: StreamFacts
    /// What became of each feature.
    public let plan: NegotiationPlan
}

/// What a timer is for.
public enum StreamTimer: Hashable, Sendable {
    /// The stream is to be ready by then.
    case negotiation
    /// Something is to be sent by then.
    case keepalive
    /// Something is to have come by then.
    case silence
    /// The peer is to have closed by then.
    case closing
    /// A request is to have been answered by then.
    case request(RequestHandle)
    /// The peer's requests are looked through.
    case owedAnswers
    /// A stage asked for it.
    indirect case stage(FeatureKey)
}

/// A stanza that was sent.
public struct StanzaHandle: Hashable, Sendable {
    let number: UInt64
}

/// A request that was sent.
public struct RequestHandle: Hashable, Sendable {
    let number: UInt64
}

/// Why there will be no answer.
public enum UnansweredReason: Hashable, Sendable, CaseIterable {
    /// The deadline has passed.
    case deadline
    /// The stream is over.
    case streamEnded
}
