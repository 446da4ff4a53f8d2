import FuzzMain
import FuzzSupport

/// A whole stream, either side, with an honest peer beside it and a host that calls in any order.
@_cdecl("fuzz_engine_main")
public func start(_ count: CInt, _ arguments: Arguments?) -> CInt {
    unsafe fuzz(count, arguments) { bytes, count in unsafe report(bytes, count, fuzzEngine) }
}
