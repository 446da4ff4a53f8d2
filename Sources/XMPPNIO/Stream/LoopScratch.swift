#if NIO
    import NIOConcurrencyHelpers
    import NIOCore
    import XMLStream

    /// The memory that all streams of one event loop share: a tape, and a pool of elements. A stream has it while it reads.
    public final class LoopScratch {
        /// Used on the loop only.
        var scratch = StreamScratch()

        /// Memory for one event loop.
        public init() {}
    }

    @available(*, unavailable)
    extension LoopScratch: Sendable {}

    /// The memory of each event loop that has streams of one client or server.
    final class LoopScratches: Sendable {
        private let loops = NIOLockedValueBox<[ObjectIdentifier: NIOLoopBound<LoopScratch>]>([:])

        /// That of a loop, on which this is called.
        func scratch(of loop: any EventLoop) -> LoopScratch {
            loops.withLockedValue { loops in
                let key = ObjectIdentifier(loop)
                if let known = loops[key] { return known.value }
                let scratch = LoopScratch()
                loops[key] = NIOLoopBound(scratch, eventLoop: loop)
                return scratch
            }
        }
    }
#endif
