import Foundation

/// What `--guard` holds a run against: a checked-in table of the least ratio and the most allocations.
struct Floors {
    struct Row {
        let workload: String
        let chunk: Int
        let layer: Layer
        let leastRatio: Double
        let mostAllocationsPerStanza: Double
    }

    struct Unreadable: Error, CustomStringConvertible {
        let line: String
        var description: String { "a line of the floors cannot be read: \(line)" }
    }

    let rows: [Row]

    /// Reads lines of `workload, chunk, layer, least ratio, most allocations a stanza`, tab-separated; `#` comments.
    init(file: String) throws {
        let text = try String(contentsOfFile: file, encoding: .utf8)
        rows = try text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let fields = line.split(separator: "\t").map(String.init)
            guard fields.count == 5, let chunk = fields[1] == "whole" ? 0 : Int(fields[1]),
                let layer = Layer(rawValue: fields[2]), let ratio = Double(fields[3]),
                let allocations = Double(fields[4])
            else { throw Unreadable(line: String(line)) }
            return Row(
                workload: fields[0], chunk: chunk, layer: layer, leastRatio: ratio,
                mostAllocationsPerStanza: allocations)
        }
    }

    /// One line for each row that the report misses or does not cover.
    func missed(by report: Report) -> [String] {
        rows.compactMap { row in
            let name = "\(row.workload) at \(Plan.name(ofChunk: row.chunk)), \(row.layer.rawValue)"
            let comparison = report.comparisons.first {
                $0.measurement.workload == row.workload && $0.measurement.chunk == row.chunk
                    && $0.measurement.layer == row.layer
            }
            guard let comparison else { return "\(name): not measured" }
            if comparison.ratio < row.leastRatio {
                return "\(name): \(comparison.ratio.decimals(2)) × expat-NS, least \(row.leastRatio)"
            }
            let allocations = comparison.measurement.allocationsPerStanza
            if AllocationCounter.isAvailable && allocations > row.mostAllocationsPerStanza {
                return "\(name): \(allocations.decimals(4)) allocations a stanza, most \(row.mostAllocationsPerStanza)"
            }
            return nil
        }
    }
}
