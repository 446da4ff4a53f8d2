import Foundation

/// What `--guard` holds a run against: a checked-in table of least ratios and most allocations.
struct Floors {
    struct Row {
        let workload: String
        let chunk: Int
        let layer: Layer
        /// The layer that the ratio is to, best over best.
        let against: Layer
        let leastRatio: Double
        let mostAllocationsPerStanza: Double
    }

    struct Unreadable: Error, CustomStringConvertible {
        let line: String
        var description: String { "a line of the floors cannot be read: \(line)" }
    }

    /// A floor of something small (`Operations/`).
    struct OperationRow {
        let name: String
        /// The operation that the ratio is to, best over best.
        let against: String
        let leastRatio: Double
        let mostAllocations: Double
    }

    let rows: [Row]
    let operations: [OperationRow]

    /// Reads lines of `workload, chunk, layer, layer it is held against, least ratio, most allocations a stanza`, and of
    /// `operation, the one it is held against, least ratio, most allocations`; tab-separated; `#` comments.
    init(file: String) throws {
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        func hasFourFields(_ line: Substring) -> Bool { line.split(separator: "\t").count == 4 }
        operations = try lines.filter(hasFourFields).map { line in
            let fields = line.split(separator: "\t").map(String.init)
            guard let ratio = Double(fields[2]), let allocations = Double(fields[3]) else {
                throw Unreadable(line: String(line))
            }
            return OperationRow(
                name: fields[0], against: fields[1], leastRatio: ratio, mostAllocations: allocations)
        }
        rows = try lines.filter { !hasFourFields($0) }.map { line in
            let fields = line.split(separator: "\t").map(String.init)
            guard fields.count == 6, let chunk = fields[1] == "whole" ? 0 : Int(fields[1]),
                let layer = Layer(rawValue: fields[2]), let against = Layer(rawValue: fields[3]),
                let ratio = Double(fields[4]), let allocations = Double(fields[5])
            else { throw Unreadable(line: String(line)) }
            return Row(
                workload: fields[0], chunk: chunk, layer: layer, against: against, leastRatio: ratio,
                mostAllocationsPerStanza: allocations)
        }
    }

    /// A row that a report misses or does not cover.
    struct Miss: Hashable {
        /// What the row is about.
        let name: String
        /// Where it is measured: `workload/chunk`, or the name of an operation and that of the one it is held against.
        let places: Set<String>
        /// What was measured, and what is asked for.
        let finding: String

        var line: String { "\(name): \(finding)" }
    }

    /// What a report misses.
    func missed(by report: Report) -> [Miss] { missedRows(by: report) + missedOperations(by: report) }

    private func missedOperations(by report: Report) -> [Miss] {
        operations.compactMap { row in
            finding(on: row, in: report).map { Miss(name: row.name, places: [row.name, row.against], finding: $0) }
        }
    }

    private func finding(on row: OperationRow, in report: Report) -> String? {
        guard let measured = report.operations.first(where: { $0.name == row.name }),
            let against = report.operations.first(where: { $0.name == row.against })
        else { return "not measured" }
        let ratio = against.best / measured.best
        if ratio < row.leastRatio { return "\(ratio.decimals(3)) × \(row.against), least \(row.leastRatio)" }
        let allocations = measured.allocationsOnce
        if AllocationCounter.isAvailable && allocations > row.mostAllocations {
            return "\(allocations.decimals(4)) allocations, most \(row.mostAllocations)"
        }
        return nil
    }

    private func missedRows(by report: Report) -> [Miss] {
        rows.compactMap { row in
            let chunk = Plan.name(ofChunk: row.chunk)
            return finding(on: row, in: report).map { finding in
                Miss(
                    name: "\(row.workload) at \(chunk), \(row.layer.rawValue)", places: ["\(row.workload)/\(chunk)"],
                    finding: finding)
            }
        }
    }

    private func finding(on row: Row, in report: Report) -> String? {
        guard let measured = report.measurement(row.workload, row.chunk, row.layer),
            let against = report.measurement(row.workload, row.chunk, row.against)
        else { return "not measured" }
        let ratio = against.best / measured.best
        if ratio < row.leastRatio { return "\(ratio.decimals(2)) × \(row.against.rawValue), least \(row.leastRatio)" }
        let allocations = measured.allocationsPerStanza
        if AllocationCounter.isAvailable && allocations > row.mostAllocationsPerStanza {
            return "\(allocations.decimals(4)) allocations a stanza, most \(row.mostAllocationsPerStanza)"
        }
        return nil
    }
}
