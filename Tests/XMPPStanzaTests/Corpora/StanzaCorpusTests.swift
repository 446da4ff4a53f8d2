import CorpusFiles
import Testing
import XMLStream
import XMPPStanza

/// Every stanza of the XEPs and of recorded conversations.
@Suite struct StanzaCorpusTests {
    @Test(
        "RFC6120-8.4-9: each message, presence and iq reads as what it is and writes back to an equal element",
        arguments: try Corpus.files(in: "xeps", endingWith: ".xml") + Corpus.files(in: "captures", endingWith: ".xml"))
    func stanzas(_ path: String) throws {
        var language: String?
        for event in try Corpus.events(of: path) {
            switch event {
            case .opened(let root):
                language = root.declaredLanguage
                guard let header = try? StreamHeader(root) else { continue }
                #expect(try StreamHeader(reopened(header)) == header)
            case .element(let element): try check(element, language)
            case .closed: break
            }
        }
    }

    @Test func `the corpora have thousands of stanzas, and faults to read`() throws {
        let paths = try Corpus.files(in: "xeps", endingWith: ".xml") + Corpus.files(in: "captures", endingWith: ".xml")
        var (stanzas, headers, streamErrors, stanzaErrors, features) = (0, 0, 0, 0, 0)
        for path in paths {
            for event in try Corpus.events(of: path) {
                if case .opened(let root) = event, (try? StreamHeader(root)) != nil { headers += 1 }
                guard case .element(let element) = event else { continue }
                if StreamError(element) != nil { streamErrors += 1 }
                if StreamFeatures(element) != nil { features += 1 }
                guard let stanza = AnyStanza(element) else { continue }
                stanzas += 1
                if stanza.stanza.error != nil { stanzaErrors += 1 }
            }
        }
        print(
            "corpora: \(stanzas) stanzas, \(headers) headers, \(features) features, \(streamErrors) stream errors, \(stanzaErrors) stanza errors"
        )
        #expect(stanzas > 2000 && headers > 300 && features > 100 && streamErrors > 50 && stanzaErrors > 100)
    }

    private func check(_ element: Element, _ language: String?) throws {
        if let error = StreamError(element) { #expect(StreamError(try error.element()) == error) }
        if let features = StreamFeatures(element) { #expect(try StreamFeatures(features.element()) == features) }
        let isStanza = ["message", "presence", "iq"].contains(element.name) && element.namespaceName?.isContent == true
        let view = AnyStanza(element, inheriting: language)
        #expect((view != nil) == isStanza)
        guard let view else { return }
        #expect(view.element == element)
        #expect(view.stanza.element.localName == element.localName)
        let stanza = view.stanza
        let root = RootTag(.stream, in: .streams, prefix: "stream", contentNamespace: stanza.contentNamespace.name)
        for writesVerbatim in [false, true] {
            var writer = XMLWriter()
            try writer.open(root)
            if writesVerbatim { try writer.writeVerbatim(stanza.element) } else { try writer.write(stanza.element) }
            let again = StreamEvents(drained(&writer)).elements
            #expect(again.count == 1 && again.first == element)
        }
        if let error = stanza.error { #expect(StanzaError(try error.element(), inheriting: nil) == error) }
        // Examples leave out what is not to the point, and hold addresses that only people read as such.
        if (try? stanza.to) == nil { #expect(stanza.address(.to)?.jid == nil) }
        switch view {
        case .message(let message): _ = (message.type, Array(message.bodies), message.thread)
        case .presence(let presence): _ = (try? presence.type, try? presence.priority, presence.show)
        case .iq(let iq): _ = (try? iq.type, try? iq.check())
        }
    }

    private func reopened(_ header: StreamHeader) throws -> Element {
        var writer = XMLWriter()
        try writer.open(try header.rootTag())
        return try #require(StreamEvents(drained(&writer)).header)
    }

    private func drained(_ writer: inout XMLWriter) -> [UInt8] {
        var bytes: [UInt8] = []
        writer.drain { span in
            bytes = (0..<span.byteCount).map { unsafe span.unsafeLoad(fromByteOffset: $0, as: UInt8.self) }
            return span.byteCount
        }
        return bytes
    }
}
