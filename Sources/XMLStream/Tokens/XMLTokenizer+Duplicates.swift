extension XMLTokenizer {
    /// Looks for two attributes of one tag with the same expanded name (Namespaces in XML 1.0 §6.3).
    ///
    /// - Returns: Where the second of them stands, or nil.
    /// - Complexity: O(*n*²) up to sixteen attributes, O(*n* log *n*) above; no hashing, so nothing to collide.
    @inline(never)
    func duplicate(_ window: ByteWindow, first: Int, tape: inout TokenTape) -> Int? {
        var order: [UInt32] = []
        swap(&order, &tape.order)
        defer { swap(&order, &tape.order) }
        order.removeAll(keepingCapacity: true)
        for index in first..<tape.count where tape[index].kind == .attribute {
            order.append(UInt32(truncatingIfNeeded: index))
        }
        if order.count <= 16 {
            for later in 1..<max(1, order.count) {
                for earlier in 0..<later
                where compare(Int(order[earlier]), Int(order[later]), window, tape) == 0 {
                    return Int(tape[Int(order[later])].offset) &- delta
                }
            }
            return nil
        }
        order.sort { compare(Int($0), Int($1), window, tape) < 0 }
        var found: Int?
        for index in 1..<order.count
        where compare(Int(order[index &- 1]), Int(order[index]), window, tape) == 0 {
            let offset = max(tape[Int(order[index &- 1])].offset, tape[Int(order[index])].offset)
            found = min(found ?? .max, Int(offset) &- delta)
        }
        return found
    }

    /// Orders two attributes by local name, then namespace; zero means the same expanded name.
    private func compare(_ left: Int, _ right: Int, _ window: ByteWindow, _ tape: borrowing TokenTape) -> Int {
        let (leftToken, rightToken) = (tape[left], tape[right])
        if leftToken.nameID != rightToken.nameID { return Int(leftToken.nameID) &- Int(rightToken.nameID) }
        if leftToken.nameID == 0 {
            let leftName = window.slice(from: Int(leftToken.offset) &- delta, length: nameLength(left, tape))
            let rightName = window.slice(from: Int(rightToken.offset) &- delta, length: nameLength(right, tape))
            let order = leftName.compared(to: rightName)
            if order != 0 { return order }
        }
        let (leftSpace, rightSpace) = (namespace(left, tape), namespace(right, tape))
        if leftSpace == rightSpace { return 0 }
        if !leftSpace.isLocal || !rightSpace.isLocal { return leftSpace.rawValue < rightSpace.rawValue ? -1 : 1 }
        let locals = scope.localNamespaces
        return locals[leftSpace.localIndex].compared(to: locals[rightSpace.localIndex])
    }

    private func nameLength(_ index: Int, _ tape: borrowing TokenTape) -> Int {
        let length = tape[index].shortNameLength
        return length < 255 ? length : Int(tape[index &- 1].second)
    }

    private func namespace(_ index: Int, _ tape: borrowing TokenTape) -> NamespaceReference {
        let token = tape[index]
        if token.has(.xmlNamespace) { return NamespaceReference(.xml) }
        return token.has(.annotated) ? NamespaceReference(rawValue: tape[index &- 1].first) : .none
    }
}

extension ByteWindow {
    /// Orders by length, then by bytes; zero means equal.
    func compared(to other: ByteWindow) -> Int {
        if count != other.count { return count &- other.count }
        var index = 0
        while index < count {
            let (left, right) = (word(at: index), other.word(at: index))
            if left != right { return left.byteSwapped < right.byteSwapped ? -1 : 1 }
            index &+= 8
        }
        return 0
    }
}
