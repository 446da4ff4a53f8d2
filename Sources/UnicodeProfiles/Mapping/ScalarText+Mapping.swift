extension ScalarText {
    /// Replaces fullwidth and halfwidth characters by their decomposition mappings (RFC 8264 §5.2.1).
    ///
    /// - Returns: Whether there were any.
    /// - Complexity: O(*n*)
    mutating func mapWidth() -> Bool {
        var hasChanged = false
        for index in scalars.indices where scalars[index].value >= 0x3000 {
            let value = scalars[index].value
            guard CharacterProperties(value).hasWidth else { continue }
            let offset = Int(value &- 0xFF00)
            scalars[index].value = value == 0x3000 ? 0x20 : UInt32(narrowForms[offset])
            hasChanged = true
        }
        return hasChanged
    }

    /// Replaces upper and title case by lower case, character by character (Unicode's toLowercase, but without its
    /// rule for Σ at the end of a word: RFC 8265 §3.6).
    ///
    /// - Parameter isName: Leave capitals alone that are valid in names of domains (RFC 5892 §3). These are those of
    ///   Cherokee, and their small letters are not valid: Unicode folds the latter to the former.
    /// - Returns: Whether there were any.
    /// - Complexity: O(*n*)
    mutating func mapToLowercase(ofName isName: Bool = false) -> Bool {
        var hasChanged = false
        var expanded: [Int] = []
        for index in scalars.indices {
            let value = scalars[index].value
            if value < 0x80 {
                guard value &- 0x41 < 26 else { continue }
                scalars[index].value = value | 0x20
            } else if value == Lowercase.dottedCapitalI {
                scalars[index].value = 0x69
                expanded.append(index)
            } else {
                let properties = CharacterProperties(value)
                guard properties.hasLowercase, !isName || properties.idna != .valid else { continue }
                scalars[index].value = Lowercase.of(value)
            }
            hasChanged = true
        }
        if !expanded.isEmpty { insertDots(after: expanded) }
        return hasChanged
    }

    /// İ is the only character whose lower case is two: i and a dot above.
    private mutating func insertDots(after places: [Int]) {
        var output: [MappedScalar] = []
        output.reserveCapacity(scalars.count &+ places.count)
        var next = 0
        for (index, scalar) in scalars.enumerated() {
            output.append(scalar)
            guard next < places.count, places[next] == index else { continue }
            output.append(MappedScalar(0x307, offset: scalar.offset))
            next &+= 1
        }
        scalars = output
    }

    /// Replaces every space of Unicode by U+0020 (RFC 8265 §4.2.2).
    ///
    /// - Returns: Whether there were any others.
    /// - Complexity: O(*n*)
    mutating func mapSpaces() -> Bool {
        var hasChanged = false
        for index in scalars.indices where scalars[index].value >= 0x80 {
            guard CharacterProperties(scalars[index].value).isSpace else { continue }
            scalars[index].value = 0x20
            hasChanged = true
        }
        return hasChanged
    }

    /// Takes spaces off both ends and makes one of each row of them (RFC 8266 §2.1).
    ///
    /// - Returns: Whether there were such.
    /// - Complexity: O(*n*)
    mutating func trimSpaces() -> Bool {
        let count = scalars.count
        var end = 0
        var isAfterSpace = true
        for index in scalars.indices {
            let isSpace = scalars[index].value == 0x20
            if isSpace && isAfterSpace { continue }
            isAfterSpace = isSpace
            scalars[end] = scalars[index]
            end &+= 1
        }
        if end > 0 && isAfterSpace { end &-= 1 }
        scalars.removeLast(count &- end)
        return end < count
    }
}

/// Lower case, from the generated ranges.
enum Lowercase {
    static let dottedCapitalI: UInt32 = 0x130

    /// The lower case of a character that has one, other than ASCII and İ.
    ///
    /// - Complexity: O(log *k*) for the *k* of about 150 ranges.
    static func of(_ scalar: UInt32) -> UInt32 {
        var low = 0
        var high = lowercaseStarts.count
        while low < high {
            let middle = (low &+ high) / 2
            if lowercaseStarts[middle] <= scalar { low = middle &+ 1 } else { high = middle }
        }
        guard low > 0 else { return scalar }
        return UInt32(truncatingIfNeeded: Int(scalar) &+ Int(lowercaseOffsets[low &- 1]))
    }
}
