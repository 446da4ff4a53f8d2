import XMLStream

/// The namespace that the stanzas of a stream are in (RFC 6120 §4.8.2, XEP-0114).
public enum ContentNamespace: Hashable, Sendable, CaseIterable {
    /// `jabber:client`, between a client and its server.
    case client
    /// `jabber:server`, between servers.
    case server
    /// `jabber:component:accept`, between a component and its server.
    case component

    /// The namespace.
    public var name: NamespaceName {
        switch self {
        case .client: .jabberClient
        case .server: .jabberServer
        case .component: .jabberComponentAccept
        }
    }

    /// The content namespace of that name, or nil where it is none.
    public init?(_ name: NamespaceName?) {
        switch name {
        case .jabberClient: self = .client
        case .jabberServer: self = .server
        case .jabberComponentAccept: self = .component
        default: return nil
        }
    }
}
