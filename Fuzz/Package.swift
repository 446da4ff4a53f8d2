// swift-tools-version: 6.2
import PackageDescription

// The fuzz targets, in a package of their own so that no flag of libFuzzer ever touches a user's build.
//
// The sources under test are links into the root package: instrumentation is a matter of how a target is compiled, so
// the targets are compiled here again, with it.

let instrumented: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .unsafeFlags(["-sanitize=fuzzer,address", "-parse-as-library"]),
]

/// One executable for each public function of `FuzzSupport`.
let names = [
    "fuzz-tokenizer", "fuzz-elements", "fuzz-writer", "fuzz-verbatim",
    "fuzz-profiles", "fuzz-saslprep", "fuzz-domains", "fuzz-normalization", "fuzz-address",
    "fuzz-stanza", "fuzz-sasl-messages", "fuzz-sasl-exchanges", "fuzz-sasl-choice",
    "fuzz-machines", "fuzz-engine",
]

let package = Package(
    name: "swift-xmpp-stream-fuzz",
    platforms: [.macOS(.v15)],
    products: names.map { .executable(name: $0, targets: [$0]) },
    targets: [
        .target(
            name: "XMLStream", path: "Linked/XMLStream",
            exclude: ["Generated/local-names.txt", "Generated/make_names.py", "Generated/namespaces.txt"],
            swiftSettings: instrumented),
        .target(
            name: "UnicodeProfiles", path: "Linked/UnicodeProfiles",
            exclude: ["Generated/make_tables.py", "Generated/UNICODE-LICENSE.txt"], swiftSettings: instrumented),
        .target(
            name: "XMPPAddress", dependencies: ["UnicodeProfiles"], path: "Linked/XMPPAddress",
            swiftSettings: instrumented),
        .systemLibrary(
            name: "CExpat", path: "Linked/CExpat", pkgConfig: "expat",
            providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
        .target(
            name: "XMPPStanza", dependencies: ["XMLStream", "XMPPAddress"], path: "Linked/XMPPStanza",
            swiftSettings: instrumented),
        .target(name: "CryptoSeam", path: "Linked/CryptoSeam", swiftSettings: instrumented),
        .target(
            name: "XMPPSASL", dependencies: ["CryptoSeam", "UnicodeProfiles"], path: "Linked/XMPPSASL",
            swiftSettings: instrumented),
        .target(
            name: "XMPPNegotiation",
            dependencies: ["XMPPStanza", "XMPPAddress", "UnicodeProfiles", "XMPPSASL", "CryptoSeam", "XMLStream"],
            path: "Linked/XMPPNegotiation", swiftSettings: instrumented),
        .target(
            name: "XMPPEngine",
            dependencies: ["XMPPNegotiation", "XMPPStanza", "XMPPAddress", "XMLStream", "XMPPSASL", "CryptoSeam"],
            path: "Linked/XMPPEngine", swiftSettings: instrumented),
        .target(
            name: "XMPPTestKit",
            dependencies: [
                "XMPPEngine", "XMPPNegotiation", "XMPPStanza", "XMPPAddress", "XMLStream", "XMPPSASL", "CryptoSeam",
            ],
            path: "Linked/XMPPTestKit", swiftSettings: instrumented),
        .target(
            name: "FuzzSupport",
            dependencies: [
                "XMLStream", "UnicodeProfiles", "XMPPAddress", "XMPPStanza", "CryptoSeam", "XMPPSASL",
                "XMPPNegotiation", "XMPPEngine", "XMPPTestKit", "CExpat",
            ],
            path: "Linked/FuzzSupport",
            swiftSettings: instrumented),
        .systemLibrary(name: "CFuzzer", path: "CFuzzer"),
        .target(name: "FuzzMain", dependencies: ["CFuzzer"], path: "FuzzMain", swiftSettings: instrumented),
    ]
        + names.map { name in
            .executableTarget(
                name: name, dependencies: ["FuzzSupport", "FuzzMain"], path: "Targets/\(name)",
                swiftSettings: instrumented,
                linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])])
        }
)
