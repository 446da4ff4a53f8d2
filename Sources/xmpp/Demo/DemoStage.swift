#if Tool && NIO
    import XMPPEngine
    import XMPPNIO

    /// Prints the demonstration, scene by scene.
    struct DemoStage {
        private var transcript: Transcript
        private var printers: [String: ConversationPrinter] = [:]
        private let write: @Sendable ([UInt8]) throws -> Void

        init(isColoured: Bool, showsSecrets: Bool, write: @escaping @Sendable ([UInt8]) throws -> Void) {
            transcript = Transcript(isColoured: isColoured, showsElements: true, showsSecrets: showsSecrets)
            self.write = write
        }

        /// Begins a scene.
        mutating func scene(_ title: String, _ explanation: String) throws {
            transcript.page.endLine()
            transcript.page.write("━━ ", .dim)
            transcript.page.write(title, .strong)
            transcript.page.endLine()
            for line in Self.lines(explanation) {
                transcript.page.write("   \(line)")
                transcript.page.endLine()
            }
            try flush()
        }

        /// Prints what has gone over a wire since the last time.
        ///
        /// - Parameter established: What is known of the stream, once it is ready.
        /// - Returns: The conditions of the stream errors among it.
        @discardableResult
        mutating func show(
            _ recorder: WireRecorder, of name: String, as established: EstablishedStream? = nil
        ) throws -> [String] {
            var printer = printers[name] ?? ConversationPrinter(name)
            if name == "the peer" { printer = ConversationPrinter(name) }
            printer.tls = established?.facts.tls.map(StreamFactWords.tls)
            let errors = printer.write(recorder.take(), to: &transcript)
            printers[name] = printer
            try flush()
            return errors
        }

        /// Passes over what has gone over a wire.
        mutating func skip(_ recorder: WireRecorder, of name: String) throws { _ = recorder.take() }

        /// Says how a broken peer fared.
        mutating func tell(_ outcome: RawPeer.Outcome, _ errors: [String]) throws {
            let told = errors.isEmpty ? "without a word" : "with \(errors.joined(separator: ", "))"
            if outcome.isClosed {
                transcript.page.write("  # turned away \(told): the server has closed the connection", .good)
            } else {
                transcript.page.write("  # the connection is still open", .bad)
            }
            transcript.page.endLine()
            try flush()
        }

        /// Says how the burst went.
        mutating func tell(_ burst: Burst.Outcome, of count: Int) throws {
            let isWhole = burst.received == count && burst.misplaced == 0
            let came = "\(Figures.count(burst.received)) of \(Figures.count(count)) came, "
            let order = burst.misplaced == 0 ? "in order" : "\(Figures.count(burst.misplaced)) out of order"
            transcript.page.write("  # \(came)\(order): ", isWhole ? .good : .bad)
            transcript.page.write("\(Figures.count(Int(burst.rate))) messages a second", .strong)
            transcript.page.write(
                ", in \(Figures.milliseconds(burst.duration / .seconds(1))), server and clients in one process")
            transcript.page.endLine()
            try flush()
        }

        private mutating func flush() throws { try write(transcript.page.take()) }

        /// A text in lines that fit a page.
        private static func lines(_ text: String) -> [String] {
            var lines: [String] = []
            for word in text.split(separator: " ") {
                if let last = lines.last, last.count + 1 + word.count <= 110 {
                    lines[lines.count - 1] = "\(last) \(word)"
                } else {
                    lines.append(String(word))
                }
            }
            return lines
        }
    }
#endif
