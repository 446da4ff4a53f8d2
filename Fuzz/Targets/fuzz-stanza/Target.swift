import FuzzMain
import FuzzSupport

/// Headers, stanzas, errors, features and payloads: read, written, read again, and answered.
@_cdecl("fuzz_stanza_main")
public func start(_ count: CInt, _ arguments: Arguments?) -> CInt {
    unsafe fuzz(count, arguments) { bytes, count in unsafe report(bytes, count, fuzzStanza) }
}
