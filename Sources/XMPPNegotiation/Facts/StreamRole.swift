/// Which side of a stream an entity is (RFC 6120 §2.5): between servers, a server can be either.
public enum StreamRole: String, Hashable, Sendable, CaseIterable {
    /// It opened the stream.
    case initiating
    /// It was called.
    case receiving
}
