import Testing
import XMPPTransports

/// When to connect again (RFC 6120 §3.3).
@Suite struct ReconnectionDelayTests {
    @Test func `RFC6120-3.3-1: the first delay is spread over a minute`() {
        var generator = CountingGenerator(seed: 4)
        let delays = (0..<600).map { _ in
            var delay = ReconnectionDelay()
            return delay.next(using: &generator)
        }
        #expect(delays.allSatisfy { $0 >= .zero && $0 <= .seconds(60) })
        // Each tenth of the minute has its share.
        let tenths = Set(delays.map { min(9, Int($0 / .seconds(6))) })
        #expect(tenths.count == 10)
    }

    @Test func `RFC6120-3.3-2: the span doubles with each attempt, up to the longest, and begins anew`() {
        var generator = CountingGenerator(seed: 5)
        var longest = [Duration](repeating: .zero, count: 80)
        for _ in 0..<400 {
            var delay = ReconnectionDelay(first: .seconds(1), longest: .seconds(50))
            for attempt in longest.indices { longest[attempt] = max(longest[attempt], delay.next(using: &generator)) }
            delay.reset()
            #expect(delay.next(using: &generator) <= .seconds(1))
        }
        for (attempt, span) in [1, 2, 4, 8, 16, 32, 50, 50, 50].enumerated() {
            #expect(longest[attempt] <= .seconds(span) && longest[attempt] > .seconds(span) * 0.9, "\(attempt)")
        }
        #expect(longest.allSatisfy { $0 <= .seconds(50) })
    }

    @Test(arguments: [Duration.zero, .seconds(-5), .seconds(Int64.max / 4)])
    func `no setting makes a delay that is none`(_ span: Duration) {
        var generator = CountingGenerator(seed: 6)
        var delay = ReconnectionDelay(first: span, longest: span)
        for _ in 0..<100 { #expect(delay.next(using: &generator) >= .zero) }
    }
}
