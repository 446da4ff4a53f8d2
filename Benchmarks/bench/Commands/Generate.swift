#if Tool
    import ArgumentParser
    import Foundation

    /// Writes the workloads to files.
    struct Generate: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write the generated streams to files.",
            discussion: "Same arguments, same bytes. Prints size, stanzas, mean stanza and checksum (FNV-1a) of each.")

        @Argument(help: "The folder to write c2s.xml, pubsub.xml, bulk.xml, attr.xml, i18n.xml and sent.xml into.")
        var directory: String

        @Option(help: "Size of each stream.")
        var mib = 16

        func validate() throws {
            guard mib > 0 else { throw ValidationError("MiB must be positive") }
        }

        func run() throws {
            let folder = URL(fileURLWithPath: directory, isDirectory: true)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for workload in Workload.allCases {
                let traffic = workload.traffic(bytes: mib << 20)
                let path = "\(directory)/\(workload.rawValue)"
                try Data(traffic.bytes).write(to: URL(fileURLWithPath: path + ".xml"))
                try Data(traffic.index).write(to: URL(fileURLWithPath: path + ".idx"))
                print(Report.Stream(workload, traffic).line)
            }
        }
    }
#endif
