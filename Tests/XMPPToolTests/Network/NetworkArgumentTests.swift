#if Tool && NIO
    import ArgumentParser
    import Foundation
    import Testing
    import XMPPAddress
    import XMPPSASL
    import XMPPTransports

    @testable import xmpp

    /// What the commands that open connections make of their arguments.
    @Suite struct NetworkArgumentTests {
        static let refused: [[String]] = [
            ["serve"], ["serve", "--anonymous", "--domain", "a@b"], ["serve", "--anonymous", "--port", "65536"],
            ["serve", "--anonymous", "--direct-tls-port=-1"], ["serve", "--anonymous", "--certificate", "c"],
            ["serve", "--anonymous", "--certificate", "c", "--key", "k", "--write-ca", "f"],
            ["serve", "--anonymous", "--iterations", "10"], ["serve", "--anonymous", "--for", "0"],
            ["serve", "--anonymous", "--maximum-streams", "0"], ["send", "--to", "b@x"],
            ["send", "--as", "x", "--to", "b@x", "hi"], ["send", "--as", "a@x", "--to", "@", "hi"],
            ["send", "--as", "a@x", "--to", "b@x", "--port", "0", "hi"],
            ["send", "--as", "a@x", "--to", "b@x", "--timeout", "0", "hi"],
            ["send", "--as", "a@x", "--to", "b@x", "--password-file", "-"],
            ["send", "--as", "a@x", "--to", "b@x", "--password", "secret", "hi"], ["demo", "--messages", "0"],
            ["probe"], ["probe", "a@example.com"],
            ["probe", "example.com", "--as", "a@example.net"], ["probe", "example.com", "--password-file", "f"],
        ]

        @Test(arguments: refused)
        func `arguments that make no sense are refused as wrong usage`(arguments: [String]) {
            let error = #expect(throws: (any Error).self) { try XMPPCommand.parseAsRoot(arguments) }
            #expect(error.map { XMPPCommand.exitCode(for: $0) } == .validationFailure)
        }

        static let statuses: [([String], Int32, String)] = [
            (["serve", "--users", "no-such-file"], 66, "cannot read no-such-file: no such file"),
            (
                ["serve", "--anonymous", "--certificate", "no-such-file", "--key", "no-such-file"], 66,
                "cannot read no-such-file: no such file"
            ),
            (["serve", "--anonymous", "--port", "0", "--write-ca", "no-such-folder/f"], 74, "cannot write"),
            (["serve", "--anonymous", "--host", "192.0.2.1", "--port", "0"], 2, "cannot serve"),
            (["serve", "--anonymous", "--port", "0", "--for", "1"], 0, ""),
            (["send", "--as", "a@localhost", "--to", "b@localhost", "hi"], 66, "there is no password"),
            (
                ["send", "--as", "a@localhost", "--to", "b@localhost", "--password-file", "no-such-file", "hi"], 66,
                "no such file"
            ),
            (["probe", "localhost", "--host", "127.0.0.1", "--port", "1"], 2, ""),
        ]

        @Test(.timeLimit(.minutes(1)), arguments: statuses)
        func `the exit status says how it went`(arguments: [String], status: Int32, complaint: String) throws {
            let outcome = try ToolProcess.run(arguments)
            #expect(outcome.status == status)
            #expect(complaint.isEmpty ? outcome.complaint.isEmpty : outcome.complaint.contains(complaint))
        }

        /// The places, as `host:port` with a `+` where TLS comes first.
        static let places: [([String], [String])] = [
            ([], ["127.0.0.1:5222"]), (["--port", "0"], ["127.0.0.1:0"]),
            (["--host", "127.0.0.2,127.0.0.3"], ["127.0.0.2:5222", "127.0.0.3:5222"]),
            (
                ["--host", "127.0.0.2", "--host", "::1", "--direct-tls-port", "7"],
                ["127.0.0.2:5222", "127.0.0.2:7+", "[::1]:5222", "[::1]:7+"]
            ),
        ]

        @Test(arguments: places)
        func `a server listens at each place that is named`(arguments: [String], places: [String]) throws {
            let command = try ServeCommand.parse(["--anonymous"] + arguments)
            #expect(command.endpoints.map { "\($0.name)\($0.tls == .direct ? "+" : "")" } == places)
        }

        /// Mechanisms besides the three SCRAMs that bind nothing and PLAIN.
        static let mechanisms: [([String], [String])] = [
            ([], ["SCRAM-SHA-512-PLUS", "SCRAM-SHA-256-PLUS", "SCRAM-SHA-1-PLUS"]), (["--no-channel-binding"], []),
            (["--no-channel-binding", "--digest-md5"], ["DIGEST-MD5"]),
            (["--no-channel-binding", "--anonymous"], ["ANONYMOUS"]),
        ]

        @Test(arguments: mechanisms)
        func `a server offers the mechanisms that were asked for`(arguments: [String], others: [String]) throws {
            let settings = try ServeCommand.parse(["--register"] + arguments).settings()
            let usual = ["SCRAM-SHA-512", "SCRAM-SHA-256", "SCRAM-SHA-1", "PLAIN"]
            #expect(Set(settings.mechanisms.map { "\($0.name)" }) == Set(usual + others))
        }

        @Test func `a server is called where it is said to be, and looked up otherwise`() throws {
            let domain = try #require(JID("example.com"))
            func candidate(_ arguments: [String]) throws -> ConnectionCandidate? {
                try SendCommand.parse(["--as", "a@example.com", "--to", "b@x", "hi"] + arguments).server
                    .candidate(for: domain)
            }
            #expect(try candidate([]) == nil)
            #expect(
                try candidate(["--host", "h"]) == ConnectionCandidate(host: "h", port: 5222, tls: .startTLS))
            #expect(
                try candidate(["--direct-tls"]) == ConnectionCandidate(host: "example.com", port: 5223, tls: .direct))
            #expect(
                try candidate(["--port", "7"]) == ConnectionCandidate(host: "example.com", port: 7, tls: .startTLS))
        }
    }
#endif
