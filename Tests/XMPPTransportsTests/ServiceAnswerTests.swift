import Testing
import XMPPTransports

/// What a message of DNS says of a service (RFC 1035, RFC 2782).
@Suite struct ServiceAnswerTests {
    /// A message under construction.
    private struct Message {
        var bytes: [UInt8]

        init(code: UInt8 = 0, answers: UInt16, question: String = "_xmpp-client._tcp.example.net") {
            bytes = [0, 1, 0x81, 0x80 | code, 0, 1, UInt8(answers >> 8), UInt8(answers & 0xFF), 0, 0, 0, 0]
            bytes += Self.name(question) + [0, 33, 0, 1]
        }

        /// Where the question's name begins.
        static let question: [UInt8] = [0xC0, 12]

        static func name(_ text: String) -> [UInt8] {
            text.split(separator: ".").flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) } + [0]
        }

        mutating func add(_ name: [UInt8] = question, type: UInt8 = 33, data: [UInt8]) {
            bytes += name + [0, type, 0, 1, 0, 0, 0, 60, UInt8(data.count >> 8), UInt8(data.count & 0xFF)] + data
        }

        mutating func add(_ priority: UInt8, _ weight: UInt8, _ port: UInt16, _ target: [UInt8]) {
            add(data: [0, priority, 0, weight, UInt8(port >> 8), UInt8(port & 0xFF)] + target)
        }
    }

    private static var two: Message {
        var message = Message(answers: 2)
        message.add(10, 5, 5222, Message.name("a.example.net"))
        // "b" and then "example.net" of the question, which begins behind two labels of 12 and 4 bytes.
        message.add(20, 0, 443, [1, 0x62, 0xC0, 12 + 13 + 5])
        return message
    }

    @Test func `records are read, their names with pointers or without`() {
        let expected = [
            ServiceRecord(priority: 10, weight: 5, target: "a.example.net.", port: 5222),
            ServiceRecord(priority: 20, weight: 0, target: "b.example.net.", port: 443),
        ]
        #expect(ServiceLookup(answer: Self.two.bytes) == .answered(expected))
    }

    @Test func `an alias on the way is passed over, and the root denies the service`() {
        var message = Message(answers: 2)
        message.add(type: 5, data: Message.name("other.example"))
        message.add(0, 0, 0, [0])
        #expect(ServiceLookup(answer: message.bytes) == .answered([ServiceRecord(target: ".", port: 0)]))
    }

    @Test(arguments: [(UInt8(3), ServiceLookup.absent), (0, .absent), (2, .failed), (5, .failed)])
    func `without records it is the code that tells`(code: UInt8, expected: ServiceLookup) {
        #expect(ServiceLookup(answer: Message(code: code, answers: 0).bytes) == expected)
    }

    @Test func `a message that is cut short anywhere is none`() {
        let bytes = Self.two.bytes
        for count in 0..<bytes.count {
            #expect(ServiceLookup(answer: Array(bytes.prefix(count))) == .failed, "\(count)")
        }
        #expect(ServiceLookup(answer: bytes + [1, 2, 3]) == ServiceLookup(answer: bytes))
    }

    @Test(
        arguments: [
            // It points at itself, at what comes behind, at the start of its own name, and beyond the message.
            [0xC0, 65], [0xC0, 0xFF], [1, 0x61, 0xC0, 65], [0xC1, 0], [0x80, 1], [0x40],
        ] as [[UInt8]])
    func `a name that comes to no end is none`(target: [UInt8]) {
        var message = Message(answers: 1)
        message.add(0, 0, 5222, target)
        #expect(ServiceLookup(answer: message.bytes) == .failed)
    }

    @Test func `a name that is too long, or no text, leads nowhere`() {
        var long = Message(answers: 1)
        long.add(
            0, 0, 5222,
            [UInt8](repeating: 0, count: 5).flatMap { _ in [60] + [UInt8](repeating: 0x61, count: 60) } + [0])
        #expect(ServiceLookup(answer: long.bytes) == .failed)
        var odd = Message(answers: 2)
        odd.add(0, 0, 5222, [2, 0xFF, 0xFE, 0])
        odd.add(0, 0, 5222, [3, 0x61, 0x2E, 0x62, 0])
        #expect(ServiceLookup(answer: odd.bytes) == .absent)
    }

    @Test func `no bytes whatever trap`() {
        var generator = CountingGenerator(seed: 7)
        for _ in 0..<20_000 {
            var bytes = Self.two.bytes
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(in: 0...255, using: &generator)
            }
            if case .answered(let records) = ServiceLookup(answer: bytes) { #expect(!records.isEmpty) }
        }
    }
}
