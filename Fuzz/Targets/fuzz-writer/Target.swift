import FuzzMain
import FuzzSupport

/// The writer: what is read and built, written, read again and written again.
@_cdecl("fuzz_writer_main")
public func start(_ count: CInt, _ arguments: Arguments?) -> CInt {
    unsafe fuzz(count, arguments) { bytes, count in unsafe report(bytes, count, fuzzWriter) }
}
