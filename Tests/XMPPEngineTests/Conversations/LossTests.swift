import Testing
import XMPPAddress
import XMPPEngine
import XMPPStanza
import XMPPTestKit

/// A pipe that breaks at any byte: both sides end, once, and what was wished for has an outcome.
@Suite struct LossTests {
    @Test(arguments: [true, false])
    func `wherever the pipe breaks, both sides end and every stanza and request has an outcome`(
        _ isInitiating: Bool
    ) throws {
        var whole = try ClientAndServer().pair
        whole.run()
        let length = isInitiating ? whole.initiating.sent.count : whole.receiving.sent.count
        #expect(length > 1000)
        var unsent = 0
        for place in 0..<length {
            var pair = try ClientAndServer().pair
            if isInitiating { pair.breakPipe(behindInitiating: place) } else { pair.breakPipe(behindReceiving: place) }
            let message = try Message(.chat, to: JID("romeo@example.net"), id: "1") { $0.body("Wherefore?") }
            pair.receiving.begin()
            pair.initiating.begin()
            pair.initiating.call { (stream) throws(StreamMisuse) in try stream.send(message) }
            pair.settle()
            #expect(pair.initiating.stream.isOver && pair.receiving.stream.isOver, "byte \(place)")
            #expect(pair.initiating.end == .transportClosed || pair.initiating.end == .closed, "byte \(place)")
            #expect(pair.initiating.misuses == [] && pair.receiving.misuses == [], "byte \(place)")
            #expect(pair.initiating.clock.settings == [] && pair.receiving.clock.settings == [], "byte \(place)")
            if case .unsent? = pair.initiating.notes.first(where: { if case .unsent = $0 { true } else { false } }) {
                unsent += 1
                #expect(pair.initiating.established == nil, "byte \(place)")
            }
        }
        #expect(unsent > length / 2)
    }
}
