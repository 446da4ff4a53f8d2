#!/usr/bin/env python3
"""Writes the Unicode tables of UnicodeProfiles.

usage: make_tables.py           write UnicodeTables.swift and StringprepTables.swift beside this script
       make_tables.py --check   exit 1 if they are not what would be written

Needs `pip install unicodedata2==18.0.0 idna==3.20`: the former has categories, classes and
decompositions of one Unicode version, the latter scripts, joining types and, in its mapping
table, lower case of letters newer than Python itself. Both must be of the version below. The
tables of RFC 3454 (Unicode 3.2) are those of Python's own `stringprep`.

The derived properties are worked out here by RFC 5892 section 3 and RFC 8264 section 8.
"""
import bisect, os, stringprep, sys
import unicodedata as python_data
import unicodedata2 as ucd
from idna import idnadata, uts46data

VERSION = "18.0.0"
HERE = os.path.dirname(os.path.abspath(__file__))
ALL = range(0x110000)
if {ucd.unidata_version, idnadata.__version__, uts46data.__version__} != {VERSION}:
    sys.exit("unicodedata2 and idna must be of Unicode %s" % VERSION)

CATEGORY = [ucd.category(chr(c)) for c in ALL]


def among(*ranges):
    return {c for first, last in ranges for c in range(first, last + 1)}


def packed(ranges):
    return {c for r in ranges for c in range(r >> 32, r & 0xFFFFFFFF)}


NONCHARACTER = among((0xFDD0, 0xFDEF)) | {p << 16 | x for p in range(17) for x in (0xFFFE, 0xFFFF)}
UNASSIGNED = {c for c in ALL if CATEGORY[c] == "Cn"} - NONCHARACTER

# ---- Case

def lower(c):
    """Unicode's full lower case without the conditions on neighbours."""
    if python_data.category(chr(c)) != "Cn":
        return chr(c).lower()
    if CATEGORY[c] in ("Lu", "Lt"):
        return mapped(c)
    return chr(c)


def fold(c):
    if python_data.category(chr(c)) != "Cn":
        return chr(c).casefold()
    return mapped(c) if CATEGORY[c] in ("Lu", "Lt") else chr(c)


def mapped(c):
    """What UTS #46 maps a letter to, which for new letters is their lower case."""
    at = bisect.bisect_right(uts46data.uts46_starts, c) - 1
    if chr(uts46data.uts46_statuses[at]) != "M":
        return chr(c)
    to = replacement(at)
    if len(to) != 1 or CATEGORY[ord(to)] not in ("Ll", "Lo") or ucd.normalize("NFKC", chr(c)) != chr(c):
        sys.exit("U+%04X: is %r its lower case?" % (c, to))
    return to


def replacement(at):
    to = uts46data.uts46_replacements[at]
    if to is None:
        sys.exit("no replacement")
    return to


LOWER = {c: lower(c) for c in ALL if not 0xD800 <= c < 0xE000 and lower(c) != chr(c)}

# ---- Derived properties

DEFAULT_IGNORABLE = (
    ({c for c in ALL if CATEGORY[c] == "Cf"}
     - among((0xFFF9, 0xFFFB), (0x13430, 0x13440))
     # Prepended_Concatenation_Mark
     - among((0x600, 0x605), (0x6DD, 0x6DD), (0x70F, 0x70F), (0x890, 0x891), (0x8E2, 0x8E2), (0x110BD, 0x110BD),
             (0x110CD, 0x110CD)))
    # Variation_Selector
    | among((0x180B, 0x180D), (0x180F, 0x180F), (0xFE00, 0xFE0F), (0xE0100, 0xE01EF))
    # Other_Default_Ignorable_Code_Point
    | among((0x34F, 0x34F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x2065, 0x2065), (0x3164, 0x3164), (0xFFA0, 0xFFA0),
            (0xFFF0, 0xFFF8), (0xE0000, 0xE0000), (0xE0002, 0xE001F), (0xE0080, 0xE00FF), (0xE01F0, 0xE0FFF)))
WHITE_SPACE = among((9, 13), (0x20, 0x20), (0x85, 0x85), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A),
                    (0x2028, 0x2029), (0x202F, 0x202F), (0x205F, 0x205F), (0x3000, 0x3000))
# Hangul_Syllable_Type is L, V or T.
OLD_HANGUL_JAMO = among((0x1100, 0x11FF), (0xA960, 0xA97C), (0xD7B0, 0xD7C6), (0xD7CB, 0xD7FB))
# Combining_Diacritical_Marks_for_Symbols, Musical_Symbols, Ancient_Greek_Musical_Notation
IGNORABLE_BLOCKS = among((0x20D0, 0x20FF), (0x1D100, 0x1D1FF), (0x1D200, 0x1D24F))
LETTER_DIGITS = {"Ll", "Lu", "Lo", "Nd", "Lm", "Mn", "Mc"}
FREEFORM = {"Lt", "Nl", "No", "Me", "Zs", "Sm", "Sc", "Sk", "So", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po"}

UNASSIGNED_, DISALLOWED, CONTEXTJ, CONTEXTO, FREE, VALID = range(6)
# RFC 5892 section 2.6
EXCEPTIONS = {c: VALID for c in (0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007)}
EXCEPTIONS.update({c: CONTEXTO for c in (0xB7, 0x375, 0x5F3, 0x5F4, 0x30FB)})
EXCEPTIONS.update({c: CONTEXTO for c in among((0x660, 0x669), (0x6F0, 0x6F9))})
EXCEPTIONS.update({c: DISALLOWED for c in (0x640, 0x7FA, 0x302E, 0x302F, 0x3031, 0x3032, 0x3033, 0x3034, 0x3035, 0x303B)})


def nfkc(text):
    return ucd.normalize("NFKC", text)


def unstable(c):
    folded = "".join(fold(ord(x)) for x in nfkc(chr(c)))
    return nfkc(folded) != chr(c)


def idna(c):
    if c in EXCEPTIONS:
        return EXCEPTIONS[c]
    if c in UNASSIGNED:
        return UNASSIGNED_
    if c == 0x2D or 0x30 <= c <= 0x39 or 0x61 <= c <= 0x7A:
        return VALID
    if c in (0x200C, 0x200D):
        return CONTEXTJ
    if 0xD800 <= c < 0xE000 or c in NONCHARACTER or c in OLD_HANGUL_JAMO or c in IGNORABLE_BLOCKS:
        return DISALLOWED
    if c in DEFAULT_IGNORABLE or c in WHITE_SPACE or unstable(c):
        return DISALLOWED
    return VALID if CATEGORY[c] in LETTER_DIGITS else DISALLOWED


def precis(c):
    if c in EXCEPTIONS:
        return EXCEPTIONS[c]
    if c in UNASSIGNED:
        return UNASSIGNED_
    if 0x21 <= c <= 0x7E:
        return VALID
    if c in (0x200C, 0x200D):
        return CONTEXTJ
    if 0xD800 <= c < 0xE000 or c in OLD_HANGUL_JAMO or c in DEFAULT_IGNORABLE or c in NONCHARACTER:
        return DISALLOWED
    if CATEGORY[c] == "Cc":
        return DISALLOWED
    if nfkc(chr(c)) != chr(c):
        return FREE
    if CATEGORY[c] in LETTER_DIGITS:
        return VALID
    return FREE if CATEGORY[c] in FREEFORM else DISALLOWED


DIRECTIONS = {"L": 0, "R": 1, "AL": 2, "AN": 3, "EN": 4, "NSM": 5, "ES": 6, "CS": 6, "ET": 6, "ON": 6, "BN": 6}
JOINING = {c: n for n, t in enumerate("LRDT", 1) for c in packed(idnadata.joining_types[t])}
SCRIPTS = {c: n for n, names in ((1, ["Greek"]), (2, ["Hebrew"]), (3, ["Hiragana", "Katakana", "Han"]))
           for name in names for c in packed(idnadata.scripts[name])}
WIDTH = {c: int(ucd.decomposition(chr(c)).split()[1], 16) for c in ALL
         if ucd.decomposition(chr(c)).startswith(("<wide>", "<narrow>"))}


def properties(c):
    if 0xD800 <= c < 0xE000:
        return DISALLOWED | DISALLOWED << 3 | 7 << 6
    return (precis(c) | idna(c) << 3 | DIRECTIONS.get(ucd.bidirectional(chr(c)), 7) << 6 | JOINING.get(c, 0) << 9
            | SCRIPTS.get(c, 0) << 12 | (CATEGORY[c][0] == "M") << 14 | (ucd.combining(chr(c)) == 9) << 15
            | (CATEGORY[c] == "Zs") << 16 | (c in LOWER) << 17 | (c in WIDTH) << 18)


# ---- Normalization

def decompositions():
    """Records of (canonical, compatible) full decompositions; the entry of each character; pairs that compose."""
    records, entries, seconds, pairs = [], {}, set(), []
    for c in ALL:
        own = ucd.decomposition(chr(c))
        if not own or own.startswith("<"):
            continue
        parts = [int(x, 16) for x in own.split()]
        if len(parts) == 2 and ucd.normalize("NFC", chr(parts[0]) + chr(parts[1])) == chr(c):
            pairs.append((parts[0] << 21 | parts[1]) << 21 | c)
            seconds.add(parts[1])
    seconds |= among((0x1161, 0x1175), (0x11A8, 0x11C2))
    pool, known = [], {}
    for c in ALL:
        if 0xD800 <= c < 0xE000:
            continue
        char = chr(c)
        combining = ucd.combining(char)
        canonical, compatible = ucd.normalize("NFD", char), ucd.normalize("NFKD", char)
        if 0xAC00 <= c <= 0xD7A3:
            continue
        if compatible == char:
            entries[c] = combining | (0x100 if c in seconds else 0)
            continue
        assert c not in seconds, hex(c)
        first = canonical if canonical != char else ""
        second = compatible if compatible != canonical else ""
        # A composite whose first part composes with what is before it may change too.
        alone = ord(canonical[0]) not in seconds
        stable = alone and ucd.normalize("NFC", char) == char, alone and ucd.normalize("NFKC", char) == char
        # The class of a decomposable character is looked at only where it is stable.
        assert not (any(stable) and combining), hex(c)
        units = utf16(first) + utf16(second)
        if units not in known:
            known[units] = len(pool)
            pool.extend(units)
        record = known[units] | len(utf16(first)) << 16 | len(utf16(second)) << 20 | stable[0] << 30 | stable[1] << 31
        entries[c] = 0x200 + len(records)
        records.append(record)
    assert len(pool) < 1 << 16 and all(r >> 20 & 0x3F < 37 for r in records)
    return entries, records, pool, sorted(pairs)


def utf16(text):
    data = text.encode("utf-16-be")
    return tuple(data[i] << 8 | data[i + 1] for i in range(0, len(data), 2))


# ---- Output

def trie(name, value_of, kind, bits=None):
    """Three stages, with the block size that takes least."""
    values = [value_of(c) for c in ALL]
    size = 1 if kind == "UInt8" else 2
    best = None
    for b in (bits,) if bits else range(3, 9):
        blocks, numbers, second = {}, [], []
        for start in range(0, 0x110000, 1 << b):
            numbers.append(blocks.setdefault(tuple(values[start:start + (1 << b)]), len(blocks)))
        width = 1 << (12 - b)
        planes, first = {}, []
        for start in range(0, len(numbers), width):
            first.append(planes.setdefault(tuple(numbers[start:start + width]), len(planes)))
        cost = len(first) + 2 * width * len(planes) + size * len(blocks) * (1 << b)
        if best is None or cost < best[0]:
            best = cost, b, first, [n for p in planes for n in p], [v for block in blocks for v in block]
    cost, b, first, second, third = best
    return cost, [("let %sBlockBits: UInt32 = %d" % (name, b))] + [
        array("%sPlanes" % name, "UInt8", first), array("%sBlocks" % name, "UInt16", second)], third


def array(name, kind, values, radix=10):
    lines, line = ["let %s: [%s] = [" % (name, kind)], "   "
    for v in values:
        text = (" 0x%X," if radix == 16 else " %d,") % v
        if len(line) + len(text) > 120:
            lines.append(line)
            line = "   "
        line += text
    return "\n".join(lines + [line, "]"])


def unicode_tables():
    words = sorted({properties(c) for c in ALL})
    # Unlisted is unassigned: the first word must be that.
    index = {w: i for i, w in enumerate(words)}
    assert len(words) < 256
    cost1, stages1, third1 = trie("property", lambda c: index[properties(c)], "UInt8")
    entries, records, pool, pairs = decompositions()
    cost2, stages2, third2 = trie("normalization", lambda c: entries.get(c, 0), "UInt16")
    assert {c for c in WIDTH} - among((0xFF01, 0xFFEE)) == {0x3000} and WIDTH[0x3000] == 0x20
    narrow = [WIDTH.get(c, 0) for c in range(0xFF00, 0xFFEF)]
    runs = []
    for c in sorted(LOWER):
        to = LOWER[c]
        if c < 0x80:
            continue
        if len(to) != 1:
            assert (c, to) == (0x130, "i\u0307")
            continue
        if not runs or runs[-1][1] != ord(to) - c:
            runs.append((c, ord(to) - c))
    total = (cost1 + 4 * len(words) + cost2 + 4 * len(records) + 2 * len(pool) + 8 * len(pairs) + 2 * len(narrow)
             + 8 * len(runs))
    return "\n\n".join(
        ["// Made by make_tables.py. Do not edit.\n//\n// Unicode %s; %d bytes in all. See UNICODE-LICENSE.txt."
         % (VERSION, total),
         "/// The Unicode version of all tables but those of SASLprep.\npackage let unicodeVersion = \"%s\"" % VERSION]
        + stages1 + [array("propertyIndices", "UInt8", third1), array("propertyWords", "UInt32", words, 16)]
        + stages2 + [array("normalizationEntries", "UInt16", third2), array("decompositionRecords", "UInt32", records, 16),
                     array("decompositions", "UInt16", pool, 16), array("compositions", "UInt64", pairs, 16),
                     "// What stands for U+FF00 and the characters behind it; zero for nothing.",
                     array("narrowForms", "UInt16", narrow, 16),
                     "// A character with a lower case, and how far it is: the same for those up to the next.",
                     array("lowercaseStarts", "UInt32", [r[0] for r in runs], 16),
                     array("lowercaseOffsets", "Int32", [r[1] for r in runs])]) + "\n"


def stringprep_tables():
    def flags(c):
        char = chr(c)
        if 0xD800 <= c < 0xE000:
            return 8
        space = stringprep.in_table_c12(char)
        prohibited = (space or stringprep.in_table_c21_c22(char) or stringprep.in_table_c3(char)
                      or stringprep.in_table_c4(char) or stringprep.in_table_c5(char) or stringprep.in_table_c6(char)
                      or stringprep.in_table_c7(char) or stringprep.in_table_c8(char) or stringprep.in_table_c9(char))
        return (stringprep.in_table_a1(char) | stringprep.in_table_b1(char) << 1 | space << 2 | bool(prohibited) << 3
                | stringprep.in_table_d1(char) << 4 | stringprep.in_table_d2(char) << 5)
    cost, stages, third = trie("stringprep", flags, "UInt8")
    return "\n\n".join(["// Made by make_tables.py. Do not edit.\n//\n// The tables of RFC 3454, Unicode 3.2; %d bytes in all."
                        % cost] + stages + [array("stringprepFlags", "UInt8", third)]) + "\n"


def main():
    failed = False
    for name, text in (("UnicodeTables.swift", unicode_tables()), ("StringprepTables.swift", stringprep_tables())):
        path = os.path.join(HERE, name)
        if sys.argv[1:] == ["--check"]:
            if not os.path.exists(path) or open(path, encoding="utf-8").read() != text:
                print("%s is not what this script writes" % name)
                failed = True
        else:
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
    sys.exit(failed)


if __name__ == "__main__":
    main()
