// swift-tools-version: 6.2
import PackageDescription

// What every target of this package is built with (see CONTRIBUTING.md).
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

/// A product that the trait NIO fetches.
func nio(_ product: String, of package: String = "swift-nio") -> Target.Dependency {
    .product(name: product, package: package, condition: .when(traits: ["NIO"]))
}

let argumentParser = Target.Dependency.product(
    name: "ArgumentParser", package: "swift-argument-parser", condition: .when(traits: ["Tool"]))

let package = Package(
    name: "swift-xmpp-stream",
    platforms: [.macOS(.v15), .iOS(.v18), .tvOS(.v18), .watchOS(.v11), .visionOS(.v2)],
    products: [
        .library(name: "XMLStream", targets: ["XMLStream"]),
        .library(name: "UnicodeProfiles", targets: ["UnicodeProfiles"]),
        .library(name: "XMPPAddress", targets: ["XMPPAddress"]),
        .library(name: "XMPPStanza", targets: ["XMPPStanza"]),
        .library(name: "XMPPNegotiation", targets: ["XMPPNegotiation"]),
        .library(name: "XMPPEngine", targets: ["XMPPEngine"]),
        .library(name: "XMPPTransports", targets: ["XMPPTransports"]),
        .library(name: "XMPPNIO", targets: ["XMPPNIO"]),
        .library(name: "XMPPTestKit", targets: ["XMPPTestKit"]),
        .library(name: "CryptoSeam", targets: ["CryptoSeam"]),
        .library(name: "XMPPSASL", targets: ["XMPPSASL"]),
        .library(name: "XMPPCrypto", targets: ["XMPPCrypto"]),
        .executable(name: "xmpp", targets: ["xmpp"]),
        .executable(name: "bench", targets: ["bench"]),
    ],
    traits: [
        .default(enabledTraits: ["NIO", "Crypto", "Compression", "Tool"]),
        .trait(
            name: "NIO",
            description: "SwiftNIO handlers; fetches swift-nio, its TLS, and what logs, counts and runs services.",
            enabledTraits: ["Crypto"]),
        .trait(name: "Crypto", description: "The cryptography seam filled by swift-crypto; fetches it."),
        .trait(name: "Compression", description: "Stream compression by zlib (XEP-0138). Gates nothing yet."),
        .trait(name: "Tool", description: "The tools `xmpp` and `bench`; fetches swift-argument-parser."),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
        .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.10.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.10.0"),
    ],
    targets: [
        .target(
            name: "XMLStream",
            exclude: ["Generated/local-names.txt", "Generated/make_names.py", "Generated/namespaces.txt"],
            swiftSettings: strict),

        .target(
            name: "UnicodeProfiles", exclude: ["Generated/make_tables.py", "Generated/UNICODE-LICENSE.txt"],
            swiftSettings: strict),
        .target(name: "XMPPAddress", dependencies: ["UnicodeProfiles"], swiftSettings: strict),

        .target(name: "XMPPStanza", dependencies: ["XMLStream", "XMPPAddress"], swiftSettings: strict),

        .target(
            name: "XMPPNegotiation",
            dependencies: ["XMPPStanza", "XMPPAddress", "UnicodeProfiles", "XMPPSASL", "CryptoSeam"],
            swiftSettings: strict),

        .target(
            name: "XMPPEngine",
            dependencies: ["XMPPNegotiation", "XMPPStanza", "XMPPAddress", "XMLStream", "XMPPSASL", "CryptoSeam"],
            swiftSettings: strict),

        .target(name: "XMPPTransports", dependencies: ["XMPPStanza"], swiftSettings: strict),

        .target(
            name: "XMPPTestKit",
            dependencies: [
                "XMPPEngine", "XMPPNegotiation", "XMPPStanza", "XMPPAddress", "XMLStream", "XMPPSASL", "CryptoSeam",
            ],
            swiftSettings: strict),

        .target(name: "CryptoSeam", swiftSettings: strict),
        .target(name: "XMPPSASL", dependencies: ["CryptoSeam", "UnicodeProfiles"], swiftSettings: strict),
        .target(
            name: "XMPPCrypto",
            dependencies: [
                "CryptoSeam",
                .product(name: "Crypto", package: "swift-crypto", condition: .when(traits: ["Crypto"])),
                .product(name: "CryptoExtras", package: "swift-crypto", condition: .when(traits: ["Crypto"])),
            ],
            swiftSettings: strict),

        // The resolver of the system, for records that getaddrinfo does not know of.
        .target(name: "CResolver", linkerSettings: [.linkedLibrary("resolv")]),
        .target(
            name: "XMPPNIO",
            dependencies: [
                "XMPPEngine", "XMPPNegotiation", "XMPPStanza", "XMPPAddress", "XMLStream", "XMPPSASL", "CryptoSeam",
                "XMPPCrypto", "XMPPTransports", "UnicodeProfiles",
                .target(name: "CResolver", condition: .when(traits: ["NIO"])),
                nio("NIOCore"), nio("NIOPosix"), nio("NIOTLS"), nio("NIOConcurrencyHelpers"),
                nio("NIOSSL", of: "swift-nio-ssl"), nio("X509", of: "swift-certificates"),
                nio("SwiftASN1", of: "swift-asn1"), nio("Logging", of: "swift-log"),
                nio("Metrics", of: "swift-metrics"), nio("ServiceLifecycle", of: "swift-service-lifecycle"),
            ],
            swiftSettings: strict),

        // libexpat is an oracle and a yardstick only: tests, fuzzers and the benchmark use it, no library does.
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
        .target(
            name: "FuzzSupport",
            dependencies: [
                "XMLStream", "UnicodeProfiles", "XMPPAddress", "XMPPStanza", "CryptoSeam", "XMPPSASL",
                "XMPPNegotiation", "XMPPEngine", "XMPPTestKit", "CExpat",
            ],
            swiftSettings: strict),

        .executableTarget(
            name: "xmpp",
            dependencies: [
                "XMLStream", "UnicodeProfiles", "XMPPAddress", "XMPPStanza", "CryptoSeam", "XMPPSASL", "XMPPCrypto",
                "XMPPNegotiation", "XMPPEngine", "XMPPTransports", "XMPPNIO", "XMPPTestKit",
                nio("NIOCore"), nio("NIOPosix"), nio("NIOConcurrencyHelpers"), nio("NIOSSL", of: "swift-nio-ssl"),
                nio("X509", of: "swift-certificates"), nio("SwiftASN1", of: "swift-asn1"),
                nio("Crypto", of: "swift-crypto"), nio("Logging", of: "swift-log"), argumentParser,
            ],
            swiftSettings: strict),

        // Strangers' servers and clients (Tests/Interop/README.md): a program, so that its table can be watched.
        .executableTarget(
            name: "interop",
            dependencies: [
                "XMPPNIO", "XMPPEngine", "XMPPNegotiation", "XMPPStanza", "XMPPAddress", "XMLStream", "XMPPSASL",
                "XMPPTransports",
                nio("NIOCore"), nio("NIOConcurrencyHelpers"), nio("NIOSSL", of: "swift-nio-ssl"), argumentParser,
            ],
            path: "Tests/Interop/runner",
            swiftSettings: strict),

        // A feature of a host's own, by public API alone: what an embedder would write.
        .executableTarget(
            name: "example-own-feature",
            dependencies: [
                "XMPPTestKit", "XMPPEngine", "XMPPNegotiation", "XMPPStanza", "XMPPAddress", "XMPPSASL", "XMPPCrypto",
                "XMLStream",
            ],
            path: "Examples/OwnFeature",
            swiftSettings: strict),

        // Streams without a socket, over a socket whose calls wait, and over SwiftNIO; Tests/ExamplesTests runs them.
        .executableTarget(
            name: "example-in-memory",
            dependencies: [
                "XMPPEngine", "XMPPNegotiation", "XMPPStanza", "XMPPAddress", "XMPPSASL", "XMPPCrypto", "XMLStream",
            ],
            path: "Examples/InMemory",
            swiftSettings: strict),
        .executableTarget(
            name: "example-echo-bot-posix",
            dependencies: [
                "XMPPEngine", "XMPPNegotiation", "XMPPStanza", "XMPPAddress", "XMPPSASL", "XMPPCrypto", "XMLStream",
            ],
            path: "Examples/EchoBotPOSIX",
            swiftSettings: strict),
        .executableTarget(
            name: "example-echo-bot",
            dependencies: [
                "XMPPNIO", "XMPPTransports", "XMPPStanza", "XMPPAddress",
                nio("NIOSSL", of: "swift-nio-ssl"),
            ],
            path: "Examples/EchoBot",
            swiftSettings: strict),
        .executableTarget(
            name: "example-gateway",
            dependencies: [
                "XMPPNIO", "XMPPTransports", "XMPPStanza", "XMPPAddress", "XMPPSASL", "XMLStream",
                nio("NIOCore"), nio("NIOPosix"),
            ],
            path: "Examples/Gateway",
            swiftSettings: strict),

        .target(
            name: "CBench", dependencies: ["CExpat"], path: "Benchmarks/CBench"),
        .executableTarget(
            name: "bench",
            dependencies: [
                "XMLStream", "XMPPAddress", "XMPPStanza", "CryptoSeam", "XMPPSASL", "XMPPCrypto", "XMPPNegotiation",
                "XMPPEngine", "CBench",
                argumentParser,
            ],
            path: "Benchmarks/bench",
            swiftSettings: strict),

        // Loads a server with thousands of clients, and measures it (Docs/Soak.md).
        .executableTarget(
            name: "soak",
            dependencies: [
                "XMLStream", "XMPPAddress", "XMPPStanza", "CryptoSeam", "XMPPSASL", "XMPPCrypto", "XMPPNegotiation",
                "XMPPEngine",
                argumentParser, nio("NIOCore"), nio("NIOPosix"), nio("NIOTLS"), nio("NIOSSL", of: "swift-nio-ssl"),
            ],
            path: "Benchmarks/soak",
            exclude: ["run", "servers.sh"],
            swiftSettings: strict),

        .testTarget(name: "SoakTests", dependencies: ["soak", "XMPPStanza"], swiftSettings: strict),
        .testTarget(
            name: "XMPPToolTests",
            dependencies: [
                "XMLStream", "XMPPAddress", "XMPPStanza", "XMPPSASL", "XMPPCrypto", "XMPPNegotiation", "XMPPEngine",
                "XMPPTransports", "XMPPNIO", "CryptoSeam", "xmpp",
                nio("NIOCore"), nio("NIOConcurrencyHelpers"), nio("NIOSSL", of: "swift-nio-ssl"), argumentParser,
            ],
            swiftSettings: strict),
        .testTarget(
            name: "UnicodeProfilesTests", dependencies: ["UnicodeProfiles", "FuzzSupport"], swiftSettings: strict),
        // Reads Tests/Corpora, and the requirements and titles that cite them, for the tests.
        .target(name: "CorpusFiles", dependencies: ["XMLStream"], path: "Tests/CorpusFiles", swiftSettings: strict),
        .testTarget(name: "ConformanceTests", dependencies: ["CorpusFiles"], swiftSettings: strict),
        .testTarget(
            name: "XMLStreamTests", dependencies: ["XMLStream", "CExpat", "CorpusFiles", "FuzzSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "XMPPStanzaTests",
            dependencies: ["XMPPStanza", "XMPPAddress", "XMLStream", "CorpusFiles", "FuzzSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "XMPPSASLTests",
            dependencies: ["XMPPSASL", "XMPPCrypto", "CryptoSeam", "XMLStream", "CorpusFiles", "FuzzSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "XMPPNegotiationTests",
            dependencies: [
                "XMPPNegotiation", "XMPPAddress", "XMPPStanza", "XMLStream", "XMPPSASL", "CryptoSeam", "FuzzSupport",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "XMPPEngineTests",
            dependencies: [
                "XMPPEngine", "XMPPTestKit", "XMPPNegotiation", "XMPPStanza", "XMPPAddress", "XMLStream", "XMPPSASL",
                "CryptoSeam", "XMPPCrypto", "FuzzSupport", "CorpusFiles",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "XMPPTransportsTests", dependencies: ["XMPPTransports", "XMPPStanza"], swiftSettings: strict),
        .testTarget(
            name: "XMPPNIOTests",
            dependencies: [
                "XMPPNIO", "XMPPEngine", "XMPPNegotiation", "XMPPStanza", "XMPPAddress", "XMLStream", "XMPPSASL",
                "XMPPCrypto", "XMPPTransports",
                nio("NIOCore"), nio("NIOPosix"), nio("NIOConcurrencyHelpers"), nio("NIOSSL", of: "swift-nio-ssl"),
                nio("X509", of: "swift-certificates"), nio("SwiftASN1", of: "swift-asn1"),
                nio("Crypto", of: "swift-crypto"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "ExamplesTests",
            dependencies: [
                "XMPPNIO", "XMPPEngine", "XMPPNegotiation", "XMPPStanza", "XMPPAddress", "XMLStream", "XMPPSASL",
                "XMPPCrypto",
                nio("NIOCore"), nio("NIOPosix"), nio("NIOSSL", of: "swift-nio-ssl"),
                nio("X509", of: "swift-certificates"), nio("SwiftASN1", of: "swift-asn1"),
                nio("Crypto", of: "swift-crypto"),
            ],
            swiftSettings: strict),
        .testTarget(name: "XMPPCryptoTests", dependencies: ["XMPPCrypto", "CryptoSeam"], swiftSettings: strict),
        .testTarget(
            name: "XMPPAddressTests", dependencies: ["XMPPAddress", "UnicodeProfiles", "CorpusFiles", "FuzzSupport"],
            swiftSettings: strict),
    ]
)
