/// A Unicode scalar value on its way through a profile.
struct MappedScalar {
    /// The scalar value.
    var value: UInt32
    /// Where in the UTF-8 of the input it came from; what is beyond 4 GiB counts as there.
    var offset: UInt32
    /// The canonical combining class. Normalization sets it; it means nothing elsewhere.
    var combiningClass: UInt8 = 0

    init(_ value: UInt32, offset: UInt32) {
        self.value = value
        self.offset = offset
    }

    var isASCII: Bool { value < 0x80 }
}

extension ProfileViolation {
    /// `code` at the place that the scalar came from.
    init(_ code: Code, at scalar: MappedScalar) { self.init(code, at: Int(scalar.offset)) }
}
