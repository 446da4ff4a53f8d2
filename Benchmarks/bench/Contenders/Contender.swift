/// Something that is measured.
protocol Contender: AnyObject {
    var layer: Layer { get }

    /// Makes ready what the timed pass starts from. Not timed.
    func prepare(_ bytes: [UInt8]) throws

    /// One timed pass over a whole stream, `chunk` bytes at a time.
    func run(_ bytes: [UInt8], chunk: Int) throws -> Counts

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

    func verify(_ bytes: [UInt8], chunk: Int) throws -> Counts {
        try run(bytes, chunk: chunk)
    }

    func idleBytes(_ opened: [UInt8], chunk: Int) throws -> Int? { nil }
}
