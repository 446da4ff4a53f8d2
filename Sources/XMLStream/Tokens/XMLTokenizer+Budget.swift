extension XMLTokenizer {
    /// A first-level element begins at `index`.
    @inline(__always)
    mutating func beginStanza(at index: Int) {
        budgetEnd = (base &+ Int64(index)).adding(bounds.stanzaBytes)
        isInStanza = true
        stanzaLocals = scope.localCount
        elementsInStanza = 0
        attributesInStanza = 0
    }

    /// The last byte that the limits let this tokenizer see lies before this offset. Behind the white space between two
    /// elements that is what tells which token comes next; behind the root, that there is one.
    @inline(__always)
    var visibleEnd: Int64 {
        if isInStanza { return budgetEnd }
        return phase == .content ? budgetEnd.adding(2) : phase == .epilog ? budgetEnd.adding(1) : budgetEnd
    }

    /// The header or a first-level element ended before `index`.
    @inline(__always)
    mutating func beginInterval(at index: Int) {
        budgetEnd = (base &+ Int64(index)).adding(bounds.interstanzaBytes)
        isInStanza = false
    }

    /// The violation for what was not finished in time.
    func budgetViolation() -> XMLViolation {
        let rule: XMLViolation.Rule =
            isInStanza ? .stanzaBytes : phase.isBeforeRoot ? .headerBytes : .interstanzaBytes
        return XMLViolation(.init(rule), at: budgetEnd)
    }

    /// A violation at `index` of the window.
    @inline(never)
    func fault(_ rule: XMLViolation.Rule, at index: Int) -> XMLViolation {
        XMLViolation(.init(rule), at: base &+ Int64(index))
    }

    /// Says that a token other than a tag is cut.
    @inline(never)
    mutating func cutHere() -> Int {
        cut.awaited = .anything
        return -1
    }
}
