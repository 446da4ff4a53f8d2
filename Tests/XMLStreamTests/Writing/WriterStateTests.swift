import Testing

@testable import XMLStream

/// Every call in every state of a writer.
@Suite struct WriterStateTests {
    enum State: CaseIterable { case fresh, rootless, open, closed }

    enum Call: CaseIterable { case open, restart, write, writeVerbatim, keepalive, close, unchecked }

    static let root: RootTag = {
        var root = RootTag(name: "r", namespace: "urn:q")
        root.hasDeclaration = false
        return root
    }()

    /// What each call writes, or nil where it is refused, and the state that it leads to.
    static let table: [State: [Call: (written: String?, next: State)]] = [
        .fresh: [
            .open: ("<r xmlns='urn:q'>", .open), .restart: (nil, .fresh),
            .write: ("<a xmlns='urn:q'/>", .rootless), .writeVerbatim: ("<a xmlns='urn:q'/>", .rootless),
            .keepalive: (nil, .fresh), .close: ("", .fresh), .unchecked: ("!", .fresh),
        ],
        .rootless: [
            .open: (nil, .rootless), .restart: (nil, .rootless),
            .write: ("<a xmlns='urn:q'/>", .rootless), .writeVerbatim: ("<a xmlns='urn:q'/>", .rootless),
            .keepalive: (nil, .rootless), .close: ("", .rootless), .unchecked: ("!", .rootless),
        ],
        .open: [
            .open: (nil, .open), .restart: ("<r xmlns='urn:q'>", .open), .write: ("<a/>", .open),
            .writeVerbatim: ("<a/>", .open), .keepalive: (" ", .open), .close: ("</r>", .closed),
            .unchecked: ("!", .open),
        ],
        .closed: [
            .open: (nil, .closed), .restart: (nil, .closed), .write: (nil, .closed), .writeVerbatim: (nil, .closed),
            .keepalive: (nil, .closed), .close: ("", .closed), .unchecked: ("!", .closed),
        ],
    ]

    private static func writer(in state: State) throws -> XMLWriter {
        var writer = XMLWriter()
        switch state {
        case .fresh: break
        case .rootless: try perform(.write, &writer)
        case .open: try perform(.open, &writer)
        case .closed:
            try perform(.open, &writer)
            writer.close()
        }
        return writer
    }

    private static func perform(_ call: Call, _ writer: inout XMLWriter) throws {
        switch call {
        case .open: try writer.open(root)
        case .restart: try writer.restart(with: root)
        case .write: try writer.write(Element(xml: "<a xmlns='urn:q'/>"))
        case .writeVerbatim: try writer.writeVerbatim(Element(xml: "<a xmlns='urn:q'/>"))
        case .keepalive: try writer.writeKeepalive()
        case .close: writer.close()
        case .unchecked: [UInt8(0x21)].withWindow { $0.withSpan { writer.writeUnchecked($0) } }
        }
    }

    /// What each call does to a writer, which tells its state.
    private static func behaviour(of writer: XMLWriter) -> [String?] {
        var before = writer
        let pending = before.take().count
        return Call.allCases.map { call in
            var copy = writer
            guard (try? perform(call, &copy)) != nil else { return nil }
            return String(decoding: copy.take().dropFirst(pending), as: UTF8.self)
        }
    }

    @Test(arguments: State.allCases, Call.allCases)
    func `each call in each state writes, is refused and leads on as the table says`(state: State, call: Call) throws {
        let (written, next) = try #require(Self.table[state]?[call])
        var writer = try Self.writer(in: state)
        let before = Self.behaviour(of: writer)
        let pending = writer.pendingByteCount
        if let written {
            try Self.perform(call, &writer)
            var copy = writer
            #expect(String(decoding: copy.take().dropFirst(pending), as: UTF8.self) == written)
        } else {
            #expect(throws: XMLContentError(.structure)) { try Self.perform(call, &writer) }
            #expect(writer.pendingByteCount == pending)
            #expect(Self.behaviour(of: writer) == before)
        }
        #expect(try Self.behaviour(of: writer) == Self.behaviour(of: Self.writer(in: next)))
        #expect(writer.isOpen == (next == .open))
    }

    @Test func `the table has every pair, and every state behaves in its own way`() throws {
        #expect(Self.table.values.reduce(0) { $0 + $1.count } == State.allCases.count * Call.allCases.count)
        let behaviours = try State.allCases.map { try Self.behaviour(of: Self.writer(in: $0)) }
        #expect(Set(behaviours).count == State.allCases.count)
    }

    @Test func `a root that cannot be written leaves the stream as it was`() throws {
        for state in State.allCases {
            var writer = try Self.writer(in: state)
            let before = Self.behaviour(of: writer)
            #expect(throws: XMLContentError.self) { try writer.open(RootTag(name: "a b", namespace: "")) }
            #expect(throws: XMLContentError.self) { try writer.restart(with: RootTag(name: "a b", namespace: "")) }
            #expect(Self.behaviour(of: writer) == before)
        }
    }

    @Test("RFC6120-4.3.3-5: a restart keeps what is pending; a declaration and the new namespaces follow")
    func restart() throws {
        var writer = XMLWriter()
        try writer.open(RootTag(name: "r", namespace: "urn:q"))
        _ = writer.take()
        let element = try Element(xml: "<a xmlns='urn:other'/>")
        try writer.write(element)
        try writer.restart(with: RootTag(.stream, in: .streams, prefix: "s", contentNamespace: .jabberServer))
        try writer.write(Element(xml: "<iq xmlns='jabber:client'/>"))
        writer.close()
        #expect(
            String(decoding: writer.take(), as: UTF8.self) == "<a xmlns='urn:other'/><?xml version='1.0'?>"
                + "<s:stream xmlns='jabber:server' xmlns:s='http://etherx.jabber.org/streams'><iq/></s:stream>")
    }
}
