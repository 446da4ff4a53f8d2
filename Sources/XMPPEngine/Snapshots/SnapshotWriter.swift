import XMLStream
import XMPPNegotiation

/// Makes the bytes of a snapshot: numbers in groups of seven bits, the lowest first; everything else with its length
/// before it. Equal values give equal bytes.
struct SnapshotWriter {
    private(set) var bytes: [UInt8] = []
    /// Why the bytes are none of a snapshot, if they are not.
    private(set) var misuse: StreamMisuse.Fault?
    /// Keys that are written as their numbers.
    private let known: [FeatureKey]

    /// - Parameter known: Keys that whoever reads the bytes knows too.
    init(knowing known: [FeatureKey] = []) { self.known = known }

    mutating func write(_ key: FeatureKey) {
        let number = known.firstIndex(of: key).map { $0 &+ 1 } ?? 0
        if !known.isEmpty { write(number) }
        if number > 0 { return }
        write(key.name)
        write(key.namespace)
    }

    /// Notes that something cannot be stored now.
    mutating func refuse(_ fault: StreamMisuse.Fault = .notQuiescent) { if misuse == nil { misuse = fault } }

    // MARK: Numbers

    mutating func write(_ byte: UInt8) { if hasRoom(for: 1) { bytes.append(byte) } }

    mutating func write(_ flag: Bool) { write(flag ? 1 : 0 as UInt8) }

    mutating func write(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            write(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest &>>= 7
        }
        write(UInt8(truncatingIfNeeded: rest))
    }

    /// Writes a number that is not negative; others count as zero.
    mutating func write(_ number: Int) { write(UInt64(max(0, number))) }

    /// Writes any number.
    mutating func write(_ number: Int64) { write(UInt64(bitPattern: number)) }

    /// Writes a wait, nothing of which is less than zero, and nothing more than a million million seconds.
    mutating func write(_ duration: Duration) {
        let (seconds, attoseconds) = max(.zero, min(duration, .seconds(SnapshotWriter.mostSeconds))).components
        write(UInt64(max(0, seconds)))
        write(UInt64(max(0, attoseconds)))
    }

    // MARK: Bytes

    mutating func write(_ other: [UInt8]) {
        write(other.count)
        if hasRoom(for: other.count) { bytes += other }
    }

    mutating func write(_ text: String) { write(Array(text.utf8)) }

    /// Writes an element with the bytes that it came in, as a document of its own.
    mutating func write(_ element: Element) {
        var writer = XMLWriter()
        do throws(XMLContentError) {
            try writer.writeVerbatim(element)
        } catch {
            return refuse(.unwritable)
        }
        var document: [UInt8] = []
        writer.drain { span in
            document = span.array
            return span.byteCount
        }
        write(document)
    }

    // MARK: Several

    mutating func write<Value>(_ value: Value?, _ body: (inout SnapshotWriter, Value) -> Void) {
        write(value != nil)
        if let value { body(&self, value) }
    }

    mutating func write<Values: Collection>(
        _ values: Values, _ body: (inout SnapshotWriter, Values.Element) -> Void
    ) {
        write(values.count)
        for value in values {
            if misuse != nil { return }
            body(&self, value)
        }
    }

    private mutating func hasRoom(for count: Int) -> Bool {
        if bytes.count &+ count > XMPPStream.maximumSnapshotBytes { refuse(.full) }
        return misuse == nil
    }

    /// More than any host waits, and few enough to reckon with.
    static let mostSeconds: Int64 = 1_000_000_000_000
}
