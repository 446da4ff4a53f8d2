import XMPPStanza

/// One line of a log: a word, fields with names, and a rest that may hold spaces.
///
/// ```text
/// answer request=1 kind=resource jid=juliet@example.com/balcony
/// send :<message to='romeo@example.net'><body>Art thou not Romeo?</body></message>
/// ```
/// Bytes outside of printable ASCII are written as `%` and two hexadecimal digits, and so is the percent sign; in fields
/// spaces, too.
package struct LogRecord: Hashable, Sendable {
    /// A field.
    package struct Field: Hashable, Sendable {
        package let name: String
        package let value: [UInt8]
        /// Whether it is not to be shown.
        package let isSecret: Bool
    }

    /// The word that the line begins with.
    package let keyword: String
    /// The fields, in order.
    package internal(set) var fields: [Field] = []
    /// What stands behind the colon; nil where there is none.
    package internal(set) var rest: [UInt8]?

    init(_ keyword: String) { self.keyword = keyword }

    // MARK: Making

    mutating func add(_ name: String, _ value: [UInt8], isSecret: Bool = false) {
        fields.append(Field(name: name, value: value, isSecret: isSecret))
    }

    mutating func add(_ name: String, _ value: String, isSecret: Bool = false) {
        add(name, Array(value.utf8), isSecret: isSecret)
    }

    mutating func add(_ name: String, _ number: some BinaryInteger) { add(name, "\(number)") }

    mutating func add(_ name: String, _ isSo: Bool) { add(name, isSo ? "yes" : "no") }

    /// Adds bytes as hexadecimal digits.
    mutating func add(_ name: String, hexadecimal bytes: [UInt8], isSecret: Bool) {
        add(name, LogEscapes.hexadecimal(bytes), isSecret: isSecret)
    }

    // MARK: Writing

    /// The line, without its end.
    ///
    /// - Complexity: O(*n*)
    var text: [UInt8] {
        var text = Array(keyword.utf8)
        for field in fields {
            text.append(0x20)
            text += LogEscapes.escaped(Array(field.name.utf8), in: .name)
            text.append(0x3D)
            text += LogEscapes.escaped(field.value, in: .value)
        }
        if let rest { text += [0x20, 0x3A] + LogEscapes.escaped(rest, in: .rest) }
        return text
    }

    // MARK: Reading

    /// Reads a line without its end.
    ///
    /// - Complexity: O(*n*)
    init(reading line: ArraySlice<UInt8>) throws(LogViolation.Fault) {
        var remaining = line
        let word = remaining.prefix { $0 != 0x20 }
        remaining = remaining.dropFirst(word.count)
        keyword = String(decoding: word.prefix(LogRecord.mostShown), as: UTF8.self)
        while let first = remaining.first {
            if first == 0x20 {
                remaining = remaining.dropFirst()
            } else if first == 0x3A {
                rest = try LogEscapes.unescaped(remaining.dropFirst())
                return
            } else {
                let token = remaining.prefix { $0 != 0x20 }
                remaining = remaining.dropFirst(token.count)
                guard let sign = token.firstIndex(of: 0x3D) else {
                    throw .unexpected(String(decoding: token.prefix(LogRecord.mostShown), as: UTF8.self))
                }
                let name = try LogEscapes.unescaped(token[..<sign])
                guard let name = String(validating: name, as: UTF8.self) else { throw .escape }
                add(name, try LogEscapes.unescaped(token[token.index(after: sign)...]))
            }
        }
    }

    /// So much of a word that means nothing is said again.
    private static let mostShown = 32
}

/// How bytes stand in a line.
enum LogEscapes {
    /// Where they stand.
    enum Place {
        case name, value, rest

        fileprivate func keeps(_ byte: UInt8) -> Bool {
            switch byte {
            case 0x25: false
            case 0x20: self == .rest
            case 0x3D: self != .name
            // A field does not begin with what the rest begins with.
            case 0x3A: self != .name
            case 0x21...0x7E: true
            default: false
            }
        }
    }

    static func escaped(_ bytes: [UInt8], in place: Place) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        for byte in bytes {
            if place.keeps(byte) {
                text.append(byte)
            } else {
                text += [0x25, digit(byte &>> 4), digit(byte & 15)]
            }
        }
        return text
    }

    static func unescaped(_ text: ArraySlice<UInt8>) throws(LogViolation.Fault) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            index &+= 1
            guard byte == 0x25 else {
                bytes.append(byte)
                continue
            }
            guard text.endIndex &- index >= 2, let high = value(of: text[index]), let low = value(of: text[index &+ 1])
            else { throw .escape }
            bytes.append(high &<< 4 | low)
            index &+= 2
        }
        return bytes
    }

    static func hexadecimal(_ bytes: [UInt8]) -> [UInt8] { bytes.flatMap { [digit($0 &>> 4), digit($0 & 15)] } }

    /// The bytes that digits say; nil where there are others, or half a pair.
    static func bytes(hexadecimal text: [UInt8]) -> [UInt8]? {
        guard text.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 2)
        for index in stride(from: 0, to: text.count, by: 2) {
            guard let high = value(of: text[index]), let low = value(of: text[index &+ 1]) else { return nil }
            bytes.append(high &<< 4 | low)
        }
        return bytes
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 &+ value : 0x57 &+ value }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit &- 0x30
        case 0x41...0x46: digit &- 0x37
        case 0x61...0x66: digit &- 0x57
        default: nil
        }
    }
}
