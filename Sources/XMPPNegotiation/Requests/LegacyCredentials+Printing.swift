/// Hashes are not printed: who has the id of the stream besides can try out passwords on them.
extension LegacyCredentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String {
        switch self {
        case .component(let domain, _, _): "the hash of component \(domain.map { "\($0)" } ?? "?")"
        case .password(let username, _, let resource): "the password of \(username), for \(resource)"
        case .digest(let username, _, _, let resource): "the hash of \(username), for \(resource)"
        }
    }

    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
