#if !hasFeature(Embedded)
    /// An address is coded as one string.
    extension JID: Codable {
        /// - Throws: `DecodingError.dataCorrupted` where the string is no address, with the `AddressViolation` inside.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            let text = try container.decode(String.self)
            do throws(AddressViolation) {
                try self.init(wire: text)
            } catch {
                throw DecodingError.dataCorrupted(
                    DecodingError.Context(
                        codingPath: decoder.codingPath, debugDescription: error.description, underlyingError: error))
            }
        }

        public func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(text)
        }
    }
#endif
