#if NIO && Tool
    import Foundation
    import NIOConcurrencyHelpers

    extension Place {
        /// Runs one of the scripts and waits for it.
        ///
        /// - Parameters:
        ///   - path: Below `Tests/Interop`.
        ///   - environment: What to add to the environment.
        /// - Returns: What it printed on its standard output.
        /// - Throws: `Mismatch` with the last of what it said where it fails.
        @discardableResult
        func script(_ path: String, _ arguments: [String], environment: [String: String] = [:]) async throws -> String {
            let process = Process()
            process.executableURL = scripts.appending(path: path)
            process.arguments = arguments
            process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
            process.standardInput = FileHandle.nullDevice
            // Files, since a server that a script starts would keep a pipe open.
            let folder = root.appending(path: "runs/\(UUID())")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let (output, errors) = (folder.appending(path: "output"), folder.appending(path: "errors"))
            for file in [output, errors] { try Data().write(to: file) }
            process.standardOutput = try FileHandle(forWritingTo: output)
            process.standardError = try FileHandle(forWritingTo: errors)
            let status = try await Self.status(of: process)
            if status != 0 {
                let said = try String(contentsOf: errors, encoding: .utf8).split(separator: "\n").suffix(3)
                throw Mismatch("\(path) \(arguments.first ?? "") ended with \(status): \(said.joined(separator: "; "))")
            }
            return try String(contentsOf: output, encoding: .utf8)
        }

        private static func status(of process: Process) async throws -> Int32 {
            let running = NIOLockedValueBox(process)
            return try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { continuation in
                    do {
                        try running.withLockedValue { process in
                            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
                            try process.run()
                        }
                    } catch {
                        continuation.resume(throwing: error)
                    }
                }
            } onCancel: {
                running.withLockedValue { if $0.isRunning { $0.terminate() } }
            }
        }
    }
#endif
