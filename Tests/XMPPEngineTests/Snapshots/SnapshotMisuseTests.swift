import FuzzSupport
import Testing
import XMLStream
import XMPPAddress
import XMPPNegotiation
import XMPPSASL
import XMPPStanza

@testable import XMPPEngine

/// When no snapshot can be taken. It changes nothing.
struct SnapshotMisuseTests {
    struct Row: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let role: StreamRole
        let code: StreamMisuse.Code
        /// What becomes of a host whose stream has not begun.
        let steps: @Sendable (inout ScriptedHost) throws -> Void

        init(
            _ title: String, _ role: StreamRole, _ code: StreamMisuse.Code = .notQuiescent,
            _ steps: @escaping @Sendable (inout ScriptedHost) throws -> Void
        ) {
            testDescription = title
            self.role = role
            self.code = code
            self.steps = steps
        }
    }

    static let header =
        "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='example.com' "
        + "version='1.0'>"
    static let answer =
        "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' from='example.com' "
        + "id='1' version='1.0'>"

    static let rows = [
        Row("not begun", .initiating, .notBegun) { _ in },
        Row("over", .initiating, .over) { host in
            host.take(.begin(try Conversation.tls(.initiating)))
            host.take(.end)
        },
        Row("an order is not drained", .initiating) { host in
            try host.stream.begin(on: try Conversation.tls(.initiating))
        },
        Row("output is not drained", .initiating) { host in
            try host.stream.begin(on: try Conversation.tls(.initiating))
            while host.stream.nextAction() != nil {}
        },
        Row("random bytes are asked for", .receiving) { host in
            try host.stream.begin(on: try Conversation.tls(.receiving))
            while host.stream.nextAction() != nil {}
        },
        Row("a feature asks", .receiving) { host in
            host.take(.begin(try Conversation.tls(.receiving)))
            host.take(.bytes(Array((header + "<pass xmlns='urn:test:pass'/><pass xmlns='urn:test:pass'/>").utf8)))
        },
        Row("amid a header", .receiving) { host in
            host.take(.begin(try Conversation.tls(.receiving)))
            host.take(.bytes(Array("<stream:stream ".utf8)))
        },
        Row("behind an XML declaration", .receiving) { host in
            host.take(.begin(try Conversation.tls(.receiving)))
            host.take(.bytes(Array("<?xml version='1.0'?>".utf8)))
        },
        Row("amid an element", .receiving) { host in
            host.take(.begin(try Conversation.tls(.receiving)))
            host.take(.bytes(Array((header + "<pass xmlns='urn:test:pass'").utf8)))
        },
        Row("behind a bare bracket", .receiving) { host in
            host.take(.begin(try Conversation.tls(.receiving)))
            host.take(.bytes(Array((header + " <").utf8)))
        },
        Row("the certificate is in question", .initiating) { host in
            host.take(.begin(TLSFacts(.tls13, peer: .presented(PresentedCertificate(trust: .unknownIssuer)))))
        },
        Row("the header is suspicious", .initiating) { host in
            host.take(.begin(try Conversation.tls(.initiating)))
            host.take(.bytes(Array(answer.replacing("example.com", with: "example.net").utf8)))
        },
        Row("closed before it was ready", .initiating) { host in
            host.take(.begin(try Conversation.tls(.initiating)))
            host.take(.close)
        },
        Row("compressed", .initiating) { host in
            host.take(.begin(try Conversation.tls(.initiating)))
            host.stream.core.side.facts.compressionMethod = "zlib"
        },
        Row("the transport is being switched", .initiating) { host in
            host.take(.begin(try Conversation.tls(.initiating)))
            host.stream.core.transport = .switching(.tls)
        },
        Row("too much waits", .initiating, .full) { host in
            host.take(.begin(try Conversation.tls(.initiating)))
            let body = String(repeating: "x", count: 100 << 10)
            for _ in 0..<3 { host.take(.message("<message><body>\(body)</body></message>")) }
        },
    ]

    @Test(arguments: rows)
    func `what is under way cannot be stored`(row: Row) throws {
        let setup = try Self.setup(row.role)
        var host = ScriptedHost(XMPPStream(setup))
        try row.steps(&host)
        let before = host.stream
        #expect { try host.stream.snapshot() } throws: { ($0 as? StreamMisuse)?.code == row.code }
        #expect(host.stream == before)
    }

    @Test func `a machine that cannot be stored stands in the way from its first step to its last`() throws {
        for role in StreamRole.allCases {
            let inputs = try Conversation(isStorable: false).inputs(of: role)
            var host = ScriptedHost(XMPPStream(try Conversation.setup(role, isStorable: false)))
            var names: [String] = []
            for input in inputs {
                host.take(input)
                let name = host.stream.stateName
                if (try? host.stream.snapshot()) == nil, names.last != name { names.append(name) }
            }
            let amid = role == .initiating ? ["negotiating pass (Machine)", "over"] : ["offering", "busy", "over"]
            #expect(names == amid)
        }
    }

    @Test func `a framing that does not store itself stands in the way`() throws {
        let reader = PlainReader(inner: TCPFrameReader(limits: XMLLimits()))
        let setup = try Conversation.setup(.initiating)
        var host = ScriptedHost(XMPPStream(setup, reader: reader, writer: TCPFrameWriter()))
        host.take(.begin(try Conversation.tls(.initiating)))
        #expect { try host.stream.snapshot() } throws: { ($0 as? StreamMisuse)?.code == .notQuiescent }

        var other = ScriptedHost(XMPPStream(setup))
        other.take(.begin(try Conversation.tls(.initiating)))
        let snapshot = try other.stream.snapshot()
        #expect {
            try XMPPStream(restoring: snapshot, setup: setup, reader: reader, writer: TCPFrameWriter())
        } throws: { ($0 as? SnapshotViolation)?.code == .otherFraming }
    }

    /// A setup that asks about certificates.
    private static func setup(_ role: StreamRole) throws -> StreamSetup {
        var configuration = try Conversation.setup(role).configuration
        configuration.policy.asksAboutRefusedCertificates = true
        return try StreamSetup(configuration)
    }
}

/// A framing of somebody's who never heard of snapshots.
private struct PlainReader: FrameReader {
    var inner: TCPFrameReader

    mutating func receive(
        _ bytes: RawSpan, using scratch: inout StreamScratch
    ) throws(XMLViolation) -> FrameProgress { try inner.receive(bytes, using: &scratch) }

    mutating func receiveAll(
        _ bytes: RawSpan, using scratch: inout StreamScratch, _ body: (consuming FrameEvent) -> Void
    ) throws(XMLViolation) { try inner.receiveAll(bytes, using: &scratch, body) }

    mutating func restart() { inner.restart() }
    var limits: XMLLimits {
        get { inner.limits }
        set { inner.limits = newValue }
    }
    var byteOffset: Int64 { inner.byteOffset }
    var isBetweenFrames: Bool { inner.isBetweenFrames }
    func isEqual(to other: any FrameReader) -> Bool {
        (other as? PlainReader).map { inner.isEqual(to: $0.inner) } ?? false
    }
}
