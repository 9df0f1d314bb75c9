"""Makes Rotom's fonts: Latin, Hangul and the signs of the window, out of Pretendard 1.3.9.

    npm pack pretendard@1.3.9 && tar xzf pretendard-1.3.9.tgz
    pip install fonttools==4.68.0
    python packaging/fonts/make.py package/dist/public/static assets/fonts

The licence (SIL OFL 1.1, assets/fonts/OFL.txt) reserves the name Pretendard for the original, so
what is made here has a name of its own.

Noto Emoji (NotoEmoji-Regular.ttf, version 3.006) lies there as it comes in the package
@expo-google-fonts/noto-emoji 0.4.7, with its licence; it reserves no name.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FAMILY = "Rotom Sans"
WEIGHTS = ("Regular", "SemiBold")

SIGNS = (
    (0x20, 0x17E),  # Latin
    (0x2010, 0x205E),  # dashes, quotation marks
    (0x20A0, 0x20BF),  # currencies
    (0x2100, 0x22FE),  # letter-like signs, arrows, mathematics
    (0x2300, 0x23FF),
    (0x2500, 0x275F),  # boxes, shapes, hearts, notes
    (0x3000, 0x301F),  # brackets of Korean
    (0x3131, 0x318E),  # letters of Hangul
    (0xAC00, 0xD7A3),  # all its syllables, because people type what they like
    (0xFF01, 0xFFEE),
)

FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl", "liga", "calt", "tnum")


def make(source: Path, weight: str, folder: Path) -> Path:
    """Writes one weight; the path of the file."""
    options = subset.Options()
    options.layout_features = list(FEATURES)
    options.name_IDs = ["*"]
    options.notdef_outline = True
    font = subset.load_font(source / f"Pretendard-{weight}.otf", options)
    signs = subset.Subsetter(options)
    signs.populate(unicodes=[code for first, last in SIGNS for code in range(first, last + 1)])
    signs.subset(font)
    _rename(font, weight)
    goal = folder / f"{FAMILY.replace(' ', '')}-{weight}.otf"
    subset.save_font(font, goal, options)
    return goal


def _rename(font: TTFont, weight: str) -> None:
    postscript = f"{FAMILY.replace(' ', '')}-{weight}"
    legacy = FAMILY if weight == "Regular" else f"{FAMILY} {weight}"
    names = font["name"]
    version = names.getDebugName(5)
    kept = {number: names.getDebugName(number) for number in (0, 8, 9, 11, 12, 13, 14)}
    names.names = []
    new = {
        1: legacy,
        2: "Regular",
        3: f"{version};{postscript}",
        4: f"{FAMILY} {weight}",
        5: version,
        6: postscript,
        16: FAMILY,
        17: weight,
    }
    for number, text in {**kept, **new}.items():
        if text:
            names.setName(text, number, 3, 1, 0x409)
    compact = font["CFF "].cff
    compact.fontNames = [postscript]
    top = compact[0]
    top.FullName, top.FamilyName = f"{FAMILY} {weight}", FAMILY
    for part in getattr(top, "FDArray", ()):
        part.FontName = postscript


def main() -> None:
    source, folder = map(Path, sys.argv[1:])
    for weight in WEIGHTS:
        print(make(source, weight, folder))


if __name__ == "__main__":
    main()
