import CFuzzer

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The arguments of a program.
public typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

/// Hands a program over to libFuzzer, which calls `check` with one input after the other.
///
/// The package manager gives each program a main function of its own name, so libFuzzer's own is never linked.
public func fuzz(
    _ count: CInt, _ arguments: Arguments?, _ check: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt {
    var count = count
    var arguments = unsafe arguments
    return unsafe LLVMFuzzerRunDriver(&count, &arguments, check)
}

/// Runs a check on libFuzzer's input, and stops the process with a message when it finds something.
///
/// - Returns: Zero, as libFuzzer wants.
public func report(_ bytes: UnsafePointer<UInt8>?, _ count: Int, _ check: ([UInt8]) -> String?) -> CInt {
    // SAFETY: libFuzzer lends `count` bytes for the length of the call.
    let input = unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
    guard let finding = check(input) else { return 0 }
    let message = Array("FINDING: \(finding)\n".utf8)
    unsafe message.withUnsafeBytes { buffer in _ = unsafe write(2, buffer.baseAddress, buffer.count) }
    abort()
}
