/// Taking a line's fields out, one by one: what is left in the end has no business there.
extension LogRecord {
    /// The bytes of a field; nil where there is none.
    mutating func take(_ name: String) -> [UInt8]? {
        fields.firstIndex { $0.name == name }.map { fields.remove(at: $0).value }
    }

    /// The rest; nil where there is none.
    mutating func takeRest() -> [UInt8]? {
        defer { rest = nil }
        return rest
    }

    /// The values of all fields of one name, in order.
    mutating func takeTexts(_ name: String) throws(LogViolation.Fault) -> [String] {
        var texts: [String] = []
        for field in fields where field.name == name {
            guard let text = String(validating: field.value, as: UTF8.self) else { throw .value(name) }
            texts.append(text)
        }
        fields.removeAll { $0.name == name }
        return texts
    }

    /// The fields whose names are `name`, a dot and more: what stands behind the dot, and what they hold, in order.
    mutating func takeAll(behind name: String) -> [(name: String, value: [UInt8])] {
        let prefix = name + "."
        let found = fields.filter { $0.name.hasPrefix(prefix) }
        fields.removeAll { $0.name.hasPrefix(prefix) }
        return found.map { (String($0.name.dropFirst(prefix.count)), $0.value) }
    }

    /// A field that is there.
    mutating func require(_ name: String) throws(LogViolation.Fault) -> [UInt8] {
        guard let value = take(name) else { throw .missing(name) }
        return value
    }

    /// What a field means; nil where there is none.
    mutating func take<Value>(
        _ name: String, _ meaning: (String) -> Value?
    ) throws(LogViolation.Fault) -> Value? {
        guard let value = take(name) else { return nil }
        guard let text = String(validating: value, as: UTF8.self), let value = meaning(text) else { throw .value(name) }
        return value
    }

    /// What a field means that is there.
    mutating func require<Value>(
        _ name: String, _ meaning: (String) -> Value?
    ) throws(LogViolation.Fault) -> Value {
        guard let value = try take(name, meaning) else { throw .missing(name) }
        return value
    }

    mutating func takeText(_ name: String) throws(LogViolation.Fault) -> String? { try take(name) { $0 } }

    mutating func requireText(_ name: String) throws(LogViolation.Fault) -> String { try require(name) { $0 } }

    mutating func takeBytes(hexadecimal name: String) throws(LogViolation.Fault) -> [UInt8]? {
        guard let digits = take(name) else { return nil }
        guard let bytes = LogEscapes.bytes(hexadecimal: digits) else { throw .value(name) }
        return bytes
    }

    mutating func requireBytes(hexadecimal name: String) throws(LogViolation.Fault) -> [UInt8] {
        guard let bytes = try takeBytes(hexadecimal: name) else { throw .missing(name) }
        return bytes
    }

    mutating func takeFlag(_ name: String) throws(LogViolation.Fault) -> Bool? {
        try take(name) { $0 == "yes" ? true : $0 == "no" ? false : nil }
    }

    mutating func requireFlag(_ name: String) throws(LogViolation.Fault) -> Bool {
        guard let isSo = try takeFlag(name) else { throw .missing(name) }
        return isSo
    }

    mutating func takeDuration(_ name: String) throws(LogViolation.Fault) -> Duration? {
        try take(name) { Duration(logged: $0) }
    }

    /// Nothing is left.
    func finish() throws(LogViolation.Fault) {
        if let field = fields.first { throw .unexpected(field.name) }
        if rest != nil { throw .unexpected("the rest") }
    }
}

extension Duration {
    /// Seconds, and behind a colon attoseconds where they are no whole seconds.
    var logged: String {
        let (seconds, attoseconds) = components
        return attoseconds == 0 ? "\(seconds)" : "\(seconds):\(attoseconds)"
    }

    init?(logged text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count <= 2, let seconds = parts.first.flatMap({ Int64($0) }) else { return nil }
        var attoseconds: Int64 = 0
        if parts.count == 2 {
            guard let part = Int64(parts[1]), part.magnitude < 1_000_000_000_000_000_000,
                part >= 0 || seconds <= 0, part <= 0 || seconds >= 0
            else { return nil }
            attoseconds = part
        }
        self.init(secondsComponent: seconds, attosecondsComponent: attoseconds)
    }
}

/// Finds a value by the name that it is written with.
func logged<Value: Hashable>(_ values: some Sequence<Value>) -> (String) -> Value? {
    { text in values.first { "\($0)" == text } }
}
