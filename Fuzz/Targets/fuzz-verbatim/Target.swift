import FuzzMain
import FuzzSupport

/// Writing verbatim into streams of all kinds, against writing anew.
@_cdecl("fuzz_verbatim_main")
public func start(_ count: CInt, _ arguments: Arguments?) -> CInt {
    unsafe fuzz(count, arguments) { bytes, count in unsafe report(bytes, count, fuzzVerbatim) }
}
