#if NIO
    import NIOCore

    /// The news of a session, in order: whoever reads goes on where the last one stopped. One reads at a time.
    public struct SessionNews: AsyncSequence, Sendable {
        private let reader: Reader

        init(_ inbound: NIOAsyncChannelInboundStream<StreamNews>) {
            reader = Reader(inbound.makeAsyncIterator())
        }

        public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(reader) }

        /// Reads the news.
        public struct AsyncIterator: AsyncIteratorProtocol {
            private let reader: Reader

            fileprivate init(_ reader: Reader) { self.reader = reader }

            /// The next; nil where the channel is closed.
            ///
            /// - Throws: `SessionMisuse` where somebody else is reading.
            public mutating func next() async throws -> StreamNews? { try await reader.next() }
        }

        /// The channel lends its news once, to one iterator, which is this one.
        fileprivate actor Reader {
            private let iterator: NIOAsyncChannelInboundStream<StreamNews>.AsyncIterator
            private var isReading = false

            init(_ iterator: sending NIOAsyncChannelInboundStream<StreamNews>.AsyncIterator) {
                self.iterator = iterator
            }

            func next() async throws -> StreamNews? {
                guard !isReading else { throw SessionMisuse.newsReadTwice }
                isReading = true
                defer { isReading = false }
                var iterator = iterator
                return try await iterator.next(isolation: #isolation)
            }
        }
    }

    /// What a session cannot be asked for.
    public enum SessionMisuse: Error, Hashable, Sendable, CustomStringConvertible {
        /// Two tasks read the news at the same time.
        case newsReadTwice

        public var description: String { "the news of a session have one reader at a time" }
    }
#endif
