import Synchronization
import XMPPSASL

/// Keys that were derived before, as a host keeps them.
final class DerivedKeys: Sendable {
    private struct Question: Hashable {
        let password: String
        let derivation: SCRAMDerivation
    }

    private let known = Mutex<[Question: Secret]>([:])

    func key(_ password: String, _ derivation: SCRAMDerivation) throws -> Secret {
        let question = Question(password: password, derivation: derivation)
        if let key = known.withLock({ $0[question] }) { return key }
        let key = try SCRAMRun.key(password, derivation)
        known.withLock { $0[question] = key }
        return key
    }
}
