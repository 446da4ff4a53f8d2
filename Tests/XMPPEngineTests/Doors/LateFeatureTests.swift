import Testing
import XMLStream
import XMPPEngine
import XMPPNegotiation
import XMPPStanza
import XMPPTestKit

/// Features that are still on offer once the stream is ready.
@Suite struct LateFeatureTests {
    private func driver() throws -> ReadyStream.Driver {
        var driver = try ReadyStream.serverOfClient.driver { $0.features.append(LateFeature()) }
        driver.host.leavesOpen = { if case .custom = $0 { true } else { false } }
        return driver
    }

    @Test(
        "S28: what comes behind a question waits for the host, however the bytes are cut",
        arguments: [Chopping.whole, .pieces(byteCount: 1), .pieces(byteCount: 7)])
    func order(chopping: Chopping) throws {
        var driver = try driver()
        driver.chopping = chopping
        let question = "<ask xmlns='urn:example:late'/>"
        driver.receive("\(question)<message id='1'/>\(question)<message id='2'/>")
        for expected in [[], ["1"]] {
            #expect(driver.stanzas.map { $0.stanza.id } == expected)
            #expect(driver.stream.isPaused)
            let open = try #require(driver.open.first)
            driver.answer(open.id, .custom(try Element(xml: "<answer xmlns='urn:example:late'/>")))
        }
        #expect(driver.stanzas.map { $0.stanza.id } == ["1", "2"])
        #expect(driver.takeSentText().matches(of: #/<answer/#).count == 2)
        #expect(!driver.stream.isPaused && driver.open.isEmpty && driver.misuses == [])
    }
}
