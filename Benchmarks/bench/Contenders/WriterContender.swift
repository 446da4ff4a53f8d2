import XMLStream

/// Elements to bytes: a writer that writes all of a stream's elements into a root like their own.
///
/// The elements are parsed beforehand, so that the chunks of the input mean nothing here.
final class WriterContender: Contender {
    let layer: Layer
    private var root = RootTag(.stream, in: .streams, prefix: "stream", contentNamespace: .jabberClient)
    private var elements: [Element] = []

    /// How many bytes are written before they are drained.
    private static let drainBytes = 32 << 10

    /// - Parameter verbatim: Whether elements keep the bytes they came in.
    init(verbatim: Bool) {
        layer = verbatim ? .verbatim : .writing
    }

    func prepare(_ bytes: [UInt8]) throws {
        elements = []
        var stream = ElementStream(limits: .unbounded)
        var scratch = StreamScratch()
        try stream.receiveAll(unsafe bytes.span.bytes, using: &scratch) { event in
            switch event {
            case .opened(let header): root.attributes = header.attributes
            case .element(let element): elements.append(element)
            case .closed: break
            }
        }
        try stream.finish()
    }

    func run(_ bytes: [UInt8], chunk: Int) throws -> Counts {
        try write { $0.byteCount }
        return Counts(stanzas: UInt64(elements.count))
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

    @inline(__always)
    private func write(drainingTo sink: (RawSpan) -> Int) throws(XMLContentError) {
        var writer = XMLWriter()
        try writer.open(root)
        if layer == .verbatim {
            for element in elements {
                writer.writeVerbatim(element)
                if writer.pendingByteCount >= Self.drainBytes { writer.drain(sink) }
            }
        } else {
            for element in elements {
                writer.write(element)
                if writer.pendingByteCount >= Self.drainBytes { writer.drain(sink) }
            }
        }
        writer.close()
        writer.drain(sink)
    }
}
