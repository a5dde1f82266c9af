"""Reports of a game before, in the middle and at the end, and what they keep to themselves."""

import math
from dataclasses import replace

import pytest

from game.market import LEVERS
from game.report.board import BoardLine, budget_board, left_to_spend
from game.report.changes import change_of, measure_row
from game.report.desk import desk
from game.report.ending import ending
from game.report.event_cards import effect_sentence, event_cards
from game.report.figures import Curtain, Shown
from game.report.funnel import funnel
from game.report.journal import journal
from game.report.language import ENGLISH, Language
from game.report.pipeline_report import pipeline_flow
from game.report.policies import policies_report
from game.report.results import results
from game.report.segments import cares_note
from game.scenario import load
from game.scenario.measures import MEASURES
from game.scenario.rules import Choice, Effect, LeverRule, RoleKey, Rules
from game.session import (
    Figure,
    PlayerView,
    Seat,
    apply,
    new_session,
    player_view,
)
from tests.report.reading import everything, play_on, sentences, tables, view_of, walk
from tests.session.tables import OFFER, STORM, even, small_rules, submit

TURNS = 6


@pytest.mark.parametrize("turns", [0, 1, 3, TURNS])
@pytest.mark.parametrize("role", ["all", "marketing", "sales"])
@pytest.mark.parametrize("locale", ["en", "de", "qps"])
def test_every_report_can_be_said_at_any_time(role: RoleKey, turns: int, locale: str) -> None:
    rules = small_rules(TURNS, events=(STORM, OFFER))
    view, language = view_of(rules, role, turns), Language.from_catalogue(locale)
    reports = [*everything(rules, view), ending(rules, view, language)]
    words = list(sentences(reports))
    assert len(words) > 100
    assert all(language.say(each) or not each.values or each.text == "{text}" for each in words)
    for table in tables(rules, view):
        assert all(len(row) == len(table.headings(language)) for row in table.said(language))
        assert len(table.raw(language)) == len(table.rows)
    numbers = [each for each in walk(reports) if isinstance(each, float)]
    assert all(math.isfinite(number) for number in numbers)


def test_before_the_first_turn_there_are_no_results_and_no_pipeline() -> None:
    rules = small_rules()
    view = view_of(rules)
    assert results(rules, view) is None
    assert pipeline_flow(rules, view) is None
    assert journal(rules, view) == ()
    assert [row.count.state for row in funnel(rules, view).rows] == ["known", *["none"] * 5]
    assert {line.saturation for group in budget_board(rules, view) for line in group.lines} == {
        None
    }


def test_before_the_first_turn_a_closed_curtain_is_closed() -> None:
    rules = small_rules()
    rows = {row.key: row.count for row in funnel(rules, view_of(rules, "marketing")).rows}
    assert rows["leads"].state == "none"
    assert rows["sqls"].hidden
    assert rows["opportunities"].hidden


# -- the desk ----------------------------------------------------------------------------


def lines(rules: Rules, view: PlayerView) -> dict[str, BoardLine]:
    return {line.key: line for group in budget_board(rules, view) for line in group.lines}


def test_the_board_shows_every_lever_of_the_scenario_once() -> None:
    rules = small_rules()
    assert tuple(lines(rules, view_of(rules))) == LEVERS
    some = tuple(LeverRule(key=key, available=key != "seo") for key in LEVERS)
    assert "seo" not in lines(small_rules(levers=some), view_of(small_rules(levers=some)))


def test_a_closed_line_says_why() -> None:
    late = tuple(LeverRule(key=key, unlock_turn=3 if key == "seo" else 1) for key in LEVERS)
    rules = small_rules(levers=late)
    reason = lines(rules, view_of(rules))["seo"].reason
    assert reason is not None
    assert ENGLISH.say(reason) == "Opens in Month 3"
    other = lines(rules, view_of(rules, "marketing"))["negotiation"].reason
    assert other is not None
    assert ENGLISH.say(other) == "Decided by: Sales lead"
    assert lines(rules, view_of(rules, turns=2))["seo"].editable


def test_blocks_fill_with_the_money_spent() -> None:
    rules = small_rules()
    poor = apply(rules, new_session(rules), submit(even(100.0)))
    rich = apply(rules, new_session(rules), submit(even(0.0, seo=200_000.0)))
    blocks = [
        lines(rules, player_view(rules, play_on(rules, each), Seat()))["seo"].saturation
        for each in (poor, rich)
    ]
    assert blocks[0] is not None
    assert blocks[1] is not None
    assert blocks[0] < blocks[1]


@pytest.mark.parametrize(
    ("spent", "left", "over", "note"),
    [
        (0.0, 200_000.0, False, "€ 200,000 of € 200,000 stays in the bank"),
        (200_000.0, 0.0, False, "All of € 200,000 is planned"),
        (212_400.0, -12_400.0, True, "€ 12,400 more than there is"),
    ],
)
def test_what_is_left_to_spend_is_what_the_plan_leaves(
    spent: float, left: float, over: bool, note: str
) -> None:
    view = view_of(small_rules())
    report = left_to_spend(view, even(0.0, seo=spent))
    assert (report.left, report.over) == (left, over)
    assert ENGLISH.say(report.note).replace("\N{NO-BREAK SPACE}", " ") == note


def test_a_rising_response_time_is_bad_and_rising_bookings_are_good() -> None:
    rules = small_rules()
    view = view_of(rules, turns=2)
    before, now = view.history[1], view.history[2]
    for key, good in (("bookings", 1), ("response_hours", -1), ("spend", 0)):
        more = replace(now, figures={**now.figures, key: Figure(9e6)})
        assert measure_row(Curtain(rules, view), key, more, before).change.good == good


@pytest.mark.parametrize(
    ("key", "before", "now", "said"),
    [
        ("wins", 9.96, 10.4, "no change"),
        ("wins", 12.4, 13.6, "+2"),
        ("wins", 9.4, 10.6, "+1.6"),
        ("wins", 0.2, 0.5, "+0.3"),
        ("wins", 0.21, 0.24, "no change"),
        ("cash", 0.0, 0.2, "no change"),
        ("bookings", 100_000.0, 100_030.0, "no change"),
        ("bookings", 100_000.0, 104_000.0, "+4 %"),
        ("win_rate", 0.25, 0.2503, "no change"),
        ("win_rate", 0.25, 0.2506, "+0.1 pp"),
        ("response_hours", 13.0, 12.97, "no change"),
        ("response_hours", 13.0, 12.7, "−0.3 h"),
    ],
)
def test_a_move_too_small_to_be_said_is_no_change_and_neither_good_nor_bad(
    key: str, before: float, now: float, said: str
) -> None:
    shown = [Shown(kind=MEASURES[key].kind, value=value) for value in (before, now)]
    change = change_of(key, *shown)
    assert change.said(ENGLISH).replace("\N{NO-BREAK SPACE}", " ") == said
    assert (change.good == 0) == (said == "no change")


def test_money_changes_by_a_share_and_shares_change_by_points() -> None:
    rules = small_rules()
    view = view_of(rules, turns=3)
    rows = {card.row.key: card.row.change for card in desk(rules, view).cards}
    assert rows["bookings"].said(ENGLISH).endswith("%")
    assert rows["leakage"].said(ENGLISH).endswith("pp")


def test_the_funnel_loses_at_the_handoff_what_its_leaks_add_up_to() -> None:
    rules = small_rules()
    report = funnel(rules, view_of(rules, turns=3))
    fallen = sum(leak.count.value or 0.0 for leak in report.leaks if leak.place == "handoff")
    assert fallen == round(report.handoff.value or 0.0)
    assert fallen > 0


def test_an_event_card_says_its_effect_in_figures_and_what_waits_comes_first() -> None:
    rules = small_rules(TURNS, events=(STORM, OFFER))
    cards = event_cards(rules, view_of(rules, turns=1), ENGLISH)
    assert [card.key for card in cards] == ["offer", "storm"]
    offer, storm = cards
    said = [ENGLISH.say(effect) for effect in storm.effects]
    assert said == ["Demand in S1: −50\N{NO-BREAK SPACE}%"]
    assert offer.waiting
    assert not storm.waiting
    assert [choice.affordable for choice in offer.choices] == [True, True, False]


def test_a_choice_says_in_figures_what_it_does_and_for_how_long() -> None:
    effects = (
        Effect(target="churn", operation="times", value=0.9),
        Effect(target="satisfaction", operation="plus", value=0.02),
    )
    choices = (
        Choice(key="nothing", text="Wait"),
        Choice(key="once", text="Call them", effects=effects[1:]),
        Choice(key="long", text="Visit them", effects=effects, lasts_turns=3),
    )
    rules = small_rules(TURNS, events=(replace(OFFER, choices=choices),))
    (card,) = event_cards(rules, view_of(rules, turns=1), ENGLISH)
    said = [ENGLISH.say(choice.does) if choice.does else "" for choice in card.choices]
    assert [text.replace("\N{NO-BREAK SPACE}", " ") for text in said] == [
        "",
        "Satisfaction: +2 pp",
        "Customers who leave: −10 % · Satisfaction: +2 pp, for 3 turns",
    ]


@pytest.mark.parametrize("change", [-0.3, 0.12])
def test_a_chance_to_win_reads_as_its_author_wrote_it(change: float) -> None:
    rules = small_rules()
    odds = math.log(0.25 * (1 + change) / (1 - 0.25 * (1 + change))) - math.log(1 / 3)
    effect = Effect(target="win_chance", operation="plus", value=odds)
    said = ENGLISH.say(effect_sentence(rules, effect, ENGLISH))
    assert said.endswith(ENGLISH.signed_share(change))


def test_where_there_is_no_research_nobody_is_sent_to_it() -> None:
    rules = load("title: T\nlevers: {others: off, advertising: {}, product_demos: {}}\n", "t")
    view = view_of(rules)
    fits = {ENGLISH.say(row.fit) for row in policies_report(rules, view).messages}
    assert fits == {"Nobody knows for sure whom it convinces"}
    assert "research" not in ENGLISH.say(cares_note(rules, view))


def test_a_message_and_the_table_of_segments_speak_of_the_same_knowledge() -> None:
    rules = load(
        "title: T\nlevers: {others: off, advertising: {}}\n"
        "positioning: {looks: Looks, ease: Ease}\n"
        "segments:\n"
        "  studios: {name: Studios, cares_about: {looks: a lot, ease: some}}\n"
        "  practices: {name: Practices, cares_about: {looks: not at all, ease: a lot}}\n",
        "t",
    )
    view = view_of(rules)
    looks = policies_report(rules, view).messages[0]
    (studios,), (practices,) = ((row[0],) for row in view.cares)
    assert studios.low >= 0.5 > practices.high
    assert ENGLISH.say(looks.fit) == "Fits Studios"


def test_research_tells_whom_a_message_fits() -> None:
    rules = small_rules()
    blind = [ENGLISH.say(row.fit) for row in policies_report(rules, view_of(rules)).messages]
    assert blind[0] == "Market research would show whom it convinces"
    assert "(research)" not in blind[1]
    rich = apply(rules, new_session(rules), submit(even(0.0, market_research=200_000.0)))
    view = player_view(rules, play_on(rules, rich), Seat())
    known = [ENGLISH.say(row.fit) for row in policies_report(rules, view).messages]
    assert all(text.endswith("(research)") for text in known)
    assert "S1" in known[1]


def test_a_policy_that_is_fixed_says_so() -> None:
    rules = small_rules()
    sales = policies_report(rules, view_of(rules, "sales"))
    assert sales.bar.editable
    assert sales.positioning.reason is not None
    assert ENGLISH.say(sales.positioning.reason) == "Decided by: Marketing lead"
