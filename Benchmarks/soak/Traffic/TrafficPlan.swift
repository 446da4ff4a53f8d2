#if NIO && Tool
    /// What is to be sent, and for how long.
    struct TrafficPlan {
        /// None for clients that say nothing.
        let pairs: Int
        let seconds: Int
        /// Of those, the first so many are not measured.
        let warmUp: Int
        /// Messages delivered in a second; 0 for as fast as it goes.
        let rate: Int
        /// How many messages of a pair are under way where there is no rate.
        let window: Int
        /// Seconds between two lines of progress.
        let progress: Int
    }
#endif
