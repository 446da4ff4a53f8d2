import XMPPNegotiation

extension XMPPStream {
    /// A copy that goes on by itself: it has none of this stream's random bytes, and asks for its own where there were some.
    ///
    /// Assigning a stream copies it too, with the random bytes: that is right for a copy that is looked at, compared or
    /// thrown away. Two that both talk to a peer would give the same names to different things, so one of them has to be
    /// made by this.
    ///
    /// Drain it at once. Questions of features that are open in this stream are open in the copy too, under the same ids.
    public func fork() -> XMPPStream {
        var copy = self
        copy.core.renewEntropy()
        return copy
    }
}

extension StreamCore {
    /// Drops the random bytes, and asks for others where there were some or some had been asked for.
    fileprivate mutating func renewEntropy() {
        let asked = questions.entropy
        guard asked != nil || !entropy.isEmpty else { return }
        if let asked {
            queue.remove { action in
                guard case .request(asked, _) = action else { return false }
                return true
            }
        }
        questions.close(.entropy)
        entropy.removeAll()
        refillEntropy()
    }
}
