import CryptoSeam
import FuzzSupport
import Testing
import XMPPSASL

/// The fuzzers' functions find what they are for.
@Suite struct FuzzSASLFindingTests {
    /// Primitives with which every proof is the right one.
    private enum CarelessCrypto: CryptoProvider {
        static func digest(of bytes: [UInt8], with algorithm: HashAlgorithm) -> [UInt8] {
            ToyCryptoProvider.digest(of: bytes, with: algorithm)
        }

        static func authenticationCode(for bytes: [UInt8], key: [UInt8], with algorithm: HashAlgorithm) -> [UInt8] {
            ToyCryptoProvider.authenticationCode(for: bytes, key: key, with: algorithm)
        }

        static func areEqual(_ first: [UInt8], _ second: [UInt8]) -> Bool { true }
    }

    @Test(
        "S16: a side that does not compare the proof is found",
        // At the servers the client's password is wrong; at the clients the last message has a bit flipped.
        arguments: [
            ([0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 0, 40, 0], "client of SCRAM-SHA-1"),
            ([1, 0, 0x80], "server of SCRAM-SHA-1"),
            ([12, 0, 0, 0, 0, 0, 6, 0, 3, 1], "client of HT-SHA-256-NONE"),
            ([13, 0, 0x80], "server of HT-SHA-256-NONE"),
            ([14, 0, 0, 0, 0, 0, 0, 0, 0, 6, 0, 20, 1], "client of digest"),
            ([15, 0, 0x80], "server of digest"), ([17, 0, 0x80], "server of cram"),
        ] as [([UInt8], String)])
    func careless(_ program: [UInt8], _ side: String) {
        #expect(fuzzSASLExchanges(program) == nil)
        let finding = fuzzSASLExchanges(program, using: CarelessCrypto.self)
        #expect(finding?.hasPrefix("\(side): success") == true, "\(finding ?? "nothing")")
    }

    /// A client of EXTERNAL with something wrong.
    struct BentClient: SASLExchange {
        enum Fault {
            case none, countsRefusals, beginsAgain, isVerified, isNeverDone, forgetsTheWrongSide, asksOnAndOn,
                showsSecret, saysCondition
        }

        let fault: Fault
        private var inner = OneMessageClient.external()
        private var steps = 0

        init(_ fault: Fault) { self.fault = fault }

        var mechanism: SASLMechanismName { .external }

        mutating func receive(_ event: SASLEvent, using crypto: any CryptoProvider.Type) -> SASLAction {
            let action = inner?.receive(event, using: crypto) ?? .refuse(.over)
            switch (fault, action) {
            case (.countsRefusals, .refuse): steps += 1
            case (.beginsAgain, .refuse(.over)):
                inner = OneMessageClient.external()
                return inner?.receive(event, using: crypto) ?? action
            case (.isVerified, .done): return end(on: .accepted(username: "server"))
            case (.isNeverDone, .done): return .send(SASLPayload([]))
            case (.saysCondition, .done): return end(on: .refused(.accountDisabled))
            case (.forgetsTheWrongSide, .refuse(.wrongSide)): return .refuse(.alreadyBegun)
            case (.asksOnAndOn, .send), (.asksOnAndOn, .refuse(.answer)):
                steps += 1
                return .ask(.randomBytes(count: 1))
            case (.showsSecret, .send): return .ask(.password(of: SASLIdentity(username: "quokka-pencil")))
            default: break
            }
            return action
        }

        /// How a server ends on the verdict of its host.
        private func end(on verdict: SASLVerdict) -> SASLAction {
            var server = OneMessageServer(.external)
            _ = server.receive(.begun(SASLPayload([])), using: ToyCryptoProvider.self)
            return server.receive(.answered(.verdict(verdict)), using: ToyCryptoProvider.self)
        }
    }

    @Test(
        "S16, S33: a machine that breaks the order, or shows a secret, is found",
        arguments: [
            (.none, nil), (.countsRefusals, "changed by what it refuses"), (.beginsAgain, "is not refused as over"),
            (.isVerified, "is the server verified"), (.isNeverDone, "is refused as over"),
            (.forgetsTheWrongSide, "is refused as alreadyBegun"), (.asksOnAndOn, "it does not end"),
            (.showsSecret, "shows a secret"), (.saysCondition, "a client says"),
        ] as [(BentClient.Fault, String?)])
    func bent(_ fault: BentClient.Fault, _ expected: String?) throws {
        // The client of EXTERNAL: it is refused a payload, begins, and goes on when it is over.
        var program = FuzzProgram([4, 0, 0, 0, 0, 0x0A, 1, 0, 0x40, 0x40, 0x1A, 0, 0, 0, 0, 0])
        let scenario = SASLScenario(&program)
        let server = try #require(scenario.server())
        let finding = scenario.finding(
            of: BentClient(fault), beside: server, program, using: ToyCryptoProvider.self)
        if let expected {
            #expect(finding?.contains(expected) == true, "\(finding ?? "nothing")")
        } else {
            #expect(finding == nil)
        }
    }

    @Test("RFC6120-13.9.1-4: a decoder of base64 that is not strict is found", arguments: ["QR==", "QUI", "Q UI="])
    func lenient(_ text: String) {
        #expect(SASLTextReading.findingInBase64(Array(text.utf8)) == nil)
        #expect(SASLTextReading.findingInBase64(Array(text.utf8), decode: { _ in [0x41] }) != nil)
        let finding = SASLTextReading.findingInBase64(Array(text.utf8)) { bytes in
            bytes == Array(text.utf8) ? [0x41] : Base64.decode(bytes)
        }
        #expect(finding?.contains("by bits refused") == true)
    }
}
