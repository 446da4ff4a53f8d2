import FuzzMain
import FuzzSupport

/// The machines of all features, under events in any order.
@_cdecl("fuzz_machines_main")
public func start(_ count: CInt, _ arguments: Arguments?) -> CInt {
    unsafe fuzz(count, arguments) { bytes, count in unsafe report(bytes, count, fuzzMachines) }
}
