import Foundation

/// One line of a recorded capture: a read or write of a socket, or a note of who recorded it.
struct CaptureLine: Decodable {
    /// What the bytes of a line are.
    enum Content: Equatable {
        /// A piece of an XML stream.
        case stream
        /// A whole message of a WebSocket.
        case webSocketMessage
        /// A frame of a WebSocket: its message has a line of its own.
        case webSocketFrame
        /// A piece of HTTP.
        case http
        /// Compressed bytes: what they stand for has a line of its own.
        case compressed
    }

    /// Seconds since the recording began.
    let t: Double?
    /// Which side sent it.
    let dir: String?
    let layer: String?
    let text: String?
    let b64: String?
    let note: String?

    /// A line of JSON.
    init(json line: [UInt8]) throws { self = try CaptureLine.decoder.decode(CaptureLine.self, from: Data(line)) }

    var content: Content {
        switch layer {
        case "ws": .webSocketMessage
        case "ws-frame": .webSocketFrame
        case "http": .http
        case "zlib": .compressed
        default: .stream
        }
    }

    /// The bytes that went over the wire, or nil where the line has none that can be read.
    var bytes: [UInt8]? {
        if let text { return Array(text.utf8) }
        return b64.flatMap { Data(base64Encoded: $0) }.map { [UInt8]($0) }
    }

    private static let decoder = JSONDecoder()
}
