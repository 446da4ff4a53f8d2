import FuzzMain
import FuzzSupport

/// The decoders of SASL messages.
@_cdecl("fuzz_sasl_messages_main")
public func start(_ count: CInt, _ arguments: Arguments?) -> CInt {
    unsafe fuzz(count, arguments) { bytes, count in unsafe report(bytes, count, fuzzSASLMessages) }
}
