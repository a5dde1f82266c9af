"""Every figure is worked out from what a seat sees, and comes to what the screens show."""

import re
from collections.abc import Iterator

import pytest

from game.report.glossary import glossary, measure_of, working
from game.report.language import ENGLISH
from game.report.workings_money import MONEY
from game.report.workings_people import PEOPLE
from game.scenario.measures import MEASURES
from game.scenario.rules import RoleKey, Rules
from game.session import (
    EndTurn,
    PlayerView,
    Seat,
    answers,
    apply,
    is_over,
    new_bot,
    new_session,
    player_view,
    team,
)
from game.storage.places import found_places
from game.storage.scenarios import load_scenario
from game.words import Sentence
from tests.report.reading import view_of, walk
from tests.session.tables import small_rules

EXACT = sorted(
    {*PEOPLE, *MONEY} - {"half_saturation", "attention_price", "sales_load", "demo_load"}
)
COUNTS = {"wins", "churned", "referrals", "opportunities"}


@pytest.mark.parametrize("key", EXACT)
def test_a_line_ends_in_the_figure_that_the_screens_show(key: str) -> None:
    rules = small_rules()
    view = view_of(rules, turns=3)
    worked = working(key, rules, view, ENGLISH)
    assert worked is not None
    assert worked.line is not None
    assert ENGLISH.say(worked.line).endswith("= " + worked.result.said(ENGLISH))
    if key in MEASURES:
        assert worked.result.value == view.now.figures[key].value


@pytest.mark.parametrize("key", EXACT)
def test_a_line_is_right_to_the_last_digit_that_is_shown(key: str) -> None:
    """Work each line out again from its inputs, and find the figure that is shown."""
    rules = small_rules()
    for turns in (1, 3):
        worked = working(key, rules, view_of(rules, turns=turns), ENGLISH)
        assert worked is not None
        if worked.line is None:
            continue
        said = ENGLISH.say(worked.line).replace("\N{NO-BREAK SPACE}", " ")
        left, _, right = said.rpartition(" = ")
        low, high = worked_out(left)
        shown = _bounds(right)
        assert low <= shown[1], said
        assert shown[0] <= high, said


def views_of(rules: Rules, role: RoleKey, strategy: str) -> Iterator[PlayerView]:
    """Play a whole game, and yield what the first seat sees after every turn."""
    session, bot = new_session(rules, seed=7, seats=team(rules, role)), new_bot(strategy, seed=7)
    while not is_over(rules, session):
        for seat in session.seats:
            for answer in answers(player_view(rules, session, seat)):
                session = apply(rules, session, answer)
            session = apply(rules, session, bot.decide(player_view(rules, session, seat)))
        session = apply(rules, session, EndTurn())
        yield player_view(rules, session, Seat(0, role))


@pytest.mark.parametrize("strategy", ["steady", "random", "no_collaboration"])
def test_every_turn_of_the_full_game_is_worked_out_to_what_the_screens_show(strategy: str) -> None:
    rules = load_scenario(found_places(), "fresh_start")
    worked_lines = 0
    for view in views_of(rules, "all", strategy):
        turns = len(view.history) - 1
        for key in EXACT:
            worked = working(key, rules, view, ENGLISH)
            assert worked is not None
            if key in MEASURES:
                assert worked.result.value == view.now.figures[key].value, key
            if worked.line is None:
                continue
            said = ENGLISH.say(worked.line).replace("\N{NO-BREAK SPACE}", " ")
            left, _, right = said.rpartition(" = ")
            low, high = worked_out(left)
            shown = _bounds(right)
            assert low <= shown[1], f"{key} in turn {turns}: {said}"
            assert shown[0] <= high, f"{key} in turn {turns}: {said}"
            worked_lines += 1
    assert worked_lines > 10 * rules.turns


@pytest.mark.parametrize("role", ["marketing", "sales"])
@pytest.mark.parametrize("strategy", ["steady", "no_collaboration"])
def test_in_every_turn_a_role_works_out_only_what_it_sees(role: RoleKey, strategy: str) -> None:
    rules = load_scenario(found_places(), "fresh_start")
    hidden = 0
    for view in views_of(rules, role, strategy):
        for key in (*PEOPLE, *MONEY):
            worked = working(key, rules, view, ENGLISH)
            assert worked is not None
            measure = key if key in MEASURES else ""
            if measure and view.now.figures[measure].value is None:
                hidden += 1
                assert worked.result.value is None, key
                assert worked.line is None, key
            for each in worked.inputs:
                assert each.shown.value is None or not each.shown.hidden, key
                assert each.shown.note or not each.shown.hidden, key
    assert hidden > 0


def worked_out(line: str) -> tuple[float, float]:
    """Return between which numbers a line ends, each of its figures being rounded."""
    if "÷" in line:
        part, whole = map(_bounds, line.split(" ÷ "))
        return part[0] / whole[1], part[1] / max(whole[0], 1e-9)
    if "×" in line:
        one, other = map(_bounds, line.split(" × "))
        return one[0] * other[0], one[1] * other[1]
    first, *rest = re.split(r" ([+−]) ?(?=[€\d])", line)
    low, high = _bounds(first)
    for sign, figure in zip(rest[::2], rest[1::2], strict=True):
        under, over = _bounds(figure)
        low += -over if sign == "−" else under
        high += -under if sign == "−" else over
    return low, high


def test_every_measure_but_plain_counts_is_worked_out() -> None:
    worked = {*PEOPLE, *MONEY}
    assert set(MEASURES) - {"turn"} - COUNTS <= worked
    terms = {entry.key for entry in glossary()} | {measure_of(entry.key) for entry in glossary()}
    assert worked <= terms


@pytest.mark.parametrize("role", ["marketing", "sales"])
def test_nothing_is_worked_out_from_what_is_hidden(role: RoleKey) -> None:
    rules = small_rules()
    view = view_of(rules, role, turns=2, strategy="no_collaboration")
    hidden = 0
    for key in (*PEOPLE, *MONEY):
        worked = working(key, rules, view, ENGLISH)
        assert worked is not None
        secret = [each for each in worked.inputs if each.shown.hidden]
        hidden += len(secret)
        assert all(each.shown.value is None and each.shown.note for each in secret), key
        if secret or worked.result.hidden:
            assert worked.line is None, key
    assert hidden > 0


def test_before_the_first_turn_there_is_nothing_to_work_out() -> None:
    rules = small_rules()
    assert working("win_rate", rules, view_of(rules), ENGLISH) is None


def test_a_word_without_a_figure_is_not_worked_out() -> None:
    rules = small_rules()
    assert working("silo", rules, view_of(rules, turns=1), ENGLISH) is None


def test_a_fuller_lever_is_worth_more_half_saturations() -> None:
    rules = small_rules()
    view = view_of(rules, turns=3)
    rows = []
    for lever in ("advertising", "joint_meetings", "seo"):
        worked = working(lever, rules, view, ENGLISH)
        assert worked is not None
        rows.append((worked.result.value or 0.0, worked.inputs[1].shown.value or 0.0))
    ordered = sorted(rows)
    assert [worth for _, worth in ordered] == sorted(worth for _, worth in rows)


def test_every_sentence_of_a_working_can_be_said() -> None:
    rules = small_rules()
    view = view_of(rules, turns=2)
    for key in (*PEOPLE, *MONEY):
        for value in walk(working(key, rules, view, ENGLISH)):
            if isinstance(value, Sentence):
                assert ENGLISH.say(value)


def _bounds(said: str) -> tuple[float, float]:
    """Return between which numbers a figure lies that is shown rounded."""
    text = said.replace("−", "-").replace(",", "").replace("€ ", "").replace("+", "")
    found = re.search(r"-?\d+(?:\.(\d+))?", text)
    assert found is not None, said
    slack = 0.51 * 10.0 ** -len(found.group(1) or "")
    unit = 0.01 if "%" in text or "pp" in text else 1.0
    value = float(found.group())
    return unit * (value - slack), unit * (value + slack)


@pytest.mark.parametrize("strategy", ["steady", "random"])
def test_what_is_added_up_gives_the_figure_that_is_shown(strategy: str) -> None:
    """Somebody with a pencil comes to the last digit, as long as it is about people and shares."""
    rules = load_scenario(found_places(), "fresh_start")
    added = 0
    for view in views_of(rules, "all", strategy):
        for key in ("leads", "mqls", "sqls", "awareness", "goodwill", "congruence", "lead_fit"):
            worked = working(key, rules, view, ENGLISH)
            assert worked is not None
            if worked.line is None:
                continue
            said = ENGLISH.say(worked.line).replace("\N{NO-BREAK SPACE}", " ")
            left, _, right = said.rpartition(" = ")
            figures = re.findall(r"([+−]?) ?([\d,]+(?:\.\d+)?)", left)
            total = sum(
                float(f"{sign.replace('−', '-')}{n.replace(',', '')}") for sign, n in figures
            )
            digits = len(right.split(" ")[0].partition(".")[2])
            shown = float(right.split(" ")[0].replace(",", ""))
            # Half a digit, and what three figures of one decimal may have lost.
            assert abs(total - shown) <= 0.5 * 10.0**-digits + 0.16, f"{key}: {said}"
            added += 1
    assert added > 50
