mkdir -p Targets/fuzz-$1
cat > Targets/fuzz-$1/Target.swift <<E
import FuzzMain
import FuzzSupport

/// $3
@_cdecl("fuzz_$1_main")
public func start(_ count: CInt, _ arguments: Arguments?) -> CInt {
    unsafe fuzz(count, arguments) { bytes, count in unsafe report(bytes, count, $2) }
}
E
