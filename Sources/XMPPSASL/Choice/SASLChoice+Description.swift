extension SASLChoice {
    public var description: String {
        let first =
            switch decision {
            case .use(let selection): "use \(selection)"
            case .nothing: "no mechanism will do"
            case .abort(let suspicion): "abort: \(suspicion.rawValue)"
            }
        // A name is the peer's: only what is one is printed as it is.
        let others = passedOver.map { other in
            "not \(SASLMechanismName(other.name)?.description ?? "[no mechanism's name]"): \(other.reason)"
        }
        return ([first] + others).joined(separator: "\n")
    }
}

extension SASLChoice.Selection: CustomStringConvertible {
    public var description: String {
        let channel =
            switch binding {
            case .unsupported: "without channel binding"
            case .notOffered: "without channel binding, which the server does not offer"
            case .bound(let binding): "bound by \(binding.kind)"
            }
        let confirmation = requiresConfirmedOffer ? ", if the server confirms its offer" : ""
        return "\(mechanism.name), \(channel)\(confirmation)"
    }
}

extension SASLChoice.Reason {
    public var description: String {
        switch self {
        case .notWanted: "policy does not name it"
        case .failedBefore: "it has failed before"
        case .tooWeak(let minimum): "policy asks for \(minimum.rawValue) at least"
        case .weakerThanBefore(let remembered): "there was \(remembered.rawValue) before"
        case .lacks(.nothing): "the account is somebody's"
        case .lacks(let credential): "the account has no \(credential.rawValue)"
        case .tokenIsForAnother: "the token was given for another mechanism"
        case .cannotActAs: "it cannot say whom to act as"
        case .unprotected: "it takes TLS with a server that has been verified"
        case .earlyData: "only a token is of use in early data"
        case .bindingIsOff: "policy has turned channel binding off"
        case .channelHasNoBinding: "the channel has no such binding"
        case .noCommonBinding: "server and channel have no kind of binding in common"
        case .cannotConfirm: "it cannot tell whether the offer is the server's"
        case .bindingFailed: "channel binding has failed, and it gives something away"
        case .doesNotBind: "policy requires channel binding"
        case .strongerIsOffered(let name): "\(name) is on offer and gives less away"
        case .lessWanted(let name): "\(name) is preferred"
        case .aborted: "the attempt has ended"
        }
    }
}
