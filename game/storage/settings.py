"""What a player has set: look, size, sound, language; kept as JSON that a newer version may extend.

A setting that cannot be understood falls back on its usual value, and the player is told.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from types import MappingProxyType
from typing import Any, Final, Literal, TypeAlias

from game.errors import StorageFailed
from game.storage.atomic import aside, read_text, set_aside, write_text
from game.storage.places import Places
from game.words import Sentence, sentence

ThemeChoice: TypeAlias = Literal["system", "light", "dark", "high_contrast"]

THEMES: Final = ("system", "light", "dark", "high_contrast")
SMALLEST_TEXT, LARGEST_TEXT = 0.9, 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything a player may set, with its usual value."""

    theme: ThemeChoice = "dark"
    text_scale: float = 1.0  # 0.9–2.0
    reduce_motion: bool = False
    sound: bool = True
    volume: float = 0.5  # 0–1
    full_screen: bool = False
    language: str = ""  # "" = as the system says
    last_scenario: str = ""
    last_role: str = "all"
    tutorial_done: bool = False  # or put away
    tutorial_at: str = ""  # key of the step that waits; "" = the first
    unknown: Mapping[str, Any] = field(  # written by a newer version, kept as they are
        default_factory=lambda: MappingProxyType({}), repr=False
    )


def load_settings(places: Places) -> tuple[Settings, Sentence | None]:
    """Return the settings, and a sentence where some could not be understood; never raises."""
    content = _content(places)
    if content is None:
        return Settings(), sentence(
            "The settings in {path} cannot be read; the usual ones are used. "
            "The next change writes the file anew and keeps the old one as {kept}.",
            path=str(places.settings),
            kept=aside(places.settings).name,
        )
    known = {name for name in _NAMES if name in content}
    bad = tuple(sorted(name for name in known if not _FITS[name](content[name])))
    good = {name: content[name] for name in known if name not in bad}
    rest = {name: value for name, value in content.items() if name not in _NAMES}
    settings = Settings(**good, unknown=MappingProxyType(rest))
    return settings, _about(bad, places) if bad else None


def save_settings(places: Places, settings: Settings) -> None:
    """Write the settings.

    Raises:
        StorageFailed: if they cannot be written.

    """
    if _content(places) is None:
        set_aside(places.settings)
    content = {**settings.unknown, **{name: getattr(settings, name) for name in _NAMES}}
    write_text(places.settings, json.dumps(content, ensure_ascii=False, indent=1) + "\n")


def _content(places: Places) -> dict[str, Any] | None:
    """Return what the file holds, nothing where there is none; None if it cannot be understood."""
    try:
        content = json.loads(read_text(places.settings))
    except StorageFailed as failed:
        return {} if failed.code == "not_found" else None
    except (ValueError, RecursionError):
        return None
    return content if isinstance(content, dict) else None


def _about(bad: tuple[str, ...], places: Places) -> Sentence:
    return sentence(
        "In {path}, these settings are not understood, and their usual values are used: "
        "{bad:list}.",
        path=str(places.settings),
        bad=bad,
    )


def _is_bool(value: Any) -> bool:
    return isinstance(value, bool)


def _is_word(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= 80


def _is_scale(value: Any) -> bool:
    right = isinstance(value, int | float) and not isinstance(value, bool)
    return right and SMALLEST_TEXT <= value <= LARGEST_TEXT


def _is_share(value: Any) -> bool:
    right = isinstance(value, int | float) and not isinstance(value, bool)
    return right and 0 <= value <= 1


_FITS: Final = {
    "theme": lambda value: value in THEMES,
    "text_scale": _is_scale,
    "reduce_motion": _is_bool,
    "sound": _is_bool,
    "volume": _is_share,
    "full_screen": _is_bool,
    "language": _is_word,
    "last_scenario": _is_word,
    "last_role": _is_word,
    "tutorial_done": _is_bool,
    "tutorial_at": _is_word,
}
"""Whether a value from a file may be used."""

_NAMES: Final = tuple(each.name for each in fields(Settings) if each.name != "unknown")
