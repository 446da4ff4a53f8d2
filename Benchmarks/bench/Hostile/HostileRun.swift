/// Measures every hostile shape and says which bound was missed.
struct HostileRun {
    var layers: [Layer] = [.tokens, .elements, .recycled]
    /// Words that must all stand in `layer/shape`.
    var filters: [String] = []

    func measure(progress: (String) -> Void) throws -> (growth: [HostileGrowth], memory: [HostileMemory]) {
        var growth: [HostileGrowth] = [], memory: [HostileMemory] = []
        for layer in layers {
            for shape in HostileShape.all {
                let name = "\(layer.rawValue)/\(shape.name)"
                guard filters.allSatisfy({ name.contains($0) }) else { continue }
                progress("hostile \(name), \(Plan.name(ofChunk: shape.chunk))")
                growth.append(try HostileGrowth.measure(shape, layer: layer))
                memory.append(try HostileMemory.measure(shape, layer: layer))
            }
        }
        return (growth, memory)
    }

    static func table(_ growth: [HostileGrowth], _ memory: [HostileMemory]) -> String {
        var table = TextTable([
            "hostile shape", "layer", "chunk", "largest", "ns an item", "worst T(n)/T(n/2)", "peak/limit", "outcome",
            "",
        ])
        for (growth, memory) in zip(growth, memory) {
            let largest = growth.sizes.last ?? 0
            table.append([
                growth.shape, growth.layer.rawValue, Plan.name(ofChunk: growth.chunk), "\(largest) \(growth.unit)",
                ((growth.nanoseconds.last ?? 0) / Double(largest)).decimals(2), growth.worst.decimals(2),
                AllocationCounter.isAvailable ? memory.ratio.decimals(2) : "–", memory.outcome,
                growth.isLinear && memory.isBounded ? "ok" : "MISSED",
            ])
        }
        return table.text
    }
}
