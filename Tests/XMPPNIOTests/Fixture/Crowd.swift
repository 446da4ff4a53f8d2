#if NIO
    /// Keeps tests that run at the same time from taking each other's time: deadlines are theirs to test, not the machine's. The
    /// wait counts against the time limit of a test, which has to be long enough for a sanitizer.
    actor Crowd {
        static let shared = Crowd()
        /// Room in all.
        static let room = 10

        private var free = Crowd.room
        private var waiting: [(count: Int, CheckedContinuation<Void, Never>)] = []

        /// Waits for room, in turn.
        func enter(_ count: Int) async {
            if waiting.isEmpty, free >= count {
                free -= count
                return
            }
            await withCheckedContinuation { waiting.append((count, $0)) }
        }

        func leave(_ count: Int) {
            free += count
            while let next = waiting.first, next.count <= free {
                free -= next.count
                waiting.removeFirst()
                next.1.resume()
            }
        }
    }
#endif
