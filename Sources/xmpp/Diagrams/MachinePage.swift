/// All diagrams as one page of Markdown, as it stands in `Docs/Machines.md`.
enum MachinePage {
    /// The page.
    static var text: String {
        let beginning = """
            # The machines

            Made by `swift run xmpp diagram`, which steps each machine through all that can happen to it: do not edit. An
            event that a machine refuses, and one that changes nothing, has no arrow. What holds in every state but for one
            machine, such as an error of the peer's that ends the stream, is the engine's and not drawn.
            """
        let parts = MachineCatalogue.entries.map { entry in
            "## \(entry.name)\n\n\(entry.abstract)\n\n```mermaid\n\(entry.graph())\n```"
        }
        return ([beginning] + parts).joined(separator: "\n\n")
    }
}
