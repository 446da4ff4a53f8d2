#if Tool && NIO
    import Foundation
    import Testing
    import XMPPAddress
    import XMPPSASL

    @testable import xmpp

    /// Users and passwords in files.
    @Suite struct CredentialFileTests {
        @Test func `a list of users is read line by line`() throws {
            let domain = try #require(JID("example.com"))
            let list = try UserList("# players\n\nRomeo:a:b\r\n  # more\njuliet:pässwörd-Ⅸ\n", at: domain)
            #expect(list.users.map(\.name) == ["romeo", "juliet"])
            #expect(list.users.map(\.password) == [Secret("a:b"), Secret("pässwörd-IX")])
        }

        static let bad: [(String, Int, String)] = [
            ("romeo:a\njuliet\n", 2, "no colon"), ("\n\nromeo@example.com:a", 3, "before the @"),
            ("ro meo:a", 1, "the name cannot be in an address"), (":a", 1, "the name cannot be in an address"),
            ("romeo:", 1, "the password cannot be used"), ("romeo:a\nROMEO:b", 2, "romeo is there already"),
        ]

        @Test(arguments: bad)
        func `what is wrong with a list is told with its line, and without a password`(
            text: String, line: Int, reason: String
        ) throws {
            let domain = try #require(JID("example.com"))
            let error = #expect(throws: UserList.BadLine.self) { try UserList(text, at: domain) }
            #expect(error?.number == line && error?.reason.contains(reason) == true)
        }

        @Test func `a password is the first line of a file, or else in the environment`() throws {
            let file = URL.temporaryDirectory.appending(path: "password-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: file) }
            var complaints: [String] = []
            func password(_ text: String, permissions: Int, _ environment: [String: String] = [:]) throws -> String {
                try Data(text.utf8).write(to: file)
                try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: file.path)
                complaints = []
                return try PasswordSource(file: file.path, environment: environment).password { complaints.append($0) }
            }
            #expect(try password("a b\r\nc", permissions: 0o600, ["XMPP_PASSWORD": "x"]) == "a b" && complaints.isEmpty)
            #expect(try password("a", permissions: 0o640) == "a" && complaints.count == 1)
            #expect(throws: PasswordSource.Missing.self) { try password("\nb", permissions: 0o600) }
            func environment(_ variables: [String: String]) throws -> String {
                try PasswordSource(file: nil, environment: variables).password { complaints.append($0) }
            }
            #expect(try environment(["XMPP_PASSWORD": "x"]) == "x")
            #expect(throws: PasswordSource.Missing.self) { try environment([:]) }
            #expect(throws: PasswordSource.Missing.self) { try environment(["XMPP_PASSWORD": ""]) }
        }
    }
#endif
