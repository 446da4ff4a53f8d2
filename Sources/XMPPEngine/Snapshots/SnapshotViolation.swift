/// Bytes are no snapshot that a stream can be restored from here. It holds none of them, so it can be logged.
public struct SnapshotViolation: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong; may grow, so a switch needs a default.
    public struct Code: Hashable, Sendable {
        let fault: Fault

        /// There are more than `XMPPStream.maximumSnapshotBytes`.
        public static let tooLarge = Code(fault: .tooLarge)
        /// They are in a format that is not known here: of a later version of this library, maybe.
        public static let unknownFormat = Code(fault: .unknownFormat)
        /// They are damaged, or were never a snapshot.
        public static let malformed = Code(fault: .malformed)
        /// They are of a stream of another role, content namespace or domain than that of the setup.
        public static let otherSetup = Code(fault: .otherSetup)
        /// A feature of the stream is not in the setup, or does not know its own machine or stage again.
        public static let unknownFeature = Code(fault: .unknownFeature)
        /// The framing does not know its own state again.
        public static let otherFraming = Code(fault: .otherFraming)
    }

    enum Fault: String, Hashable, Sendable {
        case tooLarge = "too many bytes"
        case unknownFormat = "another format"
        case malformed = "damaged"
        case otherSetup = "of a stream with another setup"
        case unknownFeature = "of a feature that is not known here"
        case otherFraming = "of another framing"
    }

    /// What is wrong.
    public let code: Code
    /// How many of the bytes had been read when it was noticed.
    public let byteOffset: Int

    init(_ fault: Fault, at byteOffset: Int) {
        code = Code(fault: fault)
        self.byteOffset = byteOffset
    }

    public var description: String { "no snapshot, \(code.fault.rawValue) at byte \(byteOffset)" }
}
