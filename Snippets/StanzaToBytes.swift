import XMLStream

var message = ElementBuilder(.message, in: .jabberClient)
message.attribute(.to, "juliet@example.com")
message.child(.body) { $0.text("Neither, fair saint, if either thee dislike & <so on>.") }

var writer = XMLWriter()
try writer.open(RootTag(.stream, in: .streams, prefix: "stream", contentNamespace: .jabberClient))
try writer.write(message.finish())
writer.close()
writer.drain { bytes in
    print("to the transport:", bytes.byteCount, "bytes")
    return bytes.byteCount
}
