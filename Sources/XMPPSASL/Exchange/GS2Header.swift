/// What a client's first message begins with (RFC 5801 §4): whether it binds the channel, and whom it wants to act as.
package struct GS2Header: Hashable, Sendable {
    package enum Flag: Hashable, Sendable {
        /// The client does not support channel binding: `n`.
        case unsupported
        /// It does, but thinks that the server does not: `y`.
        case notOffered
        /// It binds: `p=`.
        case bound(ChannelBinding.Kind)
    }

    package var flag: Flag
    package var authorizationIdentity: String?

    /// The header's bytes.
    package var encoded: [UInt8] {
        var text: [UInt8] =
            switch flag {
            case .unsupported: [0x6E]
            case .notOffered: [0x79]
            case .bound(let kind): Array("p=\(kind.prefix)".utf8)
            }
        text.append(0x2C)
        if let authorizationIdentity { text += Array("a=".utf8) + SASLName.encode(authorizationIdentity) }
        text.append(0x2C)
        return text
    }

    package init(flag: Flag, authorizationIdentity: String?) {
        self.flag = flag
        self.authorizationIdentity = authorizationIdentity
    }

    /// Reads the header.
    ///
    /// - Returns: It and how many bytes it has; nil where there is none.
    package static func read(_ message: [UInt8]) -> (header: GS2Header, length: Int)? {
        guard let first = message.firstIndex(of: 0x2C) else { return nil }
        guard let second = message[(first + 1)...].firstIndex(of: 0x2C) else { return nil }
        let flag: Flag
        switch message[..<first] {
        case [0x6E]: flag = .unsupported
        case [0x79]: flag = .notOffered
        case let text where text.starts(with: [0x70, 0x3D]):
            guard let kind = ChannelBinding.Kind(String(decoding: text.dropFirst(2), as: UTF8.self)) else { return nil }
            flag = .bound(kind)
        default: return nil
        }
        var identity: String?
        let name = message[(first + 1)..<second]
        if !name.isEmpty {
            guard name.starts(with: [0x61, 0x3D]), let decoded = SASLName.decode(name.dropFirst(2)) else { return nil }
            identity = decoded
        }
        return (GS2Header(flag: flag, authorizationIdentity: identity), second + 1)
    }
}
