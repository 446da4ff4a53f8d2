/// Counts and positions that are kept in words of 32 bits or less: a stanza has 1 GiB at most.
extension XMLTokenizer {
    /// How many of the open elements have long names that are in `names`.
    @inline(__always)
    var storedCount: Int {
        get { Int(storedCountWord) }
        set { storedCountWord = Int32(truncatingIfNeeded: newValue) }
    }

    /// How many of the open elements have start tokens that are no longer on the tape.
    @inline(__always)
    var staleDepth: Int {
        get { Int(staleDepthWord) }
        set { staleDepthWord = Int32(truncatingIfNeeded: newValue) }
    }

    /// Declarations in force outside and on the first-level element.
    @inline(__always)
    var outerBindings: Int {
        get { Int(outerBindingsWord) }
        set { outerBindingsWord = Int32(truncatingIfNeeded: newValue) }
    }

    /// Where the tape has the first token of a start tag that is being parsed, or -1.
    @inline(__always)
    var tagFirst: Int {
        get { Int(tagFirstWord) }
        set { tagFirstWord = Int32(truncatingIfNeeded: newValue) }
    }

    /// Where in the window the text begins that is to go on, or -1: its earlier piece has been taken off the tape.
    @inline(__always)
    var resumedRun: Int {
        get { Int(resumedRunWord) }
        set { resumedRunWord = Int32(truncatingIfNeeded: newValue) }
    }

    @inline(__always)
    var elementsInStanza: Int {
        get { Int(elementsInStanzaWord) }
        set { elementsInStanzaWord = Int32(truncatingIfNeeded: newValue) }
    }

    @inline(__always)
    var attributesInStanza: Int {
        get { Int(attributesInStanzaWord) }
        set { attributesInStanzaWord = Int32(truncatingIfNeeded: newValue) }
    }

    /// How many local namespaces there were when the first-level element began.
    @inline(__always)
    var stanzaLocals: Int {
        get { Int(stanzaLocalsWord) }
        set { stanzaLocalsWord = Int32(truncatingIfNeeded: newValue) }
    }

    /// How many `]` end the text so far, two at most.
    @inline(__always)
    var brackets: Int {
        get { Int(bracketsWord) }
        set { bracketsWord = Int8(truncatingIfNeeded: newValue) }
    }
}
