import FuzzSupport
import Testing

@testable import XMLStream

@Suite struct ElementPoolTests {
    private static func message(_ count: Int) -> [UInt8] {
        Array("<message><body>\(String(repeating: "x", count: count))</body></message>".utf8)
    }

    private static func stream(_ scratch: inout StreamScratch) throws -> ElementStream {
        var stream = ElementStream(limits: .unbounded)
        try stream.receiveAll(Array(StreamFixture.text("").dropLast(16).utf8).span, using: &scratch) { _ in }
        return stream
    }

    @Test func `small elements that are kept keep no memory of large ones`() throws {
        var scratch = StreamScratch()
        var stream = try Self.stream(&scratch)
        var kept: [Element] = []
        var large: [Element] = []
        for round in 0..<2000 {
            // Twenty at once, so that there is much to be given back.
            try stream.receiveAll(Self.message(60_000).span, using: &scratch) { event in
                if case .element(let element) = event { large.append(element) }
            }
            if round % 20 == 19 {
                while let element = large.popLast() { scratch.pool.recycle(element) }
                #expect(scratch.pool.idleCount <= 17)
            }
            try stream.receiveAll(Array("<presence/>".utf8).span, using: &scratch) { event in
                if case .element(let element) = event { kept.append(element) }
            }
        }
        #expect(kept.count == 2000)
        #expect(kept.reduce(0) { $0 + $1.storage.counts.units * 16 } <= 2000 * 2048)
        #expect(scratch.pool.idleCount > 0)
    }

    @Test func `an element gets memory of at most four times its size, of less than 2 KiB`() {
        var pool = ElementPool()
        var random = SeededGenerator(seed: 5)
        var held: [ElementStorage] = []
        var reused = 0
        for _ in 0..<20_000 {
            let needed = Int.random(in: 1...(1 << Int.random(in: 1...13, using: &random)), using: &random)
            let idle = pool.idleCount
            let storage = pool.storage(nodes: needed, bytes: 0)
            reused += idle - pool.idleCount
            #expect(storage.counts.units >= needed && storage.counts.units <= max(needed, 32) * 4)
            held.append(storage)
            while held.count > 8 { pool.recycle(held.remove(at: Int.random(in: 0..<held.count, using: &random))) }
            #expect(pool.idleCount <= 1 + 16 * 8)
        }
        #expect(reused > 10_000)
    }

    @Test(arguments: [1, 20, 40, 100, 1000, 60_000])
    func `elements of one size share one allocation`(count: Int) throws {
        var scratch = StreamScratch()
        var stream = try Self.stream(&scratch)
        var seen: Set<ObjectIdentifier> = []
        for round in 0..<50 {
            try stream.receiveAll(Self.message(count).span, using: &scratch) { event in
                if case .element(let element) = event, round > 0 { seen.insert(ObjectIdentifier(element.storage)) }
            }
        }
        #expect(seen.count == 1 && scratch.pool.idleCount == 1)
    }
}
