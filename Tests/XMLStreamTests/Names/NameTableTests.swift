import Testing

@testable import XMLStream

struct NameTableTests {
    /// Both kinds of names, so that a rule is written once.
    enum Table: CaseIterable, Sendable {
        case localNames, namespaces

        var texts: [String] {
            switch self {
            case .localNames: Array(localNameTexts.dropFirst())
            case .namespaces: Array(namespaceTexts.dropFirst())
            }
        }

        /// The id that the look-up finds for these bytes, or zero.
        func id(_ bytes: [UInt8]) -> Int {
            bytes.withWindow { window in
                switch self {
                case .localNames: Int(NameLookup.localName(window))
                case .namespaces: Int(NameLookup.namespace(window))
                }
            }
        }
    }

    @Test(arguments: Table.allCases)
    func `every name of the table is found under its own id`(table: Table) {
        #expect(table.texts.count > 200)
        for (index, text) in table.texts.enumerated() {
            #expect(table.id(Array(text.utf8)) == index + 1, "\(text)")
        }
    }

    @Test(arguments: Table.allCases)
    func `no name stands twice`(table: Table) {
        #expect(Set(table.texts).count == table.texts.count)
    }

    @Test(arguments: Table.allCases)
    func `a name with one byte changed, dropped, added or put twice is found only if it is another name`(table: Table) {
        let ids = Dictionary(uniqueKeysWithValues: table.texts.enumerated().map { (Array($1.utf8), $0 + 1) })
        var wrong: [[UInt8]] = []
        var tried = 0
        func check(_ bytes: [UInt8]) {
            tried += 1
            if table.id(bytes) != ids[bytes] ?? 0 { wrong.append(bytes) }
        }
        for name in ids.keys {
            for index in name.indices {
                var bytes = name
                for value: UInt8 in [0x00, 0x2D, 0x3A, 0x61, 0x7A, name[index] ^ 0x20, name[index] &+ 1, 0xFF] {
                    bytes[index] = value
                    check(bytes)
                }
                check(Array(name[..<index] + name[(index + 1)...]))
                check(Array(name[...index] + name[index...]))
            }
            for last: UInt8 in [0x00, 0x20, 0x2D, 0x30, 0x73] {
                check(name + [last])
                check([last] + name)
            }
            check(name + name)
        }
        #expect(tried > 10_000)
        #expect(wrong.isEmpty, "\(wrong.prefix(5).map { String(decoding: $0, as: UTF8.self) })")
    }

    @Test(arguments: Table.allCases)
    func `names that agree in their first and last eight bytes are told apart`(table: Table) {
        for text in table.texts where text.utf8.count > 16 {
            var bytes = Array(text.utf8)
            for index in 8..<(bytes.count - 8) {
                let kept = bytes[index]
                bytes[index] = kept == 0x7E ? 0x7D : 0x7E
                #expect(table.id(bytes) == 0, "\(text) at \(index)")
                bytes[index] = kept
            }
        }
    }

    @Test(arguments: [
        "", "m", "messages", "Message", "to\u{0}", "body\u{0}\u{0}", "\u{0}", "urn:xmpp:sm:", "jabber:client ",
        "http://etherx.jabber.org/stream", "12345678\0\0\0\0\0\0\0\0ption-reabcdefghijklmnop",
        String(repeating: "\0", count: 9), String(repeating: "\0", count: 16), String(repeating: "\0", count: 40),
        String(repeating: "\0", count: 300),
    ])
    func `a text outside the tables has no static name`(text: String) {
        #expect(LocalName(text) == nil)
        #expect(NamespaceName(text) == nil)
    }

    @Test func `a static name gives its text back`() {
        #expect(LocalName("feature-not-implemented") == .featureNotImplemented)
        #expect(LocalName.featureNotImplemented.text == "feature-not-implemented")
        #expect("\(LocalName.body)" == "body")
        #expect(NamespaceName("urn:xmpp:sm:3") == .streamManagement3)
        #expect(NamespaceName.streamManagement3.text == "urn:xmpp:sm:3")
        #expect(LocalName(id: .max).text.isEmpty)
        #expect(NamespaceName(id: .max).text.isEmpty)
    }

    @Test(arguments: [
        (NamespaceName.xml, 1, "http://www.w3.org/XML/1998/namespace"),
        (.xmlns, 2, "http://www.w3.org/2000/xmlns/"),
        (.jabberClient, 3, "jabber:client"),
        (.jabberServer, 4, "jabber:server"),
        (.jabberComponentAccept, 5, "jabber:component:accept"),
        (.streams, 6, "http://etherx.jabber.org/streams"),
    ])
    func `the first namespaces have fixed ids`(name: NamespaceName, id: UInt16, text: String) {
        #expect(name.id == id)
        #expect(name.text == text)
    }
}
