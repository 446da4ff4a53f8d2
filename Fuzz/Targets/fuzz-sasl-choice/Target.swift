import FuzzMain
import FuzzSupport

/// The choice of a mechanism, of an offer, a policy, a channel and an account.
@_cdecl("fuzz_sasl_choice_main")
public func start(_ count: CInt, _ arguments: Arguments?) -> CInt {
    unsafe fuzz(count, arguments) { bytes, count in unsafe report(bytes, count, fuzzSASLChoice) }
}
