import XMLStream

/// Looks for an element that reads otherwise when it was written verbatim into another stream than when it was written
/// anew, or otherwise than the mapping of content namespaces says.
///
/// The input is that of `fuzzTokenizer`.
///
/// - Returns: What was found, or nil.
public func fuzzVerbatim(_ input: [UInt8]) -> String? { fuzzVerbatim(input, most: 1) }

/// `fuzzVerbatim` with so many of the roots to write into.
package func fuzzVerbatim(_ input: [UInt8], most: Int) -> String? {
    let plan = FuzzPlan(input)
    let reading = StreamReading.pulled(plan, cuts: plan.cuts)
    let elements = Array(reading.elements.prefix(32))
    if elements.isEmpty, reading.header == nil { return nil }
    let contents = ["jabber:client", "jabber:server", "jabber:component:accept", "urn:q", ""]
    var roots: [RootTag?] = [
        nil, RootTag(name: "r", namespace: "urn:q"), RootTag(name: "r", namespace: "jabber:server"),
    ]
    for content in contents {
        roots.append(
            RootTag(name: "stream", namespace: NamespaceName.streams.text, prefix: "s", contentNamespace: content))
    }
    roots.append(StreamRoots.withPrefixes(for: elements, contentNamespace: "jabber:server", isMapping: true))
    for root in plan.some(of: roots, most: most) {
        if let found = finding(elements, in: root, seed: plan.seed) {
            return "into \(root.map { "\($0)" } ?? "nothing"): \(found)"
        }
        // A header is an element too, if a strange one; so are parts.
        let others = (reading.header.map { [$0] } ?? []) + elements.prefix(4).flatMap { Array($0.children.prefix(3)) }
        if let found = difference(others, in: root, seed: plan.seed) { return "others: \(found)" }
        if let found = differenceOfCopies(others, in: root) { return "others: \(found)" }
    }
    return nil
}

private func finding(_ elements: [Element], in root: RootTag?, seed: UInt64) -> String? {
    if let found = difference(elements, in: root, seed: seed) { return found }
    var changed = elements
    for index in changed.indices {
        do {
            try changed[index].setAttribute(.from, to: "romeo@example.net/'\"<&>\t\r\n")
            if index % 3 == 1 { try changed[index].setAttribute(.to, to: nil) }
            if index % 3 == 2 { try changed[index].setLanguage("de") }
        } catch {
            return "an attribute was refused: \(error)"
        }
    }
    if let found = difference(changed, in: root, seed: seed) { return "changed: \(found)" }
    let (stream, fault) = WrittenStream.of(elements, in: root, seed: seed) { writer, element throws(XMLContentError) in
        try writer.writeVerbatim(element)
    }
    guard let stream else { return "verbatim: \(fault ?? "")" }
    for (element, copy) in zip(elements, stream.elements) {
        let expected = ContentMapping.eventLines(of: element, in: root?.contentNamespace ?? "")
        if copy.eventLines != expected { return "\(element) was mapped to \(copy)" }
    }
    return nil
}

/// Equal elements have to be written equally, whatever is around one of them.
private func differenceOfCopies(_ elements: [Element], in root: RootTag?) -> String? {
    let copies = elements.map { $0.compacted() }
    let (written, fault) = WrittenStream.of(elements, in: root) { writer, element throws(XMLContentError) in
        try writer.write(element)
    }
    guard let written else { return "written: \(fault ?? "")" }
    let (other, otherFault) = WrittenStream.of(copies, in: root) { writer, element throws(XMLContentError) in
        try writer.writeVerbatim(element)
    }
    guard let other else { return "copies: \(otherFault ?? "")" }
    for (element, (left, right)) in zip(elements, zip(written.elements, other.elements)) {
        if left != right { return "written it is \(left), its copy \(right)" }
        let expected = ContentMapping.eventLines(of: element, in: root?.contentNamespace ?? "")
        if left.eventLines != expected { return "\(element) was mapped to \(left)" }
    }
    return nil
}

/// Verbatim against written anew.
private func difference(_ elements: [Element], in root: RootTag?, seed: UInt64) -> String? {
    let (verbatim, fault) = WrittenStream.of(elements, in: root, seed: seed) {
        writer, element throws(XMLContentError) in try writer.writeVerbatim(element)
    }
    guard let verbatim else { return "verbatim: \(fault ?? "")" }
    let (written, otherFault) = WrittenStream.of(elements, in: root, seed: seed) {
        writer, element throws(XMLContentError) in try writer.write(element)
    }
    guard let written else { return "written: \(otherFault ?? "")" }
    for (left, right) in zip(verbatim.elements, written.elements) where left != right {
        return "verbatim it is \(left), written \(right)"
    }
    return nil
}
