#!/usr/bin/env python3
"""Writes the tables of well-known names from local-names.txt and namespaces.txt.

usage: make_names.py           write the Swift files beside this script
       make_names.py --check   exit 1 if they are not what would be written

A name is found by hashing three things: its first eight bytes, its last eight (if it
has more than eight) and its length. The script searches for multipliers with which
few names share a slot, and none of the hot ones has to wait for another.

A list has one name a line and, where the derived Swift identifier would not read well
or is taken, the identifier after it. Derived is: a well-known prefix of a namespace
dropped, then the parts between `-`, `:`, `/`, `#`, `_`, `.` joined in camel case; capitals
of the name itself stay (`FN`, `vCard`). Ids count from 1 in the order of the list.
"""
import os, random, re, sys

HERE = os.path.dirname(os.path.abspath(__file__))
MASK = (1 << 64) - 1
HEADER = "// Made by make_names.py from %s. Do not edit.\n\n"
KEYWORDS = set("""associatedtype class deinit enum extension fileprivate func import init inout internal let open
operator private precedencegroup protocol public rethrows static struct subscript typealias var break case catch
continue default defer do else fallthrough for guard if in repeat return throw switch where while Any as await
catch false is nil self Self super throw throws true try""".split())
# Members that Swift itself, or an optional, gives a type.
RESERVED = {"self", "Type", "Protocol", "init", "none", "some"}
# What chat, rooms, archives, publish-subscribe, OMEMO and Jingle have in nearly every stanza.
HOT = set("""message presence iq body from to id type lang xmlns stream version features error text query item jid name
node ver hash show status priority c x photo active composing paused inactive gone received request markable displayed
origin-id stanza-id by delay stamp result queryid forwarded sent private h r a subscription group ask idle since
occupant-id no-store no-permanent-store no-copy store encrypted header sid key prekey rid iv payload encryption namespace
pubsub event items publish retract bundle signedPreKeyPublic signedPreKeyId signedPreKeySignature identityKey prekeys
preKeyPublic preKeyId data seq jingle action initiator responder content creator senders description media payload-type
clockrate channels parameter value transport pwd ufrag candidate component foundation generation ip network port protocol
rel-addr rel-port role affiliation field var identity category feature set first last count max index ping reason code
subject thread nick reply reaction reactions urn:xmpp:sm:3 jabber:client jabber:server jabber:component:accept
http://etherx.jabber.org/streams http://jabber.org/protocol/chatstates urn:xmpp:receipts urn:xmpp:chat-markers:0
urn:xmpp:sid:0 urn:xmpp:delay urn:xmpp:hints http://jabber.org/protocol/caps vcard-temp:x:update urn:xmpp:idle:1
jabber:iq:roster urn:xmpp:mam:2 urn:xmpp:forward:0 urn:xmpp:carbons:2 urn:xmpp:occupant-id:0 urn:xmpp:ping
eu.siacs.conversations.axolotl urn:xmpp:eme:0 http://jabber.org/protocol/pubsub http://jabber.org/protocol/pubsub#event
urn:xmpp:avatar:data urn:xmpp:avatar:metadata http://jabber.org/protocol/ibb http://jabber.org/protocol/disco#info
http://jabber.org/protocol/disco#items urn:xmpp:jingle:1 urn:xmpp:jingle:apps:rtp:1 http://jabber.org/protocol/muc
urn:xmpp:jingle:transports:ice-udp:1 http://jabber.org/protocol/muc#user jabber:x:data http://jabber.org/protocol/rsm
urn:ietf:params:xml:ns:xmpp-stanzas urn:ietf:params:xml:ns:xmpp-bind urn:ietf:params:xml:ns:xmpp-sasl
urn:xmpp:reactions:0 urn:xmpp:reply:0 urn:xmpp:fallback:0""".split())
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
    # What the look-up takes for granted: lengths fit a byte, and no text has the zero that pads its words.
    if any(len(t.encode()) > 255 or "\0" in t for t in texts):
        sys.exit("%s: a name is too long or has a zero byte" % name)
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
        if name in used or name in RESERVED:
            sys.exit("the identifier %s of %s is taken: give another in a second column" % (name, text))
        used.add(name)
        out.append(name)
    return out


def word(data):
    return int.from_bytes(data, "little")


def key(text):
    data = text.encode()
    return word(data[:8]), word(data[-8:]) if len(data) > 8 else 0, len(data)


def slots(texts, keys, bits):
    """Finds multipliers that spread the keys (number, head, tail, length) over a table."""
    rng = random.Random(6120)
    best = None
    keys = sorted(keys, key=lambda k: texts[k[0] - 1] not in HOT)  # hot ones take their slots first
    for _ in range(1000):
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
            hot_misses += probes > 1 and texts[n - 1] in HOT
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


def middle(text):
    """The words between the first and the last eight bytes of a long name."""
    data = text.encode()
    return [word(data[offset:offset + 8]) for offset in range(8, len(data) - 8, 8)]


def table(name, texts, keys, bits, records, empty):
    """A record of some words in each slot: what tells a name, and what a token says of it."""
    score, k, slot_ids = slots(texts, keys, bits)
    out = "// %d names; longest probe %d, %.2f on average; %d hot ones beyond the first.\n" % (
        len(keys), score[1], score[2] / len(keys), score[0])
    # Nothing but the head tells short names apart.
    for i, m in enumerate(k if any(key[2] for key in keys) else k[:1]):
        out += "let %sMultiplier%d: UInt64 = 0x%X\n" % (name, i, m)
    out += "let %sSlotShift: UInt64 = %d\n" % (name, 64 - bits)
    out += "// In each slot: %s.\n" % records
    found = {key[0]: key for key in keys}
    words = []
    for n in slot_ids:
        words += empty if n == 0 else record(texts[n - 1], found[n])[:len(empty)]
    return out + array(name + "Slots", "UInt64", words, 114)


starts = {}


def record(text, key):
    n, head, tail, length = key
    about = n << 16 | length << 8
    if not tail:
        return [head, about]
    return [head, tail, about | starts[text] << 32, (middle(text) or [0])[0]]


def tables(name, rows, short_bits, long_bits):
    """One table for names of up to eight bytes, which their head identifies, and one for longer ones."""
    texts = [r[0] for r in rows]
    keys = [(n,) + key(t) for n, t in enumerate(texts, 1)]
    short, long = [k for k in keys if k[3] <= 8], [k for k in keys if k[3] > 8]
    middles = []
    for t in texts:
        starts[t] = len(middles)
        middles += middle(t)[1:]
    out = ""
    if name == "localName":
        # The look-up compares the middle once it has found a name by its ends, and does not go on after that.
        if len({k[1:] for k in keys}) != len(keys):
            sys.exit("two local names differ in the middle only")
        out = table(name + "Short", texts, short, short_bits, "the name, `about`", [0, 0xFF00])
    elif short:
        sys.exit("the look-up expects namespaces to be longer than eight bytes: " + texts[short[0][0] - 1])
    out += table(name + "Long", texts, long, long_bits,
                 "the first word, the last, `about` and where its middle begins, the second word", [0] * 4)
    out += "// Text of each name, by id.\n"
    out += "let %sTexts: [String] = [\n    \"\",\n" % name + "".join('    "%s",\n' % t for t in texts) + "]\n\n"
    out += "// Words of the middle, from the third word of a name on.\n"
    out += array(name + "Middles", "UInt64", middles or [0], 114)
    return out


def constants(kind, rows, strip):
    out = "extension %s {\n" % kind
    for n, (row, ident) in enumerate(zip(rows, identifiers(rows, strip)), 1):
        shown = "`%s`" % ident if ident in KEYWORDS else ident
        out += "    /// `%s`\n    @inlinable public static var %s: %s { %s(id: %d) }\n" % (row[0], shown, kind, kind, n)
    return out + "}\n"


def main():
    names, spaces = read("local-names.txt"), read("namespaces.txt")
    unknown = HOT - {row[0] for row in names + spaces}
    if unknown:
        sys.exit("hot, but in no list: " + " ".join(sorted(unknown)))
    both = "local-names.txt and namespaces.txt"
    files = {
        "LocalName+WellKnown.swift": HEADER % "local-names.txt" + constants("LocalName", names, False),
        "NamespaceName+WellKnown.swift": HEADER % "namespaces.txt" + constants("NamespaceName", spaces, True),
        "NameTables.swift": (HEADER % both + tables("localName", names, 11, 10)
                             + tables("namespace", spaces, 0, 10)).rstrip() + "\n",
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
