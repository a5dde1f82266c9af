"""What is told after a turn and at the end, and that its figures add up."""

import re
from dataclasses import replace

import pytest

from game.report.briefing import briefing
from game.report.ending import ending, prediction_record, reached_of, score_table
from game.report.journal import journal
from game.report.language import ENGLISH
from game.report.library import Best, scenario_card
from game.report.number_style import as_counted
from game.report.pipeline_report import pipeline_flow
from game.report.results import results
from game.report.rivals import rivals
from game.report.trends import OFFERED, line_data, trend
from game.scenario.measures import MEASURES
from game.scenario.rules import LearningGoal
from game.session import (
    Figure,
    Seat,
    apply,
    new_session,
    player_view,
)
from game.session.score import ScorePart
from game.storage.places import found_places
from game.storage.scenarios import load_scenario
from tests.report.reading import play_on, view_of
from tests.session.tables import even, small_rules, submit

TURNS = 6


@pytest.mark.parametrize(
    ("said", "begins"),
    [(None, "You made no prediction"), (1000.0, "1,000 deals fewer"), (0.0, "0.2 deals more")],
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
    assert lost == as_counted(
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
    assert said == "SEO from € 5,000 to € 9,000"
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


def test_a_goal_says_its_value_of_its_target_and_no_second_percentage() -> None:
    def part(measure: str, value: float, target: float) -> ScorePart:
        reached = value / target
        return ScorePart(
            measure=measure, value=value, target=target, weight=1, reached=reached, points=1
        )

    parts = (
        part("satisfaction", 0.62, 0.7),
        part("churn", 0.024, 0.05),
        part("total_bookings", 62_000, 1_200_000),
        part("wins", 2.5, 12),
    )
    said = [ENGLISH.say(reached_of(each)).replace("\N{NO-BREAK SPACE}", " ") for each in parts]
    assert said == ["62 of 70 %", "2.4 % of 5 %", "€ 62 k of € 1.2 M", "2.5 of 12"]


def test_a_scenario_that_renames_demos_does_not_speak_of_demos_on_the_picture() -> None:
    rules = load_scenario(found_places(), "leaky_funnel")
    report = pipeline_flow(rules, view_of(rules, turns=3))
    assert report is not None
    assert re.fullmatch(r"Roof visits for \d+ of \d+", report.words.narrow)


def test_a_source_has_the_name_of_the_only_line_that_brought_people() -> None:
    rules = load_scenario(found_places(), "first_steps")
    report = results(rules, view_of(rules, turns=1))
    assert report is not None
    listed = {ENGLISH.say(row.name) for row in report.sources}
    assert {source.label for source in report.pipeline.flow.leads} <= listed
