import XMLStream

extension PayloadField where Value: PayloadValue {
    /// An attribute that must be there.
    public static func attribute(_ name: String, _ path: KeyPath<Root, Value> & Sendable) -> PayloadField {
        PayloadField(.attribute(name)) { source throws(PayloadViolation) in
            guard let value: Value = try source.attribute(name) else {
                throw PayloadViolation(.missing, at: "@\(name)")
            }
            return value
        } write: { root, builder in
            builder.attribute(name, root[keyPath: path].payloadText)
        }
    }

    /// The text of the element. Where there is none, it is that of no characters.
    public static func text(_ path: KeyPath<Root, Value> & Sendable) -> PayloadField {
        PayloadField(.text) { source throws(PayloadViolation) in
            try Value.reading(source.element.text, at: "text()")
        } write: { root, builder in
            builder.text(root[keyPath: path].payloadText)
        }
    }
}

extension PayloadField where Value: PayloadValue & Equatable {
    /// An attribute that means something where it is missing, and is not written then.
    public static func attribute(
        _ name: String, _ path: KeyPath<Root, Value> & Sendable, default value: Value
    ) -> PayloadField {
        PayloadField(.attribute(name)) { source throws(PayloadViolation) in
            try source.attribute(name) ?? value
        } write: { root, builder in
            if root[keyPath: path] != value { builder.attribute(name, root[keyPath: path].payloadText) }
        }
    }
}

// Attributes that hold a word of a list. Whoever adds a word later, or makes one up, is not to lose all that is around it.

extension PayloadField where Value: PayloadValue & RawRepresentable & Equatable {
    /// A word that means something where it is missing or not of the list, and is not written then. Strict reading refuses
    /// one that is not of the list.
    public static func word(
        _ name: String, _ path: KeyPath<Root, Value> & Sendable, default value: Value
    ) -> PayloadField {
        PayloadField(.attribute(name)) { source throws(PayloadViolation) in
            try source.word(name) ?? value
        } write: { root, builder in
            if root[keyPath: path] != value { builder.attribute(name, root[keyPath: path].payloadText) }
        }
    }
}

extension PayloadField {
    /// A word that may be missing; one that is not of the list counts as missing. Strict reading refuses it.
    public static func word<Wrapped: PayloadValue & RawRepresentable>(
        _ name: String, _ path: KeyPath<Root, Value> & Sendable
    ) -> PayloadField where Value == Wrapped? {
        PayloadField(.attribute(name)) { source throws(PayloadViolation) in
            try source.word(name)
        } write: { root, builder in
            if let value = root[keyPath: path] { builder.attribute(name, value.payloadText) }
        }
    }

    /// An attribute that may be missing.
    public static func attribute<Wrapped: PayloadValue>(
        _ name: String, _ path: KeyPath<Root, Value> & Sendable
    ) -> PayloadField where Value == Wrapped? {
        PayloadField(.attribute(name)) { source throws(PayloadViolation) in
            try source.attribute(name)
        } write: { root, builder in
            if let value = root[keyPath: path] { builder.attribute(name, value.payloadText) }
        }
    }

    /// The text of the element, or nil where there is none.
    public static func text<Wrapped: PayloadValue>(
        _ path: KeyPath<Root, Value> & Sendable
    ) -> PayloadField where Value == Wrapped? {
        PayloadField(.text) { source throws(PayloadViolation) in
            guard let text = source.element.text.nonEmpty else { return nil }
            return try Wrapped.reading(text, at: "text()")
        } write: { root, builder in
            if let value = root[keyPath: path] { builder.text(value.payloadText) }
        }
    }
}

extension PayloadField where Value == String? {
    /// The language that the element states (`xml:lang`).
    public static func language(_ path: KeyPath<Root, String?> & Sendable) -> PayloadField {
        PayloadField(.language) { source throws(PayloadViolation) in
            source.element.declaredLanguage
        } write: { root, builder in
            if let language = root[keyPath: path] { builder.language(language) }
        }
    }
}

extension PayloadValue {
    /// The value of a text.
    static func reading(_ text: String, at path: String) throws(PayloadViolation) -> Self {
        guard let value = Self(payloadText: text) else { throw PayloadViolation(.value, at: path) }
        return value
    }
}

extension PayloadSource {
    /// The value of an attribute, or nil where it is missing.
    fileprivate func attribute<Value: PayloadValue>(_ name: String) throws(PayloadViolation) -> Value? {
        guard let text = element.attribute(name) else { return nil }
        return try Value.reading(text, at: "@\(name)")
    }

    /// The same, but nil for a word that is not of the list, unless reading is strict.
    fileprivate func word<Value: PayloadValue>(_ name: String) throws(PayloadViolation) -> Value? {
        if reading == .strict { return try attribute(name) }
        return element.attribute(name).flatMap(Value.init(payloadText:))
    }
}
