/// One answer to the question where a service is (RFC 2782): a record of the type SRV.
public struct ServiceRecord: Hashable, Sendable {
    /// Records of a lower number come first.
    public var priority: UInt16
    /// How often this one is to come before others of its priority, against the sum of theirs.
    public var weight: UInt16
    /// A name to be looked up; `.` where the service is decidedly not available.
    public var target: String
    /// The port.
    public var port: UInt16

    /// A record.
    public init(priority: UInt16 = 0, weight: UInt16 = 0, target: String, port: UInt16) {
        self.priority = priority
        self.weight = weight
        self.target = target
        self.port = port
    }

    /// Whether it says that there is no such service at the domain.
    var deniesService: Bool { target == "." }
}

/// What came of looking records up.
public enum ServiceLookup: Hashable, Sendable {
    /// The domain has these, in whatever order; none of them is an answer too.
    case answered([ServiceRecord])
    /// The name, or a record of the type, does not exist, or nobody was asked.
    case absent
    /// No answer came, or one that says that it cannot be answered now.
    case failed

    var records: [ServiceRecord] { if case .answered(let records) = self { records } else { [] } }
}
