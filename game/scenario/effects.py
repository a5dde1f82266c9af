"""Effects as people say them: ``demand -20% in law_firms``, ``win chance -10% for you``.

One effect is a target, a change with its sign, and if need be where (``in`` a segment) and for whom
(``for`` you, rivals, everyone or one rival). Percent are of what is there, points are added.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, cast

from game.market import LEVERS
from game.scenario import values
from game.scenario.rules import Effect, Operation, Target
from game.scenario.values import Refused
from game.words import sentence

Who: TypeAlias = Literal["you", "rivals", "all"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedEffect:
    """An effect whose segment, lever and rival are still names."""

    text: str
    target: Target
    operation: Operation
    value: float
    who: Who | None = None  # None = the author did not say
    segment: str = ""
    lever: str = ""
    rival: str = ""


@dataclass(frozen=True, slots=True)
class _Kind:
    target: Target
    units: tuple[str, ...]  # what a change may be given in
    axes: str  # f: firms differ, s: segments differ


_KINDS: Final = {
    "demand": _Kind("demand", ("%",), "s"),
    "churn": _Kind("churn", ("%",), "s"),
    "price": _Kind("price", ("%",), "fs"),
    "win chance": _Kind("win_chance", ("%",), "fs"),
    "effect": _Kind("lever", ("%",), "f"),
    "sales capacity": _Kind("sales_capacity", ("%",), "f"),
    "demo capacity": _Kind("demo_capacity", ("%",), "f"),
    "response hours": _Kind("response_hours", ("%", "hours"), "f"),
    "leak": _Kind("leak", ("%", "points"), "f"),
    "acceptance": _Kind("acceptance", ("%", "points"), "f"),
    "contentment": _Kind("contentment", ("%", "points"), "f"),
    "budget": _Kind("budget", ("%", "money"), "f"),
    "satisfaction": _Kind("satisfaction", ("points", "%"), "f"),
    "awareness": _Kind("awareness", ("points", "%"), "fs"),
    "goodwill": _Kind("goodwill", ("points", "%"), "f"),
    "congruence": _Kind("congruence", ("points", "%"), "f"),
    "credibility": _Kind("credibility", ("points", "%"), "f"),
    "cash": _Kind("cash", ("money",), "f"),
}
TARGETS: Final = tuple("effect of …" if name == "effect" else name for name in _KINDS)

TYPICAL_WIN_RATE: Final = 0.25
"""``win chance -20%`` turns a chance of 25 % into one of 20 %; others move by the same odds."""

_FORM: Final = re.compile(
    r"\s*(?P<target>[^+\-0-9]*?)\s*(?P<change>[+-]?\s?\d.*?)\s*"
    r"(?P<tail>(?:\s(?:in|for)\s.*)?)"
)
_TAIL: Final = re.compile(r"\s*(?P<word>in|for)\s+(?P<name>\S+)")
_EXAMPLE: Final = sentence("write for example: demand -20% in small_offices")


def parse_effect(
    text: str,
    currency: str = "EUR",
    segments: Sequence[str] = (),
    rivals: Sequence[str] = (),
) -> ParsedEffect:
    """Return an effect from its text.

    Args:
        text: as the author wrote it.
        currency: of the scenario.
        segments: names that may follow ``in``.
        rivals: names that may follow ``for``, beside you, rivals and everyone.

    >>> parse_effect("price -15% for rivals").value
    0.85

    Raises:
        Refused: with the part that is wrong, and what was probably meant.

    """
    written = text.replace("−", "-")
    found = _FORM.fullmatch(written)
    if found is None or not found["target"]:
        words = sentence("'{given}' is not an effect", given=values.shown(text))
        raise Refused("bad_effect", words, next_step=_EXAMPLE)
    kind, lever = _target(found["target"], found.start("target"))
    operation, value = _change(found["change"], kind, currency, found.start("change"))
    names = _tail(found["tail"], found.start("tail"), kind, segments, rivals)
    return ParsedEffect(
        text=text.strip(),
        target=kind.target,
        operation=operation,
        value=value,
        who=cast("Who | None", names.get("who")),
        segment=names.get("segment", ""),
        lever=lever,
        rival=names.get("rival", ""),
    )


def build_effect(
    parsed: ParsedEffect,
    *,
    segments: Sequence[str],
    rivals: Sequence[str],
    players: int,
    otherwise: Who,
    segment: str = "",
) -> Effect:
    """Return the effect with places on the axes instead of names.

    Args:
        parsed: as read.
        segments: names in their order.
        rivals: names in their order.
        players: number of player firms, which stand before the rivals.
        otherwise: whom it meets if the author did not say.
        segment: that the whole event is about; "" = all.

    """
    kind = next(each for each in _KINDS.values() if each.target == parsed.target)
    where = parsed.segment or (segment if "s" in kind.axes else "")
    return Effect(
        target=parsed.target,
        operation=parsed.operation,
        value=parsed.value,
        firms=parsed.who or ("rivals" if parsed.rival else otherwise),
        segment=segments.index(where) if where in segments else None,
        lever=LEVERS.index(parsed.lever) if parsed.lever else None,
        rival=players + rivals.index(parsed.rival) if parsed.rival else None,
    )


def _target(given: str, start: int) -> tuple[_Kind, str]:
    words = " ".join(given.replace("_", " ").lower().split())
    if words.startswith("effect of "):
        lever = words.removeprefix("effect of ").replace(" ", "_")
        return _KINDS["effect"], _lever(lever, given, start)
    if words in _KINDS and words != "effect":
        return _KINDS[words], ""
    known = [name for name in _KINDS if name != "effect"]
    if words.replace(" ", "_") in LEVERS or words == "effect":
        meant = f"effect of {'advertising' if words == 'effect' else words.replace(' ', '_')}"
    else:
        meant = values.close(words, [name.replace(" ", "_") for name in known]).replace("_", " ")
    raise Refused(
        "bad_effect",
        sentence("nothing in a market is called '{given}'", given=values.shown(given)),
        suggestion=meant,
        next_step=sentence("choose from: {choices:list}", choices=TARGETS),
        span=(start, len(given)),
    )


def _lever(name: str, given: str, start: int) -> str:
    if name in LEVERS:
        return name
    raise Refused(
        "unknown_name",
        sentence("there is no lever '{given}'", given=values.shown(name)),
        suggestion=values.close(name, LEVERS),
        next_step=sentence("choose from: {choices:list}", choices=LEVERS),
        span=(start + len(given) - len(name), len(name)),
    )


def _change(given: str, kind: _Kind, currency: str, start: int) -> tuple[Operation, float]:
    span = (start, len(given))
    if given[0] not in "+-":
        words = sentence(
            "'{given}' needs a sign: + for more, - for less", given=values.shown(given)
        )
        raise Refused("effect_unit", words, suggestion=f"+{given}", span=span)
    try:
        amount, unit = values.number_and_unit(given[0] + given[1:].strip())
        if "money" in kind.units and _unit_kind(unit, currency) == "money":
            values.unambiguous(given)
        return _in_unit(amount, _unit_kind(unit, currency), kind, given)
    except Refused as refused:
        refused.span = span
        raise


def _unit_kind(unit: str, currency: str) -> str:
    plain = unit.lower()
    if plain in ("%", "percent"):
        return "%"
    if plain in ("point", "points", "pp", "%p"):
        return "points"
    if plain in ("h", "hour", "hours"):
        return "hours"
    return "money" if values.SIGNS.get(unit, unit.upper()) in ("", currency) else "?"


def _in_unit(amount: float, unit: str, kind: _Kind, given: str) -> tuple[Operation, float]:
    if unit not in kind.units:
        spoken = {"%": "-20%", "points": "-5 points", "hours": "+12 hours", "money": "+20k"}
        raise Refused(
            "effect_unit",
            sentence("'{given}' does not fit what is changed here", given=values.shown(given)),
            next_step=sentence(
                "write for example: {examples:either}",
                examples=tuple(spoken[each] for each in kind.units),
            ),
        )
    if unit == "points":
        return "plus", values.within(amount, -100, 100, given) / 100
    if unit == "hours":
        return "plus", values.within(amount, -1_000, 1_000, given)
    if unit == "money":
        return "plus", values.within(amount, -1e12, 1e12, given)
    values.within(amount, -100, 900, given)
    if kind.target == "win_chance":
        return "plus", _log_odds(amount / 100)
    return "times", 1 + amount / 100


def _log_odds(change: float) -> float:
    """Return the change of log odds that turns a typical win rate into one changed by a share."""
    chance = min(max(TYPICAL_WIN_RATE * (1 + change), 0.002), 0.95)
    typical = math.log(TYPICAL_WIN_RATE / (1 - TYPICAL_WIN_RATE))
    return round(math.log(chance / (1 - chance)) - typical, 12)


def _tail(
    given: str, start: int, kind: _Kind, segments: Sequence[str], rivals: Sequence[str]
) -> dict[str, str]:
    names: dict[str, str] = {}
    place = 0
    while given[place:].strip():
        found = _TAIL.match(given, place)
        if found is None:
            words = sentence(
                "'{given}' is not understood here", given=values.shown(given[place:].strip())
            )
            step = sentence("a segment follows 'in', whom it meets follows 'for'")
            raise Refused("bad_effect", words, next_step=step)
        span = (start + found.start("name"), len(found["name"]))
        if found["word"] == "in":
            names["segment"] = _segment(found["name"], kind, segments, span)
        else:
            names |= _whom(found["name"], kind, rivals, span)
        place = found.end()
    return names


def _segment(given: str, kind: _Kind, segments: Sequence[str], span: tuple[int, int]) -> str:
    if "s" not in kind.axes:
        words = sentence("this is the same in all segments: leave out 'in {name}'", name=given)
        raise Refused("effect_where", words, span=span)
    if given in segments:
        return given
    raise Refused(
        "unknown_name",
        sentence("there is no segment '{given}'", given=values.shown(given)),
        suggestion=values.close(given, segments),
        next_step=sentence("choose from: {choices:list}", choices=tuple(segments)),
        span=span,
    )


def _whom(given: str, kind: _Kind, rivals: Sequence[str], span: tuple[int, int]) -> dict[str, str]:
    if "f" not in kind.axes:
        words = sentence("this is the same for all firms: leave out 'for {name}'", name=given)
        raise Refused("effect_where", words, span=span)
    if given in rivals:
        return {"rival": given}
    known = {"you": "you", "rivals": "rivals", "everyone": "all"}
    if given in known:
        return {"who": known[given]}
    choices = (*known, *rivals)
    raise Refused(
        "unknown_name",
        sentence("there is no rival '{given}'", given=values.shown(given)),
        suggestion=values.close(given, choices),
        next_step=sentence("choose from: {choices:list}", choices=choices),
        span=span,
    )
