"""Make the game's four font files from Inter: tabular digits, a smaller alphabet, a new name.

Digits of equal width keep a column of figures aligned and a counting figure still. The window's
text renderer cannot ask a font for its tabular digits, so they become the ordinary ones here.

    python assets/build_fonts.py FOLDER_WITH_INTER_TTF assets/fonts

The source folder is searched with its subfolders for ``Inter_400Regular.ttf`` and its sisters.
The same sources and the same fontTools give the same bytes.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from fontTools import subset, ttLib  # type: ignore[import-untyped]  # fontTools ships no types

FAMILY = "Handoff Sans"
WEIGHTS = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}

#: Characters that trade their own glyph for the tabular one. Comma, point and space stay as they
#: are: they stand at the same place in every row, and prose needs them narrow.
TABULAR = "0123456789+−±×÷=≠≈<>≤≥"

#: Unicode blocks kept, as first and last code point; the font may know only part of a block.
BLOCKS = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x024F),  # Latin-1, Latin Extended-A and -B
    (0x02B0, 0x036F),  # spacing modifiers and combining accents
    (0x0370, 0x03FF),  # Greek
    (0x1E00, 0x1EFF),  # Latin Extended Additional: names of people
    (0x2000, 0x206F),  # punctuation and the no-break spaces of Babel's numbers
    (0x2070, 0x209F),  # superscripts and subscripts
    (0x20A0, 0x20CF),  # currencies
    (0x2100, 0x218F),  # letter-like symbols and fractions
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematics
    (0x2300, 0x23FF),  # the names of keys
    (0x25A0, 0x25FF),  # triangles, discs, squares
    (0x2600, 0x27BF),  # signs and ticks
)

#: Kerning, accents and the letter shapes of a language. Inter's contextual alternates are left
#: out: they would set some figures with glyphs that are not tabular.
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl"]

#: Name records handed on unchanged: copyright, trademark, maker, designer, addresses, licence.
KEPT_NAMES = {0, 7, 8, 9, 11, 12, 13, 14}


def build_font(source: Path, weight: int, target: Path) -> None:
    """Write one weight of the game's font to ``target``; ``weight`` is a key of ``WEIGHTS``."""
    with ttLib.TTFont(source, recalcTimestamp=False) as font:
        set_tabular(font)
        keep_needed_glyphs(font)
        rename(font, weight)
        font.save(target)


def set_tabular(font: ttLib.TTFont) -> None:
    """Point the characters of ``TABULAR`` at the glyphs that the font's tnum feature gives."""
    tabular = tnum_glyphs(font)
    for table in font["cmap"].tables:
        for character in map(ord, TABULAR):
            glyph = table.cmap.get(character)
            # Two tables may share one mapping, so a character may have changed already.
            if glyph in tabular:
                table.cmap[character] = tabular[glyph]


def tnum_glyphs(font: ttLib.TTFont) -> dict[str, str]:
    """Return proportional glyph name → tabular glyph name, from the font's substitutions."""
    substitutions = font["GSUB"].table
    lookups = {
        index
        for record in substitutions.FeatureList.FeatureRecord
        if record.FeatureTag == "tnum"
        for index in record.Feature.LookupListIndex
    }
    found: dict[str, str] = {}
    for index in sorted(lookups):
        for subtable in substitutions.LookupList.Lookup[index].SubTable:
            # Large fonts wrap a lookup in an "extension" that only holds its address.
            found.update(getattr(subtable, "ExtSubTable", subtable).mapping)
    return found


def keep_needed_glyphs(font: ttLib.TTFont) -> None:
    """Drop every glyph outside ``BLOCKS`` and every feature outside ``FEATURES``."""
    options = subset.Options()
    options.layout_features = FEATURES
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.hinting = False
    options.glyph_names = False
    options.drop_tables = [*options.drop_tables, "STAT"]  # only a variable font needs it
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted_characters())
    subsetter.subset(font)


def wanted_characters() -> Iterator[int]:
    """Yield the code points of ``BLOCKS``."""
    return chain.from_iterable(range(first, last + 1) for first, last in BLOCKS)


def rename(font: ttLib.TTFont, weight: int) -> None:
    """Give the font its own name, so that nobody takes it for Inter."""
    style = WEIGHTS[weight]
    version = str(font["name"].getDebugName(5))
    names = font["name"]
    names.names = [record for record in names.names if record.nameID in KEPT_NAMES]
    postscript = f"{FAMILY.replace(' ', '')}-{style}"
    for name_id, text in {
        **family_names(style),
        3: f"{postscript};{version}",
        4: f"{FAMILY} {style}",
        5: f"{version};tabular digits",
        6: postscript,
        10: "Inter by The Inter Project Authors, with tabular digits and fewer glyphs.",
    }.items():
        names.setName(text, name_id, 3, 1, 0x409)


def family_names(style: str) -> dict[int, str]:
    """Return the family and style records; old programs know only Regular and Bold in a family."""
    if style in {"Regular", "Bold"}:
        return {1: FAMILY, 2: style}
    return {1: f"{FAMILY} {style}", 2: "Regular", 16: FAMILY, 17: style}


def main() -> None:
    """Build all four weights from the folders given on the command line."""
    parser = argparse.ArgumentParser(description="Build Handoff Sans from Inter 4.")
    parser.add_argument("source", type=Path, help="folder holding Inter's TTF files")
    parser.add_argument("target", type=Path, help="folder for the finished fonts")
    folders = parser.parse_args()
    for weight, style in WEIGHTS.items():
        source = next(folders.source.rglob(f"Inter_{weight}{style}.ttf"), None)
        if source is None:
            parser.error(f"no Inter_{weight}{style}.ttf under {folders.source}")
        build_font(source, weight, folders.target / f"HandoffSans-{weight}.ttf")


if __name__ == "__main__":
    main()
