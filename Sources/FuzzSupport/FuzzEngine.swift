import XMLStream
import XMPPEngine
import XMPPTestKit

/// Looks for a stream that traps, lets something past TLS, goes on behind its end, changes on what it refuses, writes what
/// is not well-formed, or notices how its input was cut.
///
/// The input is a program: which side of which stream is under test and what it agrees to (`EngineScenario`), then what
/// happens to it (`EngineRun`): bytes, pieces of conversations, what an honest peer says, answers, TLS, timers, wishes of
/// the host, calls out of order.
///
/// - Returns: What was found, or nil.
public func fuzzEngine(_ input: [UInt8]) -> String? {
    var program = FuzzProgram(input)
    let scenario = EngineScenario(&program)
    var again = program
    guard var whole = EngineRun(scenario, chopping: .whole),
        var chopped = EngineRun(scenario, chopping: .pieces(byteCount: 1))
    else { return "our own configuration is none" }
    whole.run(&program)
    if let finding = whole.finding { return "\(scenario): \(finding)" }
    if !EngineJudge.isWellFormed(whole.tested.sent) { return "\(scenario): what it wrote is not well-formed" }
    // Bytes behind the word that begins TLS: one by one they would have gone to TLS instead.
    if whole.hasSeenInjection { return nil }
    chopped.run(&again)
    if let finding = chopped.finding { return "\(scenario), byte by byte: \(finding)" }
    // A fault within a token that is not complete may be noticed only when more of it has come; the elements' own fuzzer
    // sees to it that it is the same one then.
    // What the host does until then, it does to a stream that goes on.
    if case .violation = whole.tested.end, let step = whole.stepsToEnd, chopped.stepsWithinToken.contains(step) {
        return nil
    }
    for (one, other) in zip(whole.tested.notes, chopped.tested.notes) where one != other {
        return "\(scenario): byte by byte not \(one) but \(other)"
    }
    if whole.tested.notes.count != chopped.tested.notes.count {
        return "\(scenario): less happens, or more, byte by byte"
    }
    return whole.tested.sent == chopped.tested.sent ? nil : "\(scenario): it writes something else byte by byte"
}
