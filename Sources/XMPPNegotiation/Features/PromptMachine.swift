/// A machine of a receiving entity that answers at once, or never has anything to say: it asks its host for nothing and
/// switches no transport, so that a stream which is ready need not be read frame by frame on its account.
protocol PromptMachine: FeatureMachine {}

extension ReceivingNegotiation {
    /// Whether a feature that is still on offer may have the stream wait for its host.
    package var mayWait: Bool {
        switch state {
        case .offering(let awake): awake.contains { !($0.machine is any PromptMachine) }
        case .busy: true
        case .awaitingHeader, .failed: false
        }
    }
}
