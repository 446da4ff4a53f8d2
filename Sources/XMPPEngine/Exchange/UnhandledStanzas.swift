/// Stanzas that came in through stages, in their order, and which of the stages are to hear that they are handled: by the
/// host, or by the engine itself, but never before all that came earlier.
struct UnhandledStanzas: Hashable, Sendable {
    private struct Stanza: Hashable {
        let told: Range<Int>
        /// Whether the host has yet to take it.
        var isWaiting: Bool
    }

    private var stanzas: [Stanza] = []
    private var next = 0

    /// Adds one behind the others.
    mutating func add(_ told: Range<Int>, isWaiting: Bool) {
        stanzas.append(Stanza(told: told, isWaiting: isWaiting))
    }

    /// Notes that the host has taken the oldest that waits for it.
    mutating func takeFirst() {
        guard let index = stanzas[next...].firstIndex(where: \.isWaiting) else { return }
        stanzas[index].isWaiting = false
    }

    /// Takes out the oldest, if it is handled: the stages that are to hear of it.
    mutating func takeHandled() -> Range<Int>? {
        guard next < stanzas.count, !stanzas[next].isWaiting else { return nil }
        let told = stanzas[next].told
        next &+= 1
        if next == stanzas.count { self = UnhandledStanzas() }
        return told
    }

    static func == (one: UnhandledStanzas, other: UnhandledStanzas) -> Bool {
        one.stanzas[one.next...] == other.stanzas[other.next...]
    }

    func hash(into hasher: inout Hasher) { hasher.combine(stanzas.count &- next) }
}
