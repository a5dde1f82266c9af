"""The best results of a player: one a scenario and role, what the library shows on its cards.

Roles are told apart because a marketing lead in a fog and a whole firm play different games. Files
from before that was so hold one result a scenario; it counts as the whole firm's.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, TypeAlias

from game.errors import StorageFailed
from game.storage.atomic import read_text, set_aside, write_text
from game.storage.places import Places
from game.words import Sentence, sentence

_FORMAT: Final = 2

WHOLE_FIRM: Final = "all"
"""The role of a player who decides everything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """How well a scenario was played."""

    scenario: str
    role: str = WHOLE_FIRM
    total: float  # points, 100 = every target met
    of_par: float | None = None  # fraction; None while par is not known
    date: str = ""  # YYYY-MM-DD of the best game, as the caller says
    attempts: int = 1


Results: TypeAlias = Mapping[tuple[str, str], Result]
"""The best result of each scenario and role that was played to its end."""


def load_results(places: Places) -> tuple[Results, Sentence | None]:
    """Return the best results, and a sentence where the file could not be understood.

    Such a file is kept under another name at once, so that the sentence is said only once. Never
    raises.
    """
    try:
        rows = _rows(places)
    except StorageFailed as failed:
        return {}, sentence("Your best results are not shown. {reason}", reason=failed.sentence)
    if rows is not None:
        return _results(rows), None
    try:
        kept = set_aside(places.results)
    except StorageFailed as failed:
        return {}, sentence(
            "Your best results in {path} could not be read. {reason}",
            path=str(places.results),
            reason=failed.sentence,
        )
    return {}, sentence(
        "Your best results in {path} could not be read. The file is kept as {kept}, "
        "and new results are counted from now on.",
        path=str(places.results),
        kept=kept.name,
    )


def best_results(places: Places) -> dict[str, Result]:
    """Return the best result of the whole firm in every scenario; see ``load_results``.

    Says nothing of a file that cannot be understood, and leaves it where it is.
    """
    try:
        rows = _rows(places) or {}
    except StorageFailed:
        return {}
    return {name: each for (name, role), each in _results(rows).items() if role == WHOLE_FIRM}


def record_result(places: Places, result: Result) -> Result:
    """Count a finished game, and keep the better of it and what there was.

    A file that cannot be understood is kept under another name.

    Raises:
        StorageFailed: if it cannot be read or written; the results before are unharmed.

    """
    rows = _rows(places)
    if rows is None:
        set_aside(places.results)
        rows = {}
    of_scenario = _by_role(rows.get(result.scenario))
    before = _read(result.scenario, result.role, of_scenario.get(result.role))
    best = result if before is None else _better(before, result)
    of_scenario[result.role] = {
        "total": best.total,
        "of_par": best.of_par,
        "date": best.date,
        "attempts": best.attempts,
    }
    rows[result.scenario] = of_scenario
    text = json.dumps({"handoff_results": _FORMAT, "best": rows}, ensure_ascii=False, indent=1)
    write_text(places.results, text + "\n")
    return best


def _better(before: Result, now: Result) -> Result:
    best = now if now.total > before.total else before
    return replace(best, attempts=before.attempts + 1)


def _rows(places: Places) -> dict[str, Any] | None:
    """Return one entry a scenario, none where there is no file; None if it makes no sense.

    Raises:
        StorageFailed: if there is a file that may not be read.

    """
    try:
        whole = json.loads(read_text(places.results))
    except StorageFailed as failed:
        if failed.code == "not_found":
            return {}
        if failed.code in {"not_text", "too_large"}:
            return None
        raise
    except (ValueError, RecursionError):
        return None
    rows = whole.get("best") if isinstance(whole, dict) else None
    return dict(rows) if isinstance(rows, dict) else None


def _results(rows: Mapping[str, Any]) -> Results:
    return {
        (name, role): each
        for name, entry in rows.items()
        for role, row in _by_role(entry).items()
        if (each := _read(name, role, row))
    }


def _by_role(entry: Any) -> dict[str, Any]:
    """Return the rows of a scenario by role; an entry of the first format is a row itself."""
    if not isinstance(entry, dict):
        return {}
    return {WHOLE_FIRM: entry} if "total" in entry else dict(entry)


def _read(name: str, role: str, row: Any) -> Result | None:
    try:
        of_par = row["of_par"]
        return Result(
            scenario=name,
            role=role,
            total=_finite(row["total"]),
            of_par=None if of_par is None else _finite(of_par),
            date=str(row["date"]),
            attempts=int(row["attempts"]),
        )
    except (TypeError, KeyError, ValueError, OverflowError):
        return None


def _finite(value: Any) -> float:
    """Return a number of the file; JSON as Python reads it knows Infinity and NaN."""
    number = float(value)
    if not math.isfinite(number):
        raise ValueError(value)
    return number
