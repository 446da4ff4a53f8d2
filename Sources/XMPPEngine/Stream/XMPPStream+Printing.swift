/// Streams print as where they stand: in their memory are random bytes, passwords on their way out, and what was said (S33 of
/// the threat list).
extension XMPPStream: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { stateName }
    public var debugDescription: String { stateName }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension LoggedStream: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { stream.stateName }
    public var debugDescription: String { stream.stateName }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
