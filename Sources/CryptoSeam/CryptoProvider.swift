/// The primitives that machines need, filled in by the host: `XMPPCrypto` does it with swift-crypto.
///
/// All are pure functions of their arguments. A machine is handed the provider with each step and keeps none, so that
/// its state is plain data: it can be compared, stored and replayed. No key is derived from a password here, since that
/// takes milliseconds to seconds: machines ask the host for it.
public protocol CryptoProvider: Sendable {
    /// The hash of `bytes`; `algorithm.digestByteCount` bytes.
    static func digest(of bytes: [UInt8], with algorithm: HashAlgorithm) -> [UInt8]

    /// The HMAC of `bytes` (RFC 2104); `algorithm.digestByteCount` bytes. A key may have any length.
    static func authenticationCode(for bytes: [UInt8], key: [UInt8], with algorithm: HashAlgorithm) -> [UInt8]

    /// Whether two byte strings are equal, in a time that depends on their lengths only.
    static func areEqual(_ first: [UInt8], _ second: [UInt8]) -> Bool
}

extension CryptoProvider {
    /// Compares all bytes, wherever the first difference is.
    ///
    /// - Complexity: O(*n*)
    @inline(never)
    public static func areEqual(_ first: [UInt8], _ second: [UInt8]) -> Bool {
        guard first.count == second.count else { return false }
        var difference: UInt8 = 0
        for (one, other) in zip(first, second) { difference |= one ^ other }
        return difference == 0
    }
}
