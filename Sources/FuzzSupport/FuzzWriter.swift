import XMLStream

/// Looks for an element that is not the same once written and read, or not the same bytes once written again; and for
/// a program that makes `ElementBuilder` build something else than it was told.
///
/// The input is that of `fuzzTokenizer`, and at the same time the program.
///
/// - Returns: What was found, or nil.
public func fuzzWriter(_ input: [UInt8]) -> String? { fuzzWriter(input, most: 1) }

/// `fuzzWriter` with so many of the roots to write into.
package func fuzzWriter(_ input: [UInt8], most: Int) -> String? {
    let plan = FuzzPlan(input)
    let reading = StreamReading.pulled(plan)
    let elements = Array((reading.header.map { [$0] } ?? []) + reading.elements.prefix(32))
    // No mapping of content namespaces: there is no root, or its default is none of them.
    let roots: [RootTag?] = [
        nil, RootTag(name: "r", namespace: "urn:xmpp:sm:3"), RootTag(name: "r", namespace: "urn:q"),
        StreamRoots.withPrefixes(for: elements, contentNamespace: reading.header?.namespace ?? "", isMapping: false),
    ]
    for root in plan.some(of: roots, most: most) {
        let (first, fault) = WrittenStream.of(elements, in: root, seed: plan.seed) {
            writer, element throws(XMLContentError) in try writer.write(element)
        }
        guard let first else { return "written: \(fault ?? "")" }
        for (element, copy) in zip(elements, first.elements) where element != copy {
            return "\(element) reads as \(copy) after writing into \(root.map { "\($0)" } ?? "nothing")"
        }
        let (second, again) = WrittenStream.of(first.elements, in: root, seed: plan.seed) {
            writer, element throws(XMLContentError) in try writer.write(element)
        }
        guard let second else { return "written again: \(again ?? "")" }
        if first.bytes != second.bytes {
            return "not a fixed point: \(String(decoding: first.bytes, as: UTF8.self)), "
                + "then \(String(decoding: second.bytes, as: UTF8.self))"
        }
    }
    return BuilderProgram.finding(input, elements)
}

/// Roots to write into.
enum StreamRoots {
    /// A root that declares prefixes for what elements have, under names that a writer might make up.
    static func withPrefixes(for elements: [Element], contentNamespace: String, isMapping: Bool) -> RootTag {
        let isContent = NamespaceName(contentNamespace)?.isContent == true
        var root = RootTag(
            name: "stream", namespace: NamespaceName.streams.text, prefix: "stream",
            contentNamespace: isContent && !isMapping ? "" : contentNamespace)
        if XMLWriter.refuses(root) { root.contentNamespace = "" }
        var number = 0
        for element in elements.prefix(4) {
            for namespace in [element.namespace] + element.children.prefix(2).map(\.namespace) {
                var longer = root
                longer.prefixes["ns\(number)"] = namespace
                if XMLWriter.refuses(longer) { continue }
                root = longer
                number += 1
            }
        }
        return root
    }
}

extension XMLWriter {
    static func refuses(_ root: RootTag) -> Bool {
        var writer = XMLWriter()
        return (try? writer.open(root)) == nil
    }
}
