import CBench

/// The yardstick: libexpat in namespace mode, driven from C.
final class ExpatContender: Contender {
    private let buildsTrees: Bool

    init(buildsTrees: Bool) {
        self.buildsTrees = buildsTrees
    }

    var layer: Layer { buildsTrees ? .expatTree : .expat }

    func run(_ bytes: [UInt8], chunk: Int) throws -> Counts {
        var counts = cbench_counts()
        let code = unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe cbench_expat_run(buildsTrees, buffer.baseAddress, buffer.count, chunk, &counts)
        }
        guard code == 0 else { throw ExpatFailure(code: code) }
        return Counts(counts)
    }

    func idleBytes(_ opened: [UInt8], chunk: Int) throws -> Int? {
        var code: Int32 = 0
        var kept: OpaquePointer?
        let live = AllocationCounter.liveBytes {
            unsafe kept = cbench_expat_open(buildsTrees)
            unsafe opened.withUnsafeBufferPointer { buffer in
                for offset in stride(from: 0, to: buffer.count, by: chunk) where code == 0 {
                    let part = unsafe UnsafeBufferPointer(rebasing: buffer[offset..<min(offset + chunk, buffer.count)])
                    code = unsafe cbench_expat_feed(kept, part.baseAddress, part.count, false)
                }
            }
        }
        unsafe cbench_expat_close(kept)
        guard code == 0 else { throw ExpatFailure(code: code) }
        return live.kept
    }
}

/// libexpat refused a stream that it should accept.
struct ExpatFailure: Error, CustomStringConvertible {
    /// A value of `XML_Error`.
    let code: Int32

    var description: String { "libexpat reports error \(code)" }
}

extension Counts {
    fileprivate init(_ counts: cbench_counts) {
        self.init(
            stanzas: counts.stanzas, elements: counts.elements, attributes: counts.attributes,
            textBytes: counts.text_bytes)
    }
}
