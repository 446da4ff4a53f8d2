#if Tool
    import ArgumentParser
    import Foundation
    import XMPPEngine

    /// `xmpp replay`.
    struct ReplayCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "replay",
            abstract: "Runs the log of a stream again, and shows what was said and why.",
            discussion: """
                A log holds all that went into a stream, and what came out of it (StreamLog in XMPPEngine; the files \
                of Tests/Corpora/logs are examples). The stream is made again as the log says, and given the same \
                inputs. Shown are the elements of both sides, what the stream asked its host and was answered, where \
                it stood, and in the end what became of each feature, with the reason. Where the log says what came \
                out then, the two are compared byte for byte; the first difference ends it.

                Passwords, keys, random bytes and what else is a secret are masked. A log holds them as they are.

                EXIT STATUS
                  0   the same came out, or the log does not say what did
                  1   something else came out
                  2   the stream can only be made by the host that wrote the log
                  64  wrong usage
                  66  the log cannot be read, or is none

                EXAMPLES
                  xmpp replay login.log
                  xmpp replay --timers - < login.log
                  xmpp replay --color always --show-secrets login.log | less -R
                """)

        @Argument(help: "The log to run, or - for standard input.", completion: .file())
        var log: String

        @Flag(help: "Show when timers are set, cancelled and run out.")
        var timers = false

        @Flag(help: "Print credentials as they are.")
        var showSecrets = false

        @Option(
            name: [.long, .customLong("colour")],
            help: "Whether to use colours; auto does on a terminal, unless NO_COLOR is set.")
        var color = InspectCommand.Colour.auto

        func run() throws {
            let text: [UInt8]
            do {
                text = try ByteSource(path: log).readAll()
            } catch {
                try FileHandle.standardError.put(complaint: "\(error)")
                throw ExitCode.unreadable
            }
            let parsed: StreamLog
            do {
                parsed = try StreamLog(text)
            } catch {
                try FileHandle.standardError.put(complaint: "cannot read \(log): \(error)")
                throw ExitCode.unreadable
            }
            guard case .recipe(let recipe) = parsed.setup else {
                try FileHandle.standardError.put(
                    complaint: "\(log) is of a stream that only its host can make")
                throw ExitCode.unavailable
            }
            var printer = try ReplayPrinter(
                parsed, of: recipe, isColoured: color.isWanted, showsSecrets: showSecrets, showsTimers: timers)
            let output = FileHandle.standardOutput
            try printer.run { bytes throws(ExitCode) in try output.put(bytes) }
            if !printer.isFaithful { throw ExitCode.violation }
        }
    }

    extension InspectCommand.Colour {
        /// Whether colours are to be used.
        var isWanted: Bool {
            switch self {
            case .always: true
            case .never: false
            case .auto: Terminal.isOutput && Terminal.likesColours
            }
        }
    }
#endif
