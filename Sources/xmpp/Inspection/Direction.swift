import XMLStream

/// What one side of a capture has sent so far.
struct Direction {
    var stream: StreamReader
    var http = HTTPMessages()
    /// Bytes of XML and HTTP in all.
    var byteCount = 0
    /// Whether the last thing recorded was a WebSocket control frame.
    var isBehindControlFrame = false

    init(limits: XMLLimits) { stream = StreamReader(limits: limits) }

    /// Whether the text recorded for a frame is that of a ping, pong or close, which is no XML (RFC 6455 §5.5).
    func isControlPayload(_ text: [UInt8]) -> Bool {
        isBehindControlFrame && text.first != UInt8(ascii: "<")
    }
}
