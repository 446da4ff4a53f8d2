import FuzzMain
import FuzzSupport

/// Exchanges of SASL, each side of each mechanism, by programs.
@_cdecl("fuzz_sasl_exchanges_main")
public func start(_ count: CInt, _ arguments: Arguments?) -> CInt {
    unsafe fuzz(count, arguments) { bytes, count in unsafe report(bytes, count, fuzzSASLExchanges) }
}
