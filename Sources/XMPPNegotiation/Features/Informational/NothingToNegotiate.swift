import XMLStream

/// The machine of a feature that only says something.
enum NothingToNegotiate: PromptMachine {
    /// There is nothing to be said.
    case silent

    mutating func receive(_ event: FeatureEvent, in context: FeatureContext) -> [FeatureEffect] {
        switch (self, event) {
        case (.silent, .received):
            [.violation(.unsupportedStanzaType, expected: "no element of a feature that has nothing to negotiate")]

        // The host is at fault.
        case (.silent, .chosen), (.silent, .answered), (.silent, .switched): [.refuse]
        }
    }

    func snapshot() -> [UInt8]? { [] }

    init?(restoring bytes: [UInt8]) {
        guard bytes.isEmpty else { return nil }
        self = .silent
    }
}
