import XMPPSASL

/// Random bytes of the host's that are waiting to be used: for names of streams and requests. Each is used once.
struct EntropyStore: Hashable, Sendable {
    private var bytes: [UInt8] = []

    /// Whether there is nothing.
    var isEmpty: Bool { bytes.isEmpty }

    /// Whether there is enough for another name.
    var canName: Bool { bytes.count >= EntropyStore.nameBytes }

    /// Whether it is time to ask for more, so that a name need never wait.
    var isLow: Bool { bytes.count < EntropyStore.nameBytes * 2 }

    /// Adds bytes.
    mutating func add(_ secret: Secret) {
        // With no room for more.
        var all: [UInt8] = []
        all.reserveCapacity(bytes.count &+ secret.exposed.count)
        all += bytes
        all += secret.exposed
        bytes = all
    }

    /// A name of 128 random bits, in hexadecimal; nil where there is not enough.
    mutating func takeName() -> String? {
        guard canName else { return nil }
        let taken = bytes.suffix(EntropyStore.nameBytes)
        bytes.removeLast(EntropyStore.nameBytes)
        return String(decoding: taken.flatMap { [Self.digit($0 >> 4), Self.digit($0 & 15)] }, as: UTF8.self)
    }

    /// Forgets all of them, as a copy that goes on by itself has to.
    mutating func removeAll() { bytes = [] }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 &+ value : 0x57 &+ value }

    private static let nameBytes = 16
    /// So many bytes are asked for at once.
    static let refillBytes = 64
}
