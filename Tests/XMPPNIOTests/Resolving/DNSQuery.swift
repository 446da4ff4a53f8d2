#if NIO
    import NIOCore
    import XMPPTransports

    /// A query as a name server gets it, and the messages that answer it (RFC 1035 §4).
    struct DNSQuery: Sendable {
        /// The name that is asked for, without a dot behind it.
        let name: String
        private let id: [UInt8]
        private let question: [UInt8]

        init?(_ message: ByteBuffer) {
            let bytes = Array(message.readableBytesView)
            guard bytes.count > 12 else { return nil }
            var labels: [String] = []
            var place = 12
            while place < bytes.count, bytes[place] != 0 {
                let end = place + 1 + Int(bytes[place])
                guard end < bytes.count else { return nil }
                labels.append(String(decoding: bytes[(place + 1)..<end], as: UTF8.self))
                place = end
            }
            guard place + 5 <= bytes.count else { return nil }
            name = labels.joined(separator: ".")
            id = Array(bytes[0..<2])
            question = Array(bytes[12..<(place + 5)])
        }

        /// A message with records.
        ///
        /// - Parameters:
        ///   - code: 0 for no error, 3 for no such name.
        ///   - isTruncated: Whether it says that there is more.
        func answer(_ records: [ServiceRecord] = [], code: UInt8 = 0, isTruncated: Bool = false) -> [UInt8] {
            message(records.map { Self.bytes(of: $0, target: Self.name($0.target)) }, code, isTruncated)
        }

        /// A message with one record, whose name is these bytes.
        func answer(target: [UInt8]) -> [UInt8] {
            message([Self.bytes(of: ServiceRecord(target: ".", port: 5222), target: target)], 0, false)
        }

        private func message(_ records: [[UInt8]], _ code: UInt8, _ isTruncated: Bool) -> [UInt8] {
            let count = UInt16(clamping: records.count)
            return id + [
                isTruncated ? 0x83 : 0x81, 0x80 | code, 0, 1, UInt8(count >> 8), UInt8(count & 0xFF), 0, 0, 0, 0,
            ]
                + question + records.flatMap { $0 }
        }

        private static func bytes(of record: ServiceRecord, target: [UInt8]) -> [UInt8] {
            var data: [UInt8] = []
            for number in [record.priority, record.weight, record.port] {
                data += [UInt8(number >> 8), UInt8(number & 0xFF)]
            }
            data += target
            // Its name is that of the question; its type SRV, its class IN, and it lives a minute.
            return [0xC0, 12, 0, 33, 0, 1, 0, 0, 0, 60, UInt8(data.count >> 8), UInt8(data.count & 0xFF)] + data
        }

        private static func name(_ text: String) -> [UInt8] {
            text.split(separator: ".").flatMap { [UInt8(clamping: $0.utf8.count)] + Array($0.utf8) } + [0]
        }
    }
#endif
