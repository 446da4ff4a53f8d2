#if NIO && Tool
    import Testing
    import XMPPStanza

    @testable import soak

    /// What the soak says of losses and order rests on these.
    @Suite struct PairLedgerTests {
        /// Numbers as they come, of messages 0 to 4, and what each is taken for.
        struct Row: CustomTestStringConvertible, Sendable {
            let numbers: [Int]
            let arrivals: [PairLedger.Arrival]
            /// Those that nobody has seen in the end.
            let underWay: Int
            var testDescription: String { "\(numbers)" }
        }

        @Test(arguments: [
            Row(numbers: [0, 1, 2, 3, 4], arrivals: [.inOrder, .inOrder, .inOrder, .inOrder, .inOrder], underWay: 0),
            Row(numbers: [0, 1, 2], arrivals: [.inOrder, .inOrder, .inOrder], underWay: 2),
            Row(numbers: [0, 3, 4], arrivals: [.inOrder, .behindGap(2), .inOrder], underWay: 0),
            Row(numbers: [1, 0, 2], arrivals: [.behindGap(1), .late, .inOrder], underWay: 2),
            Row(numbers: [0, 0, 1], arrivals: [.inOrder, .late, .inOrder], underWay: 3),
            Row(numbers: [5], arrivals: [.late], underWay: 5),
        ])
        func `a message that is missing, late, doubled or never sent is seen`(row: Row) {
            var ledger = PairLedger()
            ledger.sent = 5
            let arrivals = row.numbers.map { ledger.arrived($0, at: \.atFirst) }
            #expect(arrivals == row.arrivals)
            #expect(ledger.underWay == row.underWay && ledger.atSecond == 0)
        }

        @Test func `a stamp is read back from the message that carries it`() throws {
            let stamp = MessageStamp(number: 1_234_567, nanoseconds: 987_654_321_012)
            #expect(MessageStamp(try Message(.chat, id: stamp.text)) == stamp)
        }

        @Test(arguments: ["", "1", "1.2.3", "a.1", "1.-2", String(repeating: "1", count: 20) + ".1"])
        func `an id that is no stamp is foreign`(id: String) throws {
            #expect(MessageStamp(try Message(.chat, id: id)) == nil)
        }

        @Test func `of a thousand times from 1 to 1000 ms the percentiles are within a thirty-second`() {
            var latencies = Latencies()
            for time in 1...1000 { latencies.record(nanoseconds: UInt64(time) * 1_000_000) }
            for share in [0.01, 0.5, 0.99, 0.999] {
                let (found, exact) = (latencies.percentile(share), share * 1000)
                #expect(found >= exact && found <= exact * 33 / 32 + 0.001, "\(share): \(found)")
            }
            #expect(latencies.count == 1000 && latencies.largest == 1_000_000_000)
        }
    }
#endif
