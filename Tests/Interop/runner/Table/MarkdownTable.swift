#if NIO && Tool
    /// The table as it stands in `Docs/Interop.md`: what passed, then what was skipped and why.
    struct MarkdownTable {
        private let rows: [Row]
        private let place: Place

        init(_ rows: [Row], _ place: Place) {
            self.rows = rows
            self.place = place
        }

        var text: String {
            var lines = ["**\(Counts(rows))**", ""]
            for peer in peers {
                lines += ["### \(peer)", "", "| case | result | time | what was seen, or why not |"]
                lines += ["| --- | --- | --- | --- |"] + rows.filter { $0.peer == peer }.map { line(of: $0) } + [""]
            }
            return lines.joined(separator: "\n")
        }

        private func line(of row: Row) -> String {
            let detail = row.detail.replacing("|", with: "\\|").replacing("<", with: "&lt;")
            return "| \(row.topic): \(row.name) | \(row.result.word) | \(row.time.inSeconds) | \(detail) |"
        }

        /// In the order of the catalogue.
        private var peers: [String] {
            rows.reduce(into: []) { peers, row in if !peers.contains(row.peer) { peers.append(row.peer) } }
        }
    }
#endif
