/// A table of right-aligned columns; the first column is left-aligned.
struct TextTable {
    private var rows: [[String]]

    init(_ heading: [String]) {
        rows = [heading]
    }

    mutating func append(_ row: [String]) {
        rows.append(row)
    }

    var text: String {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
        }
        return rows.map { row in
            let cells = row.enumerated().map { column, cell in
                let padding = String(repeating: " ", count: widths[column] - cell.count)
                return column == 0 ? cell + padding : padding + cell
            }
            return "  " + cells.joined(separator: "  ") + "\n"
        }.joined()
    }
}

extension Double {
    /// With a fixed number of decimals.
    func decimals(_ count: Int) -> String {
        guard isFinite, magnitude < 1e15 else { return "–" }
        var scale = 1.0
        for _ in 0..<count { scale *= 10 }
        let scaled = Int((magnitude * scale).rounded())
        let whole = String(scaled / Int(scale))
        guard count > 0 else { return (self < 0 && scaled > 0 ? "-" : "") + whole }
        let fraction = String(scaled % Int(scale))
        let padded = String(repeating: "0", count: count - fraction.count) + fraction
        return (self < 0 && scaled > 0 ? "-" : "") + whole + "." + padded
    }
}
