"""What a partner notices in its own figures, and gives as the reasons of its plan."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final, TypeAlias

from game.market import GROUPS, LEVERS
from game.scenario.rules import Rules
from game.session.partner import Mood, mood, response_of
from game.session.partner_worries import Finding, a_turn_ago, came_of_worry
from game.session.sights import PlayerView, TurnView

MOST: Final = 2
"""Figures that a partner speaks of at once, besides what it feels."""

SAID: Final = 0.8
"""By how much something matters less that was said a turn ago."""

FEELS_FOR_FIRM: Final = 0.25
"""Willingness from which on a partner minds that nothing is put into working together."""

FULLY_FOR_FIRM: Final = 0.75
"""Willingness above which a partner says that all want the same."""


def felt(rules: Rules, view: PlayerView) -> Finding:
    """Return what a partner feels about the others, and where that is less than a turn ago, why."""
    feeling = mood(rules, view)
    if feeling.broken or feeling.kept:
        return Finding("broken" if feeling.broken else "kept")
    step = _step(feeling)
    if step == len(_STEPS) - 1 or not view.now.responses:
        return Finding(_STEPS[step])
    before, kind = mood(rules, a_turn_ago(view)), ("own", "half")[step]
    if feeling.trust < 0 and (step == 0 or before.broken):
        return Finding("own_broken" if step == 0 else "half_forgiven")
    if before.broken or _step(before) <= step:
        return Finding("half_new" if _step(before) < step else _STEPS[step])
    if feeling.ground < before.ground:
        vision = view.now.plan.spend[LEVERS.index("shared_vision")]
        return Finding(f"{kind}_drifted", vision, lever="shared_vision")
    return Finding(f"{kind}_kept")


_STEPS: Final = ("for_itself", "half", "for_firm")
"""How far a partner goes with the others."""


def _step(feeling: Mood) -> int:
    if feeling.willing < FEELS_FOR_FIRM:
        return 0
    return 2 if feeling.willing > FULLY_FOR_FIRM else 1


def noticed(view: PlayerView) -> tuple[Finding, ...]:
    """Return what matters most in a seat's own figures of the last turn, at most ``MOST``.

    What became of its own warning comes first. What it said a turn ago is said again only where
    nothing else is, and it says that it did.
    """
    if not view.now.responses:
        return (Finding("no_figures"),)
    said = {each.key for each in noticed(a_turn_ago(view))}
    came = came_of_worry(view)
    told = () if came is None else (came,)
    news = [each for each in _ranked(view) if came is None or each.key != _SAME.get(came.key)]
    news.sort(key=lambda each: -each.weight + SAID * (each.key in said))
    found = (*told, *(replace(each, again=each.key in said) for each in news))
    return found[:MOST] or (Finding("all_well"),)


def _ranked(view: PlayerView) -> list[Finding]:
    looks = _SALES if view.seat.role == "sales" else _MARKETING
    found = [finding for look in looks if (finding := look(view)) is not None]
    return sorted(found, key=lambda each: -each.weight)


_SAME: Final = {"right_busy": "overload", "right_idle": "time_left"}
"""What needs not be said any more once a warning has come true."""


# One figure each --------------------------------------------------------------------------------

Look: TypeAlias = Callable[[PlayerView], Finding | None]


def _figure(view: PlayerView, name: str, turn: TurnView | None = None) -> float | None:
    return (turn or view.now).figures[name].value


def late_answers(view: PlayerView) -> Finding | None:
    """Return how many of those at the handoff were called too late, where they were many."""
    late, mqls = view.now.flows["too_late"].value, view.now.flows["mqls"].value
    if late is None or not mqls or late / mqls < 0.15:
        return None
    return Finding("late", late, mqls, weight=1.2 + late / mqls)


def _overload(view: PlayerView) -> Finding | None:
    load = _figure(view, "sales_load")
    if load is None:
        return None
    if load > 1.05:
        return Finding("overload", load, weight=2 - 1 / load)
    return Finding("time_left", load, weight=0.9 - load) if load < 0.75 else None


def _fit(view: PlayerView) -> Finding | None:
    fit = _figure(view, "lead_fit")
    if fit is None or fit > 0.55:
        return None
    return Finding("poor_fit", fit, weight=1.3 - fit)


def _demos(view: PlayerView) -> Finding | None:
    load = _figure(view, "demo_load")
    if load is None or load <= 1.05:
        return None
    return Finding("demos_full", load, weight=1.7 - 1 / load)


def _win_rate(view: PlayerView) -> Finding | None:
    now, before = _figure(view, "win_rate"), _figure(view, "win_rate", view.history[-2])
    if now is None or before is None or before <= 0 or now > 0.9 * before:
        return None
    return Finding("win_rate_down", now, before, weight=1 - now / before)


def _satisfaction(view: PlayerView) -> Finding | None:
    content = _figure(view, "satisfaction")
    if content is None or content > 0.6:
        return None
    return Finding("unhappy", content, weight=1.2 - content)


def _discount(view: PlayerView) -> Finding | None:
    discount = _figure(view, "discount")
    if discount is None or discount < 0.12:
        return None
    return Finding("discount", discount, weight=0.3 + discount)


def _few_pass(view: PlayerView) -> Finding | None:
    leads, mqls = _figure(view, "leads"), _figure(view, "mqls")
    if not leads or mqls is None or mqls / leads > 0.2:
        return None
    return Finding("few_pass", mqls, leads, weight=1 - mqls / leads)


def _pricier(view: PlayerView) -> Finding | None:
    now, before = _figure(view, "cost_per_lead"), _figure(view, "cost_per_lead", view.history[-2])
    if now is None or not before or now < 1.1 * before:
        return None
    return Finding("pricier", now, before, weight=now / before - 0.5)


def _unknown(view: PlayerView) -> Finding | None:
    aware = _figure(view, "awareness")
    if aware is None or aware > 0.25:
        return None
    return Finding("unknown", aware, weight=0.7 - aware)


def _full(view: PlayerView) -> Finding | None:
    own = [
        (response_of(view, each.key) or 0.0, each.key)
        for each in view.levers
        if each.mine and each.open and each.key not in GROUPS["together"]
    ]
    response, lever = max(own, default=(0.0, ""))
    return (
        Finding("full", response, lever=lever, weight=response - 0.3) if response > 0.75 else None
    )


def _few_deals(view: PlayerView) -> Finding | None:
    mqls, wins = _figure(view, "mqls"), _figure(view, "wins")
    if not mqls or wins is None or wins / mqls > 0.15:
        return None
    return Finding("few_deals", wins, mqls, weight=0.6)


def _blind(measure: str, key: str) -> Look:
    """Return a look at something that is hidden, and at the lever that would show it."""

    def look(view: PlayerView) -> Finding | None:
        figure = view.now.figures[measure]
        lever = figure.revealed_by
        if figure.known or not lever:
            return None
        mine = view.levers[LEVERS.index(lever)]
        return Finding(key, lever=lever, weight=0.5) if mine.mine and mine.open else None

    return look


_SALES: Final[tuple[Look, ...]] = (
    late_answers,
    _overload,
    _fit,
    _demos,
    _win_rate,
    _satisfaction,
    _discount,
    _blind("leakage", "blind_handoff"),
)
_MARKETING: Final[tuple[Look, ...]] = (
    late_answers,
    _few_pass,
    _pricier,
    _unknown,
    _full,
    _few_deals,
    _blind("lead_fit", "blind_fit"),
)
