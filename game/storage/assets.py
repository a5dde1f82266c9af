"""What came with the game: typeface, icons, sounds, starters of scenarios, languages."""

import io
from pathlib import Path
from typing import Final

from game.errors import StorageFailed, UnknownName
from game.storage.atomic import read_bytes, read_text
from game.storage.places import Places
from game.words import sentence

WEIGHTS: Final = (400, 500, 600, 700)
"""The weights of the typeface that are shipped."""

SOURCE_LANGUAGE: Final = "en"
"""The language of the sentences in the code, which needs no catalogue."""


def font_bytes(places: Places, weight: int = 400) -> bytes:
    """Return the typeface in the shipped weight that is nearest to the one asked for.

    Raises:
        StorageFailed: if the file is missing, which means that the installation is damaged.

    """
    nearest = min(WEIGHTS, key=lambda each: abs(each - weight))
    return _shipped(places.assets / "fonts" / f"HandoffSans-{nearest}.ttf")


def icon_text(places: Places, name: str) -> str:
    """Return the SVG of an icon.

    Raises:
        StorageFailed: if there is no such icon, which means that the installation is damaged.

    """
    return _shipped(places.assets / "icons" / f"{name}.svg").decode("utf-8")


def sound_bytes(places: Places, name: str) -> bytes:
    """Return a sound as the content of a WAV file.

    Raises:
        StorageFailed: if there is no such sound, which means that the installation is damaged.

    """
    return _shipped(places.assets / "sounds" / f"{name}.wav")


def starter_text(places: Places, kind: str) -> str:
    """Return what a new scenario file begins with: ``scenario``, or ``variant`` of another.

    Raises:
        StorageFailed: if the file is missing, which means that the installation is damaged.

    """
    return _shipped(places.assets / "starters" / f"{kind}.yaml").decode("utf-8")


def languages(places: Places) -> tuple[str, ...]:
    """Return the languages the game can speak, English first."""
    folders = sorted(places.assets.glob("locale/*/"))
    return (SOURCE_LANGUAGE, *(each.name for each in folders if _catalogue(each) is not None))


def catalogue_bytes(places: Places, language: str) -> bytes | None:
    """Return the compiled gettext catalogue of a language; None for English, which needs none.

    Raises:
        UnknownName: if there is no catalogue of that language.
        StorageFailed: if it cannot be read.

    """
    if language == SOURCE_LANGUAGE:
        return None
    file = _catalogue(places.assets / "locale" / language)
    if file is None:
        raise UnknownName(
            "unknown_language",
            sentence(
                "There is no language '{language}'. Choose one of: {known:either}.",
                language=language,
                known=languages(places),
            ),
        )
    return read_bytes(file) if file.suffix == ".mo" else _compiled(file)


def _catalogue(folder: Path) -> Path | None:
    for name in ("handoff.mo", "handoff.po"):
        if (folder / name).is_file():
            return folder / name
    return None


def _compiled(file: Path) -> bytes:
    from babel.messages.mofile import write_mo  # only where no .mo is shipped
    from babel.messages.pofile import PoFileError, read_po

    compiled = io.BytesIO()
    try:
        write_mo(compiled, read_po(io.StringIO(read_text(file)), abort_invalid=True))
    except PoFileError as error:
        raise StorageFailed(
            "bad_catalogue",
            sentence(
                "The catalogue {path} cannot be read: {reason}.",
                path=str(file),
                reason=str(error),
            ),
        ) from None
    return compiled.getvalue()


def _shipped(path: Path) -> bytes:
    try:
        return read_bytes(path)
    except StorageFailed:
        raise StorageFailed(
            "incomplete_installation",
            sentence(
                "{path}, which belongs to the game, cannot be read. Install Handoff again.",
                path=str(path),
            ),
        ) from None
