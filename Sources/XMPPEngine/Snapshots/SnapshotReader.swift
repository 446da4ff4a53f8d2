import XMLStream
import XMPPNegotiation

/// Takes apart the bytes of a snapshot. Every count and every length is compared with what is left before it is used.
struct SnapshotReader {
    private let bytes: [UInt8]
    private var offset = 0

    /// Keys that stand as their numbers.
    private let known: [FeatureKey]

    /// - Throws: `SnapshotViolation` where there are too many.
    init(_ bytes: [UInt8], knowing known: [FeatureKey] = []) throws(SnapshotViolation) {
        self.known = known
        if bytes.count > XMPPStream.maximumSnapshotBytes { throw SnapshotViolation(.tooLarge, at: 0) }
        self.bytes = bytes
    }

    /// What to throw here.
    func violation(_ fault: SnapshotViolation.Fault = .malformed) -> SnapshotViolation {
        SnapshotViolation(fault, at: offset)
    }

    /// What there has to be.
    func require<Value>(
        _ value: Value?, else fault: SnapshotViolation.Fault = .malformed
    ) throws(SnapshotViolation) -> Value {
        guard let value else { throw violation(fault) }
        return value
    }

    /// - Throws: `SnapshotViolation` where anything is left.
    func finish() throws(SnapshotViolation) { if offset != bytes.count { throw violation() } }

    // MARK: Numbers

    mutating func byte() throws(SnapshotViolation) -> UInt8 {
        guard offset < bytes.count else { throw violation() }
        defer { offset &+= 1 }
        return bytes[offset]
    }

    mutating func flag() throws(SnapshotViolation) -> Bool {
        switch try byte() {
        case 0: false
        case 1: true
        default: throw violation()
        }
    }

    mutating func number() throws(SnapshotViolation) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let byte = try byte()
            let bits = UInt64(byte & 0x7F)
            // The tenth group has one bit, and no group is left over.
            if shift > 63 || (shift == 63 && bits > 1) || (byte == 0 && shift > 0) { throw violation() }
            value |= bits &<< shift
            if byte < 0x80 { return value }
            shift &+= 7
        }
    }

    /// A number that is not negative.
    mutating func count() throws(SnapshotViolation) -> Int { try require(Int(exactly: try number())) }

    mutating func signed() throws(SnapshotViolation) -> Int64 { Int64(bitPattern: try number()) }

    mutating func duration() throws(SnapshotViolation) -> Duration {
        let seconds = try number()
        let attoseconds = try number()
        guard seconds <= UInt64(SnapshotWriter.mostSeconds), attoseconds < 1_000_000_000_000_000_000 else {
            throw violation()
        }
        return Duration(secondsComponent: Int64(seconds), attosecondsComponent: Int64(attoseconds))
    }

    mutating func key() throws(SnapshotViolation) -> FeatureKey {
        if !known.isEmpty {
            let number = try count()
            if number > known.count { throw violation() }
            if number > 0 { return known[number &- 1] }
        }
        return FeatureKey(try text(), in: try text())
    }

    // MARK: Bytes

    mutating func array() throws(SnapshotViolation) -> [UInt8] {
        let count = try count()
        guard count <= bytes.count &- offset else { throw violation() }
        defer { offset &+= count }
        return Array(bytes[offset..<(offset &+ count)])
    }

    mutating func text() throws(SnapshotViolation) -> String {
        try require(String(validating: try array(), as: UTF8.self))
    }

    mutating func element() throws(SnapshotViolation) -> Element {
        let document = try text()
        do throws(XMLContentError) {
            return try Element(xml: document)
        } catch {
            throw violation()
        }
    }

    // MARK: Several

    mutating func optional<Value>(
        _ body: (inout SnapshotReader) throws(SnapshotViolation) -> Value
    ) throws(SnapshotViolation) -> Value? { try flag() ? try body(&self) : nil }

    mutating func list<Value>(
        _ body: (inout SnapshotReader) throws(SnapshotViolation) -> Value
    ) throws(SnapshotViolation) -> [Value] {
        let count = try count()
        // Nothing takes no bytes at all.
        guard count <= bytes.count &- offset else { throw violation() }
        var values: [Value] = []
        for _ in 0..<count { values.append(try body(&self)) }
        return values
    }
}
