import FuzzMain
import FuzzSupport

/// PRECIS profiles: what is prepared stays as it is, and no input traps.
@_cdecl("fuzz_profiles_main")
public func start(_ count: CInt, _ arguments: Arguments?) -> CInt {
    unsafe fuzz(count, arguments) { bytes, count in unsafe report(bytes, count, fuzzProfiles) }
}
