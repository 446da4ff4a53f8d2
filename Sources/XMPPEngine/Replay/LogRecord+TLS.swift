import XMPPNegotiation
import XMPPSASL

/// What is known of a channel, in fields.
extension LogRecord {
    mutating func add(_ facts: TLSFacts) {
        let protection =
            switch facts.protection {
            case .nothing: "none"
            case .tls12(hasExtendedMasterSecret: false): "1.2"
            case .tls12(hasExtendedMasterSecret: true): "1.2-extended"
            case .tls13: "1.3"
            }
        add("tls", protection)
        if facts.isEarlyData { add("early", true) }
        if let name = facts.applicationProtocol { add("alpn", name) }
        switch facts.peer {
        case .none: add("peer", "none")
        case .vouchedFor: add("peer", "vouched-for")
        case .presented(let certificate):
            add("peer", "presented")
            add(certificate)
        }
        for binding in facts.bindings {
            add("binding.\(binding.kind)", hexadecimal: binding.data.exposed, isSecret: true)
        }
    }

    mutating func add(_ certificate: PresentedCertificate) {
        add("trust", "\(certificate.trust)")
        for name in certificate.dnsNames { add("dns", name) }
        for name in certificate.serviceNames { add("srv", name) }
        for name in certificate.xmppAddresses { add("xmpp", name) }
        for name in certificate.ipAddresses { add("ip", name) }
    }

    /// The facts; nil where there are none.
    mutating func takeTLS() throws(LogViolation.Fault) -> TLSFacts? {
        let protection: SASLChannel.Protection? = try take("tls") { text in
            switch text {
            case "none": .nothing
            case "1.2": .tls12(hasExtendedMasterSecret: false)
            case "1.2-extended": .tls12(hasExtendedMasterSecret: true)
            case "1.3": .tls13
            default: nil
            }
        }
        guard let protection else { return nil }
        var facts = TLSFacts(protection)
        facts.isEarlyData = try takeFlag("early") ?? false
        facts.applicationProtocol = try takeText("alpn")
        switch try requireText("peer") {
        case "none": facts.peer = .none
        case "vouched-for": facts.peer = .vouchedFor
        case "presented": facts.peer = .presented(try takeCertificate())
        default: throw .value("peer")
        }
        for (prefix, digits) in takeAll(behind: "binding") {
            guard let kind = ChannelBinding.Kind(prefix), let data = LogEscapes.bytes(hexadecimal: digits) else {
                throw .value("binding.\(prefix)")
            }
            facts.bindings.append(ChannelBinding(unchecked: kind, data: data))
        }
        return facts
    }

    private mutating func takeCertificate() throws(LogViolation.Fault) -> PresentedCertificate {
        var certificate = PresentedCertificate(
            trust: try require("trust", logged(PresentedCertificate.Trust.allCases)))
        certificate.dnsNames = try takeTexts("dns")
        certificate.serviceNames = try takeTexts("srv")
        certificate.xmppAddresses = try takeTexts("xmpp")
        certificate.ipAddresses = try takeTexts("ip")
        return certificate
    }
}
