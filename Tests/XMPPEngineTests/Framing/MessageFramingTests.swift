import FuzzSupport
import Testing
import XMLStream
import XMPPEngine
import XMPPNegotiation
import XMPPSASL
import XMPPTestKit

/// What only a framing of messages has.
@Suite struct MessageFramingTests {
    private static let header = "<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' to='example.com' version='1.0'/>"

    /// A server's stream whose host does not answer by itself.
    private func stream() throws -> XMPPStream {
        let setting = try ConversationSetting(["server", "tls=none"])
        return XMPPStream(
            try StreamSetup(setting.configuration), reader: MessageFrameReader(), writer: MessageFrameWriter())
    }

    private func give(_ messages: [String], to stream: inout XMPPStream) throws {
        var scratch = StreamScratch()
        for message in messages {
            try Array(message.utf8).withRawSpan { (bytes) throws(StreamMisuse) in
                try stream.receive(bytes, using: &scratch)
            }
        }
    }

    /// What the stream orders, without writing.
    private func orders(_ stream: inout XMPPStream) -> (questions: [RequestID], sent: [String], end: StreamEnd?) {
        var questions: [RequestID] = []
        var sent: [String] = []
        var end: StreamEnd?
        while let action = stream.nextAction() {
            switch action {
            case .request(let id, _): questions.append(id)
            case .ended(let way): end = way
            default: break
            }
        }
        while stream.pendingByteCount > 0 {
            stream.drainOutput { bytes in
                sent.append(String(decoding: bytes.array, as: UTF8.self))
                return bytes.byteCount
            }
        }
        return (questions, sent, end)
    }

    @Test func `messages that wait for the host keep their bounds, and each is drained by itself`() throws {
        var stream = try stream()
        try stream.begin()
        let question = try #require(orders(&stream).questions.first)
        try give([Self.header, "<a xmlns='urn:example:a'/>", "<b xmlns='urn:example:b'/>"], to: &stream)
        #expect(stream.isPaused)
        var scratch = StreamScratch()
        let random = Secret([UInt8](repeating: 7, count: 64))
        try stream.receive(.answered(question, .randomBytes(random)), using: &scratch)
        let (_, sent, end) = orders(&stream)
        // The header and the list, then the first of the two elements, which nobody knows; the second is never read.
        #expect(sent.count == 4, "\(sent)")
        #expect(sent.first?.hasPrefix("<open ") == true && sent.last?.hasPrefix("<close ") == true)
        guard case .violation(let violation) = end else {
            Issue.record("\(String(describing: end))")
            return
        }
        #expect(violation.condition == .unsupportedStanzaType)
    }

    @Test("S08: messages that wait are bounded, empty ones too, and are read in time that grows with their number")
    func manyMessages() throws {
        var stream = try stream()
        try stream.begin()
        let question = try #require(orders(&stream).questions.first)
        try give([Self.header], to: &stream)
        var taken = 0
        do throws(StreamMisuse) {
            var scratch = StreamScratch()
            while taken < 100_000 {
                try [UInt8]().withRawSpan { (bytes) throws(StreamMisuse) in
                    try stream.receive(bytes, using: &scratch)
                }
                taken += 1
            }
            Issue.record("there is no end to them")
        } catch {
            #expect(error.code == .full)
        }
        #expect(taken > 0 && taken <= (64 << 10) / 8)
        // They say nothing, and nothing of them is left.
        var scratch = StreamScratch()
        try stream.receive(.answered(question, .randomBytes(Secret([UInt8](repeating: 7, count: 64)))), using: &scratch)
        #expect(!stream.isPaused && !stream.isOver)
    }

    @Test(
        "S30: a message that is no element, or more than one, ends the stream",
        arguments: ["<a/><b/>", "<a>", "x", "<a/>x"])
    func oneElement(message: String) throws {
        var stream = try stream()
        try stream.begin()
        var scratch = StreamScratch()
        let random = Secret([UInt8](repeating: 7, count: 64))
        let question = try #require(orders(&stream).questions.first)
        try stream.receive(.answered(question, .randomBytes(random)), using: &scratch)
        try give([Self.header, message], to: &stream)
        guard case .violation(let violation) = orders(&stream).end else {
            Issue.record("no violation")
            return
        }
        #expect([.notWellFormed, .badFormat].contains(violation.condition))
    }

    @Test func `first-level data before the header ends the stream`() throws {
        var stream = try stream()
        try stream.begin()
        var scratch = StreamScratch()
        let random = Secret([UInt8](repeating: 7, count: 64))
        let question = try #require(orders(&stream).questions.first)
        try stream.receive(.answered(question, .randomBytes(random)), using: &scratch)
        try give(["<message xmlns='jabber:client'/>"], to: &stream)
        guard case .violation(let violation) = orders(&stream).end else {
            Issue.record("no violation")
            return
        }
        #expect(violation.condition == .badFormat)
    }
}
