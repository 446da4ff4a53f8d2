#if NIO && Tool
    /// What one pair has sent and received: which number is awaited at either side.
    struct PairLedger {
        /// The number of the next message of the first client.
        var sent = 0
        /// The number that the second client awaits.
        var atSecond = 0
        /// The number that the first client awaits back.
        var atFirst = 0

        /// Messages that the first client has not had back.
        var underWay: Int { sent - atFirst }

        /// What a message is that comes where another number may be awaited.
        enum Arrival: Equatable {
            case inOrder
            /// So many before it have not come.
            case behindGap(Int)
            /// A later one has come already.
            case late
        }

        mutating func arrived(_ number: Int, at side: WritableKeyPath<PairLedger, Int>) -> Arrival {
            let awaited = self[keyPath: side]
            guard number >= awaited, number < sent else { return .late }
            self[keyPath: side] = number + 1
            return number == awaited ? .inOrder : .behindGap(number - awaited)
        }
    }
#endif
