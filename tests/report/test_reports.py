"""Reports of a game before, in the middle and at the end, and what they keep to themselves."""

import math
from dataclasses import replace

import pytest

from game.market import LEVERS
from game.report.board import BoardLine, budget_board, left_to_spend
from game.report.briefing import briefing
from game.report.changes import change_of, measure_row
from game.report.desk import desk
from game.report.ending import ending, prediction_record, score_table
from game.report.event_cards import effect_sentence, event_cards
from game.report.figures import Curtain, Shown
from game.report.funnel import funnel
from game.report.journal import journal
from game.report.language import ENGLISH, Language
from game.report.library import Best, scenario_card
from game.report.pipeline_report import pipeline_flow
from game.report.policies import policies_report
from game.report.results import results
from game.report.rivals import rivals
from game.report.trends import OFFERED, line_data, trend
from game.scenario import load
from game.scenario.measures import MEASURES
from game.scenario.rules import Choice, Effect, LearningGoal, LeverRule, RoleKey, Rules
from game.session import (
    EndTurn,
    Figure,
    PlayerView,
    Seat,
    Session,
    apply,
    new_session,
    player_view,
)
from tests.report.reading import everything, sentences, tables, view_of, walk
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


def play_on(rules: Rules, session: Session) -> Session:
    return apply(rules, session, EndTurn())


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
        ("wins", 9.8, 10.2, "no change"),
        ("wins", 9.4, 10.6, "+2"),
        ("wins", 0.2, 0.5, "no change"),
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


def test_an_event_card_says_its_effect_in_figures_and_whether_it_waits() -> None:
    rules = small_rules(TURNS, events=(STORM, OFFER))
    cards = event_cards(rules, view_of(rules, turns=1), ENGLISH)
    assert [card.key for card in cards] == ["storm", "offer"]
    said = [ENGLISH.say(effect) for effect in cards[0].effects]
    assert said == ["Demand in S1: −50\N{NO-BREAK SPACE}%"]
    assert cards[1].waiting
    assert [choice.affordable for choice in cards[1].choices] == [True, True, False]


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
    assert fits == {"Nobody can tell yet whom it convinces"}


def test_research_tells_whom_a_message_fits() -> None:
    rules = small_rules()
    blind = [ENGLISH.say(row.fit) for row in policies_report(rules, view_of(rules)).messages]
    assert blind == ["Market research would show whom it convinces"] * 2
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


# -- results and the end -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "begins"),
    [(None, "Nobody"), (1000.0, "1,000 deals fewer"), (0.0, "As close as whole deals can be")],
)
def test_a_prediction_is_compared_with_what_came(said: float | None, begins: str) -> None:
    rules = small_rules()
    session = apply(rules, new_session(rules), submit(prediction=said, because="a hunch"))
    report = results(rules, player_view(rules, play_on(rules, session), Seat()))
    assert report is not None
    assert ENGLISH.say(report.prediction.note).startswith(begins)
    assert "Exactly" not in ENGLISH.say(report.prediction.note)
    assert report.prediction.said == said
    assert ENGLISH.say(report.prediction.because) == "a hunch"


def test_leads_by_source_add_up_to_all_leads() -> None:
    rules = small_rules()
    view = view_of(rules, turns=3)
    report = results(rules, view)
    assert report is not None
    leads = sum(row.leads.value or 0.0 for row in report.sources)
    assert leads == round(view.now.figures["leads"].value or 0.0)
    assert report.pipeline.flow.lead_count == leads
    costs = [row.cost.value for row in report.sources if row.key == "organic"]
    assert costs == [None]


def test_the_pipeline_loses_the_deals_that_were_lost() -> None:
    rules = small_rules()
    view = view_of(rules, turns=4)
    report = pipeline_flow(rules, view)
    assert report is not None
    lost = sum(loss.count for loss in report.flow.lost)
    flows = view.now.flows
    assert lost == round(
        (flows["lost_to_rivals"].value or 0) + (flows["lost_to_no_decision"].value or 0)
    )
    assert report.hidden == {}


def test_less_than_one_referral_is_nobody() -> None:
    rules = small_rules()
    view = view_of(rules, turns=4)
    for many, people, note in ((0.4, 0.0, ""), (0.6, 0.6, "1 referral"), (3.2, 3.2, "3 referrals")):
        turn = replace(view.now, flows={**view.now.flows, "referrals": Figure(many)})
        report = pipeline_flow(rules, view, ENGLISH, turn)
        assert report is not None
        assert (report.flow.referrals, report.words.referrals) == (people, note)


def test_every_way_to_get_lost_has_a_short_reason() -> None:
    rules = small_rules()
    report = pipeline_flow(rules, view_of(rules, turns=4))
    assert report is not None
    reasons = [loss.label for loss in (*report.flow.handoff, *report.flow.lost)]
    assert len(set(reasons)) == len(reasons) > 6
    assert max(len(reason) for reason in reasons) < 20


def test_the_journal_notes_what_was_changed_and_nothing_else() -> None:
    rules = small_rules()
    session = play_on(rules, apply(rules, new_session(rules), submit(even(5_000.0))))
    changed = submit(even(5_000.0, seo=9_000.0), bar=0.7, positioning=1)
    session = play_on(rules, apply(rules, session, changed))
    entry = journal(rules, player_view(rules, session, Seat()))[1]
    assert [move.key for move in entry.moves] == ["seo"]
    said = ENGLISH.say(entry.moves[0].note).replace("\N{NO-BREAK SPACE}", " ")
    assert said == "SEO +€ 4 k to € 9,000"
    assert [ENGLISH.say(move)[:13] for move in entry.policies] == ["Qualification", "New message: "]


def test_a_trend_has_gaps_where_it_is_hidden() -> None:
    rules = small_rules()
    view = view_of(rules, "marketing", 3, "silo_marketing")
    shown = trend(rules, view, "sqls")
    assert shown.values == (None,) * 4
    assert shown.hidden is not None
    leads = trend(rules, view, "leads")
    assert leads.values[0] is None
    assert all(value is not None for value in leads.values[1:])
    assert line_data((leads,), leads.name).whole


def test_market_shares_add_up_and_yours_comes_first() -> None:
    rules = small_rules()
    report = rivals(rules, view_of(rules, turns=3))
    assert report.lines[0].yours
    assert [
        sum(shares) for shares in zip(*(line.shares for line in report.lines), strict=True)
    ] == ([pytest.approx(1.0)] * 4)


def test_the_briefing_has_five_rules_and_every_goal() -> None:
    goal = LearningGoal(text="Mind the gap.", measure="leakage", terms=("handoff",))
    rules = small_rules(learning_goals=(goal,))
    report = briefing(rules, view_of(rules))
    assert len(report.rules) == 5
    assert [goal.key for goal in report.goals] == [rule.measure for rule in rules.scorecard]
    assert sum(goal.weight for goal in report.goals) == pytest.approx(1.0)
    assert report.lessons[0].measure is not None
    silo = briefing(rules, view_of(rules, "marketing"))
    assert report.rules[3] != silo.rules[3]
    assert [role.yours for role in silo.roles] == [True, False]


def test_the_library_shows_the_best_so_far() -> None:
    rules = small_rules()
    cards = [
        scenario_card(rules, best) for best in (None, Best(score=61.4), Best(score=1, of_par=0.9))
    ]
    said = [ENGLISH.say(card.best).replace("\N{NO-BREAK SPACE}", " ") for card in cards]
    assert said == ["Not played yet", "Your best: 61 points", "Your best: 90 % of par"]


def test_the_ending_adds_up_and_names_the_best_turn() -> None:
    rules = small_rules(TURNS)
    view = view_of(rules, turns=TURNS)
    report = ending(rules, view)
    assert report is not None
    assert round(sum(line.points for line in report.lines), 6) == round(report.total, 1)
    assert sum(line.whole for line in report.lines) == round(report.total)
    assert sum(line.most for line in report.lines) == 100
    assert report.best is not None
    assert report.worst is not None
    assert report.best.bookings >= report.worst.bookings
    assert score_table(report).rows[-1][-1] == round(report.total, 1)


def test_the_scorecard_shows_the_points_that_each_line_gave_to_a_tenth() -> None:
    rules = small_rules(TURNS)
    view = view_of(rules, turns=TURNS)
    report = ending(rules, view)
    assert report is not None
    assert view.score is not None
    shown = [float(cells[-1]) for cells in score_table(report).said(ENGLISH)]
    assert sum(shown[:-1]) == pytest.approx(shown[-1])
    given = [part.points for part in view.score.parts]
    assert shown[:-1] == pytest.approx(given, abs=0.1)
    assert any(points != round(points) for points in shown)

    assert report.predictions.made == TURNS


def test_the_end_is_told_as_part_of_par_where_par_is_known() -> None:
    rules = small_rules(TURNS)
    view = view_of(rules, turns=TURNS)
    report = ending(rules, view, ENGLISH, 200.0)
    assert report is not None
    assert report.of_par == pytest.approx(report.total / 200)
    assert "of par" in ENGLISH.say(report.headline)
    running = ending(rules, view_of(rules, turns=2), ENGLISH, 200.0)
    assert running is not None
    assert running.of_par is None


def test_a_role_sees_no_score_before_the_end() -> None:
    rules = small_rules(TURNS)
    assert ending(rules, view_of(rules, "marketing", 2)) is None
    assert ending(rules, view_of(rules, "marketing", TURNS)) is not None


def test_hopeful_predictions_are_called_hopeful() -> None:
    rules = small_rules()
    session = play_on(rules, apply(rules, new_session(rules), submit(prediction=500.0)))
    record = prediction_record(player_view(rules, session, Seat()))
    assert record.close == 0
    assert ENGLISH.say(record.note).endswith("too hopeful.")


def test_every_measure_may_be_followed() -> None:
    assert set(OFFERED) <= set(MEASURES)
