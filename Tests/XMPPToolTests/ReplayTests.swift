import Foundation
import Testing
import XMPPEngine

@testable import xmpp

@Suite struct ReplayPrintingTests {
    static let files = [
        "component-initiating", "component-receiving", "failed-login-initiating", "failed-login-receiving",
        "login-initiating", "login-receiving", "servers-initiating", "servers-receiving",
    ]

    @Test(arguments: files)
    func `an example log replays as it was recorded`(name: String) throws {
        let (text, isFaithful) = try replay(try Corpora.bytes(of: "logs/\(name).log"))
        #expect(isFaithful)
        #expect(text.hasPrefix("· setup     kind="))
        #expect(text.contains("the same as in the log; the stream is over"))
        #expect(text.contains("Plan\n  "))
    }

    @Test func `what was said, asked, ordered and decided is shown`() throws {
        let (text, _) = try replay(try Corpora.bytes(of: "logs/login-initiating.log"))
        for part in [
            "→ initiator stream header", "← receiver  features", "<starttls", "· order     start-tls role=initiating",
            "· input     secured tls=1.3 peer=presented trust=trusted dns=example.com",
            "· order     request request=1 kind=sasl-random count=24",
            "· state     negotiating mechanisms (", "· order     established", "· state     ready",
            "Wherefore art thou",
            "· input     request deadline=1:500000000000000000", "· order     answered",
            "· refused   the stream has begun",
            "· order     ended: closed", "Plan", "mechanisms", "negotiated, mandatory", "SCRAM-SHA-512-PLUS",
        ] { #expect(text.contains(part), "\(part)") }
        #expect(!text.contains("set-timer"))
        #expect(
            try replay(Corpora.bytes(of: "logs/login-initiating.log"), showsTimers: true).text.contains("set-timer"))
    }

    @Test(arguments: files)
    func `no secret of a log is shown unless it is asked for`(name: String) throws {
        let bytes = try Corpora.bytes(of: "logs/\(name).log")
        let log = String(decoding: bytes, as: UTF8.self)
        let field = try Regex(
            "(?:bytes|key|stored-key|server-key|password|secret|decoy-secret|digest|binding\\.[a-z-]*)=([^ \\n]{4,})")
        let payload = try Regex("<(?:auth|response|challenge|success|handshake)(?: [^>]*)?>([^<\\n]{8,})<")
        let (masked, _) = try replay(bytes)
        let (shown, _) = try replay(bytes, showsSecrets: true)
        #expect(masked.contains(" bytes masked]") && !shown.contains("masked"))
        var found = 0
        for match in log.matches(of: field) + log.matches(of: payload) {
            guard let secret = match[1].substring else { continue }
            found += 1
            #expect(!masked.contains(secret), "\(secret)")
            #expect(shown.contains(secret), "\(secret)")
        }
        #expect(found > 0)
    }

    @Test func `a difference is named with its line, and without what is a secret`() throws {
        let log = String(decoding: try Corpora.bytes(of: "logs/login-initiating.log"), as: UTF8.self)
        let changed = log.replacingOccurrences(of: "> :<auth ", with: "> :<AUTH ")
        let line = try #require(changed.split(separator: "\n").firstIndex { $0.hasPrefix("> :<AUTH") }) + 1
        let (text, isFaithful) = try replay(Array(changed.utf8))
        #expect(!isFaithful)
        #expect(text.contains("· replay    another than in the log, at its line \(line)\n"))
        #expect(text.hasSuffix("· log       > [167 bytes masked]\n· now       > [167 bytes masked]\n"))
        #expect(
            try replay(Array(changed.utf8), showsSecrets: true).text.contains("mechanism='SCRAM-SHA-512-PLUS'>cD10"))
    }

    @Test func `what the stream refuses is shown where it was never sent`() throws {
        let text = """
            xmpp-stream-log 1
            setup kind=component domain=bot.example.com secret=x
            begin
            send :<message xmlns='jabber:client' to='a@b'><body>never</body></message>
            """
        let (shown, isFaithful) = try replay(Array(text.utf8))
        #expect(isFaithful)
        #expect(shown.contains("<body>never</body>"))
        #expect(shown.contains("· refused   an address is missing or not the component's"))
    }

    @Test func `a log cannot steer the terminal`() throws {
        let text = """
            xmpp-stream-log 1
            setup kind=component domain=bot.example.com secret=x%1B
            begin
            answer request=1 kind=sasl-verdict accepted=%1B%5B2J%0A
            """
        let (shown, _) = try replay(Array(text.utf8), showsSecrets: true)
        #expect(!shown.contains("\u{1B}"))
        #expect(shown.contains("&#x1B;[2J"))
    }

    private func replay(
        _ bytes: [UInt8], showsSecrets: Bool = false, showsTimers: Bool = false
    ) throws -> (text: String, isFaithful: Bool) {
        let log = try StreamLog(bytes)
        guard case .recipe(let recipe) = log.setup else { throw CancellationError() }
        var printer = try ReplayPrinter(log, of: recipe, showsSecrets: showsSecrets, showsTimers: showsTimers)
        var text: [UInt8] = []
        printer.run { text += $0 }
        return (String(decoding: text, as: UTF8.self), printer.isFaithful)
    }
}
