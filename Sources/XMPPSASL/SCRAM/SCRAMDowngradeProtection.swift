import CryptoSeam

/// What was offered before the exchange, so that the server can say whether somebody has taken some of it away
/// (XEP-0474). Only the list of the profile in use counts: that of SASL or that of SASL2.
public struct SCRAMDowngradeProtection: Hashable, Sendable {
    private let mechanisms: [String]
    private let bindings: [String]

    /// The mechanisms and the kinds of channel binding (XEP-0440) that were on offer, in any order, as they were
    /// written; no kinds where none were listed.
    public init(mechanisms: [String], bindings: [String]) {
        self.mechanisms = mechanisms
        self.bindings = bindings
    }

    /// The value of the attribute `h` (XEP-0474 §6.1), before base64.
    func digest(with algorithm: HashAlgorithm, using crypto: any CryptoProvider.Type) -> [UInt8] {
        var text = Self.joined(mechanisms)
        if !bindings.isEmpty { text += [0x1F] + Self.joined(bindings) }
        return crypto.digest(of: text, with: algorithm)
    }

    /// Sorted by octets and joined.
    private static func joined(_ names: [String]) -> [UInt8] {
        let sorted = names.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
        return Array(sorted.joined(separator: [0x1E]))
    }
}
