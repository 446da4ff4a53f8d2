import XMLStream

/// Elements to bytes: a writer that writes all of a stream's elements into a root like their own.
///
/// This is a router's work: it writes elements that it has just parsed, which are in the caches still. So a timed pass
/// parses a window of the stream, then writes that window, and so on to the stream's end; only the writing is timed.
/// Each stanza of the stream is written once a pass, so that the time stands beside that of the elements layer, which
/// parses each once.
final class WriterContender: Contender {
    let layer: Layer
    private var root = RootTag(.stream, in: .streams, prefix: "stream", contentNamespace: .jabberClient)
    /// Those of the whole stream, for a pass without a clock.
    private var elements: [Element] = []
    /// The event loop's, not the stream's: it lives through all passes.
    private var scratch = StreamScratch()

    /// How many bytes of input are parsed before what came of them is written: few enough for the elements to stay in
    /// the second-level cache, and enough for the clock not to matter.
    static let windowBytes = 256 << 10
    /// How many bytes are written before they are drained.
    private static let drainBytes = 32 << 10

    /// - Parameter verbatim: Whether elements keep the bytes they came in.
    init(verbatim: Bool) {
        layer = verbatim ? .verbatim : .writing
    }

    func prepare(_ bytes: [UInt8]) throws {
        elements = []
        var stream = ElementStream(limits: .unbounded)
        try parse(unsafe bytes.span.bytes, of: &stream, into: &elements)
        try stream.finish()
    }

    func run(_ bytes: [UInt8], chunk: Int) throws -> Counts {
        try write { $0.byteCount }
        return Counts(stanzas: UInt64(elements.count))
    }

    func time(_ bytes: [UInt8], chunk: Int, with stopwatch: inout Stopwatch) throws -> Counts {
        var stream = ElementStream(limits: .unbounded)
        var writer = XMLWriter()
        var window: [Element] = []
        var counts = Counts()
        try stopwatch.time { try writer.open(root) }
        let span = unsafe bytes.span.bytes
        var offset = 0
        while offset < span.byteCount {
            let end = min(offset + Self.windowBytes, span.byteCount)
            try parse(span.extracting(offset..<end), of: &stream, into: &window)
            try stopwatch.time { try write(window, with: &writer) { $0.byteCount } }
            counts.stanzas += UInt64(window.count)
            window.removeAll(keepingCapacity: true)
            offset = end
        }
        try stream.finish()
        stopwatch.time {
            writer.close()
            writer.drain { $0.byteCount }
        }
        return counts
    }

    /// What libexpat reads in the output.
    func verify(_ bytes: [UInt8], chunk: Int) throws -> Counts {
        var output: [UInt8] = []
        try write { pending in
            unsafe pending.withUnsafeBytes { unsafe output.append(contentsOf: $0) }
            return pending.byteCount
        }
        return try ExpatContender(buildsTrees: false).run(output, chunk: output.count)
    }

    private func parse(
        _ bytes: RawSpan, of stream: inout ElementStream, into window: inout [Element]
    ) throws(XMLViolation) {
        try stream.receiveAll(bytes, using: &scratch) { event in
            switch event {
            case .opened(let header): root.attributes = header.attributes
            case .element(let element): window.append(element)
            case .closed: break
            }
        }
    }

    private func write(drainingTo sink: (RawSpan) -> Int) throws(XMLContentError) {
        var writer = XMLWriter()
        try writer.open(root)
        try write(elements, with: &writer, drainingTo: sink)
        writer.close()
        writer.drain(sink)
    }

    @inline(__always)
    private func write(
        _ elements: [Element], with writer: inout XMLWriter, drainingTo sink: (RawSpan) -> Int
    ) throws(XMLContentError) {
        // By their places in memory: an iterator would copy each.
        let elements = elements.span
        if layer == .verbatim {
            for index in elements.indices {
                try writer.writeVerbatim(elements[index])
                if writer.pendingByteCount >= Self.drainBytes { writer.drain(sink) }
            }
        } else {
            for index in elements.indices {
                try writer.write(elements[index])
                if writer.pendingByteCount >= Self.drainBytes { writer.drain(sink) }
            }
        }
    }
}
