import Testing

@testable import xmpp

struct InspectionTests {
    @Test(arguments: [
        "prosody/err-comment", "prosody/sasl2-fast", "prosody/bosh-errors", "ejabberd/websocket", "ejabberd/component",
        "ejabberd/legacy-auth-0078", "jabberd2/compress-tls", "s2s/prosody-ejabberd-dialback-01-out",
    ])
    func `a capture reads as it did`(name: String) throws {
        let text = try inspection(of: Corpora.path(of: "captures/\(name).jsonl"))
        let golden = "golden/\(name.replacing("/", with: "-")).txt"
        #expect(text == String(decoding: try Corpora.bytes(of: golden), as: UTF8.self))
    }

    @Test(arguments: [
        ("captures/prosody/full-session", ["c2s", "s2c"]), ("captures/ejabberd/websocket", ["c2s", "s2c"]),
        ("captures/ejabberd/bosh", ["c2s", "s2c"]), ("captures/jabberd2/compress-tls", ["c2s", "s2c"]),
        ("captures/s2s/prosody-ejabberd-dialback-01-out", ["initiator", "receiver"]),
    ])
    func `a capture says the same as the joined bytes of its directions`(name: String, directions: [String]) throws {
        var whole = Inspector()
        try whole.inspect(ByteSource(path: Corpora.path(of: "\(name).jsonl")))
        var parts = Inspector()
        for direction in directions {
            try parts.inspect(ByteSource(path: Corpora.path(of: "\(name).\(direction).xml")))
        }
        #expect(whole.summary.kinds == parts.summary.kinds)
        #expect(whole.summary.elementCount > 5)
        #expect(whole.summary.streamCount == parts.summary.streamCount)
        #expect(whole.summary.messageCount == parts.summary.messageCount)
        #expect(whole.summary.violationCount == 0)
        #expect(parts.summary.violationCount == 0)
    }

    @Test func `a violation stops its direction only`() throws {
        let capture = """
            {"t":0.5,"dir":"c2s","layer":"tcp","text":"<s><a/><b></c>"}
            {"t":0.6,"dir":"c2s","layer":"tcp","text":"<d/>"}
            {"t":0.7,"dir":"s2c","layer":"tcp","text":"<s><e/>"}
            {"t":0.8,"note":"a note"}

            """
        let text = try inspection(ofText: capture, named: "jsonl")
        #expect(text.contains("→ c2s       0.5000 s   violation: not-well-formed at byte 12, expected the end tag"))
        #expect(text.contains("<a/>"))
        #expect(!text.contains("<d/>"))
        #expect(text.contains("← s2c       0.7000 s   e "))
        #expect(text.contains("4 bytes behind the violation not read"))
        #expect(text.contains("end of s2c: the stream was not closed"))
        #expect(text.contains("violations     1\n"))
    }

    @Test(arguments: [
        "{\"t\":0,\"dir\":\"c2s\",\"layer\":\"tcp\"}", "{\"t\":0,\"dir\":\"c2s\",\"b64\":\"*\"}", "{\"t\":0", "{}\nno",
    ])
    func `a line that is none of a capture makes the file unreadable`(line: String) {
        #expect(throws: ByteSource.Unreadable.self) { try inspection(ofText: line, named: "jsonl") }
    }

    @Test func `the summary stands alone where it is asked for`() throws {
        let text = try inspection(
            of: Corpora.path(of: "captures/prosody/err-comment.jsonl"), options: .init(showsElements: false))
        #expect(text.hasPrefix("Summary\n"))
    }

    @Test func `limits are those asked for`() throws {
        var options = Inspector.Options()
        options.limits.depth = 2
        let deep = "<s><a><b><c/></b></a></s>"
        #expect(try inspection(ofText: deep, named: "xml", options: options).contains("violation: policy-violation"))
        let wide = "<s><a><b/><b/></a></s>"
        #expect(!(try inspection(ofText: wide, named: "xml", options: options).contains("violation:")))
    }

    @Test func `what could steer a terminal is shown and not sent`() throws {
        let text = try inspection(
            ofText: "<s><a b='\u{9B}2J'>x\u{202E}y\u{7F}z\nnew &#x9;line\u{2069}</a></s>", named: "xml")
        #expect(text.contains("<a b='&#x9B;2J'>x&#x202E;y&#x7F;z\n      new &#x9;line&#x2069;</a>"))
        let note = try inspection(ofText: "{\"note\":\"\\u001b[2J\"}\n", named: "jsonl")
        #expect(note.contains("&#x1B;[2J"))
        #expect(!note.contains("\u{1B}"))
    }

    @Test func `colours change nothing but colours`() throws {
        let path = Corpora.path(of: "captures/prosody/sasl2-fast.jsonl")
        let coloured = try inspection(of: path, isColoured: true)
        #expect(coloured.contains("\u{1B}[34m<authenticate"))
        #expect(try coloured.replacing(Regex("\u{1B}\\[[0-9;]*m"), with: "") == inspection(of: path))
    }

    @Test func `long tags go on in the next line, and mixed content stays on its own`() throws {
        let value = String(repeating: "v", count: 60)
        let text = try inspection(
            ofText: "<s><a one='\(value)' two='\(value)'/><p>some <b>bold</b> text</p><q> <r/>\n </q></s>", named: "xml"
        )
        #expect(text.contains("    <a one='\(value)'\n        two='\(value)'/>\n"))
        #expect(text.contains("    <p>some <b>bold</b> text</p>\n"))
        #expect(text.contains("    <q>\n      <r/>\n    </q>\n"))
    }
}
