/// What a piece of output is, and so how it looks on a terminal.
enum Ink {
    case plain, dim, strong
    case tag, attribute, value, secret
    case sent, received, good, bad

    /// The escape sequence that begins it (ECMA-48 SGR); empty for plain.
    var sequence: String {
        switch self {
        case .plain: ""
        case .dim: "\u{1B}[2m"
        case .strong: "\u{1B}[1m"
        case .tag: "\u{1B}[34m"
        case .attribute: "\u{1B}[36m"
        case .value: "\u{1B}[32m"
        case .secret: "\u{1B}[35m"
        case .sent: "\u{1B}[1;33m"
        case .received: "\u{1B}[1;36m"
        case .good: "\u{1B}[32m"
        case .bad: "\u{1B}[1;31m"
        }
    }

    static let end = "\u{1B}[0m"
}
