import Foundation
import Testing

/// The examples about SASL, as they are built.
@Suite struct SASLSnippetTests {
    @Test func `a client and a server choose the best, say why, and come to the end`() throws {
        let said = try run("LogIn")
        #expect(
            said == """
                use SCRAM-SHA-256-PLUS, bound by tls-exporter
                not SCRAM-SHA-256: SCRAM-SHA-256-PLUS is on offer and gives less away
                not PLAIN: SCRAM-SHA-256-PLUS is on offer and gives less away
                server: juliet has logged in with SCRAM-SHA-256-PLUS
                client: the server has proved itself

                """)
    }

    @Test func `a host's own mechanism authenticates whom it should, and prints nothing that is secret`() throws {
        let said = try run("OwnMechanism")
        #expect(
            said == """
                client: X-GOOGLE-TOKEN, [20 bytes]
                host: is [secret] of juliet?
                server: success, juliet
                client: done, server known by its certificate only
                client: X-GOOGLE-TOKEN, [20 bytes]
                host: is [secret] of juliet?
                server: failure, not-authorized

                """)
    }

    /// What a snippet prints. It is built beside the tests.
    private func run(_ snippet: String) throws -> String {
        let folders = [Bundle.main.executableURL, Bundle.main.bundleURL] + Bundle.allBundles.map(\.bundleURL)
        let candidates = folders.compactMap { $0?.deletingLastPathComponent().appending(path: snippet) }
        let program = try #require(
            candidates.first { FileManager.default.isExecutableFile(atPath: $0.path(percentEncoded: false)) })
        let process = Process()
        process.executableURL = program
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let bytes = try #require(try output.fileHandleForReading.readToEnd())
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: bytes, as: UTF8.self)
    }
}
