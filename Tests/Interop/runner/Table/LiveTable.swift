#if NIO && Tool
    import Foundation

    /// Prints each row when it is known.
    actor LiveTable {
        private let width: Int

        init(place: Place) {
            width = place.versions.map { $0.key.count + $0.value.count + 1 }.max() ?? 20
            Self.say("\(Self.padded("peer", max(width, 22)))  \(Self.padded("case", 62))  result      time")
        }

        func add(_ row: Row) {
            let peer = Self.padded(row.peer, max(width, 22))
            let name = Self.padded("\(row.topic): \(row.name)", 62)
            let time = String(repeating: " ", count: max(0, 8 - row.time.inSeconds.count)) + row.time.inSeconds
            Self.say("\(peer)  \(name)  \(Self.padded(row.result.word, 7))  \(time)")
            if row.result != .passed { Self.say("    \(row.detail)") }
        }

        /// A line, at once: `print` would keep it where the output is no terminal.
        static func say(_ line: String) { FileHandle.standardOutput.write(Data("\(line)\n".utf8)) }

        private static func padded(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(0, width - text.count))
        }
    }
#endif
