#if Tool && NIO
    import Dispatch
    import Foundation

    /// The signals by which a program is asked to stop.
    enum StopSignal {
        /// Returns at the first SIGTERM or SIGINT, when the time is over, or when the task is cancelled.
        ///
        /// - Parameter seconds: How long to wait at most; nil for ever.
        static func wait(atMost seconds: Int?) async {
            let stops = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingOldest(1))
            let sources = [SIGTERM, SIGINT].map { number in
                // Otherwise the signal ends the program before anybody can look at it.
                signal(number, SIG_IGN)
                let source = DispatchSource.makeSignalSource(signal: number)
                source.setEventHandler { stops.continuation.yield() }
                source.resume()
                return source
            }
            defer { for source in sources { source.cancel() } }
            let timer = Task {
                guard let seconds else { return }
                try await Task.sleep(for: .seconds(seconds))
                stops.continuation.yield()
            }
            defer { timer.cancel() }
            for await _ in stops.stream { return }
        }
    }
#endif
