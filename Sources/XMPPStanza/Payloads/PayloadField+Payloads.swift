import XMLStream

// Children that are payloads themselves.

extension PayloadField where Value: Payload {
    /// A payload that must be there.
    public static func payload(_ path: KeyPath<Root, Value> & Sendable) -> PayloadField {
        PayloadField(.child(Value.name)) { source throws(PayloadViolation) in
            guard let child = try source.child(.child(Value.name)) else {
                throw PayloadViolation(.missing, at: Value.name.local)
            }
            return try Value.format.read(child, source.reading)
        } write: { root, builder in
            builder.payload(root[keyPath: path])
        }
    }
}

extension PayloadField {
    /// A payload that may be missing.
    public static func payload<Wrapped: Payload>(
        _ path: KeyPath<Root, Value> & Sendable
    ) -> PayloadField where Value == Wrapped? {
        PayloadField(.child(Wrapped.name)) { source throws(PayloadViolation) in
            guard let child = try source.child(.child(Wrapped.name)) else { return nil }
            return try Wrapped.format.read(child, source.reading)
        } write: { root, builder in
            if let value = root[keyPath: path] { builder.payload(value) }
        }
    }

    /// Payloads of one kind, in any number.
    public static func payloads<Item: Payload>(
        _ path: KeyPath<Root, Value> & Sendable
    ) -> PayloadField where Value == [Item] {
        PayloadField(.child(Item.name)) { source throws(PayloadViolation) in
            try source.children(.child(Item.name)) { child throws(PayloadViolation) in
                try Item.format.read(child, source.reading)
            }
        } write: { root, builder in
            for value in root[keyPath: path] { builder.payload(value) }
        }
    }
}

// Elements as they are.

extension PayloadField where Value == Element? {
    /// The child that fulfils a condition, kept as it is; nil where there is none.
    public static func element(
        _ path: KeyPath<Root, Element?> & Sendable, where condition: @escaping @Sendable (Element) -> Bool
    ) -> PayloadField {
        PayloadField(.some(condition)) { source throws(PayloadViolation) in
            try source.child(.some(condition))?.compacted()
        } write: { root, builder in
            if let element = root[keyPath: path] { builder.element(element) }
        }
    }
}

extension PayloadField where Value == UnknownContent {
    /// What no other field is about: kept by lenient reading (strict reading refuses it), and written back behind the
    /// rest.
    public static func unknown(_ path: KeyPath<Root, UnknownContent> & Sendable) -> PayloadField {
        var field = PayloadField(.rest) { source throws(PayloadViolation) in
            source.unknown
        } write: { root, builder in
            for child in root[keyPath: path].children { builder.element(child) }
        }
        field.writeAttributes = { root, builder in
            for attribute in root[keyPath: path].attributes {
                builder.attribute(attribute.name, in: attribute.namespace, attribute.value)
            }
        }
        return field
    }
}
