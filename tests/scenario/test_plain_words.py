import math
from collections.abc import Callable

import pytest

from game.scenario import values
from game.scenario.conditions import parse_condition
from game.scenario.effects import TYPICAL_WIN_RATE, ParsedEffect, parse_effect
from game.scenario.values import Refused


def refusal(read: Callable[..., object], *arguments: object) -> Refused:
    with pytest.raises(Refused) as caught:
        read(*arguments)
    return caught.value


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("20k", 20_000),
        ("10 000", 10_000),
        ("180 EUR", 180),
        ("EUR 180", 180),
        ("€180", 180),
        ("2.5M", 2_500_000),
        ("180 EUR a month", 180),
        ("1\u202f500", 1_500),
        ("0", 0),
    ],
)
def test_money_is_read_as_people_write_it(text: str, amount: float) -> None:
    assert values.money(text, "EUR") == amount


@pytest.mark.parametrize(
    ("text", "code", "suggestion"),
    [
        ("10,000", "comma_in_number", "10 000"),
        ("2,5k", "comma_in_number", "2.5k"),
        ("1.900,50 EUR", "comma_in_number", "1 900.50 EUR"),
        ("60.000", "dot_in_number", "60 000"),
        ("1.900 EUR", "dot_in_number", "1 900 EUR"),
        ("€ 1.900.000", "dot_in_number", "1 900 000 EUR"),
        ("1.250k", "dot_in_number", "1 250k"),
        ("9" * 23, "out_of_range", ""),
        ("100 USD", "other_currency", ""),
        ("100 apples", "wrong_unit", "100 EUR"),
        ("lots", "not_a_number", ""),
        ("1e3", "not_a_number", ""),
        ("-5", "out_of_range", ""),
    ],
)
def test_money_that_could_mean_two_things_is_refused(text: str, code: str, suggestion: str) -> None:
    refused = refusal(values.money, text, "EUR")
    assert (refused.code, refused.suggestion) == (code, suggestion)


@pytest.mark.parametrize(
    ("text", "amount"),
    [("0.125", 0.125), ("2.50", 2.5), ("1234.567", 1234.567), ("1.250M", 1.25e6)],
)
def test_a_point_that_can_only_mean_a_decimal_is_read(text: str, amount: float) -> None:
    assert values.money(text, "EUR") == amount


def test_a_dot_means_two_things_only_where_both_could_be_meant() -> None:
    assert refusal(values.count, "40.000").suggestion == "40 000"
    assert values.count("1.125", (), 0, 100) == 1.125
    assert values.share("12.125%") == 0.12125
    assert values.figure("1.125", 0, 1e9) == 1.125


def test_a_number_that_is_too_large_is_said_to_be_that() -> None:
    assert "is too large a number" in str(refusal(values.money, "9" * 23, "EUR").sentence)
    too_much = str(refusal(values.money, "2 000 000M", "EUR").sentence)
    assert too_much == "'2 000 000M' is out of range: from 0 to 1 000 000 000 000"


def test_a_share_needs_its_percent_sign() -> None:
    assert values.share("40 %") == values.share("0.4") == 0.4
    assert refusal(values.share, "40").suggestion == "40%"
    assert refusal(values.share, "140%").code == "out_of_range"


def test_times_have_units() -> None:
    assert values.hours("2 days") == 48
    assert values.months("84 days") == pytest.approx(2.76, abs=0.01)
    assert refusal(values.months, "3").suggestion == "3 months"
    assert refusal(values.hours, "3 parsecs").code == "wrong_unit"


def test_turns_and_whole_numbers() -> None:
    assert values.turn_number("turn 3") == values.turn_number("3") == 3
    assert refusal(values.turn_number, "third").code == "bad_turn"
    assert refusal(values.whole, "2.5").suggestion == "2"


def test_the_nearest_word_is_offered() -> None:
    refused = refusal(values.choice, "quater", ("week", "month", "quarter"))
    assert refused.suggestion == "quarter"
    assert str(refused.next_step) == "choose from: week, month, quarter"


def test_a_name_that_cannot_be_one_is_offered_as_one_that_can() -> None:
    assert refusal(values.name, "Bean Line!").suggestion == "bean_line"


@pytest.mark.parametrize(
    ("text", "measure", "comparison", "value"),
    [
        ("turn >= 3", "turn", ">=", 3),
        ("turn = turn 2", "turn", "=", 2),
        ("satisfaction<60%", "satisfaction", "<", 0.6),
        ("cash < 10k", "cash", "<", 10_000),
        ("response_hours ≥ 2 days", "response_hours", ">=", 48),
        ("wins != 0", "wins", "!=", 0),
    ],
)
def test_conditions_are_read(text: str, measure: str, comparison: str, value: float) -> None:
    condition = parse_condition(text)
    assert (condition.measure, condition.comparison) == (measure, comparison)
    assert condition.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "code", "suggestion"),
    [
        ("trun >= 3", "unknown_measure", "turn"),
        ("turn => 3", "bad_condition", ">="),
        ("turn >= 3 and cash < 5", "bad_condition", ""),
        ("turn", "bad_condition", ""),
        ("satisfaction < 60", "percent_missing", "60%"),
        ("cash < 10.000", "dot_in_number", "10 000"),
        ("satisfaction < 60%; import os", "wrong_unit", ""),
    ],
)
def test_a_condition_that_is_none_is_refused_with_its_fix(
    text: str, code: str, suggestion: str
) -> None:
    refused = refusal(parse_condition, text)
    assert refused.code == code
    assert refused.suggestion.startswith(suggestion)


def effect(text: str) -> ParsedEffect:
    return parse_effect(text, "EUR", ("law_firms", "offices"), ("beanline",))


@pytest.mark.parametrize(
    ("text", "target", "operation", "value"),
    [
        ("demand -20%", "demand", "times", 0.8),
        ("price +6% for you", "price", "times", 1.06),
        ("effect of advertising -30%", "lever", "times", 0.7),
        ("effect of product demos +10%", "lever", "times", 1.1),
        ("satisfaction -5 points for you", "satisfaction", "plus", -0.05),
        ("satisfaction -50%", "satisfaction", "times", 0.5),
        ("response hours +12 hours", "response_hours", "plus", 12),
        ("cash -20k for you", "cash", "plus", -20_000),
        ("budget −25%", "budget", "times", 0.75),
        ("sales_capacity - 20%", "sales_capacity", "times", 0.8),
    ],
)
def test_effects_are_read_aloud(text: str, target: str, operation: str, value: float) -> None:
    parsed = effect(text)
    assert (parsed.target, parsed.operation) == (target, operation)
    assert parsed.value == pytest.approx(value)


def test_where_and_for_whom_may_stand_in_any_order() -> None:
    one = effect("win chance -10% for you in law_firms")
    other = effect("win chance -10% in law_firms for you")
    assert (one.segment, one.who) == (other.segment, other.who) == ("law_firms", "you")
    assert effect("price -15% for beanline").rival == "beanline"


def test_a_win_chance_in_percent_moves_a_typical_chance_by_that_much() -> None:
    odds = math.log(TYPICAL_WIN_RATE / (1 - TYPICAL_WIN_RATE)) + effect("win chance -20%").value
    assert 1 / (1 + math.exp(-odds)) == pytest.approx(0.8 * TYPICAL_WIN_RATE)


@pytest.mark.parametrize(
    ("text", "code", "suggestion"),
    [
        ("demnad -20%", "bad_effect", "demand"),
        ("advertising -20%", "bad_effect", "effect of advertising"),
        ("effect of sео -20%", "unknown_name", ""),
        ("effect of prospectin -20%", "unknown_name", "prospecting"),
        ("demand 20%", "effect_unit", "+20%"),
        ("demand -5 points", "effect_unit", ""),
        ("cash -20.000 for you", "dot_in_number", "-20 000"),
        ("demand -20% for you", "effect_where", ""),
        ("cash -5k in law_firms", "effect_where", ""),
        ("demand -20% in lawfirms", "unknown_name", "law_firms"),
        ("price -20% for beenline", "unknown_name", "beanline"),
        ("demand -20% forever", "effect_unit", ""),
        ("everything gets better", "bad_effect", ""),
        ("demand -200%", "out_of_range", ""),
    ],
)
def test_an_effect_that_is_none_is_refused_with_its_fix(
    text: str, code: str, suggestion: str
) -> None:
    refused = refusal(effect, text)
    assert (refused.code, refused.suggestion) == (code, suggestion)


def test_the_part_that_is_wrong_is_marked() -> None:
    text = "demand -20% in lawfirms"
    span = refusal(effect, text).span
    assert span is not None
    start, length = span
    assert text[start : start + length] == "lawfirms"
