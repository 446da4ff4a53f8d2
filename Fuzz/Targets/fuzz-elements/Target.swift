import FuzzMain
import FuzzSupport

/// The element layer: cuts, both forms of receiving, recycling, and everything an element can be asked.
@_cdecl("fuzz_elements_main")
public func start(_ count: CInt, _ arguments: Arguments?) -> CInt {
    unsafe fuzz(count, arguments) { bytes, count in unsafe report(bytes, count, fuzzElements) }
}
