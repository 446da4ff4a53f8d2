#if Tool
    import ArgumentParser

    /// `xmpp diagram`.
    struct DiagramCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "diagram",
            abstract: "Prints the machines of the protocol as Mermaid diagrams.",
            discussion: """
                The edges are found by stepping the machines themselves, so that a diagram says what the code does. \
                Without a name all machines are printed, as one page of Markdown.

                EXAMPLES
                  xmpp diagram --list
                  xmpp diagram sasl-initiating
                  xmpp diagram > Docs/Machines.md
                """)

        @Argument(help: "Which machine.")
        var name: String?

        @Flag(help: "Print the names of the machines only.")
        var list = false

        func validate() throws {
            guard let name, !MachineCatalogue.entries.contains(where: { $0.name == name }) else { return }
            throw ValidationError("There is no machine '\(name)'; `xmpp diagram --list` names them.")
        }

        func run() {
            if list {
                for entry in MachineCatalogue.entries { print(entry.name, entry.abstract, separator: "\t") }
            } else if let name {
                for entry in MachineCatalogue.entries where entry.name == name { print(entry.graph()) }
            } else {
                print(MachinePage.text)
            }
        }
    }
#endif
