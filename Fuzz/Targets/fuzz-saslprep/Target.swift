import FuzzMain
import FuzzSupport

/// SASLprep: what is prepared stays as it is, and no input traps.
@_cdecl("fuzz_saslprep_main")
public func start(_ count: CInt, _ arguments: Arguments?) -> CInt {
    unsafe fuzz(count, arguments) { bytes, count in unsafe report(bytes, count, fuzzSASLprep) }
}
