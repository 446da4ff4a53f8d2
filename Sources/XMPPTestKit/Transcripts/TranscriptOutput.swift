import XMPPEngine
import XMPPStanza

/// What came out of a stream in one step, to be compared with what should have.
///
/// What is sent and ordered has an order; what is told of stanzas has one too. Between the two there is none: a stanza may
/// be told before or behind bytes that the engine sends by itself.
struct TranscriptOutput: Hashable {
    /// Bytes, orders and the end.
    private(set) var orders: [Transcript.Output] = []
    /// Stanzas and answers.
    private(set) var stanzas: [String] = []
    /// All of it, in the order in which it came.
    private var all: [Transcript.Output] = []

    /// Whether the stream has sent anything.
    var hasSent: Bool { orders.contains { if case .sent = $0 { true } else { false } } }

    mutating func add(_ output: Transcript.Output, joinedBy separator: String) {
        Self.append(output, to: &all, separator)
        if case .told(let text) = output, Self.words.contains(String(text.prefix { $0 != " " })) {
            stanzas.append(text)
        } else {
            Self.append(output, to: &orders, separator)
        }
    }

    private static func append(
        _ output: Transcript.Output, to outputs: inout [Transcript.Output], _ separator: String
    ) {
        if case .sent(let text) = output, case .sent(let before) = outputs.last {
            outputs[outputs.count - 1] = .sent(before + separator + text)
        } else {
            outputs.append(output)
        }
    }

    /// Compares, and learns names.
    func matches(_ actual: TranscriptOutput, _ names: inout TranscriptNames, countingBytes: Bool) -> Bool {
        guard orders.count == actual.orders.count, stanzas.count == actual.stanzas.count else { return false }
        for (one, other) in zip(orders, actual.orders) {
            switch (one, other) {
            case (.sent(let one), .sent(let other)), (.told(let one), .told(let other)):
                if !names.matches(one, other) { return false }
            case (.ended(let one), .ended(let other)):
                let place = countingBytes ? nil : Self.place
                if one.prefix(before: place) != other.prefix(before: place) { return false }
            case (.sent, _), (.told, _), (.ended, _): return false
            }
        }
        return zip(stanzas, actual.stanzas).allSatisfy { names.matches($0, $1) }
    }

    /// A line each.
    var lines: [String] {
        all.map { output in
            switch output {
            case .sent(let text): "> \(text)"
            case .told(let text): "= \(text)"
            case .ended(let text): "! \(text)"
            }
        }
    }

    private static let words: Set<String> = ["stanza", "nonza", "answered", "unanswered"]
    private static let place = " at "
}

extension String {
    /// What stands before a text; all of it where that is nil or not there.
    fileprivate func prefix(before text: String?) -> Substring {
        text.flatMap { firstRange(of: $0) }.map { self[..<$0.lowerBound] } ?? self[...]
    }
}

extension StreamEnd {
    /// The words behind `!`.
    var transcriptText: String {
        switch self {
        case .closed: "closed"
        case .violation(let violation):
            "violation \(violation.condition)" + (violation.byteOffset.map { " at \($0)" } ?? "")
        case .peerError(let error): "peer-error \(error.condition)"
        case .redirected(let host): "redirected \(host)"
        case .negotiation(let failure): "negotiation \(failure)"
        case .transportClosed: "transport-closed"
        case .deadline(let timer): "deadline \(timer)"
        case .aborted(let error): "aborted \(error.condition)"
        }
    }
}

extension StreamAction {
    /// The words behind `=`; nil for what a player carries out without a word.
    var transcriptText: String? {
        switch self {
        case .write, .setTimer, .cancelTimer, .ended: nil
        case .startTLS(let request):
            "startTLS \(request.domain.map { "\($0)" } ?? "nobody")"
                + (request.leftover.isEmpty ? "" : " leftover \(String(decoding: request.leftover, as: UTF8.self))")
        case .startCompression(let request): "startCompression \(request.method)"
        case .request(_, let question): "ask \("\(question)".prefix { $0 != "(" })"
        case .established(let stream):
            "established \((stream.facts.address ?? stream.facts.authentication?.address).map { "\($0)" } ?? "nobody")"
        case .stanza(let stanza): "stanza \(stanza.stanza.element)"
        case .nonza(let element): "nonza \(element)"
        case .answered(_, let iq): "answered \(iq.element)"
        case .unanswered(_, let reason): "unanswered \(reason)"
        case .unsent(let handles): "unsent \(handles.count)"
        case .closeTransport: "closeTransport"
        }
    }
}
