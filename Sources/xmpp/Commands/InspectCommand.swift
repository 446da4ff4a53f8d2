#if Tool
    import ArgumentParser
    import Foundation

    /// `xmpp inspect`.
    struct InspectCommand: ParsableCommand {
        /// When to use colours.
        enum Colour: String, CaseIterable, ExpressibleByArgument {
            case auto, always, never
        }

        static let configuration = CommandConfiguration(
            commandName: "inspect",
            abstract: "Shows recorded streams stanza by stanza, then a summary.",
            discussion: """
                Each element is shown as it came, indented, under a line with its direction, its time where the \
                capture has one, its size, and the range of bytes that it takes among all that its side sent. \
                Streams that follow each other, as after STARTTLS, SASL and compression, are told apart.

                FILES, told by what is in them
                  XML    the bytes of one direction, named by the file: x.c2s.xml
                  JSON   one line for each read or write of a socket, with t (seconds),
                         dir, layer, and text or b64; WebSocket and BOSH are shown
                         document by document, lines of compressed bytes are skipped
                         for those that say what is in them
                  HTTP   the messages of one direction of BOSH

                Credentials in SASL, account registration, legacy authentication and component handshakes are \
                masked. Characters that could steer the terminal are shown as references.

                A stream that breaks a rule is not read further; the other direction is. A stream that was not \
                closed is only remarked upon, since recordings end anywhere.

                EXIT STATUS
                  0   all well
                  1   a rule was broken
                  64  wrong usage
                  66  a file cannot be read

                EXAMPLES
                  xmpp inspect session.jsonl
                  xmpp inspect --summary captures/*.jsonl
                  xmpp inspect --color always --show-secrets login.jsonl | less -R
                """)

        @Argument(help: "The captures to read; - is standard input.", completion: .file())
        var files: [String]

        @Flag(help: "Print the summary alone.")
        var summary = false

        @Flag(help: "Print credentials as they are.")
        var showSecrets = false

        @Option(
            name: [.long, .customLong("colour")],
            help: "Whether to use colours; auto does on a terminal, unless NO_COLOR is set.")
        var color = Colour.auto

        @OptionGroup(title: "Limits")
        var limitOptions: LimitOptions

        func run() throws {
            var inspector = Inspector(
                options: .init(
                    limits: limitOptions.resolved, showsSecrets: showSecrets, showsElements: !summary),
                isColoured: color.isWanted)
            var isUnreadable = false
            for file in files {
                do {
                    let source = try ByteSource(path: file)
                    var screen = Screen(source, showsBar: summary || !Terminal.isOutput)
                    try inspector.inspect(source) { read, page in try screen.update(read, &page) }
                } catch let error as ByteSource.Unreadable {
                    try Screen.flush(&inspector.transcript.page)
                    try FileHandle.standardError.put(complaint: "\(error)")
                    isUnreadable = true
                }
            }
            if !summary { inspector.transcript.page.endLine() }
            inspector.summary.write(to: &inspector.transcript.page)
            try Screen.flush(&inspector.transcript.page)
            if isUnreadable { throw ExitCode.unreadable }
            if inspector.summary.violationCount > 0 { throw ExitCode.violation }
        }
    }

    /// Writes what was gathered, and the progress beside it.
    private struct Screen {
        private var bar: ProgressBar?

        init(_ source: ByteSource, showsBar: Bool) {
            if showsBar, Terminal.isError { bar = ProgressBar(path: source.path, byteCount: source.byteCount) }
        }

        mutating func update(_ read: Int, _ page: inout Page) throws(ExitCode) {
            try Screen.flush(&page)
            guard let line = bar?.line(at: read) else { return }
            let isDone = bar?.isDone == true
            try FileHandle.standardError.put(Array((isDone ? ProgressBar.erasure : line).utf8))
        }

        static func flush(_ page: inout Page) throws(ExitCode) { try FileHandle.standardOutput.put(page.take()) }
    }
#endif
