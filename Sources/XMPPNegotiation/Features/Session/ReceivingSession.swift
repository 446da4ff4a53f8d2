import XMLStream
import XMPPStanza

/// The server's side of session establishment (RFC 3921 §3): every request is answered, for as long as the stream lasts.
enum ReceivingSession: PromptMachine {
    /// The client may ask.
    case offered

    mutating func receive(_ event: FeatureEvent, in context: FeatureContext) -> [FeatureEffect] {
        switch (self, event) {
        case (.offered, .received(let element)):
            guard let request = IQ(element), request.isRequest, request.isAnswerable else {
                return [.violation(.unsupportedStanzaType, expected: "a request for a session")]
            }
            // A resource comes first (RFC 3921 §3).
            if context.facts.address == nil { return [.error(StanzaError(.unexpectedRequest), to: request)] }
            guard request.element.attribute(.type, equals: "set"), (try? request.check()) != nil else {
                return [.error(StanzaError(.badRequest), to: request)]
            }
            return [.result(of: request)]

        // The host is at fault.
        case (.offered, .chosen), (.offered, .answered), (.offered, .switched): return [.refuse]
        }
    }

    func snapshot() -> [UInt8]? { [0] }
}
