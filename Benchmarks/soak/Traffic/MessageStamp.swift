#if NIO && Tool
    import XMPPStanza

    /// The id of a message: its number within its pair, and when its first copy was sent.
    struct MessageStamp: Equatable {
        /// From 0.
        var number: Int
        /// On the clock of `NIODeadline`.
        var nanoseconds: UInt64

        var text: String { "\(number).\(nanoseconds)" }

        init(number: Int, nanoseconds: UInt64) {
            self.number = number
            self.nanoseconds = nanoseconds
        }

        /// Nil where the id is not one of these.
        init?(_ message: Message) {
            let parts: [UInt64]?? = message.withID { bytes in
                var parts: [UInt64] = [0]
                for index in 0..<bytes.byteCount {
                    let byte = bytes.byte(at: index)
                    if byte == UInt8(ascii: "."), parts.count == 1 {
                        parts.append(0)
                    } else if (0x30...0x39).contains(byte), index < Self.maximumBytes {
                        parts[parts.count - 1] = parts[parts.count - 1] &* 10 &+ UInt64(byte - 0x30)
                    } else {
                        return nil
                    }
                }
                return parts
            }
            guard let parts = parts ?? nil, parts.count == 2, let number = Int(exactly: parts[0]) else { return nil }
            self.init(number: number, nanoseconds: parts[1])
        }

        private static let maximumBytes = 38
    }
#endif
