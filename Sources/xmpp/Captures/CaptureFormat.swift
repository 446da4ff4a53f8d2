/// What kind of recording a file is, told by its first bytes.
enum CaptureFormat: Equatable {
    /// Lines of JSON, one for each read or write of a socket.
    case lines
    /// The bytes of one direction: XML streams one after the other.
    case streams
    /// One WebSocket message a line.
    case webSocket
    /// HTTP messages one after the other.
    case http

    init(of beginning: [UInt8]) {
        let start = beginning.drop(while: StreamStart.isSpace).prefix(1024)
        if start.first == UInt8(ascii: "{") {
            self = .lines
        } else if CaptureFormat.httpStarts.contains(where: { start.starts(with: $0.utf8) }) {
            self = .http
        } else if start.starts(with: "<open".utf8),
            String(decoding: start, as: UTF8.self).contains("urn:ietf:params:xml:ns:xmpp-framing")
        {
            self = .webSocket
        } else {
            self = .streams
        }
    }

    private static let httpStarts = ["POST ", "GET ", "OPTIONS ", "HTTP/"]
}
