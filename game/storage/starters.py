"""New scenario files to begin with: one that stands alone, or one that changes another."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from game.errors import StorageFailed, UnknownName
from game.scenario.rules import Rules
from game.storage.assets import starter_text
from game.storage.atomic import check_folder, exists, expanded, read_text, write_new_text
from game.storage.places import Places
from game.storage.scenarios import (
    ENDING,
    LARGEST_SCENARIO,
    family_of,
    find_scenario,
    list_scenarios,
    load_scenario,
)
from game.words import sentence

SCENARIO_SCHEMA: Final = "scenario.schema.json"
VARIANT_SCHEMA: Final = "variant.schema.json"

_PLAIN_TITLE: Final = re.compile(r"[^\W\d_][\w ]*")
"""A title that needs no quotation marks."""

_OTHER_ENDING: Final = re.compile(r"\.(?!ya?ml$)[a-z]{1,5}", re.IGNORECASE)
"""The ending of a file of another kind; what follows a dot otherwise belongs to the name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewScenario:
    """A scenario file that was just written."""

    path: Path
    given: str  # how it is named to play it: by its name on the shelf, else by its path
    beside: tuple[str, ...] = ()  # files that it extends, which were put into its folder too


def new_scenario(places: Places, name: str, parent: str | None = None) -> NewScenario:
    """Write a commented scenario file that can be played as it stands.

    Args:
        places: where the shelf is.
        name: of the scenario, which then stands among the player's own ones; or a path.
        parent: name or path of a scenario that the new one changes. Where it does not stand in the
            same folder, it is put there too.

    Raises:
        StorageFailed: if there is such a file already, its folder is not there (one in the
            player's own home is made), or it cannot be written.
        UnknownName: if the name cannot be one, or there is no such parent.
        ScenarioInvalid: if the parent has errors.

    """
    new = _named(places, name)
    if exists(new.path):
        said = sentence("There is already a file {path}. Choose another name.", path=str(new.path))
        raise StorageFailed("exists", said)
    if not new.path.is_relative_to(places.home):
        check_folder(new.path)
    beside: dict[str, str] = {}
    if parent is None:
        text, schema = _titled(starter_text(places, "scenario"), new.path), SCENARIO_SCHEMA
    else:
        text, beside = _variant(places, new.path, parent)
        schema = VARIANT_SCHEMA
    for file, content in beside.items():
        write_new_text(new.path.with_name(file), content)
    _lay_beside(new.path.with_name(schema), schema_text(places, schema))
    write_new_text(new.path, text)
    return replace(new, beside=tuple(beside))


def schema_text(places: Places, name: str = SCENARIO_SCHEMA) -> str:
    """Return a JSON Schema of scenario files, for editors.

    Raises:
        StorageFailed: if the file is missing, which means that the installation is damaged.

    """
    return read_text(places.scenarios / name)


def _named(places: Places, name: str) -> NewScenario:
    """Return where a new scenario goes."""
    path = expanded(name)
    if not path.name.strip() or "\0" in name:
        raise UnknownName(
            "bad_name",
            sentence(
                "'{given}' is no name for a scenario. Type one such as {example}.",
                given=name,
                example="my_game",
            ),
        )
    if _OTHER_ENDING.fullmatch(path.suffix):
        raise UnknownName(
            "bad_name",
            sentence(
                "A scenario file ends in .yaml, not in {ending}. Type {example}.",
                ending=path.suffix,
                example=str(path.with_suffix(ENDING)),
            ),
        )
    has_ending = path.suffix.lower() in {".yaml", ".yml"}
    file = path if has_ending else path.with_name(path.name + ENDING)
    if has_ending or path.name != name:
        return NewScenario(path=file, given=str(file))
    taken = {each.name: each.path for each in list_scenarios(places)}
    if name in taken:
        said = sentence(
            "There is already a scenario '{name}': {path}. Choose another name.",
            name=name,
            path=str(taken[name]),
        )
        raise StorageFailed("exists", said)
    return NewScenario(path=places.own_scenarios / file.name, given=name)


def _variant(places: Places, path: Path, parent: str) -> tuple[str, dict[str, str]]:
    """Return the text of a variant, and its parents that are still to be put beside it."""
    source = find_scenario(places, parent)
    rules = load_scenario(places, parent)
    family = family_of(source, places.scenarios)
    if path.stem in family:
        said = sentence(
            "A scenario that changes '{parent}' needs another name than '{name}'.",
            parent=source.stem,
            name=path.stem,
        )
        raise UnknownName("bad_name", said)
    text = _filled(starter_text(places, "variant"), _examples(rules, source.stem))
    files = {f"{stem}{ENDING}": each for stem, each in family.items()}
    missing = {file: each for file, each in files.items() if not _stands(path, file, each)}
    return _titled(text, path), missing


def _stands(path: Path, file: str, text: str) -> bool:
    """Say whether a parent is beside a variant already.

    Raises:
        StorageFailed: if another scenario of its name is.

    """
    there = path.with_name(file)
    if not exists(there):
        return False
    if read_text(there, LARGEST_SCENARIO) == text:
        return True
    raise StorageFailed(
        "exists",
        sentence(
            "There is another scenario {path}, which the new one would change instead. "
            "Choose another folder.",
            path=str(there),
        ),
    )


def _lay_beside(path: Path, text: str) -> None:
    """Write a file unless there is one of that name."""
    try:
        write_new_text(path, text)
    except StorageFailed as failed:
        if failed.code != "exists":
            raise


def _titled(text: str, path: Path) -> str:
    words = " ".join(path.stem.replace("_", " ").replace("-", " ").split())
    title = words[:1].upper() + words[1:] if words else path.stem
    plain = _PLAIN_TITLE.fullmatch(title)
    return text.replace("TITLE", title if plain else json.dumps(title, ensure_ascii=False))


def _examples(rules: Rules, parent: str) -> dict[str, str]:
    """Return what the examples of a variant are about; what the parent does not have is missing."""
    written = json.loads(rules.source)
    found = {"PARENT": parent, "TURNS": str(rules.turns)}
    for token, block in (("SEGMENT", "segments"), ("RIVAL", "rivals"), ("EVENT", "events")):
        first = next(iter(_entries(written, block)), None)
        found |= {token: first} if first else {}
    prices = _entries(_entries(written, "segments"), found.get("SEGMENT", ""))
    money = {"PRICE": prices.get("price"), "MONEY": _entries(written, "budget").get("per_turn")}
    return found | {token: text for token, text in money.items() if text}


def _entries(block: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    entries = block.get(name)
    return entries if isinstance(entries, dict) else {}


def _filled(text: str, examples: Mapping[str, str]) -> str:
    """Put in what the examples are about, and leave out those about what there is not."""
    kept = []
    for part in text.split("\n\n"):
        said = re.sub(r"\b[A-Z]{5,}\b", lambda found: examples.get(found[0], found[0]), part)
        if not re.search(r"\b(TURNS|MONEY|SEGMENT|PRICE|RIVAL|EVENT)\b", said):
            kept.append(said.rstrip("\n"))
    return "\n\n".join(kept) + "\n"
