/// The normalization forms that end in composition.
enum NormalizationForm {
    /// Form C.
    case canonical
    /// Form KC.
    case compatible
    /// Form KC as Unicode 3.2 had it (RFC 3454 §4): later characters stand for themselves.
    case compatible32

    /// Brings the text into this form.
    ///
    /// - Returns: Whether it was in another.
    /// - Complexity: O(*n*), however many combining marks follow each other.
    func apply(to text: inout ScalarText) -> Bool {
        if isSurely(text) { return false }
        var scalars = decomposed(text.scalars)
        CanonicalOrder.sort(&scalars)
        compose(&scalars)
        if scalars.elementsEqual(text.scalars, by: { $0.value == $1.value }) { return false }
        text.scalars = scalars
        return true
    }

    /// Whether the text is in this form beyond doubt (Unicode Standard Annex #15, section 9).
    ///
    /// - Complexity: O(*n*)
    func isSurely(_ text: ScalarText) -> Bool {
        var previous: UInt8 = 0
        for scalar in text.scalars where !scalar.isASCII || previous != 0 {
            let data = data(of: scalar.value)
            if data.isInert {
                previous = 0
                continue
            }
            guard data.isStable(in: self) else { return false }
            let combiningClass = data.combiningClass
            if combiningClass != 0 && combiningClass < previous { return false }
            previous = combiningClass
        }
        return true
    }

    /// The tables' data of a scalar value, as this form sees it.
    @inline(__always)
    private func data(of value: UInt32) -> NormalizationData {
        NormalizationData(self == .compatible32 && StringprepProperties(value).isUnassigned ? 0 : value)
    }

    /// Every character replaced by its full decomposition, with combining classes.
    private func decomposed(_ input: [MappedScalar]) -> [MappedScalar] {
        var output: [MappedScalar] = []
        output.reserveCapacity(input.count &+ input.count / 2)
        for scalar in input {
            if Hangul.decompose(scalar, into: &output) { continue }
            let data = data(of: scalar.value)
            if self == .compatible32, let corrected = Corrigendum4.decomposition(of: scalar.value) {
                output.append(MappedScalar(corrected, offset: scalar.offset))
            } else if let range = data.decomposition(in: self) {
                appendDecomposition(range, from: scalar, to: &output)
            } else {
                var copy = scalar
                copy.combiningClass = data.combiningClass
                output.append(copy)
            }
        }
        return output
    }

    private func appendDecomposition(_ range: Range<Int>, from scalar: MappedScalar, to output: inout [MappedScalar]) {
        var high: UInt32 = 0
        for index in range {
            let unit = UInt32(decompositions[index])
            if unit & 0xFC00 == 0xD800 {
                high = (unit & 0x3FF) << 10 &+ 0x10000
                continue
            }
            let value = unit & 0xFC00 == 0xDC00 ? high | unit & 0x3FF : unit
            var part = MappedScalar(value, offset: scalar.offset)
            part.combiningClass = NormalizationData(value).combiningClass
            output.append(part)
        }
    }

    /// Composes each starter with the marks behind it that are not blocked (Unicode 3.11, D117).
    private func compose(_ scalars: inout [MappedScalar]) {
        var end = 0
        var starter: Int?
        var previous: UInt8 = 0
        for index in scalars.indices {
            let scalar = scalars[index]
            if let starter, previous == 0 || previous < scalar.combiningClass,
                let composite = composite(scalars[starter].value, scalar.value)
            {
                scalars[starter].value = composite
                continue
            }
            if scalar.combiningClass == 0 { starter = end }
            previous = scalar.combiningClass
            scalars[end] = scalar
            end &+= 1
        }
        scalars.removeLast(scalars.count &- end)
    }

    /// The primary composite of two characters.
    private func composite(_ first: UInt32, _ second: UInt32) -> UInt32? {
        if let syllable = Hangul.composite(first, second) { return syllable }
        guard NormalizationData(second).composesBackward, let composite = Composition.composite(first, second) else {
            return nil
        }
        return self == .compatible32 && StringprepProperties(composite).isUnassigned ? nil : composite
    }
}
