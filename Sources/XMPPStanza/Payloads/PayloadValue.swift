import XMPPAddress

/// A value that a text or attribute holds.
public protocol PayloadValue: Sendable {
    /// The value that a text stands for, or nil where it stands for none.
    init?(payloadText text: String)
    /// The text that stands for it.
    var payloadText: String { get }
}

extension String: PayloadValue {
    public init?(payloadText text: String) { self = text }
    public var payloadText: String { self }
}

extension Bool: PayloadValue {
    /// `true`, `1`, `false` or `0` (XML Schema).
    public init?(payloadText text: String) {
        switch text.trimmingXMLSpace {
        case "true", "1": self = true
        case "false", "0": self = false
        default: return nil
        }
    }

    public var payloadText: String { self ? "true" : "false" }
}

extension JID: PayloadValue {
    public init?(payloadText text: String) { self.init(text) }
    public var payloadText: String { description }
}

/// Integers in decimal digits; one that does not fit its type is none.
extension FixedWidthInteger where Self: PayloadValue {
    public init?(payloadText text: String) { self.init(text.trimmingXMLSpace, radix: 10) }
    public var payloadText: String { String(self) }
}

extension Int: PayloadValue {}
extension Int64: PayloadValue {}
extension UInt8: PayloadValue {}
extension UInt16: PayloadValue {}
extension UInt32: PayloadValue {}
extension UInt64: PayloadValue {}

/// Words of a list: an enum of strings needs nothing but the conformance.
extension RawRepresentable where Self: PayloadValue, RawValue == String {
    public init?(payloadText text: String) { self.init(rawValue: text) }
    public var payloadText: String { rawValue }
}
