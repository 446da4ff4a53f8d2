import CryptoSeam
import Testing
import XMPPCrypto

/// The vectors of RFC 6070 and RFC 7914, the same with SHA-512, and what is refused.
@Suite struct PasswordDerivationTests {
    struct Vector: Sendable, CustomTestStringConvertible {
        var algorithm = HashAlgorithm.sha1
        let password: String
        let salt: String
        let rounds: Int
        let key: String

        var testDescription: String { "\(algorithm), \(rounds) rounds, \(key.count / 2) bytes" }

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
            // RFC 7914 §11.
            Vector(
                algorithm: .sha256, password: "passwd", salt: "salt", rounds: 1,
                key: "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"
                    + "49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783"),
            Vector(
                algorithm: .sha256, password: "Password", salt: "NaCl", rounds: 80_000,
                key: "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56"
                    + "a1d425a1225833549adb841b51c9b3176a272bdebba1d078478f62b397f33c8d"),
            // No RFC has any with SHA-512: these are of Python's hashlib.
            Vector(
                algorithm: .sha512, password: "passwd", salt: "salt", rounds: 1,
                key: "c74319d99499fc3e9013acff597c23c5baf0a0bec5634c46b8352b793e324723"
                    + "d55caa76b2b25c43402dcfdc06cdcf66f95b7d0429420b39520006749c51a04e"),
            Vector(
                algorithm: .sha512, password: "Password", salt: "NaCl", rounds: 80_000,
                key: "e6337d6fbeb645c794d4a9b5b75b7b30dac9ac50376a91df1f4460f6060d5add"
                    + "b2c1fd1f84409abacc67de7eb4056e6bb06c2d82c3ef4ccd1bded0f675ed97c6"),
        ]
    }

    @Test("RFC5802-3-2: PBKDF2 gives the printed keys", arguments: Vector.all)
    func vectors(_ vector: Vector) throws {
        let key = try PasswordDerivation.uncheckedKey(
            from: Array(vector.password.utf8), salt: Array(vector.salt.utf8), rounds: vector.rounds,
            with: vector.algorithm, byteCount: vector.key.count / 2)
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
