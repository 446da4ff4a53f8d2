/// A name inside a message, in which `,` and `=` are written as `=2C` and `=3D` (RFC 5802 §5.1).
package enum SASLName {
    package static func encode(_ name: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for byte in name.utf8 {
            switch byte {
            case 0x2C: bytes += [0x3D, 0x32, 0x43]
            case 0x3D: bytes += [0x3D, 0x33, 0x44]
            default: bytes.append(byte)
            }
        }
        return bytes
    }

    /// The name; nil where it is empty, has a comma, a NUL or another `=`, or is no UTF-8.
    package static func decode(_ bytes: ArraySlice<UInt8>) -> String? {
        var name: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            index += 1
            if byte == 0 || byte == 0x2C { return nil }
            guard byte == 0x3D else {
                name.append(byte)
                continue
            }
            switch bytes[index...].prefix(2) {
            case [0x32, 0x43]: name.append(0x2C)
            case [0x33, 0x44]: name.append(0x3D)
            default: return nil
            }
            index += 2
        }
        return name.isEmpty ? nil : String(validating: name, as: UTF8.self)
    }
}
