#if Tool
    import ArgumentParser
    import Foundation
    import XMLStream

    /// `xmpp events`.
    struct EventsCommand: ParsableCommand {
        /// What the input is held to.
        enum Level: String, CaseIterable, ExpressibleByArgument {
            case xml, stream, document
        }

        static let configuration = CommandConfiguration(
            commandName: "events",
            abstract: "Prints the canonical events of one stream or document.",
            discussion: """
                One event a line:

                  START<TAB>{namespace}local[<TAB>{namespace}local=value]...
                  TEXT<TAB>characters
                  END<TAB>{namespace}local

                Attributes are sorted by namespace and name, neighbouring text is one line, references are \
                expanded, and \\\\ \\n \\r \\t stand for those four characters. The events do not depend on --chunk.

                Where the input breaks a rule, the events before it come first, then one line

                  ERROR<TAB>condition<TAB>bytes

                with the stream error condition of RFC 6120 and the number of bytes that had been fed by then. \
                The end of the file is told to the parser, so a stream that was not closed is an error, too.

                LEVELS
                  xml       XML 1.0 with namespaces, as RFC 6120 section 11 restricts it;
                            only white space between first-level elements
                  document  the same, but text may stand anywhere in the root
                  stream    adds the rules for headers, namespaces, first-level elements and senders, as a
                            server has them that reads what its client, another server or a component sends;
                            nothing is negotiated: the peer counts as whom its header names

                EXIT STATUS
                  0   accepted
                  1   a rule was broken
                  64  wrong usage
                  66  the file cannot be read

                EXAMPLES
                  xmpp events stream.xml
                  xmpp events --chunk 16384 --limits default big.xml
                  xmpp events --level document --max-depth 20 - < page.xml
                """)

        @Argument(help: "The file to read, or - for standard input.", completion: .file())
        var file: String

        @Option(help: ArgumentHelp("Bytes fed at once; 0 feeds the whole file.", valueName: "bytes"))
        var chunk = 0

        @Option(help: "The rules that the input is held to.")
        var level = Level.xml

        @OptionGroup(title: "Limits")
        var limitOptions: LimitOptions

        func validate() throws {
            if chunk < 0 { throw ValidationError("A chunk cannot have \(chunk) bytes.") }
        }

        func run() throws {
            let bytes: [UInt8]
            do {
                bytes = try ByteSource(path: file).readAll()
            } catch {
                try FileHandle.standardError.put(complaint: "\(error)")
                throw ExitCode.unreadable
            }
            let output = FileHandle.standardOutput
            let write = { (lines: [UInt8]) throws(ExitCode) in try output.put(lines) }
            let refusal: String?
            switch level {
            case .xml, .document:
                let rules: XMLTokenizer.Rules = level == .document ? .document : .stream
                let run = EventRun(rules: rules, limits: limitOptions.resolved, chunkByteCount: chunk)
                refusal = try run.run(bytes, write)?.line
            case .stream:
                let run = StreamRun(limits: limitOptions.resolved, chunkByteCount: chunk)
                refusal = try run.run(bytes, write)?.line
            }
            if let refusal {
                try output.put(Array((refusal + "\n").utf8))
                throw ExitCode.violation
            }
        }
    }
#endif
