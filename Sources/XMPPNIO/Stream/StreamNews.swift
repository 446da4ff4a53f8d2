#if NIO
    public import XMLStream
    public import XMPPEngine
    public import XMPPStanza

    /// What a stream tells whoever stands behind it in the pipeline.
    public enum StreamNews: Hashable, Sendable {
        /// The stream is ready for stanzas.
        case established(EstablishedStream)
        /// The peer sent a stanza, stamped and checked.
        case stanza(AnyStanza)
        /// The peer sent another first-level element (`StreamConfiguration.deliversNonzas`).
        case nonza(Element)
        /// These stanzas waited for the stream to be ready, and were never sent.
        case unsent([StanzaHandle])
        /// The stream is over. The channel closes behind it.
        case ended(StreamEnd)
    }

    /// What whoever stands behind a stream wants of it. The promise of the write fails with a `StreamMisuse` where the stream
    /// refuses; otherwise it succeeds once the bytes have been handed to the socket.
    public enum StreamWish: Sendable {
        /// Send a stanza.
        case send(AnyStanza)
        /// Send a request, and tell its answer.
        case request(IQ, deadline: Duration, @Sendable (Result<IQ, RequestFailure>) -> Void)
        /// Tell the peer that nobody here knows what it asks.
        case decline(IQ)
        /// Close the stream, in order or with an error.
        case close(StreamError?)
    }

    /// Why a request has no answer.
    public enum RequestFailure: Error, Hashable, Sendable {
        /// The stream refused to send it.
        case refused(StreamMisuse)
        /// None came in time, or the stream ended before one did.
        case unanswered(UnansweredReason)
    }
#endif
