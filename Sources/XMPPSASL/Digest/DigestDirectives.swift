/// The directives of a message of DIGEST-MD5, `key=value` or `key="value"` parted by commas (RFC 2831 §7.1).
package struct DigestDirectives: Hashable, Sendable {
    /// Keys in small letters, in their order.
    package private(set) var all: [(key: String, value: [UInt8])] = []

    /// Reads a message; nil where it does not follow the grammar.
    package init?(_ message: [UInt8]) {
        var index = 0
        func skipSpace() {
            while index < message.count, [0x20, 0x09, 0x0A, 0x0D].contains(message[index]) { index += 1 }
        }
        while true {
            // Empty elements of the list are allowed.
            skipSpace()
            while index < message.count, message[index] == 0x2C {
                index += 1
                skipSpace()
            }
            if index == message.count { break }
            let start = index
            while index < message.count, DigestDirectives.isTokenCharacter(message[index]) { index += 1 }
            guard index > start else { return nil }
            let key = String(decoding: message[start..<index], as: UTF8.self).lowercased()
            skipSpace()
            guard index < message.count, message[index] == 0x3D else { return nil }
            index += 1
            skipSpace()
            guard let value = DigestDirectives.value(message, &index) else { return nil }
            all.append((key, value))
            skipSpace()
            guard index == message.count || message[index] == 0x2C else { return nil }
        }
        if all.isEmpty { return nil }
    }

    /// The value of a directive that stands there once; nil otherwise.
    package func only(_ key: String) -> [UInt8]? {
        let found = all.filter { $0.key == key }
        return found.count == 1 ? found.first?.value : nil
    }

    /// How often a directive stands there.
    package func count(of key: String) -> Int { all.count { $0.key == key } }

    /// A token, or a quoted string without its quotes and backslashes.
    private static func value(_ message: [UInt8], _ index: inout Int) -> [UInt8]? {
        guard index < message.count else { return nil }
        var value: [UInt8] = []
        guard message[index] == 0x22 else {
            while index < message.count, isTokenCharacter(message[index]) {
                value.append(message[index])
                index += 1
            }
            return value.isEmpty ? nil : value
        }
        index += 1
        while index < message.count {
            let byte = message[index]
            index += 1
            switch byte {
            case 0x22: return value
            case 0x00: return nil
            case 0x5C:
                guard index < message.count, message[index] != 0 else { return nil }
                value.append(message[index])
                index += 1
            default: value.append(byte)
            }
        }
        return nil
    }

    /// A value in quotes.
    package static func quoted(_ value: [UInt8]) -> [UInt8] {
        var text: [UInt8] = [0x22]
        for byte in value {
            if byte == 0x22 || byte == 0x5C { text.append(0x5C) }
            text.append(byte)
        }
        return text + [0x22]
    }

    private static func isTokenCharacter(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && !separators.contains(byte)
    }

    private static let separators = Array("()<>@,;:\\\"/[]?={}".utf8)

    package static func == (one: DigestDirectives, other: DigestDirectives) -> Bool {
        one.all.elementsEqual(other.all) { $0.key == $1.key && $0.value == $1.value }
    }

    package func hash(into hasher: inout Hasher) {
        for directive in all {
            hasher.combine(directive.key)
            hasher.combine(directive.value)
        }
    }
}
