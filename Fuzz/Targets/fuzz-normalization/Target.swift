import FuzzMain
import FuzzSupport

/// Normalization forms: what is prepared stays as it is, and no input traps.
@_cdecl("fuzz_normalization_main")
public func start(_ count: CInt, _ arguments: Arguments?) -> CInt {
    unsafe fuzz(count, arguments) { bytes, count in unsafe report(bytes, count, fuzzNormalization) }
}
