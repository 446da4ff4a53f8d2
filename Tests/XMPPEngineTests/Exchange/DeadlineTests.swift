import Testing
import XMLStream
import XMPPEngine
import XMPPNegotiation
import XMPPStanza
import XMPPTestKit

/// Waits that end.
@Suite struct DeadlineTests {
    @Test("S28: negotiation as a whole has a deadline, on both sides", arguments: [true, false])
    func negotiation(isInitiating: Bool) throws {
        let pair = try ReadyStream.client.pair()
        var driver = isInitiating ? pair.initiating : pair.receiving
        driver.begin()
        for _ in 0..<10 {
            driver.wind(by: .seconds(5))
            // What trickles in does not help.
            driver.receive(" ")
        }
        #expect(driver.end == nil)
        driver.wind(by: .seconds(10))
        #expect(driver.end == .deadline(.negotiation))
        #expect(String(decoding: driver.sent, as: UTF8.self).contains("<connection-timeout "))
        #expect(driver.hasClosedTransport && driver.clock.settings == [])
    }

    @Test func `a stream that is ready in time has no deadline left`() throws {
        var driver = try ReadyStream.serverOfClient.driver()
        #expect(driver.clock.settings == [])
        driver.wind(by: .seconds(1_000_000))
        #expect(driver.end == nil)
    }

    @Test func `a peer that is silent for too long is given up, white space is enough to go on`() throws {
        var driver = try ReadyStream.serverOfClient.driver { $0.deadlines.silence = .seconds(60) }
        for _ in 0..<10 {
            driver.wind(by: .seconds(59))
            driver.receive(" ")
        }
        #expect(driver.end == nil)
        driver.wind(by: .seconds(60))
        #expect(driver.end == nil)
        driver.wind(by: .seconds(61))
        #expect(driver.end == .deadline(.silence))
        #expect(driver.takeSentText().contains("<connection-timeout "))
    }

    @Test("the peer's end tag is waited for, but not for ever", arguments: ReadyStream.allCases)
    func closing(_ side: ReadyStream) throws {
        var driver = try side.driver {
            $0.deadlines.keepalive = .seconds(1)
            $0.deadlines.silence = .seconds(60)
        }
        driver.call { (stream) throws(StreamMisuse) in try stream.close() }
        #expect(driver.takeSentText() == "</stream:stream>" && driver.end == nil)
        driver.wind(by: .seconds(4))
        // Behind the end tag there is no white space.
        #expect(driver.takeSentText() == "" && driver.end == nil)
        driver.wind(by: .seconds(2))
        #expect(driver.end == .deadline(.closing))
        #expect(driver.hasClosedTransport && driver.clock.settings == [])
    }

    @Test func `an answer that comes in time has its timer forgotten, and the end has all forgotten`() throws {
        var driver = try ReadyStream.client.driver()
        let first = try driver.ask()
        let second = try driver.ask()
        var stream = driver.stream
        var scratch = StreamScratch()
        func orders(after text: String) throws -> [StreamAction] {
            try Array(text.utf8).withRawSpan { (bytes) throws(StreamMisuse) in
                try stream.receive(bytes, using: &scratch)
            }
            var orders: [StreamAction] = []
            while let order = stream.nextAction() { orders.append(order) }
            return orders
        }
        let answered = try orders(after: "<iq type='result' id='\(first.id)'/>")
        #expect(answered.contains(.cancelTimer(.request(first.handle))))
        #expect(!answered.contains(.cancelTimer(.request(second.handle))))
        let ended = try orders(after: "</stream:stream>")
        #expect(ended.contains(.cancelTimer(.request(second.handle))))
        #expect(!ended.contains(.cancelTimer(.request(first.handle))))
    }

    @Test func `stanzas still come in while the peer's end tag is waited for`() throws {
        var driver = try ReadyStream.client.driver()
        driver.call { (stream) throws(StreamMisuse) in try stream.close() }
        driver.receive("<message id='1'/></stream:stream>")
        #expect(driver.stanzas.count == 1 && driver.end == .closed)
    }
}
