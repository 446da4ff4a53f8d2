#if NIO
    import Foundation
    import Testing

    /// An example that was built with the tests, as a process.
    final class RunningExample: Sendable {
        private let process: Process
        private let output: URL

        /// Starts one.
        ///
        /// - Parameter environment: Of the process; it inherits none.
        init(_ name: String, environment: [String: String] = [:]) throws {
            output = FileManager.default.temporaryDirectory.appendingPathComponent("\(name)-\(UUID().uuidString).txt")
            try Data().write(to: output)
            let handle = try FileHandle(forWritingTo: output)
            defer { try? handle.close() }
            let process = Process()
            process.executableURL = try Self.products.appendingPathComponent(name)
            process.environment = environment
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = handle
            process.standardError = handle
            try process.run()
            self.process = process
        }

        /// What it has printed so far.
        var printed: String { (try? String(contentsOf: output, encoding: .utf8)) ?? "" }

        /// Waits until it has come to its end by itself, and returns its status.
        func status() async throws -> Int32 {
            while process.isRunning { try await Task.sleep(for: .milliseconds(20)) }
            return process.terminationStatus
        }

        /// Ends it, and waits until it has.
        func end() async {
            if process.isRunning { process.terminate() }
            // What does not end by itself in a while is ended.
            for _ in 0..<250 where process.isRunning { try? await Task.sleep(for: .milliseconds(20)) }
            if process.isRunning { kill(process.processIdentifier, SIGKILL) }
            process.waitUntilExit()
            try? FileManager.default.removeItem(at: output)
        }

        /// Where products are: beside the bundle of the tests, which is the program itself or among its arguments.
        private static var products: URL {
            get throws {
                let bundle = CommandLine.arguments.compactMap { argument in
                    argument.range(of: ".xctest").map { String(argument[..<$0.upperBound]) }
                }
                return URL(fileURLWithPath: try #require(bundle.first)).deletingLastPathComponent()
            }
        }
    }

    /// Runs `body` beside an example, and ends that whatever comes of it.
    ///
    /// - Parameter stays: Whether it is to be there until `body` returns.
    func withExample(
        _ name: String, environment: [String: String] = [:], stays: Bool = true,
        _ body: @escaping @Sendable (RunningExample) async throws -> Void
    ) async throws {
        let example = try RunningExample(name, environment: environment)
        let outcome: Result<Void, any Error>
        do {
            outcome = .success(
                try await withThrowingTaskGroup(of: Void.self) { tasks in
                    tasks.addTask { try await body(example) }
                    if stays {
                        tasks.addTask { throw Surprise("\(name) ended with status \(try await example.status())") }
                    }
                    defer { tasks.cancelAll() }
                    try await tasks.next()
                })
        } catch { outcome = .failure(error) }
        if case .failure = outcome { Issue.record("\(name) printed:\n\(example.printed)") }
        await example.end()
        try outcome.get()
    }

    /// Something that was not expected.
    struct Surprise: Error, CustomStringConvertible {
        let description: String
        init(_ description: String) { self.description = description }
    }
#endif
