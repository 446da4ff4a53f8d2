/// Stanzas that came in through stages, in their order, and which of the stages are to hear that they are handled: by the
/// host, or by the engine itself, but never before all that came earlier.
struct UnhandledStanzas: Hashable, Sendable {
    private enum Place: Hashable {
        /// In the engine's hands.
        case underway
        /// The host has yet to take it.
        case waiting
        case handled
    }

    private struct Stanza: Hashable {
        let told: Range<Int>
        var place = Place.underway
    }

    private var stanzas: [Stanza] = []
    /// Those before are told of.
    private var next = 0
    /// How many have been forgotten.
    private var forgotten = 0

    /// The number of the one that came last.
    var last: Int { forgotten &+ stanzas.count &- 1 }

    /// Adds one behind the others, which is in the engine's hands.
    ///
    /// - Returns: Its number.
    mutating func add(_ told: Range<Int>) -> Int {
        stanzas.append(Stanza(told: told))
        return last
    }

    /// Notes what became of one.
    mutating func note(_ admission: Admission, of number: Int) {
        let index = number &- forgotten
        guard stanzas.indices.contains(index), stanzas[index].place == .underway else { return }
        switch admission {
        case .done: stanzas[index].place = .handled
        case .queued: stanzas[index].place = .waiting
        case .kept: break
        }
    }

    /// Notes that the host has taken the oldest that waits for it.
    mutating func takeFirst() {
        guard let index = stanzas[next...].firstIndex(where: { $0.place == .waiting }) else { return }
        stanzas[index].place = .handled
    }

    /// Takes out the oldest, if it is handled: the stages that are to hear of it.
    mutating func takeHandled() -> Range<Int>? {
        guard next < stanzas.count, stanzas[next].place == .handled else { return nil }
        let told = stanzas[next].told
        next &+= 1
        if next == stanzas.count || next > UnhandledStanzas.mostKept && next > stanzas.count / 2 { forget() }
        return told
    }

    private mutating func forget() {
        forgotten &+= next
        stanzas.removeFirst(next)
        next = 0
    }

    static func == (one: UnhandledStanzas, other: UnhandledStanzas) -> Bool {
        one.stanzas[one.next...] == other.stanzas[other.next...]
    }

    func hash(into hasher: inout Hasher) { hasher.combine(stanzas.count &- next) }

    /// So many that have been told of are kept before they are forgotten, where others wait behind them.
    private static let mostKept = 64
}
