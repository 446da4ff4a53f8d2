import CryptoSeam
import Testing
import XMPPCrypto

/// The vectors of RFC 6070, and what is refused.
@Suite struct PasswordDerivationTests {
    struct Vector: Sendable, CustomTestStringConvertible {
        let password: String
        let salt: String
        let rounds: Int
        let key: String

        var testDescription: String { "\(rounds) rounds, \(key.count / 2) bytes" }

        static let all = [
            Vector(password: "password", salt: "salt", rounds: 1, key: "0c60c80f961f0e71f3a9b524af6012062fe037a6"),
            Vector(password: "password", salt: "salt", rounds: 2, key: "ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957"),
            Vector(password: "password", salt: "salt", rounds: 4096, key: "4b007901b765489abead49d926f721d065a429c1"),
            Vector(
                password: "password", salt: "salt", rounds: 16_777_216, key: "eefe3d61cd4da4e4e9945b3d6ba2158c2634e984"),
            Vector(
                password: "passwordPASSWORDpassword", salt: "saltSALTsaltSALTsaltSALTsaltSALTsalt", rounds: 4096,
                key: "3d2eec4fe41c849b80c8d83662c0e44a8b291a964cf2f07038"),
            Vector(password: "pass\0word", salt: "sa\0lt", rounds: 4096, key: "56fa6aa75548099dcc37d7f03425e0c3"),
        ]
    }

    @Test("RFC5802-3-2: PBKDF2 gives the keys of RFC 6070", arguments: Vector.all)
    func vectors(_ vector: Vector) throws {
        let key = try PasswordDerivation.uncheckedKey(
            from: Array(vector.password.utf8), salt: Array(vector.salt.utf8), rounds: vector.rounds, with: .sha1,
            byteCount: vector.key.count / 2)
        #expect(hexadecimal(key) == vector.key)
    }

    @Test func `the checked spelling refuses few rounds, the other one only what is none`() throws {
        let password = Array("password".utf8)
        #expect(throws: PasswordDerivation.Failure.rounds) {
            try PasswordDerivation.key(from: password, salt: [1], rounds: 209_999, with: .sha256, byteCount: 32)
        }
        let key = try PasswordDerivation.key(from: password, salt: [1], rounds: 210_000, with: .sha256, byteCount: 32)
        let again = try PasswordDerivation.uncheckedKey(
            from: password, salt: [1], rounds: 210_000, with: .sha256, byteCount: 32)
        #expect(key == again)
        for rounds in [0, -1, Int(Int32.max) + 1, .max] {
            #expect(throws: PasswordDerivation.Failure.rounds) {
                try PasswordDerivation.uncheckedKey(
                    from: password, salt: [1], rounds: rounds, with: .sha512, byteCount: 64)
            }
        }
        #expect(throws: PasswordDerivation.Failure.refused) {
            try PasswordDerivation.uncheckedKey(from: password, salt: [1], rounds: 1, with: .md5, byteCount: 0)
        }
    }
}

/// Digits of base 16, as vectors are printed.
func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
