"""Everybody on the pipeline's picture is accounted for by what stands on it and beneath it."""

import re
from dataclasses import replace

import pytest

from game.report.language import ENGLISH
from game.report.results import Results, results
from game.session import (
    EndTurn,
    Figure,
    PlayerView,
    Seat,
    apply,
    new_bot,
    new_session,
    player_view,
    team,
)
from game.storage.places import found_places
from game.storage.scenarios import list_scenarios, load_scenario
from game.words import Sentence

PLACES = found_places()
NAMES = [each.name for each in list_scenarios(PLACES) if each.shipped]

ROUNDED = 0.5
"""So far may one whole number that is shown lie from what it stands for."""


def shown(count: float) -> float:
    """Return a number of people as it is read on the picture."""
    return float(ENGLISH.people(count).replace(",", ""))


def counted(pattern: str, *notes: Sentence | str | None) -> float:
    """Return the number before some words in what is said; 0 where nobody is named."""
    for note in notes:
        said = ENGLISH.say(note) if isinstance(note, Sentence) else note or ""
        found = re.search(rf"([\d,.]+)[\s\u00a0]+{pattern}", said)
        if found:
            return float(found[1].replace(",", ""))
    return 0.0


def imbalances(report: Results) -> dict[str, float]:
    """Return, at four places, who came less who went, fell or stayed, as all is written."""
    flow, words = report.pipeline.flow, report.pipeline.words
    prospected = counted("prospected", report.straight)
    referred = counted("referred", report.straight)
    fell = {leak: shown(flow.fallen(leak)) for leak in ("not_ready", "handoff", "unworked")}
    fell |= {leak: shown(flow.fallen(leak)) for leak in ("unfit", "lost")}
    crossed = shown(flow.sqls) - prospected - referred
    return {
        "marketing": shown(flow.lead_count)
        - prospected
        + counted("came back", words.nurtured)
        + counted("leads? to assess", report.carried)
        - shown(flow.mqls)
        - fell["not_ready"]
        - counted("leads? to assess", report.left),
        "handoff": shown(flow.mqls)
        + counted("at the handoff", report.carried)
        - fell["handoff"]
        - crossed
        - counted("waits?", words.waiting),
        "demos": shown(flow.sqls)
        + counted("for a demo", report.carried)
        - fell["unworked"]
        - fell["unfit"]
        - shown(flow.opportunities)
        - counted("for a demo", report.left),
        "deals": shown(flow.opportunities)
        + counted("open deals?", report.carried)
        - fell["lost"]
        - shown(flow.wins)
        - counted("open deals?", report.left),
    }


@pytest.mark.parametrize("strategy", ["steady", "marketing_only", "silo_sales"])
@pytest.mark.parametrize("name", NAMES)
def test_what_is_written_accounts_for_everybody(name: str, strategy: str) -> None:
    rules = load_scenario(PLACES, name)
    session, bot = new_session(rules, 7, team(rules, "all")), new_bot(strategy)
    for _ in range(rules.turns):
        plan = bot.decide(player_view(rules, session, Seat()))
        session = apply(rules, apply(rules, session, plan), EndTurn())
        view = player_view(rules, session, Seat())
        report = results(rules, view)
        assert report is not None
        parts = 7  # numbers in the longest of the sums
        wrong = {at: gap for at, gap in imbalances(report).items() if abs(gap) > parts * ROUNDED}
        assert not wrong, (view.turn, wrong)


def without(view: PlayerView, turn: int, *names: str) -> PlayerView:
    """Return a view in which some flows of a turn cannot be seen."""
    before = view.history[turn]
    hidden = {name: Figure(None, "shared_kpis") for name in names}
    history = list(view.history)
    history[turn] = replace(before, flows={**before.flows, **hidden})
    return replace(view, history=tuple(history))


def test_who_was_left_over_out_of_sight_is_named_once_the_rest_is_seen() -> None:
    rules = load_scenario(PLACES, "leaky_funnel")
    session, bot = new_session(rules, 7, team(rules, "all")), new_bot("marketing_only")
    for _ in range(3):
        plan = bot.decide(player_view(rules, session, Seat()))
        session = apply(rules, apply(rules, session, plan), EndTurn())
    view = player_view(rules, session, Seat())
    seen, blind = results(rules, view), results(rules, without(view, 2, "waiting"))
    dark = results(rules, without(without(view, 2, "waiting"), 3, "referrals", "outbound"))
    assert seen is not None
    assert blind is not None
    assert dark is not None
    assert seen.carried is not None
    assert counted("at the handoff", seen.carried) > 100
    for report in (blind, dark):
        assert report.carried is not None
        assert ENGLISH.say(report.carried) == ENGLISH.say(seen.carried)
