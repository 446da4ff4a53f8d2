/// What one pass over a stream saw; the same for every correct parser (attributes without namespace declarations, text
/// in bytes after references are resolved, stanzas = end tags at depth 1).
struct Counts: Equatable, Codable, CustomStringConvertible {
    var stanzas: UInt64 = 0
    var elements: UInt64 = 0
    var attributes: UInt64 = 0
    var textBytes: UInt64 = 0

    var description: String {
        "\(stanzas) stanzas, \(elements) elements, \(attributes) attributes, \(textBytes) text bytes"
    }
}
