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

    @Test(arguments: [1, 3, 40, 62])
    func `what a host drops a while after it was told serves again`(length: Int) throws {
        var scratch = StreamScratch()
        var stream = try Self.stream(&scratch)
        var queue: [Element] = []
        var seen: Set<ObjectIdentifier> = []
        let bytes = Array(repeatElement(Self.message(30), count: 7).joined())
        for _ in 0..<400 {
            try stream.receiveAll(bytes.span, using: &scratch) { event in
                guard case .element(let element) = event else { return }
                seen.insert(ObjectIdentifier(element.storage))
                queue.append(element)
                if queue.count > length { queue.removeFirst() }
            }
        }
        // One for each in the queue and for the two that are on their way in and out.
        #expect(seen.count <= length + 2)
    }

    @Test(arguments: [1, 3, 40, 63, 64, 65, 200])
    func `what a host has not dropped stays as it is`(length: Int) throws {
        var scratch = StreamScratch()
        var stream = try Self.stream(&scratch)
        var random = SeededGenerator(seed: UInt64(length))
        var queue: [(element: Element, text: String)] = []
        var told = 0
        for round in 0..<400 {
            let text = String(repeating: "\(round)-", count: random.next(below: 60) + 1)
            let bytes = Array(String(repeating: "<message><body>\(text)</body></message>", count: 7).utf8)
            try stream.receiveAll(bytes.span, using: &scratch) { event in
                guard case .element(let element) = event else { return }
                told += 1
                queue.append((element, text))
                if queue.count > length {
                    let dropped = queue.remove(at: random.next(below: 3) == 0 ? random.next(below: queue.count) : 0)
                    #expect(dropped.element.body == dropped.text)
                }
            }
        }
        for (element, text) in queue { #expect(element.body == text) }
        #expect(told == 2800)
    }

    @Test func `a pool gives all of it back when asked`() throws {
        var scratch = StreamScratch()
        var stream = try Self.stream(&scratch)
        var held: Element?
        weak var dropped: ElementStorage?
        try stream.receiveAll(Array(Self.message(30) + Self.message(30)).span, using: &scratch) { event in
            if case .element(let element) = event {
                dropped = held?.storage
                held = element
            }
        }
        // The first of them was dropped and waits to be used again.
        #expect(dropped != nil && held != nil)
        scratch.pool.removeAll()
        #expect(dropped == nil && scratch.pool.idleCount == 0)
        #expect(held?.body?.count == 30)
    }

    @Test func `a host that keeps all its elements gets others`() throws {
        var scratch = StreamScratch()
        var stream = try Self.stream(&scratch)
        var kept: [Element] = []
        for round in 0..<1000 {
            try stream.receiveAll(Array("<message><body>\(round)</body></message>".utf8).span, using: &scratch) {
                event in
                if case .element(let element) = event { kept.append(element) }
            }
        }
        #expect(Set(kept.map { ObjectIdentifier($0.storage) }).count == 1000)
        for (round, element) in kept.enumerated() { #expect(element.body == "\(round)") }
    }

    @Test func `a large element that was dropped later does not wait in the pool`() throws {
        var scratch = StreamScratch()
        var stream = try Self.stream(&scratch)
        var held: Element?
        weak var large: ElementStorage?
        try stream.receiveAll(Self.message(60_000).span, using: &scratch) { event in
            if case .element(let element) = event {
                large = element.storage
                held = element
            }
        }
        #expect(held != nil && large != nil)
        held = nil
        #expect(large == nil)
    }
}

extension Element {
    /// The text of the message's body.
    fileprivate var body: String? { child(.body)?.text }
}
