import XMLStream

/// What was seen in all files.
struct Summary {
    var fileCount = 0
    var streamCount = 0
    var messageCount = 0
    var violationCount = 0
    private(set) var kinds: [ElementKind: Int] = [:]
    /// By direction, in the order in which they were first seen.
    private(set) var bytes: [(direction: String, count: Int)] = []
    /// Bytes that were parsed, and how long that took, without reading files and writing output.
    var parsedByteCount = 0
    var parsing = Duration.zero

    mutating func count(_ kind: ElementKind) { kinds[kind, default: 0] += 1 }

    mutating func count(_ byteCount: Int, from direction: String) {
        if let index = bytes.firstIndex(where: { $0.direction == direction }) {
            bytes[index].count += byteCount
        } else {
            bytes.append((direction, byteCount))
        }
    }

    /// First-level elements of all kinds.
    var elementCount: Int { kinds.values.reduce(0, +) }

    /// Writes the summary.
    ///
    /// - Parameter showsThroughput: Whether figures that differ from run to run are part of it.
    func write(to page: inout Page, showsThroughput: Bool = true) {
        page.write("Summary", .strong)
        page.endLine()
        row("files", Figures.count(fileCount), to: &page)
        row("streams", Figures.count(streamCount), to: &page)
        if messageCount > 0 { row("documents", "\(Figures.count(messageCount)) (WebSocket and BOSH)", to: &page) }
        let directions = bytes.map { "\($0.direction) \(Figures.count($0.count))" }
        row("bytes", directions.joined(separator: ", "), to: &page)
        row("stanzas", list { if case .stanza(let name) = $0 { name } else { nil } }, to: &page)
        row("nonzas", list { if case .nonza(let name) = $0 { name } else { nil } }, to: &page)
        let errors = list { if case .streamError(let name) = $0 { name } else { nil } }
        row("stream errors", errors, errors == Summary.none ? .plain : .bad, to: &page)
        row(
            "violations", violationCount == 0 ? Summary.none : Figures.count(violationCount),
            violationCount == 0 ? .good : .bad, to: &page)
        if showsThroughput { row("parsing", throughput, to: &page) }
    }

    private var throughput: String {
        let seconds = Double(parsing.components.seconds) + Double(parsing.components.attoseconds) / 1e18
        guard seconds > 0 else { return Summary.none }
        let rate = Figures.bytes(Int(Double(parsedByteCount) / seconds))
        let elements = Figures.count(Int(Double(elementCount) / seconds))
        return "\(rate)/s, \(elements) elements/s (\(Figures.milliseconds(seconds)) in the parser)"
    }

    /// The kinds that `name` names, most frequent first, behind their total.
    private func list(_ name: (ElementKind) -> String?) -> String {
        let named = kinds.compactMap { kind, count in name(kind).map { (name: $0, count: count) } }
        guard !named.isEmpty else { return Summary.none }
        let sorted = named.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
        let total = Figures.count(named.reduce(0) { $0 + $1.count })
        return "\(total): " + sorted.map { "\($0.name) \(Figures.count($0.count))" }.joined(separator: ", ")
    }

    private func row(_ title: String, _ text: String, _ ink: Ink = .plain, to page: inout Page) {
        page.write("  " + Figures.padded(title, 15), .dim)
        page.write(foreign: text, ink)
        page.endLine()
    }

    private static let none = "none"
}
