import FuzzSupport
import Testing
import XMPPEngine
import XMPPNegotiation
import XMPPSASL
import XMPPTestKit

/// The ids that a receiving entity gives its streams.
@Suite struct StreamNameTests {
    private static let header =
        "<stream:stream to='example.com' version='1.0' xmlns='jabber:client' "
        + "xmlns:stream='http://etherx.jabber.org/streams'>"

    private func name(seed: UInt64) throws -> String? {
        let setting = try ConversationSetting(["server"])
        var driver = StreamDriver(
            XMPPStream(try StreamSetup(setting.configuration)), host: ClientAndServer.host(seed: seed))
        driver.begin()
        driver.receive(Self.header)
        return driver.stream.facts.streamID
    }

    @Test("RFC6120-4.7.3-2, RFC6120-4.7.3-3: a stream's id is 128 bits of the host's entropy, and no two are the same")
    func unique() throws {
        let names = try (0..<500).map { try #require(try name(seed: $0)) }
        #expect(Set(names).count == names.count)
        for name in names { #expect(name.wholeMatch(of: /[0-9a-f]{32}/) != nil) }
        #expect(try name(seed: 7) == names[7])
    }

    @Test(
        "RFC6120-4.7.3-3: without entropy there is no answer: what the peer sends waits, and the stream ends where there is none to be had"
    )
    func starved() throws {
        var setting = try ConversationSetting(["server"])
        setting.host.leavesOpen = { _ in true }
        var driver = StreamDriver(XMPPStream(try StreamSetup(setting.configuration)), host: setting.host)
        driver.begin()
        driver.receive(Self.header)
        #expect(driver.sent.isEmpty && driver.stream.isPaused && driver.end == nil)
        let question = try #require(driver.open.first)
        driver.answer(question.id, .unavailable)
        #expect(driver.end != nil && driver.hasClosedTransport)
    }
}
