#!/usr/bin/env python3
"""Writes the tables of well-known names from local-names.txt and namespaces.txt.

usage: make_names.py           write the Swift files beside this script
       make_names.py --check   exit 1 if they are not what would be written

A name is found by hashing three things: its first eight bytes, its last eight (if it
has more than eight) and its length. The script searches for multipliers with which
few names share a slot.
"""
import os, random, re, sys

HERE = os.path.dirname(os.path.abspath(__file__))
MASK = (1 << 64) - 1
HEADER = "// Made by make_names.py from %s. Do not edit.\n\n"
KEYWORDS = set("""associatedtype class deinit enum extension fileprivate func import init inout internal let open
operator private precedencegroup protocol public rethrows static struct subscript typealias var break case catch
continue default defer do else fallthrough for guard if in repeat return throw switch where while Any as await
catch false is nil self Self super throw throws true try""".split())
STRIP = [("urn:ietf:params:xml:ns:xmpp-", ""), ("urn:ietf:params:xml:ns:", ""), ("urn:xmpp:", ""),
         ("http://jabber.org/protocol/", ""), ("http://jabber.org/features/", "feature-"), ("http://", ""), ("urn:", "")]


def read(name):
    rows = []
    for line in open(os.path.join(HERE, name), encoding="utf-8"):
        line = line.strip()
        if line and not line.startswith("#"):
            rows.append(line.split())
    texts = [row[0] for row in rows]
    if len(set(texts)) != len(texts):
        sys.exit("%s names something twice: %s" % (name, [t for t in texts if texts.count(t) > 1]))
    return rows


def camel(text):
    parts = [p for p in re.split(r"[^A-Za-z0-9]+", text) if p]
    name = parts[0] + "".join(p[0].upper() + p[1:] for p in parts[1:])
    return "n" + name if name[0].isdigit() else name


def identifiers(rows, strip):
    used, out = set(), []
    for row in rows:
        text = row[0]
        if len(row) > 1:
            name = row[1]
        else:
            short = text
            if strip:
                for prefix, to in STRIP:
                    if text.startswith(prefix):
                        short = to + text[len(prefix):]
                        break
            name = camel(short)
            if name in used:
                name = camel(text)
        while name in used:
            name += "_"
        used.add(name)
        out.append(name)
    return out


def word(data):
    return int.from_bytes(data, "little")


def key(text):
    data = text.encode()
    return word(data[:8]), word(data[-8:]) if len(data) > 8 else 0, len(data)


def slots(keys, bits, hot):
    """Finds multipliers that spread the keys (number, head, tail, length) over a table."""
    rng = random.Random(6120)
    best = None
    for _ in range(300):
        k = [rng.getrandbits(64) | 1 for _ in range(3)]
        table = [0] * (1 << bits)
        total = longest = hot_misses = 0
        for n, head, tail, length in keys:
            slot = ((head * k[0] ^ tail * k[1] ^ (length * k[2] if tail else 0)) & MASK) >> (64 - bits)
            probes = 1
            while table[slot]:
                slot = (slot + 1) & ((1 << bits) - 1)
                probes += 1
            table[slot] = n
            total += probes
            longest = max(longest, probes)
            hot_misses += probes > 1 and n <= hot
        score = (hot_misses, longest, total)
        if best is None or score < best[0]:
            best = (score, k, table)
    return best


def array(name, kind, values, width):
    lines, line = [], ""
    for v in values:
        item = ("0x%X" % v if kind == "UInt64" else "%d" % v) + ","
        if len(line) + len(item) + 1 > width:
            lines.append(line)
            line = ""
        line += (" " if line else "") + item
    lines.append(line)
    return "let %s: [%s] = [\n" % (name, kind) + "".join("    %s\n" % l for l in lines) + "]\n\n"


def table(name, keys, bits, hot):
    score, k, slot_ids = slots(keys, bits, hot)
    out = "// %d names; longest probe %d, %.2f on average.\n" % (len(keys), score[1], score[2] / len(keys))
    for i, m in enumerate(k):
        out += "let %sMultiplier%d: UInt64 = 0x%X\n" % (name, i, m)
    out += "let %sSlotShift: UInt64 = %d\n\n" % (name, 64 - bits)
    out += array(name + "SlotIDs", "UInt16", slot_ids, 114)
    heads = {n: head for n, head, _, _ in keys}
    return out + array(name + "SlotHeads", "UInt64", [heads.get(n, 0) for n in slot_ids], 114)


def tables(name, rows, bits, hot):
    """One table for names of up to eight bytes, which their head identifies, and one for longer ones."""
    texts = [r[0] for r in rows]
    keys = [(n,) + key(t) for n, t in enumerate(texts, 1)]
    short = [k for k in keys if k[3] <= 8]
    out = table(name + "Short", short, bits, hot) if short else ""
    out += table(name + "Long", [k for k in keys if k[3] > 8], bits, hot)
    middles, starts = [], [0]
    for t in texts:
        data = t.encode()
        starts.append(len(middles))
        offset = 8
        while offset + 8 < len(data):
            middles.append(word(data[offset:offset + 8]))
            offset += 8
    out += "// First word, last word and length of each name, by id.\n"
    out += array(name + "Heads", "UInt64", [0] + [k[1] for k in keys], 114)
    out += array(name + "Tails", "UInt64", [0] + [k[2] for k in keys], 114)
    out += array(name + "Lengths", "UInt8", [0] + [k[3] for k in keys], 114)
    out += "// Words between the first and the last eight bytes of long names, and where each name's begin.\n"
    out += array(name + "Middles", "UInt64", middles or [0], 114)
    out += array(name + "MiddleStarts", "UInt16", starts, 114)
    return out


def constants(kind, rows, strip):
    out = "extension %s {\n" % kind
    for n, (row, ident) in enumerate(zip(rows, identifiers(rows, strip)), 1):
        shown = "`%s`" % ident if ident in KEYWORDS else ident
        out += "    /// `%s`\n    public static var %s: %s { %s(id: %d) }\n" % (row[0], shown, kind, kind, n)
    return out + "}\n"


def main():
    names, spaces = read("local-names.txt"), read("namespaces.txt")
    both = "local-names.txt and namespaces.txt"
    files = {
        "LocalName+WellKnown.swift": HEADER % "local-names.txt" + constants("LocalName", names, False),
        "NamespaceName+WellKnown.swift": HEADER % "namespaces.txt" + constants("NamespaceName", spaces, True),
        "NameTables.swift": (HEADER % both + tables("localName", names, 10, 120)
                             + tables("namespace", spaces, 10, 60)).rstrip() + "\n",
    }
    stale = []
    for name, text in files.items():
        path = os.path.join(HERE, name)
        if "--check" in sys.argv:
            if not os.path.exists(path) or open(path, encoding="utf-8").read() != text:
                stale.append(name)
        else:
            open(path, "w", encoding="utf-8").write(text)
    if stale:
        sys.exit("out of date: " + ", ".join(stale) + " (run make_names.py)")


main()
