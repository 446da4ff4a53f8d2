#if NIO && Tool
    #if canImport(Glibc)
        import Glibc
    #endif
    import Foundation

    /// What a process and its children have used so far, as the kernel tells (proc(5)).
    struct ProcessFigures: Sendable {
        /// Memory that is there, in bytes.
        var residentBytes = 0
        /// In user and kernel mode, in seconds, to a hundredth.
        var cpuSeconds = 0.0

        /// Nil where there is no such process.
        init() {}

        init?(of pid: Int) {
            guard let root = Self.fields(of: "\(pid)") else { return nil }
            add(root)
            var family: Set<Int> = [pid]
            // Parents have lower numbers than their children until numbers begin anew; then a child is missed here.
            let others = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
            for other in others.compactMap({ Int($0) }).sorted() {
                guard other != pid, let fields = Self.fields(of: "\(other)"), let parent = Int(fields[1]),
                    family.contains(parent)
                else { continue }
                family.insert(other)
                add(fields)
            }
        }

        static var own: ProcessFigures? { ProcessFigures(of: Int(ProcessInfo.processInfo.processIdentifier)) }

        private mutating func add(_ fields: [Substring]) {
            let ticks = (Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0)
            cpuSeconds += Double(ticks) / Double(max(sysconf(Int32(_SC_CLK_TCK)), 1))
            residentBytes += (Int(fields[21]) ?? 0) * max(sysconf(Int32(_SC_PAGESIZE)), 1)
        }

        /// The fields of `/proc/PID/stat` behind the name, which may hold anything: the first is the state.
        private static func fields(of pid: String) -> [Substring]? {
            guard let data = FileManager.default.contents(atPath: "/proc/\(pid)/stat") else { return nil }
            let text = String(decoding: data, as: UTF8.self)
            guard let end = text.lastIndex(of: ")") else { return nil }
            let fields = text[text.index(after: end)...].split(separator: " ")
            return fields.count > 21 ? fields : nil
        }
    }

    extension Double {
        func decimals(_ count: Int) -> String { String(format: "%.\(count)f", self) }
    }
#endif
