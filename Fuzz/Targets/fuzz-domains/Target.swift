import FuzzMain
import FuzzSupport

/// Names of domains: what is prepared stays as it is, and no input traps.
@_cdecl("fuzz_domains_main")
public func start(_ count: CInt, _ arguments: Arguments?) -> CInt {
    unsafe fuzz(count, arguments) { bytes, count in unsafe report(bytes, count, fuzzDomains) }
}
