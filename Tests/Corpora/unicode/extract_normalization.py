#!/usr/bin/env python3
"""Writes normalization.tsv from Unicode's NormalizationTest.txt.

usage: extract_normalization.py NormalizationTest.txt

The file is in `tests/data` of the source distribution of pyunormalize 18.0.0 on PyPI, and on
unicode.org. All five columns are kept, without leading zeros and comments; `=` stands for the
source, `<` for the cell before, and equal cells at the end of a row are left out.
"""
import os, sys

HERE = os.path.dirname(os.path.abspath(__file__))


def main():
    lines = open(sys.argv[1], encoding="utf-8").read().splitlines()
    if not lines[0].startswith("# NormalizationTest-18.0.0"):
        sys.exit("not of Unicode 18.0.0")
    out = ["part\tsource\tnfc\tnfd\tnfkc\tnfkd"]
    part = None
    for line in lines:
        if line.startswith("@Part"):
            part = line[5]
            continue
        line = line.split("#")[0].strip()
        if not line:
            continue
        columns = line.split(";")[:5]
        columns = [c.lstrip("0") if " " not in c else " ".join(x.lstrip("0") for x in c.split()) for c in columns]
        cells = [columns[0]] + ["=" if c == columns[0] else c for c in columns[1:]]
        cells = ["<" if n > 1 and len(c) > 1 and c == cells[n - 1] else c for n, c in enumerate(cells)]
        while cells[-1] == "=":
            cells.pop()
        out.append("\t".join([part] + cells))
    with open(os.path.join(HERE, "normalization.tsv"), "w", encoding="ascii", newline="\n") as file:
        file.write("\n".join(out) + "\n")


if __name__ == "__main__":
    main()
