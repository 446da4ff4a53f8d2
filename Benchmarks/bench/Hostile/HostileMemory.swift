/// How much memory one layer takes for a hostile shape that goes on past every limit.
struct HostileMemory: Codable {
    /// Peak over limit.
    static let bound = 4.0

    let shape: String
    let layer: Layer
    /// Bytes fed at a time; 0 = all at once.
    let chunk: Int
    /// The limit in force: bytes a stanza may have, by the library's defaults.
    let limitBytes: Int
    /// The most that was allocated at any time while parsing, the input and the unused tape excepted.
    let peakBytes: Int
    /// The condition that ended the stream and where, or `accepted`.
    let outcome: String

    var ratio: Double { Double(peakBytes) / Double(limitBytes) }
    var isBounded: Bool { ratio <= Self.bound }

    /// Feeds one layer the shape at its largest size.
    static func measure(_ shape: HostileShape, layer: Layer) throws -> HostileMemory {
        let limit = Contenders.defaultStanzaBytes
        let document = shape.document(size: shape.largest)
        let contender = try Contenders.make(layer, limited: true)
        _ = try? contender.run(Array(Traffic.header.utf8), chunk: 64)
        var outcome = "accepted"
        let live = AllocationCounter.liveBytes {
            do {
                _ = try contender.run(document, chunk: shape.chunk == 0 ? document.count : shape.chunk)
            } catch {
                outcome = "\(error)"
            }
        }
        return HostileMemory(
            shape: shape.name, layer: layer, chunk: shape.chunk, limitBytes: limit, peakBytes: live.peak,
            outcome: String(outcome.prefix { $0 != ":" }))
    }
}
