#if Tool && NIO
    import XMLStream

    /// Prints what went over one wire, element by element, with what each is for.
    struct ConversationPrinter {
        private var guide: ConversationGuide
        private var initiator = StreamReader(limits: .unbounded)
        private var receiver = StreamReader(limits: .unbounded)
        private var headerCount = 0
        /// What is known of TLS, to be said where it comes in.
        var tls: String?

        init(_ name: String) { guide = ConversationGuide(name) }

        /// Writes what the pieces complete.
        ///
        /// - Returns: The conditions of the stream errors among it.
        mutating func write(_ pieces: [WireRecorder.Piece], to transcript: inout Transcript) -> [String] {
            var scratch = StreamScratch()
            var errors: [String] = []
            for piece in pieces {
                let items =
                    piece.isFromInitiator
                    ? initiator.receive(piece.bytes, using: &scratch) : receiver.receive(piece.bytes, using: &scratch)
                for item in items {
                    write(item, isFromInitiator: piece.isFromInitiator, to: &transcript)
                    if case .element(let element) = item.event, case .streamError(let condition) = ElementKind(element)
                    {
                        errors.append(condition)
                    }
                }
            }
            return errors
        }

        private mutating func write(
            _ item: StreamReader.Item, isFromInitiator: Bool, to transcript: inout Transcript
        ) {
            if isFromInitiator, case .opened = item.event {
                headerCount += 1
                if headerCount == 2, let tls { remark(tls, &transcript) }
            }
            if let text = guide.remark(on: item.event, isFromInitiator: isFromInitiator) { remark(text, &transcript) }
            transcript.write(item, Transcript.Moment(direction: isFromInitiator ? "initiator" : "receiver", time: nil))
        }

        private func remark(_ text: String, _ transcript: inout Transcript) {
            transcript.page.write("  # ", .good)
            transcript.page.write(foreign: text, .good)
            transcript.page.endLine()
        }
    }
#endif
