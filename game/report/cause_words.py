"""What each cause of a change is called, and what it was this time, in plain words.

A cause is named by what can be seen of it: whose money moved, which news came, which way it went.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from game.analysis.turn_inputs import Cause
from game.market import GROUPS
from game.report.change_words import quotation
from game.report.names import GROUP_NAMES, lever_names
from game.scenario.rules import Rules
from game.session import PlayerView, TurnView
from game.session.plans import ROUNDING
from game.words import Sentence, sentence

CAUSE_NAMES: Final[dict[str, Sentence]] = {
    "marketing": GROUP_NAMES["marketing"],
    "sales": GROUP_NAMES["sales"],
    "together": GROUP_NAMES["together"],
    "policies": sentence("Policies"),
    "rivals": sentence("Rivals"),
    "demand": sentence("Demand"),
    "events": sentence("News"),
    "pipeline": sentence("Already on the way"),
    "built_up": sentence("Built up before"),
}
"""As it stands beneath a bar."""

_GATES: Final[dict[Cause, str]] = {
    "marketing": "leads",
    "sales": "opportunities",
    "together": "sqls",
    "policies": "mqls",
    "demand": "leads",
    "pipeline": "opportunities",
    "built_up": "goodwill",
}

_OPEN: Final[dict[str, frozenset[Cause]]] = {
    "revenue": frozenset({"pipeline"}),
    "satisfaction": frozenset({"pipeline", "built_up"}),
}
"""Causes that say no more than the measure's own past does, and so are told with it."""


def cause_gate(cause: Cause, measure: str) -> str:
    """Return the measure that a seat must see to be told what a cause brought; "" for everybody."""
    return "" if cause in _OPEN.get(measure, ()) else _GATES.get(cause, "")


_NAMED: Final = 2
"""So many lines of a group are named; there may be more that moved."""

_SEASON: Final = 0.01
"""A season that moves demand by less than this part is not spoken of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A cause that moved a measure.

    Attributes:
        measure: which one.
        more: whether the measure grew by it.
        before, now: the two turns, as the seat sees them.

    """

    rules: Rules
    view: PlayerView
    measure: str
    before: TurnView
    now: TurnView
    more: bool


def cause_words(cause: Cause, moved: Moved) -> Sentence:
    """Return what a cause was in a turn: "More for Advertising, less for SEO"."""
    if cause in GROUPS:
        return _money(cause, moved)
    return _WORDS[cause](moved)


# Money and policies ------------------------------------------------------------------------------


def _money(group: str, moved: Moved) -> Sentence:
    names, changes = lever_names(moved.rules), []
    for lever in GROUPS[group]:  # type: ignore[index]  # one of GROUPS
        change = moved.now.plan.on(lever) - moved.before.plan.on(lever)
        if abs(change) > ROUNDING:
            changes.append((change, names[lever]))
    changes.sort(key=lambda each: -abs(each[0]))
    more = tuple(name for change, name in changes if change > 0)[:_NAMED]
    less = tuple(name for change, name in changes if change < 0)[:_NAMED]
    if more and less:
        return sentence("More money for {more:list}, less for {less:list}", more=more, less=less)
    if more:
        return sentence("More money for {more:list}", more=more)
    if less:
        return sentence("Less money for {less:list}", less=less)
    return sentence("Money for {group}", group=GROUP_NAMES[group])


def _policies(moved: Moved) -> Sentence:
    before, now = moved.before.plan, moved.now.plan
    changes: list[Sentence] = []
    if now.bar > before.bar:
        changes.append(sentence("a stricter bar for leads"))
    elif now.bar < before.bar:
        changes.append(sentence("a lower bar for leads"))
    if now.focus != before.focus:
        changes.append(sentence("another focus"))
    if now.positioning != before.positioning:
        changes.append(sentence("another message"))
    if not changes:
        return sentence("Your policies")
    return sentence("You chose {changes:list}", changes=tuple(changes))


# What comes from outside -------------------------------------------------------------------------


def _rivals(moved: Moved) -> Sentence:
    if moved.more:
        return sentence("Rivals left you more room")
    return sentence("Rivals pressed harder")


def _demand(moved: Moved) -> Sentence:
    season = _season(moved.rules, moved.now.turn) / _season(moved.rules, moved.before.turn) - 1
    if moved.more:
        if season > _SEASON:
            return sentence("Demand rose with the season")
        return sentence("More people than usual were looking, by chance")
    if season < -_SEASON:
        return sentence("Demand fell with the season")
    return sentence("Fewer people than usual were looking, by chance")


def _season(rules: Rules, turn: int) -> float:
    """Return how far a turn's months are above or below the year: the calendar that all know."""
    params = rules.params
    steps = range((turn - 1) * params.steps, turn * params.steps)
    months = [(params.start_month + step * 12 // params.steps_per_year) % 12 for step in steps]
    return sum(float(params.season[month]) for month in months) / len(months)


def _events(moved: Moved) -> Sentence:
    before = _acting(moved.rules, moved.view, moved.before.turn)
    now = _acting(moved.rules, moved.view, moved.now.turn)
    new = tuple(quotation(title) for title in now if title not in before)
    gone = tuple(quotation(title) for title in before if title not in now)
    if new and gone:
        return sentence("{new:list} came, {gone:list} was over", new=new, gone=gone)
    if new:
        return sentence("The news: {new:list}", new=new)
    if gone:
        return sentence("What had been in the news was over: {gone:list}", gone=gone)
    if now:
        titles = tuple(quotation(title) for title in now)
        return sentence("What was in the news, and your answer: {titles:list}", titles=titles)
    return sentence("What was in the news, and your answers to it")


def _acting(rules: Rules, view: PlayerView, turn: int) -> tuple[str, ...]:
    """Return the titles of events that may still act in a turn, their answers included."""
    fired: dict[str, int] = {}
    for each in view.history:
        if each.turn <= turn:
            fired |= dict.fromkeys(each.events, each.turn)
    acting = []
    for event in rules.events:
        lasts = max([event.lasts_turns, *(choice.lasts_turns for choice in event.choices)])
        if event.key in fired and turn < fired[event.key] + lasts:
            acting.append(event.title)
    return tuple(acting)


# What earlier turns left -------------------------------------------------------------------------


def _pipeline(moved: Moved) -> Sentence:
    more, less = _ON_THE_WAY.get(moved.measure, _PEOPLE_ON_THE_WAY)
    return more if moved.more else less


_DEALS_ON_THE_WAY: Final = (
    sentence("More deals begun earlier came to a close"),
    sentence("Fewer deals begun earlier came to a close"),
)
_PEOPLE_ON_THE_WAY: Final = (
    sentence("More people were already on their way"),
    sentence("Fewer people were already on their way"),
)
_ON_THE_WAY: Final[dict[str, tuple[Sentence, Sentence]]] = {
    "bookings": _DEALS_ON_THE_WAY,
    "wins": _DEALS_ON_THE_WAY,
    "revenue": (
        sentence("There were more customers to begin with"),
        sentence("There were fewer customers to begin with"),
    ),
    "satisfaction": (
        sentence("Other people were customers than before"),
        sentence("Other people were customers than before"),
    ),
}
"""What it means that more, or fewer, were on their way; of a measure."""


def _built_up(moved: Moved) -> Sentence:
    if moved.measure == "satisfaction":
        if moved.more:
            return sentence("The care that customers had had before showed")
        return sentence("The care that customers had had before wore off")
    if moved.more:
        return sentence("Earlier spending, your name and your reputation worked on")
    return sentence("What earlier spending had built up wore off")


_WORDS: Final[dict[str, Callable[[Moved], Sentence]]] = {
    "policies": _policies,
    "rivals": _rivals,
    "demand": _demand,
    "events": _events,
    "pipeline": _pipeline,
    "built_up": _built_up,
}
