import XMLStream

// Children that hold nothing but a text, in the namespace of the element around them.

extension PayloadField where Value: PayloadValue {
    /// A child that must be there, whose text is the value.
    public static func child(_ name: String, _ path: KeyPath<Root, Value> & Sendable) -> PayloadField {
        PayloadField(.own(name)) { source throws(PayloadViolation) in
            guard let child = try source.child(.own(name)) else { throw PayloadViolation(.missing, at: name) }
            return try Value.reading(child.text, at: name)
        } write: { root, builder in
            builder.child(name) { $0.text(root[keyPath: path].payloadText) }
        }
    }
}

extension PayloadField {
    /// A child that may be missing, whose text is the value.
    public static func child<Wrapped: PayloadValue>(
        _ name: String, _ path: KeyPath<Root, Value> & Sendable
    ) -> PayloadField where Value == Wrapped? {
        PayloadField(.own(name)) { source throws(PayloadViolation) in
            guard let child = try source.child(.own(name)) else { return nil }
            return try Wrapped.reading(child.text, at: name)
        } write: { root, builder in
            if let value = root[keyPath: path] { builder.child(name) { $0.text(value.payloadText) } }
        }
    }

    /// Children of one name, each of whose texts is a value.
    public static func children<Item: PayloadValue>(
        _ name: String, _ path: KeyPath<Root, Value> & Sendable
    ) -> PayloadField where Value == [Item] {
        PayloadField(.own(name)) { source throws(PayloadViolation) in
            try source.children(.own(name)) { child throws(PayloadViolation) in
                try Item.reading(child.text, at: name)
            }
        } write: { root, builder in
            for value in root[keyPath: path] { builder.child(name) { $0.text(value.payloadText) } }
        }
    }
}

extension PayloadField where Value == Bool {
    /// Whether there is a child of that name, in which nothing else is told.
    public static func flag(_ name: String, _ path: KeyPath<Root, Bool> & Sendable) -> PayloadField {
        PayloadField(.own(name)) { source throws(PayloadViolation) in
            try source.child(.own(name)) != nil
        } write: { root, builder in
            if root[keyPath: path] { builder.child(name) }
        }
    }
}

extension PayloadField where Value == [LocalizedText] {
    /// Children of one name that hold a text for people each, in one language or several.
    public static func texts(_ name: String, _ path: KeyPath<Root, Value> & Sendable) -> PayloadField {
        PayloadField(.own(name)) { source throws(PayloadViolation) in
            try source.children(.own(name)) { child throws(PayloadViolation) in
                LocalizedText(child.text, language: child.declaredLanguage)
            }
        } write: { root, builder in
            for text in root[keyPath: path] {
                builder.child(name) { child in
                    if let language = text.language { child.language(language) }
                    child.text(text.text)
                }
            }
        }
    }
}

// Children whose very name is the value.

extension PayloadField where Value: RawRepresentable & CaseIterable & Sendable, Value.RawValue == String {
    /// One child out of several, which must be there: the name says which. Nothing else in it counts.
    public static func choice(_ path: KeyPath<Root, Value> & Sendable) -> PayloadField {
        let claim = PayloadClaim.choice(Value.allCases.map(\.rawValue))
        return PayloadField(claim) { source throws(PayloadViolation) in
            guard let value = try source.child(claim).flatMap({ Value(rawValue: $0.name) }) else {
                throw PayloadViolation(.missing, at: "*")
            }
            return value
        } write: { root, builder in
            builder.child(root[keyPath: path].rawValue)
        }
    }
}

extension PayloadField {
    /// One child out of several, or none: the name says which. Nothing else in it counts.
    public static func choice<Wrapped: RawRepresentable & CaseIterable & Sendable>(
        _ path: KeyPath<Root, Value> & Sendable
    ) -> PayloadField where Value == Wrapped?, Wrapped.RawValue == String {
        let claim = PayloadClaim.choice(Wrapped.allCases.map(\.rawValue))
        return PayloadField(claim) { source throws(PayloadViolation) in
            try source.child(claim).flatMap { Wrapped(rawValue: $0.name) }
        } write: { root, builder in
            if let value = root[keyPath: path] { builder.child(value.rawValue) }
        }
    }
}
