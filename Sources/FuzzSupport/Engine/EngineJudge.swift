import XMLStream
import XMPPEngine
import XMPPTestKit

/// What must hold of a stream, whatever the peer says and whatever the host calls.
enum EngineJudge {
    /// The first thing that does not hold; nil where all does.
    static func finding(
        in driver: StreamDriver<LazyHost>, _ scenario: EngineScenario, isProtected: Bool, _ clear: [UInt8]
    ) -> String? {
        var hasEnded = false
        for note in driver.notes {
            switch note {
            case .ended:
                if hasEnded { return "it ended twice" }
                hasEnded = true
            case .closeTransport: break
            case .write, .startTLS, .startCompression, .request, .setTimer, .cancelTimer, .established, .stanza, .nonza,
                .answered, .unanswered, .unsent:
                if hasEnded { return "something came behind the end" }
            }
        }
        if hasEnded != driver.stream.isOver { return "it is over without an end, or the other way round" }
        if hasEnded, !driver.hasClosedTransport { return "the transport stays open behind the end" }
        let needsTLS = scenario.requiresTLS && scenario.kind != .component
        if needsTLS, !isProtected {
            if driver.established != nil { return "ready without TLS (S07)" }
            if driver.stream.facts.isAuthenticated { return "authenticated without TLS (S07)" }
            if scenario.isInitiatingTested, contains(clear, "<auth") || contains(clear, "<iq") {
                return "SASL in the clear (S10)"
            }
        }
        if scenario.isInitiatingTested, scenario.kind == .client, contains(clear, "juliet") {
            return "the client's name in the clear"
        }
        return nil
    }

    /// Whether what was sent is a series of streams, each well-formed as far as it goes.
    static func isWellFormed(_ sent: [UInt8]) -> Bool {
        var starts = places(of: Array("<?xml".utf8), in: sent)
        if starts.isEmpty { return sent.isEmpty }
        starts.append(sent.count)
        for (start, end) in zip(starts, starts.dropFirst()) {
            var stream = ElementStream()
            var scratch = StreamScratch()
            do throws(XMLViolation) {
                try Array(sent[start..<end]).withRawSpan { (bytes) throws(XMLViolation) in
                    try stream.receiveAll(bytes, using: &scratch) { _ in }
                }
            } catch {
                return false
            }
        }
        return starts.first == 0
    }

    private static func contains(_ bytes: [UInt8], _ text: String) -> Bool {
        !places(of: Array(text.utf8), in: bytes).isEmpty
    }

    private static func places(of pattern: [UInt8], in bytes: [UInt8]) -> [Int] {
        guard bytes.count >= pattern.count else { return [] }
        return (0...(bytes.count - pattern.count)).filter { place in
            bytes[place] == pattern[0] && bytes[place...].starts(with: pattern)
        }
    }
}
