"""Where the words of the glossary are at home in the window, and which word a widget is about."""

from typing import Final

from game.errors import UnknownName
from game.market import LEVERS
from game.report.glossary import glossary_entry, measure_of
from game.report.trends import OFFERED
from game.ui.tutorial import Spot

_PLAN: Final = ("tabs.plan",)
_FLOW: Final = ("tabs.flow",)

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
    "attention_price": Spot(presses=_PLAN, keys=("lever.advertising",), row=True),
    "nurturing": Spot(presses=_PLAN, keys=("lever.content_marketing",), row=True),
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
        keys = (f"lever.{term}", f"closed.{term}")
        return Spot(presses=_PLAN, keys=keys, row=True)
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
