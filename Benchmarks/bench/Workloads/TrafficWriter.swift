/// Appends generated XML to one buffer: markup, and the small values that XMPP traffic is full of.
struct TrafficWriter {
    var bytes: [UInt8] = []
    var random: SplitMix64
    /// The quote around attribute values of the stanza being written.
    var quote = UInt8(ascii: "'")
    /// Counts up through one workload: acknowledgements, sequence numbers.
    var serial = 1000

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    // MARK: Markup

    mutating func text(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    mutating func text(_ text: [UInt8]) {
        bytes.append(contentsOf: text)
    }

    mutating func namespace(_ name: String) {
        attribute("xmlns", name)
    }

    mutating func attribute(_ name: String, _ value: String) {
        attribute(name) { $0.text(value) }
    }

    mutating func attribute(_ name: String, _ value: (inout Self) -> Void) {
        bytes.append(UInt8(ascii: " "))
        text(name)
        bytes.append(UInt8(ascii: "="))
        bytes.append(quote)
        value(&self)
        bytes.append(quote)
    }

    /// `<name>`, or `<name xmlns=…>`.
    mutating func open(_ name: String, in namespace: String? = nil) {
        begin(name, in: namespace)
        bytes.append(UInt8(ascii: ">"))
    }

    /// A start tag up to its attributes.
    mutating func begin(_ name: String, in namespace: String? = nil) {
        bytes.append(UInt8(ascii: "<"))
        text(name)
        if let namespace { self.namespace(namespace) }
    }

    mutating func close(_ name: String) {
        text("</")
        text(name)
        bytes.append(UInt8(ascii: ">"))
    }

    /// Chooses double quotes for 30 stanzas in 100.
    mutating func chooseQuote() {
        quote = random.chance(70) ? UInt8(ascii: "'") : UInt8(ascii: "\"")
    }

    // MARK: Values

    mutating func number(_ value: Int) {
        text(String(value))
    }

    mutating func hexadecimal(_ digits: Int) {
        var pool: UInt64 = 0
        for index in 0..<digits {
            if index % 16 == 0 { pool = random.next() }
            bytes.append(Self.hexadecimalDigits[Int(pool & 15)])
            pool >>= 4
        }
    }

    /// A version 4 UUID.
    mutating func uuid() {
        hexadecimal(8)
        text("-")
        hexadecimal(4)
        text("-4")
        hexadecimal(3)
        text("-a")
        hexadecimal(3)
        text("-")
        hexadecimal(12)
    }

    /// The base64 form of `count` random bytes.
    mutating func base64(_ count: Int) {
        var left = count
        while left > 0 {
            let draw = random.next()
            let length = min(left, 3)
            for index in 0..<4 {
                let digit = Self.base64Digits[Int((draw >> (6 * UInt64(index))) & 63)]
                bytes.append(index <= length ? digit : UInt8(ascii: "="))
            }
            left -= length
        }
    }

    mutating func bareAddress() {
        text(random.pick(Vocabulary.names))
        text("@")
        text(random.pick(Vocabulary.hosts))
    }

    mutating func fullAddress() {
        bareAddress()
        text("/")
        text(random.pick(Vocabulary.resources))
    }

    /// A date of XEP-0082 with microseconds.
    mutating func stamp() {
        text("2026-")
        padded(random.within(1...12), to: 2)
        text("-")
        padded(random.within(1...28), to: 2)
        text("T")
        padded(random.below(24), to: 2)
        text(":")
        padded(random.below(60), to: 2)
        text(":")
        padded(random.below(60), to: 2)
        text(".")
        padded(random.below(1_000_000), to: 6)
        text("Z")
    }

    private mutating func padded(_ value: Int, to digits: Int) {
        let written = String(value)
        for _ in written.utf8.count..<digits { bytes.append(UInt8(ascii: "0")) }
        text(written)
    }

    private static let hexadecimalDigits = [UInt8]("0123456789abcdef".utf8)
    private static let base64Digits = [UInt8](
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
