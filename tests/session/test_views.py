"""What a seat may know: secrets leave through one gate, and collaboration lifts the curtain."""

from dataclasses import replace

import numpy as np
import pytest

from game.errors import UnknownName
from game.market import GROUPS
from game.scenario.measures import MEASURES
from game.scenario.rules import Condition, Hint, RoleRule
from game.session import EndTurn, Seat, Submit, apply, new_session, player_view, team
from game.session.flows import lead_sources, loss_reasons
from game.session.views import ALWAYS
from tests.session.tables import even, play, small_rules, submit


def test_whoever_holds_all_roles_sees_every_measure() -> None:
    rules = small_rules()
    view = player_view(rules, play(rules, new_session(rules), turns=2), Seat())
    assert all(figure.known for figure in view.now.figures.values())
    assert set(view.now.figures) == set(MEASURES) - {"turn"}


def test_marketing_sees_its_own_side_and_what_everybody_sees() -> None:
    rules = small_rules()
    session = new_session(rules, seats=team(rules, "marketing"))
    session = apply(rules, session, EndTurn())
    view = player_view(rules, session, session.seats[0])
    known = {name for name, figure in view.now.figures.items() if figure.known}
    role = next(role for role in rules.roles if role.key == "marketing")
    assert known <= ALWAYS | set(role.sees)
    assert {"leads", "revenue", "cash"} <= known
    assert not view.now.figures["win_rate"].known


def test_meetings_show_the_other_sides_counts_and_say_so_before() -> None:
    rules = small_rules()
    session = new_session(rules, seats=team(rules, "marketing"))
    first = apply(rules, session, EndTurn())
    hidden = player_view(rules, first, session.seats[0]).now.figures["sqls"]
    assert not hidden.known
    assert hidden.revealed_by == "joint_meetings"
    part = submit(even(0.0, joint_meetings=30_000.0))
    met = apply(rules, session, type(part)(seat=session.seats[0], spend=part.spend))
    met = apply(rules, met, EndTurn())
    assert player_view(rules, met, session.seats[0]).now.figures["sqls"].known


def test_a_hint_about_a_hidden_figure_is_kept_from_a_role_until_it_sees_the_figure() -> None:
    def hint(key: str, measure: str) -> Hint:
        when = (Condition(measure=measure, comparison=">=", value=0.0, text=""),)
        return Hint(key=key, when=when, say=key, to="marketing")

    rules = replace(small_rules(), hints=(hint("known", "leads"), hint("hidden", "sqls")))
    session = new_session(rules, seats=team(rules, "marketing"))
    seat = session.seats[0]
    alone = apply(rules, session, EndTurn())
    assert player_view(rules, alone, seat).hints == ("known",)
    assert player_view(rules, alone, Seat()).hints == ("known", "hidden")
    meeting = submit(even(0.0, joint_meetings=30_000.0))
    met = apply(rules, session, type(meeting)(seat=seat, spend=meeting.spend))
    met = apply(rules, met, EndTurn())
    assert player_view(rules, met, seat).hints == ("known", "hidden")
    # What was said while the turn was planned is told again as it was.
    assert player_view(rules, apply(rules, alone, EndTurn()), seat).history[2].hints == ("known",)


def test_a_hint_about_the_plan_on_the_table_is_told_to_every_role() -> None:
    when = (Condition(measure="sales_share", comparison=">=", value=0.0, text=""),)
    rules = replace(small_rules(), hints=(Hint(key="split", when=when, say="split"),))
    session = apply(rules, new_session(rules, seats=team(rules, "marketing")), EndTurn())
    assert player_view(rules, session, session.seats[0]).hints == ("split",)


def test_a_hint_for_who_does_not_see_a_figure_ends_when_the_figure_is_shown() -> None:
    hint = Hint(key="ask", when=(), say="ask", to="marketing", unseen=("sqls",))
    rules = replace(small_rules(), hints=(hint,))
    session = new_session(rules, seats=team(rules, "marketing"))
    marketing = session.seats[0]
    alone = apply(rules, session, EndTurn())
    assert player_view(rules, alone, marketing).hints == ("ask",)
    assert player_view(rules, alone, Seat()).hints == ()
    meeting = submit(even(0.0, joint_meetings=30_000.0))
    met = apply(rules, session, type(meeting)(seat=marketing, spend=meeting.spend))
    assert player_view(rules, apply(rules, met, EndTurn()), marketing).hints == ()


def test_a_hint_for_a_role_that_nobody_has_is_told_to_everybody() -> None:
    manager = RoleRule(key="manager", levers=(), sees=(), budget_share=0.0)
    rules = replace(small_rules(), hints=(Hint(key="whole", when=(), say="whole", to="manager"),))
    rules = replace(rules, roles=(*rules.roles, manager))
    session = new_session(rules, seats=(Seat(0, "marketing"), Seat(0, "sales")))
    assert [player_view(rules, session, seat).hints for seat in session.seats] == [("whole",)] * 2
    with_manager = replace(session, seats=(*session.seats, Seat(0, "manager")))
    assert player_view(rules, with_manager, session.seats[0]).hints == ()


def test_a_firm_among_several_hears_of_its_own_figures() -> None:
    when = (Condition(measure="together_share", comparison="<", value=0.1, text=""),)
    hints = (Hint(key="apart", when=when, say="apart"),)
    rules = replace(small_rules(rivals=1), players=2, rivals=(), hints=hints)
    session = new_session(rules, seats=(Seat(0), Seat(1)))
    for firm, together in enumerate((0.0, 30_000.0)):
        plan = even(1_000.0, **dict.fromkeys(GROUPS["together"], together))
        session = apply(rules, session, Submit(seat=Seat(firm), spend=plan))
    session = apply(rules, session, EndTurn())
    assert [player_view(rules, session, Seat(firm)).hints for firm in (0, 1)] == [("apart",), ()]


def test_an_unknown_role_is_named_with_those_there_are() -> None:
    rules = small_rules()
    with pytest.raises(UnknownName, match="marketing"):
        team(rules, "manager")


def test_a_scorecard_is_shown_to_a_single_role_only_at_the_end() -> None:
    rules = small_rules(2)
    session = new_session(rules, seats=team(rules, "sales"))
    assert player_view(rules, session, Seat(0, "sales")).score is None
    over = play(rules, session)
    assert player_view(rules, over, Seat(0, "sales")).score is not None


def test_research_narrows_what_is_believed_of_segments_and_never_misses() -> None:
    rules = small_rules()
    blind = play(rules, new_session(rules, 4), "sales_only", 3)
    curious = new_session(rules, 4)
    for _ in range(3):
        curious = apply(rules, curious, submit(even(0.0, market_research=150_000.0)))
        curious = apply(rules, curious, EndTurn())
    wide, narrow = (player_view(rules, each, Seat()).cares for each in (blind, curious))
    for row, other, truths in zip(wide, narrow, rules.params.cares, strict=True):
        for loose, tight, truth in zip(row, other, truths, strict=True):
            assert tight.high - tight.low < loose.high - loose.low
            for estimate in (loose, tight):
                assert estimate.low - 1e-9 <= truth <= estimate.high + 1e-9


def test_the_sources_of_leads_add_up_to_all_leads() -> None:
    rules = small_rules()
    session = play(rules, new_session(rules), turns=3)
    outcome = session.world.outcome
    assert outcome is not None
    total = float(outcome.inbound[0].sum() + outcome.outbound[0].sum())
    assert sum(lead_sources(rules, outcome, 0).values()) == pytest.approx(total)


def test_the_reasons_for_lost_deals_add_up_to_all_lost_deals() -> None:
    rules = small_rules()
    outcome = play(rules, new_session(rules), turns=4).world.outcome
    assert outcome is not None
    lost = float((outcome.lost_to_rivals[0] + outcome.lost_to_no_decision[0]).sum())
    reasons = loss_reasons(outcome, 0)
    assert sum(reasons.values()) == pytest.approx(lost)
    assert min(reasons.values()) >= 0


def test_the_first_view_shows_how_the_game_begins() -> None:
    rules = small_rules()
    view = player_view(rules, new_session(rules), Seat())
    assert view.turn == 1
    assert len(view.history) == 1
    assert view.now.figures["customers"].known
    assert not view.now.figures["wins"].known
    assert np.isclose(sum(view.now.shares), 1)
