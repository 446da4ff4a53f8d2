#!/usr/bin/env python3
"""Writes vectors.tsv: what other implementations make of many texts; and some of these as seeds for fuzzers.

usage: make_vectors.py [FOLDER]     write FOLDER/vectors.tsv and FOLDER/seeds; this folder if none is given

Needs Python 3.13 (Unicode 15.1, for lower case) and, for one Unicode version in all the rest,
`pip install unicodedata2==18.0.0 idna==3.20 precis-i18n==1.1.2`. The README says what the
columns mean and which implementation is behind each.
"""
import os, random, stringprep, sys
import unicodedata as python_data
import unicodedata2 as ucd

sys.modules["unicodedata"] = ucd  # for idna
import idna
from idna import idnadata
from precis_i18n import get_profile

python32 = python_data.ucd_3_2_0
PRECIS = [get_profile(name, unicodedata=ucd) for name in
          ("UsernameCaseMapped", "UsernameCasePreserved", "OpaqueString", "NicknameCasePreserved", "NicknameCaseMapped")]
SCALARS = [c for c in range(0x110000) if not 0xD800 <= c < 0xE000]
CATEGORY = {c: ucd.category(chr(c)) for c in SCALARS}
ASSIGNED = [c for c in SCALARS if CATEGORY[c] not in ("Cn", "Co")]
rng = random.Random(7622)


# ---- The oracles. Each returns text, or None for refused.

def precis(profile, text):
    try:
        return profile.enforce(text)
    except UnicodeEncodeError:
        return None


def mapped(text):
    """RFC 5895 section 2, but for capitals that are valid themselves: Cherokee, which has no valid small letters."""
    text = "".join(ch if ord(ch) in NAME_LETTERS else ch.lower() for ch in text)
    def width(ch):
        to = ucd.decomposition(ch).split()
        return chr(int(to[1], 16)) if to and to[0] in ("<wide>", "<narrow>") else ch
    return ucd.normalize("NFC", "".join(map(width, text))).replace("\u3002", ".")


NAME_LETTERS = {c for r in idnadata.codepoint_classes["PVALID"] for c in range(r >> 32, r & 0xFFFFFFFF)}


def labels(text):
    name = mapped(text)
    name = name[:-1] if name.endswith(".") else name
    return name.split(".")


def unicode_form(text):
    try:
        out = []
        for label in labels(text):
            out.append(idna.ulabel(label))
            idna.alabel(out[-1])
            if len(label) > 63:
                return None
        return ".".join(out)
    except (idna.IDNAError, UnicodeError):
        return None


def ascii_form(text):
    try:
        # To idna an empty label at the end is the root.
        return idna.encode(".".join(labels(text)), strict=True).decode() if "" not in labels(text) else None
    except (idna.IDNAError, UnicodeError):
        return None


def saslprep(text, stored):
    """RFC 4013 on the tables of Python's stringprep."""
    text = "".join(" " if stringprep.in_table_c12(ch) else ch for ch in text)
    text = "".join(ch for ch in text if not stringprep.in_table_b1(ch))
    text = python32.normalize("NFKC", text)
    for ch in text:
        if any(f(ch) for f in (stringprep.in_table_c12, stringprep.in_table_c21_c22, stringprep.in_table_c3,
                               stringprep.in_table_c4, stringprep.in_table_c5, stringprep.in_table_c6,
                               stringprep.in_table_c7, stringprep.in_table_c8, stringprep.in_table_c9)):
            return None
        if stored and stringprep.in_table_a1(ch):
            return None
    if any(map(stringprep.in_table_d1, text)):
        if any(map(stringprep.in_table_d2, text)):
            return None
        if not (stringprep.in_table_d1(text[0]) and stringprep.in_table_d1(text[-1])):
            return None
    return text


def row(text):
    out = [precis(p, text) for p in PRECIS]
    out += [unicode_form(text), ascii_form(text), saslprep(text, True), saslprep(text, False)]
    return out + [ucd.normalize("NFC", text), ucd.normalize("NFKC", text)]


# ---- The texts

def packed(ranges):
    return [c for r in ranges for c in range(r >> 32, r & 0xFFFFFFFF)]


def word(c):
    """The first word of the name, which is the script for letters."""
    return ucd.name(chr(c), "").split(" ")[0].split("-")[0]


def some(things, most):
    things = list(things)
    return rng.sample(things, min(most, len(things)))


def groups(key):
    found = {}
    for c in ASSIGNED:
        found.setdefault(key(c), []).append(c)
    return found


def join(*codes):
    return "".join(map(chr, codes))


def texts():
    hangul = set(some(range(0xAC00, 0xD7A4), 150))
    # Every script, category, direction, class: alone, behind a letter, between letters of both directions.
    for group in groups(lambda c: (word(c), CATEGORY[c], ucd.bidirectional(chr(c)), ucd.combining(chr(c)))).values():
        for c in some(group, 1 if len(group) < 3 else 2):
            yield chr(c)
            yield "a" + chr(c)
            yield rng.choice(["\u05d0%s\u05d1", "x%sy", "\u0627%s\u0627", "e%s\u0301"]) % chr(c)
    # All that changes case, width or is a space; all that needs a context.
    for c in ASSIGNED:
        if chr(c).lower() != chr(c) or ucd.decomposition(chr(c))[:3] in ("<wi", "<na") or CATEGORY[c] == "Zs":
            yield "b%s" % chr(c) if CATEGORY[c] == "Zs" else chr(c)
    # All that decomposes but most ideographs and Hangul, in one of three surroundings.
    for c in ASSIGNED:
        if ucd.decomposition(chr(c)) and not (0xF900 <= c < 0xFB00 or c >= 0x2F800 or 0xAC00 <= c < 0xD7A4) or c in hangul:
            yield rng.choice(["%s", "a%s", "%s\u0323\u0301"]) % chr(c)
            if not ucd.decomposition(chr(c)).startswith("<"):
                yield rng.choice(["%s", "%sq", "\u5b57%s"]) % ucd.normalize("NFD", chr(c))
    yield from map(chr, some(list(range(0xF900, 0xFADA)) + list(range(0x2F800, 0x2FA1E)), 150))
    # Those that Unicode 3.2 decomposed otherwise.
    yield from map(chr, (0x2F868, 0x2F874, 0x2F91F, 0x2F95F, 0x2F9BF))
    # Code points that are not characters, or not yet.
    yield from map(chr, some((c for c in SCALARS if CATEGORY[c] == "Cn"), 300))
    yield from map(chr, some((c for c in SCALARS if CATEGORY[c] == "Co"), 20))
    yield from map(chr, range(0x80))
    yield from ("a" + chr(c) + "b" for c in range(0x100))
    # Code points that Unicode 3.2 does not have, with marks it does and does not have.
    new = [c for c in ASSIGNED if stringprep.in_table_a1(chr(c))]
    for c in some(new, 600):
        yield "a" + chr(c) + rng.choice(["", "\u0301", "\u0327\u0301", "z"])
    # Texts of one script.
    for name, group in sorted(groups(word).items()):
        for _ in range(4 if len(group) > 9 else 0):
            yield "".join(map(chr, rng.choices(group, k=rng.randint(2, 6))))
    marks = [c for c in ASSIGNED if ucd.combining(chr(c))]
    bases = [ord(ch) for ch in "aeiouAEIOUnsz\u00e5\u0391\u03c5\u0410\u0438\u1100\u1161\u11a8\uac00\u0f71\u09c7\u0b47"]
    common = [c for c in marks if c < 0x370]
    for _ in range(1500):
        length = rng.choice([1, 2, 2, 3, 4, 9])
        yield chr(rng.choice(bases)) + "".join(map(chr, rng.choices(rng.choice([common, marks]), k=length)))
    yield "a" + "\u0301\u0323" * 60
    for _ in range(300):
        yield "".join(chr(rng.choice([rng.randrange(0x1100, 0x1113), rng.randrange(0x1161, 0x1176),
                                      rng.randrange(0x11A7, 0x11C3), rng.randrange(0xAC00, 0xD7A4)])) for _ in range(4))
    # Directions: short rows of all classes, with letters of few scripts so that the rest is valid.
    by_direction = {"L": "az\u03b1\u4e00", "R": "\u05d0\u05ea\u07ca", "AL": "\u0627\u0628\u0645\u0710", "AN": "\u0660\u0669",
                    "EN": "019\u06f0", "NSM": "\u0301\u05b0\u064b", "ES": "-+", "CS": ",.", "ET": "#\u0025", "ON": "!;\u0375",
                    "BN": "\u200c\u200d", "B": "\u2029", "S": "\t"}
    for _ in range(3000):
        kinds = rng.choices(["L", "R", "AL", "AN", "EN", "NSM", "ES", "CS", "ET", "ON", "BN", "B", "S"],
                            weights=[4, 9, 9, 4, 6, 4, 1, 0.3, 1, 1, 1, 0.2, 0.2], k=rng.randint(1, 6))
        yield "".join(rng.choice(by_direction[k]) for k in kinds)
    # Joiners, between letters of every joining type and behind viramas.
    joining = {t: packed(idnadata.joining_types[t]) for t in "DLRT"}
    viramas = [c for c in marks if ucd.combining(chr(c)) == 9]
    for _ in range(1500):
        def part():
            kind = rng.choice("DDDLRRT0V")
            if kind == "0":
                return rng.choice("a\u05d0\u0915\u0633")
            return chr(rng.choice(viramas if kind == "V" else joining[kind]))
        yield part() + part() + rng.choice("\u200c\u200c\u200d") + part() + part()
    # The other contexts.
    around = "l\u00b7\u0375\u03b1\u1f00\u05f3\u05f4\u05d0\u30fb\u3042\u30a2\u4e00\u0660\u06f0\u0627a1"
    for _ in range(1500):
        yield "".join(rng.choices(around, k=rng.randint(1, 5)))
    # Names of domains.
    letters = [c for c in packed(idnadata.codepoint_classes["PVALID"]) if c >= 0x80 and ucd.bidirectional(chr(c)) == "L"]
    small = [c for c in letters if c < 0x600]
    for _ in range(2000):
        parts = []
        for _ in range(rng.choice([1, 1, 2, 3])):
            kind = rng.randrange(8)
            label = "".join(map(chr, rng.choices(rng.choice([small, small, letters]), k=rng.randint(1, 8))))
            if kind < 3:
                label = label.encode("punycode").decode()
                label = rng.choice(["xn--", "XN--", "Xn--", "xn-"]) + rng.choice([label, label.upper(), label[:-1], "-" + label])
                if kind == 0:
                    at = rng.randrange(len(label))
                    label = label[:at] + rng.choice("abz019-\u00fc") + label[at + 1:]
            elif kind == 3:
                label = "".join(rng.choices("abcXYZ019--_ ", k=rng.randint(1, 8)))
            elif kind == 4:
                label = rng.choice(["example", "localhost", "127", "0", "xn--", "xn--a", "a--b", "ab--c", "-a", "a-", "com"])
            elif kind == 5:
                label = rng.choice(["-%s", "%s-", "ab--%s", "A%s", "%s\u0308", "\uff41%s", "%s\uff0d"]) % label
            parts.append(label)
        yield rng.choice([".", ".", ".", "\u3002", "\uff0e", "\uff61", ".."]).join(parts) + rng.choice(["", "", "", ".", "..", "\u3002"])
    for length in (58, 59, 60, 62, 63, 64):
        yield "a" * length
        yield "\u00fc" * length
        yield "\u00fc" + "a" * length
        yield "xn--" + "a" * length
    for rest in (56, 57, 58):
        yield "\u00fc" + "a" * rest
    yield ".".join(["a" * 63] * 3 + ["a" * 61])
    for _ in range(40):
        yield ".".join(rng.choice(["abc", "1a", "\u05d0", "\u05d01", "\u0627\u0628", "b\u00fccher", "a1"]) for _ in range(2))
    # Spaces in nicknames and passwords.
    for _ in range(300):
        yield "".join(rng.choices("  \u00a0\u3000\u2003abZ\u00a8\u2163\u03d4\u03d3", k=rng.randint(1, 7)))
    # Sigma at the end of a word.
    yield from ("\u039f\u03a3", "\u039f\u03a3\u039f", "\u03a3", "a\u03a3.\u03a3\u03b1", "\u03b1\u03a3\u0301", "\u03a3\u03a3")
    # Letters newer than Python's lower case.
    yield from map(chr, sorted(SHOWN))
    # Anything at all.
    for _ in range(800):
        yield "".join(map(chr, rng.choices(ASSIGNED, k=rng.randint(1, 3))))


def asks_later_class(text):
    """Whether normalization to Unicode 3.2 meets marks of later versions, which Python sorts by their classes of now."""
    return any(ucd.combining(ch) and stringprep.in_table_a1(ch) for ch in text)


# Letters newer than the Python whose lower case is asked for; a few are let in to show it.
TOO_NEW = {c for c in ASSIGNED if python_data.category(chr(c)) == "Cn" and CATEGORY[c] in ("Lu", "Lt")}
SHOWN = {0x10D50, 0x16EA0}
# Letters whose joining type the tables of precis-i18n (Unicode 17) do not have.
TOO_NEW_TO_JOIN = {c for t in "DLRT" for c in packed(idnadata.joining_types[t])
                   if PRECIS[0].base.ucd._join_type(c) != t} - {0x10EDC}


def escaped(text):
    return "".join(ch if "!" < ch <= "~" and ch not in "\\=<" else "\\%X;" % ord(ch) for ch in text)


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
    seen = set()
    os.makedirs(os.path.join(folder, "seeds"), exist_ok=True)
    with open(os.path.join(folder, "vectors.tsv"), "w", encoding="ascii", newline="\n") as file:
        file.write("input\tmapped\tpreserved\topaque\tnickname\tcompared\tunicode\tascii\tstored\tquery\tnfc\tnfkc\n")
        for text in texts():
            if text in seen or TOO_NEW & set(map(ord, text)) - SHOWN:
                continue
            if "\u200c" in text and TOO_NEW_TO_JOIN & set(map(ord, text)):
                continue
            seen.add(text)
            if len(seen) % 300 == 0 and text:
                with open(os.path.join(folder, "seeds", "%03d.txt" % (len(seen) // 300)), "wb") as seed:
                    seed.write(text.encode())
            cells = ["!" if out is None else "=" if out == text else escaped(out) for out in row(text)]
            cells = ["<" if n and len(cell) > 1 and cell == cells[n - 1] else cell for n, cell in enumerate(cells)]
            if asks_later_class(text):
                cells[8] = "?"
                if cells[9] == "<":
                    cells[9] = escaped(ucd.normalize("NFC", text))
            while cells and cells[-1] == "=":
                cells.pop()
            file.write("\t".join([escaped(text)] + cells) + "\n")
    print(len(seen), "texts")


if __name__ == "__main__":
    main()
