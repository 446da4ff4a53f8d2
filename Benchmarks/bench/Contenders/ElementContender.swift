import XMLStream

/// Bytes to elements: the element stream, and a consumer that looks at each element's name.
final class ElementContender: Contender {
    let layer: Layer
    private let limits: XMLLimits
    /// The event loop's, not the stream's: it lives through all passes.
    private var scratch: StreamScratch? = StreamScratch()
    private var kept: [Element] = []

    /// How many elements are kept at most, so that a stream fed whole is not kept whole.
    private static let mostKept = 64

    /// - Parameter recycles: Whether each element is dropped at once, so that its memory serves the next one; otherwise
    ///   it is kept until its chunk is done.
    init(recycles: Bool, limits: XMLLimits) {
        layer = recycles ? .recycled : .elements
        self.limits = limits
        kept.reserveCapacity(Self.mostKept)
    }

    func run(_ bytes: [UInt8], chunk: Int) throws -> Counts {
        var stream = ElementStream(limits: limits)
        var glance = ElementGlance()
        try feed(&stream, bytes, chunk: chunk, &glance)
        try stream.finish()
        return Counts(stanzas: glance.elements)
    }

    func verify(_ bytes: [UInt8], chunk: Int) throws -> Counts {
        var stream = ElementStream(limits: limits)
        var counts = Counts()
        try feed(&stream, bytes, chunk: chunk) { event in
            switch event {
            case .opened(let root): counts.add(root)
            case .element(let element):
                counts.stanzas += 1
                counts.add(element)
            case .closed: break
            }
        }
        try stream.finish()
        return counts
    }

    func idleBytes(_ opened: [UInt8], chunk: Int) throws -> Int? {
        var glance = ElementGlance()
        var stream: ElementStream?
        // Scratch of its own, which goes away before the bytes are counted: it is the event loop's, not the stream's.
        var lent: StreamScratch?
        swap(&lent, &scratch)
        let live = try AllocationCounter.liveBytes {
            var opening = ElementStream(limits: limits)
            try feed(&opening, opened, chunk: chunk, &glance)
            stream = opening
            scratch = nil
        }
        swap(&lent, &scratch)
        return stream.map { _ in live.kept + MemoryLayout<ElementStream>.size }
    }

    private func feed(
        _ stream: inout ElementStream, _ bytes: [UInt8], chunk: Int, _ glance: inout ElementGlance
    ) throws(XMLViolation) {
        if layer == .recycled {
            try feed(&stream, bytes, chunk: chunk) { event in
                if case .element(let element) = event { glance.look(at: element) }
            }
        } else {
            // A host has these in local variables; a property of a class is checked for exclusive access each time.
            var kept: [Element] = []
            swap(&kept, &self.kept)
            defer { swap(&kept, &self.kept) }
            try feed(&stream, bytes, chunk: chunk) { event in
                guard case .element(let element) = event else { return }
                glance.look(at: element)
                if kept.count == Self.mostKept { kept.removeAll(keepingCapacity: true) }
                kept.append(element)
            } whenDone: {
                if !kept.isEmpty { kept.removeAll(keepingCapacity: true) }
            }
        }
    }

    private func feed(
        _ stream: inout ElementStream, _ bytes: [UInt8], chunk: Int, _ body: (consuming ElementStream.Event) -> Void,
        whenDone: () -> Void = {}
    ) throws(XMLViolation) {
        var lent: StreamScratch?
        swap(&lent, &scratch)
        var scratch = lent.take() ?? StreamScratch()
        let outcome = Self.feed(&stream, bytes, chunk: chunk, &scratch, body, whenDone)
        self.scratch = consume scratch
        try outcome.get()
    }

    @inline(__always)
    private static func feed(
        _ stream: inout ElementStream, _ bytes: [UInt8], chunk: Int, _ scratch: inout StreamScratch,
        _ body: (consuming ElementStream.Event) -> Void, _ whenDone: () -> Void
    ) -> Result<Void, XMLViolation> {
        let span = unsafe bytes.span.bytes
        var offset = 0
        while offset < span.byteCount {
            let end = min(offset + chunk, span.byteCount)
            do throws(XMLViolation) {
                try stream.receiveAll(span.extracting(offset..<end), using: &scratch, body)
            } catch {
                return .failure(error)
            }
            whenDone()
            offset = end
        }
        return .success(())
    }
}

/// The least that a consumer does with an element: it looks at the name to know where to send it.
struct ElementGlance {
    private(set) var elements: UInt64 = 0
    private(set) var messages: UInt64 = 0

    @inline(__always)
    mutating func look(at element: Element) {
        elements += 1
        if element.isNamed(.message, in: .jabberClient) { messages += 1 }
    }
}

extension Counts {
    /// Counts what an element and all in it stand for, as libexpat's handlers do.
    mutating func add(_ element: Element) {
        var pending = [element]
        while let next = pending.popLast() {
            elements += 1
            attributes += UInt64(next.attributes.count)
            textBytes += UInt64(next.text.utf8.count)
            pending.append(contentsOf: next.children)
        }
    }
}
