/// How the text of a transcript, which is that of RFC 6120, goes over the wire.
public protocol TranscriptFraming {
    /// What the peer sends, as the transport delivers it: each of them in one call of `XMPPStream.receive`.
    mutating func received(_ text: String) -> [[UInt8]]

    /// What the stream has to send, as it is written: each of them in one call of `XMPPStream.drainOutput`.
    mutating func sent(_ text: String) -> [String]
}

/// The framing of RFC 6120: one long text each way, in pieces that mean nothing.
public struct TCPTranscriptFraming: TranscriptFraming {
    /// The framing.
    public init() {}

    public mutating func received(_ text: String) -> [[UInt8]] { [Array(text.utf8)] }
    public mutating func sent(_ text: String) -> [String] { [text] }
}
