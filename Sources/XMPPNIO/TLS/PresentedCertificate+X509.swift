#if NIO
    import SwiftASN1
    import X509
    import XMPPNegotiation

    extension PresentedCertificate {
        /// What a certificate says of whose it is: its alternative names. Those of kinds that XMPP has no use for, and those
        /// that cannot be read, are left out; they prove nothing.
        init(_ certificate: Certificate, trust: Trust) {
            self.init(trust: trust)
            let names = (try? certificate.extensions.subjectAlternativeNames) ?? SubjectAlternativeNames([])
            for name in names {
                switch name {
                case .dnsName(let name): dnsNames.append(name)
                case .ipAddress(let bytes): if let text = Self.address(bytes.bytes) { ipAddresses.append(text) }
                case .otherName(let other) where other.typeID == Self.xmppAddress:
                    if let text = Self.text(other.value) { xmppAddresses.append(text) }
                case .otherName(let other) where other.typeID == Self.serviceName:
                    if let text = Self.text(other.value) { serviceNames.append(text) }
                default: break
                }
            }
        }

        /// `id-on-xmppAddr` (RFC 6120 §13.7.1.4).
        private static let xmppAddress: ASN1ObjectIdentifier = [1, 3, 6, 1, 5, 5, 7, 8, 5]
        /// `id-on-dnsSRV` (RFC 4985 §2).
        private static let serviceName: ASN1ObjectIdentifier = [1, 3, 6, 1, 5, 5, 7, 8, 7]

        /// The text of a UTF8String or an IA5String; nil where it is something else.
        private static func text(_ value: ASN1Any?) -> String? {
            guard let value else { return nil }
            if let text = try? ASN1UTF8String(asn1Any: value) { return String(text) }
            return (try? ASN1IA5String(asn1Any: value)).map { String($0) }
        }

        /// An address as domainparts have it: IPv4 with dots, IPv6 as eight groups.
        private static func address(_ bytes: ArraySlice<UInt8>) -> String? {
            switch bytes.count {
            case 4: return bytes.map(String.init).joined(separator: ".")
            case 16:
                let bytes = Array(bytes)
                return stride(from: 0, to: 16, by: 2).map { index in
                    String(UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1]), radix: 16)
                }.joined(separator: ":")
            default: return nil
            }
        }
    }
#endif
