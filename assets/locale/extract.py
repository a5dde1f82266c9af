"""Writes ``handoff.pot``: every English sentence of the game, for translators.

Run it from anywhere after adding or changing a sentence::

    python assets/locale/extract.py

A translation is ``assets/locale/<language>/LC_MESSAGES/handoff.po``, compiled with
``pybabel compile -d assets/locale -D handoff``.
"""

from io import BytesIO
from pathlib import Path
from typing import cast

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

HERE = Path(__file__).resolve().parent
GAME = HERE.parent.parent / "game"
TEMPLATE = HERE / "handoff.pot"
KEYWORDS = {"sentence": None, "counted": (1, 2)}


def extracted() -> Catalog:
    """Return the catalogue of all sentences in the code, in the order of files and lines."""
    catalogue = Catalog(project="Handoff", charset="utf-8", fuzzy=False)
    for path in sorted(GAME.rglob("*.py")):
        place = path.relative_to(GAME.parent).as_posix()
        for _, text, comments, _ in extract_from_file("python", path, keywords=KEYWORDS):
            # Places without line numbers: a template must not change with every line of code.
            catalogue.add(text, locations=[_without_line(place)], auto_comments=comments)
    return catalogue


def _without_line(place: str) -> tuple[str, int]:
    """Return a place with no line number, which Babel allows and its types do not say."""
    return cast("tuple[str, int]", (place, None))


def template_bytes(catalogue: Catalog) -> bytes:
    """Return a catalogue as the text of a template, without dates."""
    written = BytesIO()
    write_po(written, catalogue, omit_header=True, width=100, include_lineno=False)
    return written.getvalue()


def committed() -> Catalog:
    """Return the template as it stands beside this script."""
    with TEMPLATE.open("rb") as file:
        return read_po(file)


def main() -> None:
    """Write the template."""
    catalogue = extracted()
    TEMPLATE.write_bytes(template_bytes(catalogue))
    print(f"{TEMPLATE.name}: {len(catalogue)} sentences")


if __name__ == "__main__":
    main()
