"""A game as a table: every figure once, in rows that any tool can read."""

import csv
import io
import math

from game.analysis.records import COLUMNS, Record, records, rows
from game.market import LEVERS
from game.session import new_session
from tests.session.tables import play, small_rules


def found() -> list[Record]:
    rules = small_rules(3)
    return list(records(rules, play(rules, new_session(rules, 1), "steady"), "steady"))


def test_every_figure_is_there_once() -> None:
    keys = [(each.turn, each.firm, each.segment, each.lever, each.measure) for each in found()]
    assert len(keys) == len(set(keys))
    assert {turn for turn, *_ in keys} == {1, 2, 3}


def test_segments_add_up_to_the_firm() -> None:
    table = found()
    for turn in (1, 2, 3):
        mine = [each for each in table if each.turn == turn and each.firm == table[0].firm]
        whole = next(each.value for each in mine if each.measure == "mqls" and not each.segment)
        parts = [each.value for each in mine if each.measure == "mqls" and each.segment]
        assert math.isclose(sum(parts), whole, rel_tol=1e-12)


def test_levers_add_up_to_the_spend() -> None:
    table = found()
    mine = [each for each in table if each.turn == 2 and each.firm == table[0].firm]
    levers = [each.value for each in mine if each.measure == "lever_spend"]
    assert len(levers) == len(LEVERS)
    whole = next(each.value for each in mine if each.measure == "spend")
    assert math.isclose(sum(levers), whole, rel_tol=1e-12)


def test_rows_are_a_csv_file_as_they_are() -> None:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows(rows(iter(found())))
    back = list(csv.DictReader(io.StringIO(text.getvalue())))
    assert len(back) == len(found())
    assert back[0]["turn"] == "1"


def test_bookings_of_all_turns_add_up_to_their_total() -> None:
    table = found()
    mine = [each for each in table if each.firm == table[0].firm and not each.segment]
    turns = [each.value for each in mine if each.measure == "bookings"]
    total = [each.value for each in mine if each.measure == "total_bookings" and each.turn == 3]
    assert turns[0] > 0
    assert math.isclose(sum(turns), total[0], rel_tol=1e-12)
