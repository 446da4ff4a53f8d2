import Testing
import XMLStream
import XMPPStanza

@testable import XMPPEngine

/// A reader and a writer of a TCP stream that go on inside a root that they have not seen.
struct SnapshotFramingTests {
    static let streams = "http://etherx.jabber.org/streams"
    /// Roots that a peer may open, and what follows in their own words.
    static let roots = [
        ("<stream:stream xmlns='jabber:client' xmlns:stream='\(streams)'>", "stream:"),
        ("<?xml version='1.0'?>\n<s:stream xmlns=\"jabber:client\" xmlns:s=\"\(streams)\" to='a&amp;b'>", "s:"),
        ("<stream xmlns='\(streams)'>", ""),
        ("<stream xmlns='\(streams)' xmlns:stream='\(streams)' xmlns:c='jabber:client'>", ""),
        ("<b:stream xmlns:a='\(streams)' xmlns:b='\(streams)' xmlns='jabber:server'>", "b:"),
        ("<a:stream xmlns:a='\(streams)' xmlns:b='\(streams)'>", "a:"),
        ("<b:stream xmlns='\(streams)' xmlns:b='\(streams)'>", "b:"),
        (
            "<stream:stream xmlns='jabber:server' xmlns:stream='\(streams)' xmlns:db='jabber:server:dialback'>",
            "stream:"
        ),
        (
            "<averylongprefix:stream xmlns='jabber:client' xmlns:averylongprefix='\(streams)' xmlns:o='o&apos;o'>",
            "averylongprefix:"
        ),
    ]

    @Test(arguments: roots)
    func `a reader that is resumed reads what follows as the old one does`(root: String, prefix: String) throws {
        let continuations = [
            "</\(prefix)stream>", "</stream>", "</x>", "<message/>", "<a:x/>", "<b:x/>", "<db:x/>", "<c:x/>", "<o:x/>",
            "<stream:x/>", "<x xmlns='y'><\(prefix)z/></x></\(prefix)stream >", "&amp;", "<x a='1' a='2'/>",
            String(repeating: " ", count: 100),
        ]
        for space in ["", " ", "\r", "<presence/>", "<presence/>\n\n", "<x xmlns:p='q'/>"] {
            var limits = XMLLimits()
            limits.interstanzaBytes = 50
            var old = TCPFrameReader(limits: limits)
            let header = try #require(try Self.events(root, &old).first)
            _ = try Self.events(space, &old)
            let snapshot = try #require(old.snapshot())

            var new = TCPFrameReader(limits: limits)
            let isResumed = new.resume(from: snapshot, in: try StreamHeader(header))
            #expect(isResumed)
            #expect(new.isEqual(to: old) && new.byteOffset == Int64(root.utf8.count + space.utf8.count))
            #expect(new.snapshot() == snapshot)
            for continuation in continuations {
                var (one, other) = (old, new)
                let expected = Result { () throws(XMLViolation) in try Self.events(continuation, &one) }
                let outcome = Result { () throws(XMLViolation) in try Self.events(continuation, &other) }
                #expect(outcome == expected, "\(continuation)")
                #expect(other.isEqual(to: one))
            }
        }
    }

    @Test func `a reader at the beginning of a stream is resumed without a header`() throws {
        var old = TCPFrameReader(limits: .beforeAuthentication)
        _ = try Self.events(Self.roots[0].0, &old)
        old.restart()
        let snapshot = try #require(old.snapshot())
        var new = TCPFrameReader(limits: .beforeAuthentication)
        let isResumedInRoot = new.resume(from: snapshot, in: StreamHeader())
        #expect(!isResumedInRoot)
        let isResumed = new.resume(from: snapshot, in: nil)
        #expect(isResumed)
        let tooMuch = "<" + String(repeating: "x", count: 9000)
        let expected = Result { () throws(XMLViolation) in try Self.events(tooMuch, &old) }
        #expect(Result { () throws(XMLViolation) in try Self.events(tooMuch, &new) } == expected)
    }

    @Test func `a writer that is resumed goes on in the open root, and writes nothing that is there already`() throws {
        var header = StreamHeader(content: .client)
        header.prefixes = ["db": "jabber:server:dialback"]
        var old = TCPFrameWriter()
        var new = TCPFrameWriter()
        for step in ["fresh", "open", "closed"] {
            if step == "open" { try old.open(header) }
            if step == "closed" { old.close() }
            #expect((old.snapshot() == nil) == (step != "fresh"))
            old.drain { $0.byteCount }
            new = TCPFrameWriter()
            let isResumed = new.resume(from: try #require(old.snapshot()), in: header)
            #expect(isResumed && new.pendingByteCount == 0)
            #expect(new.isEqual(to: old))
            var (one, other) = (old, new)
            for xml in ["<message a=\"b\"/>", "<db:x xmlns:db='jabber:server:dialback'/>", "<x xmlns=''/>"] {
                let element = Element.reading(xml)
                let expected = try? one.write(element, atMost: .max)
                let outcome = try? other.write(element, atMost: .max)
                #expect(outcome == expected)
            }
            one.writeKeepalive()
            other.writeKeepalive()
            one.close()
            other.close()
            #expect(Self.output(&one) == Self.output(&other))
        }
    }

    @Test(arguments: [[], [3], [0, 0], [255]])
    func `bytes that are none of a writer are refused`(bytes: [UInt8]) {
        var writer = TCPFrameWriter()
        let isResumed = writer.resume(from: bytes, in: StreamHeader())
        #expect(!isResumed)
    }

    private static func output(_ writer: inout TCPFrameWriter) -> [UInt8] {
        var output: [UInt8] = []
        writer.drain { span in
            output = span.array
            return span.byteCount
        }
        return output
    }

    /// The elements that become complete, the header and the end among them.
    private static func events(_ text: String, _ reader: inout TCPFrameReader) throws(XMLViolation) -> [Element] {
        var scratch = StreamScratch()
        var elements: [Element] = []
        var violation: XMLViolation?
        Array(text.utf8).withRawSpan { bytes in
            do throws(XMLViolation) {
                try reader.receiveAll(bytes, using: &scratch) { event in
                    switch consume event {
                    case .opened(let element), .element(let element): elements.append(element)
                    case .closed: elements.append(.reading("<closed/>"))
                    }
                }
            } catch {
                violation = error
            }
        }
        if let violation { throw violation }
        return elements
    }
}
