/// Looks for secrets in what values print.
enum SecretSearch {
    /// What the secrets of a scenario begin with.
    static let mark = "quokka"

    /// Which way of printing shows a secret, if one does.
    ///
    /// - Parameter secrets: Those that do not begin with the mark, such as keys.
    static func finding(in value: Any, secrets: [[UInt8]]) -> String? {
        var dumped = ""
        dump(value, to: &dumped)
        let numbers = dumped.split(separator: "\n").compactMap { line in
            line.split(separator: " ").last.flatMap { UInt8($0) }
        }
        for (way, text) in [
            ("description", "\(value)"), ("debugDescription", String(reflecting: value)), ("dump", dumped),
        ] where text.contains(mark) {
            return "\(way) shows a secret: \(text)"
        }
        for secret in [Array(mark.utf8)] + secrets where secret.count >= 6 {
            let start = Array(secret.prefix(12))
            // As a list of bytes.
            let list = start.map(String.init).joined(separator: ", ")
            for text in ["\(value)", String(reflecting: value)] where text.contains(list) {
                return "a description shows the bytes of a secret: \(text)"
            }
            if numbers.indices.contains(where: { numbers[$0...].starts(with: start) }) {
                return "dump shows the bytes of a secret: \(dumped)"
            }
        }
        return nil
    }
}
