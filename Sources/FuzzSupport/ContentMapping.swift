import XMLStream

/// Which elements of a stanza change their content namespace on the way into another stream, worked out from its events
/// alone: the stanza itself, and what has its namespace with nothing of another one between.
enum ContentMapping {
    /// The event lines of `element` once it has become part of a stream of the content namespace `target`.
    ///
    /// - Returns: Nil where the element cannot be read.
    static func eventLines(of element: Element, in target: String) -> [UInt8]? {
        guard let lines = element.eventLines else { return nil }
        let isMapped = NamespaceName(element.namespace)?.isContent == true
        guard isMapped, NamespaceName(target)?.isContent == true else { return lines }
        let (start, end) = (Array("START\t{\(element.namespace)}".utf8), Array("END\t{\(element.namespace)}".utf8))
        let (newStart, newEnd) = (Array("START\t{\(target)}".utf8), Array("END\t{\(target)}".utf8))
        /// Whether each open element changes.
        var open: [Bool] = []
        var result: [UInt8] = []
        for line in lines.split(separator: 0x0A) {
            if line.starts(with: "START".utf8) {
                let changes = open.last ?? true && line.starts(with: start)
                open.append(changes)
                result += changes ? newStart + line.dropFirst(start.count) : Array(line)
            } else if line.starts(with: "END".utf8), open.popLast() == true {
                result += newEnd + line.dropFirst(end.count)
            } else {
                result += line
            }
            result.append(0x0A)
        }
        return result
    }
}
