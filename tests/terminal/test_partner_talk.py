"""Talking with a partner at the keyboard: its proposal, its offers, and a word that binds."""

from game.session import Seat
from game.session.trades import TradeState
from game.storage.places import Places
from game.storage.saves import load_autosave
from tests.terminal.conftest import Typist

REST = "done\n4\n\n"


def states(places: Places, role: str) -> list[list[TradeState]]:
    opened = load_autosave(places, "corner_shop", Seat(0, role))  # type: ignore[arg-type]  # one of them
    assert opened is not None
    now = [[trade.state for trade in opened.session.trades]]
    return [[trade.state for trade in each.trades] for each in opened.session.history] + now


def test_a_partner_proposes_its_part_with_reasons(typist: Typist) -> None:
    out = typist.play("", role="marketing")
    assert "Sales lead:" in out
    assert "My money goes to" in out or "Most of my money goes to" in out
    assert "Could you put" in out
    assert "Type 'yes' or 'no'." in out


def test_a_yes_binds_both_and_fits_the_plan(typist: Typist, places: Places) -> None:
    out = typist.play("even\nyes\n" + REST, role="marketing")
    assert "I keep to it, and count on you." in out
    assert "Agreed: you put" in out
    assert states(places, "marketing")[0] == ["kept"]


def test_a_plan_that_breaks_a_promise_is_refused_until_it_is_taken_back(
    typist: Typist, places: Places
) -> None:
    broken = "\n".join(f"{line} 0" for line in TOGETHER) + "\n"
    out = typist.play(
        "yes\n" + broken + "done\ntakeback\n" + broken + REST + "2\n", role="marketing"
    )
    assert "You promised at least" in out
    assert "I will remember that." in out
    assert "did not keep to it." in " ".join(out.split())
    assert states(places, "marketing")[0] == ["taken_back"]


TOGETHER = (
    "shared_vision",
    "joint_meetings",
    "cross_training",
    "shared_kpis",
    "feedback_loops",
)


def test_a_no_is_taken_and_there_is_nothing_more_to_answer(typist: Typist, places: Places) -> None:
    out = typist.play("no\nyes\n", role="sales")
    assert "Then each of us for itself in this turn." in out
    assert "Nobody waits for an answer from you." in out
    assert states(places, "sales") == [["refused"]]


def test_an_offer_of_ones_own_is_answered(typist: Typist, places: Places) -> None:
    out = typist.play(
        "offer joint_meetings 500 and at most advertising 900 for joint meetings 100\n"
        "offer bar 60% for seo 1\n",
        role="marketing",
    )
    assert "Agreed. I keep to it" in out
    assert "spend at most € 900 on Advertising" in " ".join(out.split())
    assert "Only who decides about Qualification bar can promise it." in out
    assert states(places, "marketing") == [["agreed"]]


def test_a_partner_says_what_it_thinks_of_a_plan(typist: Typist) -> None:
    out = typist.play("even\nask\n", role="marketing")
    assert out.count("Sales lead: “") >= 1


def test_whoever_holds_every_role_has_nobody_to_ask(typist: Typist) -> None:
    out = typist.play("ask\nhelp\n")
    assert "there is nobody else to ask" in out
    assert "takeback" not in out


def test_what_can_be_said_to_a_partner_stands_in_the_help(typist: Typist) -> None:
    assert "takeback" in typist.play("help\n", role="sales")
