/// What a run measures and how long it takes.
struct Plan {
    var workloads = Workload.allCases
    /// 0 = all at once.
    var chunks = [0, 16384, 1460, 64, 1]
    var layers = Layer.allCases.filter(\.isBuilt)
    var bytes = 16 << 20
    /// A byte at a time is slow, so that only a prefix of the stream is fed, cut behind a stanza and closed.
    var bytesAtOneByteChunks = 2 << 20
    var rounds = 7
    /// Streams that are made ready to see what they hold.
    var idleStreams = 100_000
    /// Words that must all stand in `workload/chunk/layer`.
    var filters: [String] = []
    /// Where alone to measure, each a `workload/chunk` or the name of an operation; nil for everywhere.
    var places: Set<String>?

    /// The chunk size that writers are listed under; none of them matters to them.
    static let chunkOfWriters = 16384

    static let quick = Plan(
        chunks: [16384, 1460, 64, 1], bytes: 4 << 20, bytesAtOneByteChunks: 512 << 10, rounds: 5, idleStreams: 2_000)

    /// Layers to measure at one place, the yardstick first; empty if nothing is wanted.
    func layers(for workload: Workload, chunk: Int) -> [Layer] {
        if let places, !places.contains("\(workload.rawValue)/\(Self.name(ofChunk: chunk))") { return [] }
        let wanted = layers.filter { layer in
            if !workload.has(layer, chunk: chunk) { return false }
            if layer.writes && chunk != Self.chunkOfWriters { return false }
            let name = "\(workload.rawValue)/\(Self.name(ofChunk: chunk))/\(layer.rawValue)"
            return filters.allSatisfy { name.contains($0) }
        }
        return wanted.isEmpty ? [] : [.expat] + wanted.filter { $0 != .expat }
    }

    /// Whether an operation is wanted.
    func has(operation name: String) -> Bool {
        places?.contains(name) != false && filters.allSatisfy { name.contains($0) }
    }

    /// The stream that is fed at this chunk size.
    func traffic(_ traffic: Traffic, chunk: Int) -> Traffic {
        chunk == 1 ? traffic.prefix(bytes: bytesAtOneByteChunks) : traffic
    }

    static func name(ofChunk chunk: Int) -> String {
        chunk == 0 ? "whole" : String(chunk)
    }
}
