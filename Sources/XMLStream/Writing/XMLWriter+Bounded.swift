extension XMLWriter {
    /// Writes an element as `writeVerbatim` does, if it takes no more than so many bytes.
    ///
    /// - Returns: Whether it was written; if not, nothing was.
    /// - Throws: `XMLContentError` where the root was closed.
    /// - Complexity: O(*n*) in the element's bytes.
    @inline(__always)
    package mutating func writeVerbatim(_ element: Element, atMost maximum: Int) throws(XMLContentError) -> Bool {
        let before = output.count
        try writeVerbatim(element)
        if output.count &- before <= maximum { return true }
        output.truncate(to: before)
        return false
    }

    /// Whether the root's end tag has been written.
    package var isClosed: Bool { if case .closed = state { true } else { false } }

    /// Whether both have the same bytes to be drained, and stand in the same place of a stream. What the root declared is
    /// not compared: that is in the header, which whoever asks has.
    package func standsWhere(_ other: XMLWriter) -> Bool {
        isOpen == other.isOpen && output.window.equals(other.output.window)
    }
}
