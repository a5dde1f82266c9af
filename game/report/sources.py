"""Where leads came from, gathered into a few sources that keep their colour everywhere."""

from dataclasses import dataclass
from typing import Final

from game.report.figures import Curtain, Shown, known, total
from game.report.names import ORGANIC, lever_names, source_name
from game.report.whole import whole_by_key
from game.scenario.rules import Rules
from game.session import PlayerView, TurnView
from game.words import Sentence, sentence

GATHERED: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("advertising", ("advertising",)),
    ("prospecting", ("prospecting",)),
    ("search", ("seo", "content_marketing")),
    ("voices", ("social_media", "public_relations")),
    ("name", ("brand_building", "market_research")),
    ("organic", ("organic",)),
)
"""The six sources on a picture; their place is their series colour."""

_NAMES: Final[dict[str, Sentence]] = {
    "search": sentence("SEO and content"),
    "voices": sentence("Social media and PR"),
    "name": sentence("Brand and research"),
    "organic": ORGANIC,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """Leads that one lever brought, and what each of them cost.

    ``spend`` is what the firm put on the lever in the turn; leads that come without money have
    none.
    """

    key: str
    name: Sentence
    leads: Shown
    spend: float | None
    cost: Shown  # money a lead


@dataclass(frozen=True, slots=True, kw_only=True)
class GatheredSource:
    """Leads of some sources that share a colour."""

    key: str
    name: Sentence
    series: int
    leads: Shown


def source_rows(rules: Rules, view: PlayerView, turn: TurnView) -> tuple[SourceRow, ...]:
    """Return leads by lever in one turn, most first; hidden ones in their usual order."""
    curtain = Curtain(rules, view)
    leads = _whole_leads(curtain, turn)
    rows = [_row(curtain, turn, key, leads[key]) for key in turn.sources]
    return tuple(sorted(rows, key=lambda row: -(row.leads.value or 0.0)))


def gathered_sources(rules: Rules, view: PlayerView, turn: TurnView) -> tuple[GatheredSource, ...]:
    """Return leads by source as a picture shows them; sources that brought nobody are left out."""
    whole = _whole_leads(Curtain(rules, view), turn)
    found = []
    for series, (key, parts) in enumerate(GATHERED):
        here = [part for part in parts if part in turn.sources]
        figures = [whole[part] for part in here]
        leads = total(*figures) if figures else known("people", None)
        if leads.hidden or leads.value:
            name = _gathered_name(rules, key, here, whole)
            found.append(GatheredSource(key=key, name=name, series=series, leads=leads))
    return tuple(found)


def _gathered_name(rules: Rules, key: str, here: list[str], whole: dict[str, Shown]) -> Sentence:
    """Return the name of a source: that of its only lever where one alone brought people."""
    brought = [part for part in here if whole[part].hidden or whole[part].value]
    names = lever_names(rules)
    if len(brought) == 1 and brought[0] in names:
        return names[brought[0]]
    return _NAMES.get(key) or names[key]


def _whole_leads(curtain: Curtain, turn: TurnView) -> dict[str, Shown]:
    """Return the leads of every source in whole people, which add up to all leads."""
    return whole_by_key({key: curtain.part(turn.sources, key, "leads") for key in turn.sources})


def _row(curtain: Curtain, turn: TurnView, key: str, leads: Shown) -> SourceRow:
    own = {lever.key: lever.name for lever in curtain.rules.levers}
    spend = None if key == "organic" else turn.plan.on(key)
    return SourceRow(
        key=key,
        name=source_name(key, own.get(key, "")),
        leads=leads,
        spend=spend,
        cost=_cost(curtain.part(turn.sources, key, "leads"), spend),
    )


def _cost(leads: Shown, spend: float | None) -> Shown:
    if leads.hidden:
        return Shown(
            kind="money",
            value=None,
            state="hidden",
            revealed_by=leads.revealed_by,
            note=leads.note,
        )
    if not spend or not leads.value or leads.value < 0.5:
        return known("money", None)
    return known("money", spend / leads.value)
