extension ServiceLookup {
    /// What a message of DNS says (RFC 1035 §4, RFC 2782), as the system's resolver hands it over for a query for records of
    /// the type SRV.
    ///
    /// Whoever answers may be anybody. A message that is not well-formed counts as none; a name is followed backwards only,
    /// so that it comes to an end. Records of other types, such as aliases on the way, are passed over.
    ///
    /// - Complexity: O(*n*) in the bytes, times the length of a name where names point at others.
    public init(answer message: [UInt8]) {
        self = DNSMessage(message).map { $0.services } ?? .failed
    }
}

/// A message, as far as it matters here.
private struct DNSMessage {
    private let bytes: [UInt8]
    private let code: UInt8
    private let questionCount: Int
    private let answerCount: Int

    /// Nil where it is too short, or no answer.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= Self.headerBytes, bytes[2] & 0x80 != 0 else { return nil }
        self.bytes = bytes
        code = bytes[3] & 0x0F
        questionCount = Int(bytes[4]) << 8 | Int(bytes[5])
        answerCount = Int(bytes[6]) << 8 | Int(bytes[7])
    }

    var services: ServiceLookup {
        switch code {
        case Self.noError: break
        case Self.nameError: return .absent
        default: return .failed
        }
        var place = Self.headerBytes
        for _ in 0..<questionCount {
            guard let (_, end) = name(at: place), end &+ 4 <= bytes.count else { return .failed }
            place = end &+ 4
        }
        var records: [ServiceRecord] = []
        for _ in 0..<answerCount {
            guard let (_, end) = name(at: place), let type = number(at: end), let length = number(at: end &+ 8)
            else { return .failed }
            let data = end &+ 10
            place = data &+ Int(length)
            guard place <= bytes.count else { return .failed }
            if type != Self.serviceType { continue }
            guard length >= 7, let priority = number(at: data), let weight = number(at: data &+ 2),
                let port = number(at: data &+ 4), let (target, targetEnd) = name(at: data &+ 6), targetEnd == place
            else { return .failed }
            // A label that holds a dot is no name of a host.
            if let target {
                records.append(ServiceRecord(priority: priority, weight: weight, target: target, port: port))
            }
        }
        return records.isEmpty ? .absent : .answered(records)
    }

    private func number(at place: Int) -> UInt16? {
        guard place &+ 1 < bytes.count else { return nil }
        return UInt16(bytes[place]) << 8 | UInt16(bytes[place &+ 1])
    }

    /// The name at a place, with the dot behind it, and where it ends; nil where there is none. The name itself is nil
    /// where it cannot be written.
    private func name(at start: Int) -> (text: String?, end: Int)? {
        var text: [UInt8] = []
        var isWritable = true
        var place = start
        var lowest = start
        var end: Int?
        while place < bytes.count {
            let length = Int(bytes[place])
            switch length {
            case 0:
                let name = text.isEmpty ? "." : String(validating: text, as: UTF8.self)
                return (isWritable ? name : nil, end ?? place &+ 1)
            case 1...63:
                guard place &+ 1 &+ length <= bytes.count, text.count &+ length < Self.mostNameBytes else { return nil }
                let label = bytes[(place &+ 1)...(place &+ length)]
                if label.contains(0x2E) { isWritable = false }
                text += label
                text.append(0x2E)
                place &+= 1 &+ length
            case 0xC0...:
                guard place &+ 1 < bytes.count else { return nil }
                let target = (length & 0x3F) << 8 | Int(bytes[place &+ 1])
                // Only in front of all that was read of this name: so it comes to an end.
                guard target < lowest else { return nil }
                lowest = target
                end = end ?? place &+ 2
                place = target
            default: return nil
            }
        }
        return nil
    }

    private static let headerBytes = 12
    private static let noError: UInt8 = 0
    private static let nameError: UInt8 = 3
    private static let serviceType: UInt16 = 33
    /// RFC 1035 §2.3.4.
    private static let mostNameBytes = 255
}
