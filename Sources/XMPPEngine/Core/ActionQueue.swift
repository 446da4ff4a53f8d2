import XMLStream
import XMPPStanza

/// Orders that wait for the host to carry them out.
///
/// An order may have more than sixty bytes, and a stanza is told by its element, so that those that come by the dozen are
/// kept in short and made into orders on their way out.
struct ActionQueue: Sendable {
    /// What stands for an order.
    enum Entry: Sendable {
        case message(Element)
        case presence(Element)
        case iq(Element)
        case nonza(Element)
        case write(byteCount: Int)
        indirect case other(StreamAction)
        /// It has been carried out.
        case taken
    }

    /// The oldest order, where it came alone: mostly there is one.
    private var single: Entry?
    /// Those behind it.
    private var entries: [Entry] = []
    private var next = 0

    @inline(__always)
    var isEmpty: Bool { single == nil && next == entries.count }

    /// Adds an order.
    @inline(__always)
    mutating func append(entry: consuming Entry) {
        if isEmpty {
            single = entry
        } else {
            if entries.count == entries.capacity { makeRoom() }
            entries.append(entry)
        }
    }

    @inline(never)
    private mutating func makeRoom() {
        entries.reserveCapacity(
            entries.isEmpty ? ActionQueue.mostKept : max(ActionQueue.usualMany, entries.count &* 2))
    }

    /// Adds an order of another kind.
    mutating func append(_ action: consuming StreamAction) {
        switch consume action {
        case .write(let byteCount): append(entry: .write(byteCount: byteCount))
        case .nonza(let element): append(entry: .nonza(element))
        case let action: append(entry: .other(action))
        }
    }

    /// Takes the oldest order.
    ///
    /// - Parameter language: The language of the stream, for stanzas that state none.
    @inline(__always)
    mutating func popFirst(language: String?) -> StreamAction? {
        if let entry = single.take() {
            if entries.isEmpty, entries.capacity > 0 { entries = [] }
            return Self.action(entry, language)
        }
        guard next < entries.count else { return nil }
        var entry = Entry.taken
        swap(&entries[next], &entry)
        next &+= 1
        if next == entries.count { clear() }
        return Self.action(entry, language)
    }

    @inline(__always)
    private static func action(_ entry: consuming Entry, _ language: String?) -> StreamAction? {
        switch consume entry {
        case .message(let element): .stanza(.message(Message(known: element, inheriting: language)))
        case .presence(let element): .stanza(.presence(Presence(known: element, inheriting: language)))
        case .iq(let element): .stanza(.iq(IQ(known: element, inheriting: language)))
        case .nonza(let element): .nonza(element)
        case .write(let byteCount): .write(byteCount: byteCount)
        case .other(let action): action
        case .taken: nil
        }
    }

    /// Takes an order back.
    mutating func remove(where isUnwanted: (StreamAction) -> Bool) {
        if let entry = single, Self.action(entry, nil).map(isUnwanted) ?? true { single = nil }
        entries.removeFirst(next)
        next = 0
        entries.removeAll { Self.action($0, nil).map(isUnwanted) ?? true }
    }

    /// A stream that is busy keeps memory for a few orders, until one comes alone.
    @inline(__always)
    private mutating func clear() {
        entries.removeAll(keepingCapacity: next > 1 && entries.capacity < ActionQueue.usualMany)
        next = 0
    }

    /// The orders that wait, without the language of the stream.
    var waiting: [StreamAction] {
        ((single.map { [$0] } ?? []) + entries[next...]).compactMap { Self.action($0, nil) }
    }

    /// Memory for about so many is kept.
    private static let mostKept = 8
    /// So many there is room for, once there are more.
    private static let usualMany = 64
}

extension ActionQueue: Hashable {
    static func == (one: ActionQueue, other: ActionQueue) -> Bool { one.waiting == other.waiting }

    func hash(into hasher: inout Hasher) { hasher.combine(waiting) }
}
