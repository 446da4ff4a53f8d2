import CryptoSeam
import XMPPSASL

/// Looks for an exchange of SASL that ends well without proof, forgets that it is over, changes on what it refuses, or
/// shows a secret.
///
/// The input is a program: which mechanism and which side of it is under test, how both sides are set up
/// (`SASLScenario`), then what happens to it (`SASLExchangeRun`). An honest peer runs beside it and offers its messages,
/// which the program delivers, changes or leaves out. Behind the end of the program all goes on honestly, so that what
/// was only annoyed, and not deceived, ends as if nothing had happened.
///
/// - Returns: What was found, or nil.
public func fuzzSASLExchanges(_ input: [UInt8]) -> String? {
    sasl(input, using: ToyCryptoProvider.self)
}

/// The same with other primitives in the side under test; what it does is judged by the toy ones.
package func fuzzSASLExchanges(_ input: [UInt8], using crypto: any CryptoProvider.Type) -> String? {
    sasl(input, using: crypto)
}

private func sasl(_ input: [UInt8], using crypto: any CryptoProvider.Type) -> String? {
    var program = FuzzProgram(input)
    let scenario = SASLScenario(&program)
    guard let client = scenario.client(), let server = scenario.server() else { return nil }
    let finding =
        scenario.isClientTested
        ? scenario.finding(of: client, beside: server, program, using: crypto)
        : scenario.finding(of: server, beside: client, program, using: crypto)
    return finding.map { "\(scenario): \($0)" }
}
