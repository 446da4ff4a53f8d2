import XMLStream

/// Reads the streams that one side sent, one after the other, from the bytes as they came.
struct StreamReader {
    /// Something that became complete.
    struct Item {
        enum Event {
            case opened(Element)
            case element(Element)
            case closed
            /// And where the first byte at fault stands among all that this side sent.
            case violated(XMLViolation, at: Int64)
        }

        let event: Event
        /// Where its bytes stand among all that this side sent.
        let range: Range<Int64>
    }

    private var stream: ElementStream
    /// The beginning of a tag that may or may not begin a stream.
    private var held: [UInt8] = []
    /// Whether a new stream may begin here.
    private var isBetween = false
    /// Offset at which that what is being read begins.
    private var start: Int64 = 0
    private(set) var hasFailed = false
    /// Bytes that came after a violation and were not read.
    private(set) var ignoredByteCount = 0

    init(limits: XMLLimits) { stream = ElementStream(limits: limits) }

    /// Whether a stream has been opened and not closed.
    var isOpen: Bool { stream.isOpen && !hasFailed }
    /// Bytes of an element of which the rest did not come.
    var unfinishedByteCount: Int { hasFailed ? 0 : Int(stream.byteOffset - start) + held.count }

    /// Takes the next bytes and returns what they complete. After a violation, which is the last item, all is ignored.
    mutating func receive(_ chunk: [UInt8], using scratch: inout StreamScratch) -> [Item] {
        if hasFailed {
            ignoredByteCount += chunk.count
            return []
        }
        let bytes = held + chunk
        held = []
        var items: [Item] = []
        var index = 0
        do throws(XMLViolation) {
            var isDone = false
            while !isDone {
                if isBetween, try !startsHere(bytes, &index, &scratch) { return items }
                let progress = try take(bytes, index..<bytes.count, &scratch)
                index += progress.consumedByteCount
                if let event = progress.event { items.append(item(event)) }
                // The end of a stream whose root is an empty tag is told behind its beginning.
                if case .opened = progress.event, let event = try take(bytes, index..<index, &scratch).event {
                    items.append(item(event))
                }
                isDone = progress.event == nil && index == bytes.count
            }
        } catch {
            hasFailed = true
            items.append(Item(event: .violated(error, at: error.byteOffset), range: start..<start))
        }
        return items
    }

    /// Notes what became complete; between it and the next a new stream may begin.
    private mutating func item(_ event: ElementStream.Event) -> Item {
        let range = start..<stream.byteOffset
        isBetween = true
        start = stream.byteOffset
        switch event {
        case .opened(let header): return Item(event: .opened(header), range: range)
        case .element(let element): return Item(event: .element(element), range: range)
        case .closed: return Item(event: .closed, range: range)
        }
    }

    /// Steps over white space between two elements, and begins a new stream where one stands.
    ///
    /// - Returns: Whether there is something behind it to be parsed now.
    private mutating func startsHere(
        _ bytes: [UInt8], _ index: inout Int, _ scratch: inout StreamScratch
    ) throws(XMLViolation) -> Bool {
        let next = StreamStart(in: bytes, from: index)
        let space: Int
        switch next {
        case .nothing: space = bytes.count
        case .unclear(let place), .stream(let place), .other(let place): space = place
        }
        _ = try take(bytes, index..<space, &scratch)
        index = space
        start = stream.byteOffset
        switch next {
        case .nothing: return false
        case .unclear:
            held = Array(bytes[index...])
            return false
        case .stream: stream.restart()
        case .other: break
        }
        isBetween = false
        return true
    }

    private mutating func take(
        _ bytes: [UInt8], _ range: Range<Int>, _ scratch: inout StreamScratch
    ) throws(XMLViolation) -> ElementStream.Progress {
        try bytes.withBytes(range) { span throws(XMLViolation) in try stream.receive(span, using: &scratch) }
    }
}
