/// Something that is measured.
protocol Contender: AnyObject {
    var layer: Layer { get }

    /// Makes ready what the timed pass starts from. Not timed.
    func prepare(_ bytes: [UInt8]) throws

    /// One pass over a whole stream, `chunk` bytes at a time, and nothing else: this is what profilers are shown.
    func run(_ bytes: [UInt8], chunk: Int) throws -> Counts

    /// One timed pass: all of `run` unless the contender has to make something ready on the way.
    func time(_ bytes: [UInt8], chunk: Int, with stopwatch: inout Stopwatch) throws -> Counts

    /// What the contender makes of the stream, to be compared with libexpat's counts before anything is timed.
    func verify(_ bytes: [UInt8], chunk: Int) throws -> Counts

    /// Opens a parser, feeds it an unfinished stream and leaves it idle.
    ///
    /// - Returns: Bytes that the parser holds then, scratch of the host's event loop excepted; `nil` if that means
    ///   nothing here.
    func idleBytes(_ opened: [UInt8], chunk: Int) throws -> Int?
}

extension Contender {
    func prepare(_ bytes: [UInt8]) throws {}

    func time(_ bytes: [UInt8], chunk: Int, with stopwatch: inout Stopwatch) throws -> Counts {
        var counts = Counts()
        try stopwatch.time { counts = try run(bytes, chunk: chunk) }
        return counts
    }

    func verify(_ bytes: [UInt8], chunk: Int) throws -> Counts {
        try run(bytes, chunk: chunk)
    }

    func idleBytes(_ opened: [UInt8], chunk: Int) throws -> Int? { nil }
}
