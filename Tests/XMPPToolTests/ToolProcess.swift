#if Tool
    import Foundation

    @testable import xmpp

    /// The tool as a program of its own.
    enum ToolProcess {
        /// Runs the tool, and returns its exit status and what it complained about.
        static func run(_ arguments: [String], input: String = "") throws -> (status: Int32, complaint: String) {
            let process = Process()
            let errors = Pipe()
            process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
                .appending(path: "xmpp")
            process.currentDirectoryURL = Corpora.folder.deletingLastPathComponent().deletingLastPathComponent()
            process.arguments = arguments
            process.environment = ProcessInfo.processInfo.environment.filter { $0.key != PasswordSource.variable }
            process.standardOutput = FileHandle.nullDevice
            process.standardError = errors
            let words = Pipe()
            process.standardInput = words
            try process.run()
            try words.fileHandleForWriting.write(contentsOf: Data(input.utf8))
            try words.fileHandleForWriting.close()
            let complaint = try errors.fileHandleForReading.readToEnd() ?? Data()
            process.waitUntilExit()
            return (process.terminationStatus, String(decoding: complaint, as: UTF8.self))
        }
    }
#endif
