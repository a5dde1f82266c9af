"""Where the words of the glossary are at home in the window, and which word a widget is about."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from game.errors import UnknownName
from game.market import LEVERS
from game.report.glossary import glossary_entry, measure_of
from game.report.trends import OFFERED
from game.ui.tutorial import Spot
from game.words import Sentence, sentence

if TYPE_CHECKING:
    from game.session import PlayerView

_PLAN: Final = ("tabs.plan",)
_FLOW: Final = ("tabs.flow",)


def _line(lever: str) -> tuple[str, str]:
    """Return the keys of a budget line, open or closed."""
    return f"lever.{lever}", f"closed.{lever}"


_ON_CARDS: Final = ("bookings", "wins", "leakage", "satisfaction")
"""Measures that have a card beside the plan."""

_DESK: Final[dict[str, Spot]] = {
    "qualification_bar": Spot(presses=_PLAN, keys=("policy.bar",), row=True),
    "segment_focus": Spot(presses=_PLAN, keys=("policy.focus.*",), row=True),
    "positioning": Spot(presses=_PLAN, keys=("policy.message.*",)),
    "credibility": Spot(presses=_PLAN, keys=("policy.message.*",)),
    "segment": Spot(presses=("tabs.segments",), keys=("chart.segments.*",)),
    "funnel": Spot(presses=_PLAN, keys=("chart.pipeline",)),
    "handoff": Spot(presses=_PLAN, keys=("chart.pipeline",)),
    "silo": Spot(presses=("tabs.team",), keys=("team",)),
    "half_saturation": Spot(presses=_PLAN, keys=("plan.board", "plan.all")),
    "carry_over": Spot(presses=_PLAN, keys=("plan.board", "plan.all")),
    "attention_price": Spot(presses=_PLAN, keys=_line("advertising"), row=True),
    "nurturing": Spot(presses=_PLAN, keys=_line("content_marketing"), row=True),
    "in_market": Spot(presses=_PLAN, keys=("chart.pipeline",)),
    "market_share": Spot(presses=("tabs.rivals",), keys=("chart.rivals",)),
    "rival": Spot(presses=("tabs.rivals",), keys=("rivals",)),
    "scorecard": Spot(presses=("tabs.team",), keys=("chart.goals",)),
    "lost_reasons": Spot(presses=_PLAN, keys=("chart.pipeline",)),
    "ltv": Spot(presses=("tabs.trends", "measure.churn"), keys=("measure.churn",)),
    "ltv_to_cac": Spot(presses=("tabs.trends", "measure.cac"), keys=("measure.cac",)),
    "payback": Spot(presses=("tabs.trends", "measure.cac"), keys=("measure.cac",)),
}

_RESULTS: Final[dict[str, Spot]] = {
    key: Spot(presses=_FLOW, keys=("pipeline",))
    for key in (
        "lost_reasons",
        *("funnel", "lead", "mql", "sql", "opportunity", "customer", "handoff", "leakage"),
        *("response_time", "nurturing", "referral", "awareness", "in_market", "wins"),
    )
} | {"forecast_band": Spot(presses=_FLOW, keys=("prediction", "chart.prediction"))}


def whereabouts(term: str, screen: str) -> Spot | None:
    """Return where a word is at home on a screen; None where it is not.

    Args:
        term: key of the glossary.
        screen: the class of the screen that is open: "Desk" or "Results".

    """
    if screen == "Results":
        return _RESULTS.get(term) or _in_figures(term)
    if screen != "Desk":
        return None
    if term in LEVERS:
        return Spot(presses=_PLAN, keys=_line(term), row=True)
    return _DESK.get(term) or _in_trends(term)


def _in_trends(term: str) -> Spot | None:
    key = measure_of(term)
    if key in _ON_CARDS:
        return Spot(presses=_PLAN, keys=(f"figure.{key}",))
    if key not in OFFERED:
        return None
    return Spot(presses=("tabs.trends", f"measure.{key}"), keys=(f"measure.{key}",))


def _in_figures(term: str) -> Spot | None:
    if measure_of(term) not in OFFERED:
        return None
    return Spot(presses=("tabs.figures",), keys=("results.figures",))


_AFTER_A_TURN: Final = ("chart.pipeline", "chart.segments.*")
"""What stands on the desk only once a turn has been played."""

_DECIDED: Final[Mapping[str, str]] = {
    "policy.bar": "qualification_bar",
    "policy.focus.*": "segment_focus",
    "policy.message.*": "positioning",
}
"""What is there for those alone who decide it."""


_DRAWN: Final[Mapping[str, str]] = {"chart.goals": "congruence"}
"""The measure that a picture shows, and without which it is not there."""


def why_unseen(spot: Spot, view: "PlayerView") -> Sentence | None:
    """Return why a place is not to be seen now; None where it is.

    Args:
        spot: from :func:`whereabouts`.
        view: what the seat at the screen sees.

    """
    key = spot.keys[0]
    policy = _DECIDED.get(key)
    if policy is not None and not view.policies[policy]:
        return sentence("It is not yours to decide here.")
    measure = key.removeprefix("figure.") if key.startswith("figure.") else _DRAWN.get(key, "")
    figure = view.now.figures.get(measure)
    if figure is not None and not figure.known:
        return sentence("It is hidden from you here.")
    empty = figure is not None and figure.value is None
    if empty or (key in _AFTER_A_TURN and len(view.history) == 1):
        return sentence("There is nothing of it to be seen before a turn is played.")
    return None


_ABOUT: Final[dict[str, str]] = {
    "policy.bar": "qualification_bar",
    "policy.message": "positioning",
    "policy.focus": "segment_focus",
    "chart.pipeline": "funnel",
    "chart.segments": "segment",
    "chart.rivals": "market_share",
    "chart.prediction": "forecast_band",
    "prediction": "forecast_band",
    "predict": "forecast_band",
    "pipeline": "funnel",
    "chart.goals": "scorecard",
    "chart.why": "counterfactual",
    "results.why": "counterfactual",
    "results.people": "lost_reasons",
    "rivals": "rival",
    "segments": "segment",
    "money": "cash",
    "lab": "counterfactual",
    "briefing.luck": "luck",
    "briefing.roll": "luck",
    "talk.offer": "promise",
    "offer": "promise",
    "doubt": "promise",
    "left": "spend",
    "team": "silo",
}
"""The word that a widget is about, by its key or the beginning of it."""

_NAMED: Final = (
    *("lever", "amount", "closed", "measure", "figure", "chart", "forecast", "glance"),
    *("goal", "why", "term"),
)
"""Beginnings of keys that end in the key of a word."""


def term_about(key: str) -> str:
    """Return the word that a widget is about, by the widget's key; "" for none."""
    parts = key.split("/", maxsplit=1)[0].split(".")
    for count in range(len(parts), 0, -1):
        term = _ABOUT.get(".".join(parts[:count]))
        if term:
            return term
    if len(parts) < 2 or parts[0] not in _NAMED:
        return ""
    try:
        return glossary_entry(parts[1]).key
    except UnknownName:
        return ""
