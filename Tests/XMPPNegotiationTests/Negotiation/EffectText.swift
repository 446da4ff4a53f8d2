import XMLStream
import XMPPNegotiation
import XMPPSASL

/// What machines do, as short texts to compare.
enum EffectText {
    /// A failure of SASL goes with the fact that it was one; it prints as forgotten where it does not.
    static func of(_ effects: [FeatureEffect]) -> String {
        var texts: [String] = []
        for (index, effect) in effects.enumerated() where effect != .grant(.authenticationFailed) {
            let next = index + 1 < effects.count ? effects[index + 1] : nil
            texts.append(of(effect))
            guard case .send(let element) = effect, element.isNamed(.failure, in: .sasl) else { continue }
            if case .fail = next { continue }
            if next != .grant(.authenticationFailed) { texts.append("forgotten") }
        }
        return texts.joined(separator: ", ")
    }

    static func of(_ effect: FeatureEffect) -> String {
        switch effect {
        case .send(let element): "send \(of(element))"
        case .ask(let question): "ask \(of(question))"
        case .grant(.secure): "grant secure"
        case .grant(.authenticated(let how)): "grant \(how.mechanism) \(how.address?.description ?? "nobody")"
        case .grant: "grant"
        case .switchTransport(.tls): "switch to TLS"
        case .switchTransport(.compression): "switch to compression"
        case .restart: "restart"
        case .renewFeatures: "renew"
        case .finish: "finish"
        case .decline(let reason): "decline: \(reason)"
        case .install: "install"
        case .fail(let failure): "fail: \(of(failure))"
        case .refuse: "refuse"
        }
    }

    static func of(_ failure: NegotiationFailure) -> String {
        switch failure {
        case .violation(let violation): "\(violation.condition)"
        case .authentication(let failure):
            failure.condition.rawValue + (failure.reason.map { " (\($0))" } ?? "")
        case .unprotected: "unprotected"
        case .certificate, .refused, .goalOutOfReach, .unavailable: "\(failure)"
        }
    }

    static func of(_ question: HostQuestion) -> String {
        guard case .authentication(let question) = question else { return "\(question)" }
        return switch question {
        case .randomBytes: "random bytes"
        case .derivedKey: "key"
        case .digestKey: "digest key"
        case .password: "password"
        case .credentials: "credentials"
        case .tokens: "tokens"
        case .verdict(on: .transport(let identity)): "verdict on \(identity ?? "the transport")"
        case .verdict: "verdict"
        case .authorization(of: let identity): "\(identity.username) as \(identity.authorizationIdentity ?? "")"
        }
    }

    static func of(_ element: Element) -> String {
        switch element.name {
        case "auth": "auth \(element.attribute("mechanism") ?? "")\(element.hasText ? "" : " without a word")"
        case "failure": "failure" + element.children.map { " \($0.name)" }.joined()
        case "features": "features" + element.children.map { " \(list($0))" }.joined()
        default: element.name
        }
    }

    private static func list(_ feature: Element) -> String {
        let parts = feature.children.map { child in
            child.name == "mechanism" ? child.text : child.attribute("type") ?? child.name
        }
        return parts.isEmpty ? feature.name : "\(feature.name)[\(parts.joined(separator: " "))]"
    }
}
