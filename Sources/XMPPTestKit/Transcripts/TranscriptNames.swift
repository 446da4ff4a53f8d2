/// What the `{name}`s of a transcript stand for.
struct TranscriptNames: Hashable, Sendable {
    private var values: [String: String] = [:]

    /// Whether none is known yet.
    var isEmpty: Bool { values.isEmpty }

    /// The text with all names replaced that are known.
    func filled(_ text: String) -> String {
        var text = text
        for (name, value) in values { text = text.replacing("{\(name)}", with: value) }
        return text
    }

    /// Compares a text with what is expected, and learns the names that are new.
    ///
    /// - Returns: Whether it is as expected; if not, nothing is learnt.
    mutating func matches(_ expected: String, _ actual: String) -> Bool {
        var learnt = self
        guard learnt.learn(filled(expected)[...], actual[...]) else { return false }
        self = learnt
        return true
    }

    private mutating func learn(_ expected: Substring, _ actual: Substring) -> Bool {
        guard let opening = expected.firstIndex(of: "{"), let closing = expected[opening...].firstIndex(of: "}") else {
            return expected == actual
        }
        let before = expected[..<opening]
        guard actual.hasPrefix(before) else { return false }
        let value = actual.dropFirst(before.count).prefix { !"'\"<>{} ".contains($0) }
        let name = String(expected[opening...].dropFirst().prefix { $0 != "}" })
        if let known = values[name] {
            guard known == value else { return false }
        } else {
            guard !value.isEmpty, !values.values.contains(String(value)) else { return false }
            values[name] = String(value)
        }
        return learn(expected[closing...].dropFirst(), actual[value.endIndex...])
    }
}
