import FuzzMain
import FuzzSupport

/// Addresses: read, written, taken apart, joined and compared.
@_cdecl("fuzz_address_main")
public func start(_ count: CInt, _ arguments: Arguments?) -> CInt {
    unsafe fuzz(count, arguments) { bytes, count in unsafe report(bytes, count, fuzzAddress) }
}
