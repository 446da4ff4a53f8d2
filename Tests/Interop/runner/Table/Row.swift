#if NIO && Tool
    /// What came of a case.
    struct Row: Sendable {
        enum Result: Sendable {
            case passed
            case failed
            case skipped

            var word: String {
                switch self {
                case .passed: "passed"
                case .failed: "FAILED"
                case .skipped: "skipped"
                }
            }
        }

        let number: Int
        let peer: String
        let topic: String
        let name: String
        let result: Result
        let time: Duration
        /// What was seen, or why not.
        let detail: String
    }

    extension Duration {
        /// In seconds, with two digits behind the point.
        var inSeconds: String {
            let hundredths = components.seconds * 100 + components.attoseconds / 10_000_000_000_000_000
            let rest = hundredths % 100
            return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) s"
        }
    }

    /// How many there are of each.
    struct Counts: CustomStringConvertible {
        let passed: Int
        let failed: Int
        let skipped: Int

        init(_ rows: [Row]) {
            func count(_ result: Row.Result) -> Int { rows.count { $0.result == result } }
            (passed, failed, skipped) = (count(.passed), count(.failed), count(.skipped))
        }

        var description: String { "\(passed) passed, \(failed) failed, \(skipped) skipped" }
    }
#endif
