import FuzzMain
import FuzzSupport

/// The tokenizer against libexpat, and against itself at other cuts.
@_cdecl("fuzz_tokenizer_main")
public func start(_ count: CInt, _ arguments: Arguments?) -> CInt {
    unsafe fuzz(count, arguments) { bytes, count in unsafe report(bytes, count, fuzzTokenizer) }
}
