#if Tool
    import ArgumentParser
    import XMLStream

    /// The limits of the parser, as options.
    struct LimitOptions: ParsableArguments {
        enum Base: String, CaseIterable, ExpressibleByArgument {
            case unbounded, `default`
        }

        @Option(help: "The limits to begin with: none, or those of a stream after authentication.")
        var limits = Base.unbounded

        @Option(help: ArgumentHelp("Bytes of a stream header.", valueName: "bytes"))
        var maxHeaderBytes: Int?
        @Option(help: ArgumentHelp("Bytes of one first-level element.", valueName: "bytes"))
        var maxStanzaBytes: Int?
        @Option(help: ArgumentHelp("Bytes of white space between two first-level elements.", valueName: "bytes"))
        var maxInterstanzaBytes: Int?
        @Option(help: ArgumentHelp("Nesting of elements; a first-level element has depth one.", valueName: "levels"))
        var maxDepth: Int?
        @Option(help: ArgumentHelp("Elements in one first-level element.", valueName: "count"))
        var maxElementsPerStanza: Int?
        @Option(help: ArgumentHelp("Attributes in one first-level element.", valueName: "count"))
        var maxAttributesPerStanza: Int?
        @Option(help: ArgumentHelp("Attributes of one element.", valueName: "count"))
        var maxAttributesPerElement: Int?
        @Option(help: ArgumentHelp("Namespace declarations of one element.", valueName: "count"))
        var maxDeclarationsPerElement: Int?
        @Option(help: ArgumentHelp("Bytes of one name, prefix included.", valueName: "bytes"))
        var maxNameBytes: Int?
        @Option(help: ArgumentHelp("Bytes of one attribute value or namespace name.", valueName: "bytes"))
        var maxValueBytes: Int?
        @Option(help: ArgumentHelp("Bytes of text between two tags.", valueName: "bytes"))
        var maxTextBytes: Int?

        /// The limits asked for.
        var resolved: XMLLimits {
            var limits = limits == .unbounded ? XMLLimits.unbounded : XMLLimits()
            for option in LimitOptions.options {
                if let value = self[keyPath: option.value] { limits[keyPath: option.limit] = value }
            }
            return limits
        }

        func validate() throws {
            for option in LimitOptions.options {
                if let value = self[keyPath: option.value], value < 0 {
                    throw ValidationError("A limit cannot be negative, and \(value) is.")
                }
            }
        }

        /// Each option with the limit that it sets.
        private static var options: [(value: KeyPath<LimitOptions, Int?>, limit: WritableKeyPath<XMLLimits, Int>)] {
            [
                (\.maxHeaderBytes, \.headerBytes), (\.maxStanzaBytes, \.stanzaBytes),
                (\.maxInterstanzaBytes, \.interstanzaBytes), (\.maxDepth, \.depth),
                (\.maxElementsPerStanza, \.elementsPerStanza), (\.maxAttributesPerStanza, \.attributesPerStanza),
                (\.maxAttributesPerElement, \.attributesPerElement),
                (\.maxDeclarationsPerElement, \.declarationsPerElement), (\.maxNameBytes, \.nameBytes),
                (\.maxValueBytes, \.valueBytes), (\.maxTextBytes, \.textBytes),
            ]
        }
    }
#endif
