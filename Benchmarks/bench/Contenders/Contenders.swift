import XMLStream

/// All that can be measured.
enum Contenders {
    /// - Parameter limited: Whether the library's default limits are in force; the yardstick has none.
    static func make(_ layer: Layer, limited: Bool = false) -> any Contender {
        let limits = limited ? XMLLimits() : .unbounded
        return switch layer {
        case .tokens: TokenContender(limits: limits)
        case .elements: ElementContender(recycles: false, limits: limits)
        case .recycled: ElementContender(recycles: true, limits: limits)
        case .writing: WriterContender(verbatim: false)
        case .verbatim: WriterContender(verbatim: true)
        case .expat: ExpatContender(buildsTrees: false)
        case .expatTree: ExpatContender(buildsTrees: true)
        }
    }

    /// Bytes that a stanza may have by the library's default limits.
    static var defaultStanzaBytes: Int { XMLLimits().stanzaBytes }
}
