import XMLStream

extension Element {
    /// An element in `jabber:client`.
    static func client(_ xml: String) throws -> Element { try Element(xml: xml, in: "jabber:client") }
}
