import XMLStream

/// Stanzas that wait for the stream to be ready, in the order in which they were sent.
struct Outbox: Hashable, Sendable {
    private(set) var waiting: [(element: Element, handle: StanzaHandle)] = []
    private(set) var byteCount = 0

    /// Nothing that waits.
    init() {}

    /// What has waited elsewhere, of so many bytes as it came.
    init(waiting: [(element: Element, handle: StanzaHandle)], byteCount: Int) {
        self.waiting = waiting
        self.byteCount = byteCount
    }

    var isEmpty: Bool { waiting.isEmpty }

    /// Adds a stanza, if there is room.
    mutating func add(_ element: Element, _ handle: StanzaHandle, within limits: StreamLimits) -> Bool {
        guard waiting.count < limits.queuedStanzas, byteCount &+ element.storedByteCount <= limits.queuedBytes else {
            return false
        }
        byteCount &+= element.storedByteCount
        waiting.append((element, handle))
        return true
    }

    /// Takes the one out that has waited longest.
    ///
    /// - Complexity: O(*n*) in those that wait, which `StreamLimits.queuedStanzas` bounds.
    mutating func takeFirst() -> (element: Element, handle: StanzaHandle)? {
        guard !waiting.isEmpty else { return nil }
        let first = waiting.removeFirst()
        byteCount &-= first.element.storedByteCount
        if waiting.isEmpty { self = Outbox() }
        return first
    }

    /// Takes all of them out.
    mutating func takeAll() -> [(element: Element, handle: StanzaHandle)] {
        defer { self = Outbox() }
        return waiting
    }

    static func == (one: Outbox, other: Outbox) -> Bool {
        one.waiting.elementsEqual(other.waiting) { $0.element == $1.element && $0.handle == $1.handle }
    }

    func hash(into hasher: inout Hasher) { hasher.combine(waiting.count) }
}
