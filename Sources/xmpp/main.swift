import Foundation
import XMLStream

// args: chunk file... ; prints for each file: events or error
func esc(_ s: String) -> String {
    var r = ""
    for c in s.unicodeScalars { switch c { case "\\": r += "\\\\"; case "\n": r += "\\n"; case "\r": r += "\\r"; case "\t": r += "\\t"; default: r.unicodeScalars.append(c) } }
    return r
}
func run(_ data: [UInt8], chunk: Int, rules: XMLTokenizer.Rules) -> ([String], String) {
    var t = XMLTokenizer(limits: .unbounded, rules: rules)
    var tape = TokenTape()
    var out: [String] = []
    var text = ""
    var attrs: [(String, String, String)] = []
    var start: String? = nil
    func flushStart() { if let s = start { attrs.sort { ($0.0.unicodeScalars.map{$0.value}, $0.1.unicodeScalars.map{$0.value}) .0.lexicographicallyPrecedes($1.0.unicodeScalars.map{$0.value}) || ($0.0 == $1.0 && $0.1.unicodeScalars.map{$0.value}.lexicographicallyPrecedes($1.1.unicodeScalars.map{$0.value})) }
        out.append("START\t" + s + attrs.map { "\t{\(esc($0.0))}\(esc($0.1))=\(esc($0.2))" }.joined()); attrs = []; start = nil } }
    func flushText() { if !text.isEmpty { out.append("TEXT\t" + esc(text)); text = "" } }
    var fed = 0
    do {
        while fed < data.count {
            let n = min(chunk, data.count - fed)
            let piece = Array(data[fed..<fed+n])
            fed += n
            try t.receive(unsafe piece.span.bytes, tape: &tape) { b in
                for i in 0..<b.count {
                    switch b[i].kind {
                    case .start: flushStart(); flushText(); start = "{\(esc(b.namespace(of: i)))}\(esc(b.name(of: i)))"
                    case .attribute: attrs.append((b.namespace(of: i), b.name(of: i), b.value(of: i)))
                    case .text, .character: flushStart(); text += b.text(of: i)
                    case .end: flushStart(); flushText(); out.append("END\t{\(esc(b.namespace(of: i)))}\(esc(b.name(of: i)))")
                    default: break
                    }
                }
            }
        }
        try t.finish()
    } catch { flushStart(); flushText(); return (out, "ERROR\t\(error.condition)\t\(fed)\t\(error.byteOffset)") }
    flushStart(); flushText()
    return (out, "")
}
let args = CommandLine.arguments
let doc = args[1] == "document"
for f in args[3...] {
    let d = [UInt8](try Data(contentsOf: URL(fileURLWithPath: f)))
    let (e, err) = run(d, chunk: Int(args[2])! == 0 ? max(1, d.count) : Int(args[2])!, rules: doc ? .document : .stream)
    print("FILE\t\(f)")
    for l in e { print(l) }
    print(err.isEmpty ? "OK" : err)
}
