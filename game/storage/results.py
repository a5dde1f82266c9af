"""The best results of a player, one a scenario: what the library shows on its cards."""

import json
import math
from dataclasses import dataclass, replace
from typing import Any, Final

from game.errors import StorageFailed
from game.storage.atomic import read_text, set_aside, write_text
from game.storage.places import Places

_FORMAT: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """How well a scenario was played."""

    scenario: str
    total: float  # points, 100 = every target met
    of_par: float | None = None  # fraction; None while par is not known
    date: str = ""  # YYYY-MM-DD of the best game, as the caller says
    attempts: int = 1


def best_results(places: Places) -> dict[str, Result]:
    """Return the best result of every scenario that was played to its end.

    A file that cannot be understood holds no results; it is set aside when the next is recorded.
    """
    rows = _rows(places) or {}
    return {name: each for name, row in rows.items() if (each := _read(name, row))}


def record_result(places: Places, result: Result) -> Result:
    """Count a finished game, and keep the better of it and what there was.

    Raises:
        StorageFailed: if it cannot be written; the results before are unharmed.

    """
    rows = _rows(places)
    if rows is None:
        set_aside(places.results)
        rows = {}
    before = _read(result.scenario, rows.get(result.scenario))
    best = result if before is None else _better(before, result)
    rows[result.scenario] = {
        "total": best.total,
        "of_par": best.of_par,
        "date": best.date,
        "attempts": best.attempts,
    }
    text = json.dumps({"handoff_results": _FORMAT, "best": rows}, ensure_ascii=False, indent=1)
    write_text(places.results, text + "\n")
    return best


def _better(before: Result, now: Result) -> Result:
    best = now if now.total > before.total else before
    return replace(best, attempts=before.attempts + 1)


def _rows(places: Places) -> dict[str, Any] | None:
    """Return one row a scenario, none where there is no file; None if it cannot be understood."""
    try:
        whole = json.loads(read_text(places.results))
    except StorageFailed as failed:
        return {} if failed.code == "not_found" else None
    except (ValueError, RecursionError):
        return None
    rows = whole.get("best") if isinstance(whole, dict) else None
    return dict(rows) if isinstance(rows, dict) else None


def _read(name: str, row: Any) -> Result | None:
    try:
        of_par = row["of_par"]
        return Result(
            scenario=name,
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
