/// A log that cannot be read, and where.
public struct LogViolation: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong with a line.
    package enum Fault: Error, Hashable, Sendable, CustomStringConvertible {
        /// The first line is not that of a log.
        case noLog
        /// It is a log of a version that is not known here.
        case version
        /// The line is longer than `StreamLog.maximumLineBytes`.
        case lineLength
        /// There is no such word at the beginning of a line.
        case keyword(String)
        /// A field, or what stands behind the colon, is missing.
        case missing(String)
        /// A field means nothing in this line, or is there twice.
        case unexpected(String)
        /// What a field holds is none of what it may.
        case value(String)
        /// A percent sign is not followed by two digits.
        case escape
        /// The XML is no element, or not the one that the line is about.
        case element
        /// The setup does not stand in the second line, or stands twice.
        case setup

        package var description: String {
            switch self {
            case .noLog: "this is no log of a stream"
            case .version: "the log is of another version"
            case .lineLength: "the line is too long"
            case .keyword(let word): "no line begins with \(word)"
            case .missing(let name): "\(name) is missing"
            case .unexpected(let name): "\(name) is not expected"
            case .value(let name): "\(name) cannot be that"
            case .escape: "a percent sign stands for nothing"
            case .element: "the XML is not what is expected"
            case .setup: "one setup stands in the second line"
            }
        }
    }

    /// The line, counted from one.
    public let line: Int
    package let fault: Fault

    /// What is wrong, with the line. A text of the log that it quotes is a name of a field, never what is in one.
    public var description: String { "line \(line): \(fault)" }
}
