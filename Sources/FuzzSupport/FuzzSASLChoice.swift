/// Looks for a choice of a mechanism that its own reasons do not bear out, that somebody in between could make worse
/// unnoticed, or that depends on the server's order.
///
/// The input is a policy, a channel and an account, of eight bytes, and then lines: the mechanisms on offer, the kinds of
/// channel binding, the mechanisms for tokens, what has failed, and what policy wants, with an empty line between
/// (`SASLChoiceScenario`).
///
/// - Returns: What was found, or nil.
public func fuzzSASLChoice(_ input: [UInt8]) -> String? {
    let scenario = SASLChoiceScenario(input)
    let choice = scenario.choice()
    let finding =
        scenario.findingInOrder(choice) ?? SASLChoiceJudge(scenario, choice).finding()
        ?? scenario.findingInPrint(choice)
    return finding.map { "\($0), of \(scenario.offer): \(choice.decision)" }
}
