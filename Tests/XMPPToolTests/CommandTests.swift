#if Tool
    import ArgumentParser
    import Foundation
    import Testing
    import XMLStream

    @testable import xmpp

    struct CommandTests {
        static let options: [(String, @Sendable (XMLLimits) -> Int)] = [
            ("--max-header-bytes", { $0.headerBytes }), ("--max-stanza-bytes", { $0.stanzaBytes }),
            ("--max-interstanza-bytes", { $0.interstanzaBytes }), ("--max-depth", { $0.depth }),
            ("--max-elements-per-stanza", { $0.elementsPerStanza }),
            ("--max-attributes-per-stanza", { $0.attributesPerStanza }),
            ("--max-attributes-per-element", { $0.attributesPerElement }),
            ("--max-declarations-per-element", { $0.declarationsPerElement }),
            ("--max-name-bytes", { $0.nameBytes }), ("--max-value-bytes", { $0.valueBytes }),
            ("--max-text-bytes", { $0.textBytes }),
        ]

        @Test(arguments: options.indices)
        func `each limit has its option, over the chosen set`(index: Int) throws {
            let (name, limit) = CommandTests.options[index]
            let alone = try EventsCommand.parse(["f", name, "7"]).limitOptions.resolved
            #expect(limit(alone) == 7)
            #expect(CommandTests.options.count { $0.1(alone) == .max } == 10)
            let over = try InspectCommand.parse(["f", "--limits", "default", name, "7"]).limitOptions.resolved
            #expect(limit(over) == 7)
            #expect(CommandTests.options.allSatisfy { $0.0 == name || $0.1(over) == $0.1(XMLLimits()) })
        }

        static let commands: [([String], Int32)] = [
            (["events", "Tests/Corpora/wellformed-tricky/ref-only.xml"], 0),
            (["events", "--chunk", "1", "Tests/Corpora/malformed/tag-mismatch.xml"], 1),
            (["events", "--level", "stream", "Tests/Corpora/malformed/tag-mismatch.xml"], 1),
            (["events", "--level", "stream", "Tests/Corpora/forbidden/first-level-unknown.xml"], 1),
            (["events", "--chunk=-1", "x"], 64), (["events", "--max-depth=-1", "x"], 64),
            (["events", "no-such-file"], 66), (["events", "Tests"], 66),
            (["inspect", "--summary", "Tests/Corpora/captures/prosody/bosh.jsonl"], 0),
            (["inspect", "Tests/Corpora/captures/prosody/err-comment.jsonl"], 1),
            (["inspect", "Tests/Corpora/captures/prosody/err-comment.jsonl", "no-such-file"], 66), (["inspect"], 64),
            (["replay", "Tests/Corpora/logs/login-initiating.log"], 0), (["replay", "--timers"], 64),
            (["replay", "Tests/Corpora/README.md"], 66), (["replay", "no-such-file"], 66),
        ]

        @Test(arguments: commands)
        func `the exit status says how it went`(arguments: [String], status: Int32) throws {
            #expect(try ToolProcess.run(arguments).status == status)
        }

        /// A log of a component that has begun, in which a line may be another.
        static let logs: [(String, Int32, String)] = [
            (
                "setup kind=component domain=b.example secret=s3cret\nbegin\n! set-timer name=negotiation seconds=60",
                0, ""
            ),
            (
                "setup kind=component domain=b.example secret=s3cret\nbegin\n! set-timer name=negotiation seconds=61",
                1, ""
            ),
            ("setup kind=own :by hand\nbegin", 2, "xmpp: - is of a stream that only its host can make\n"),
            ("setup kind=component domain=b.example", 66, "xmpp: cannot read -: line 2: secret is missing\n"),
        ]

        @Test(arguments: logs)
        func `a log is read from standard input`(text: String, status: Int32, complaint: String) throws {
            let outcome = try ToolProcess.run(["replay", "-"], input: "xmpp-stream-log 1\n" + text)
            #expect(outcome.status == status)
            #expect(outcome.complaint == complaint)
        }

        @Test(arguments: ["events", "inspect", "replay"])
        func `a file name cannot steer the terminal`(command: String) throws {
            let (status, complaint) = try ToolProcess.run([command, "a\u{1B}[2J\u{202E}\nb"])
            #expect(status == 66)
            #expect(complaint == "xmpp: cannot read a&#x1B;[2J&#x202E; b: no such file\n")
            var bar = ProgressBar(path: "a\u{1B}[2J\rb", byteCount: 1 << 24)
            #expect(bar?.line(at: 0)?.hasSuffix(", a&#x1B;[2J&#xD;b") == true)
        }
    }
#endif
