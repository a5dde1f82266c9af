"""Amounts as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.report.amounts import AmountUnreadable, parse_amount, whole_number
from game.report.language import Language

EN, DE, FR = Language("en"), Language("de"), Language("fr")


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("20k", 20_000), ("20 K", 20_000), ("1.5m", 1_500_000), ("1.5 M", 1_500_000),
        ("12,400", 12_400), ("12 400", 12_400), ("12'400", 12_400), ("€ 5 000", 5_000),
        ("5000 €", 5_000), ("EUR 12", 12), ("0", 0), (".5k", 500), ("12,400.50", 12_400.5),
        ("1,234,567", 1_234_567), ("1,5m", 1_500_000), (" 7 ", 7), ("2bn", 2e9),
    ],
)  # fmt: skip
def test_english_amounts_are_understood(typed: str, amount: float) -> None:
    assert parse_amount(typed, EN) == pytest.approx(amount)


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("12.400", 12_400), ("1,5 Mio. €", 1.5e6), ("1.234,5", 1234.5), ("20k", 20_000), ("0,5", 0.5)],
)
def test_german_amounts_use_german_marks(typed: str, amount: float) -> None:
    assert parse_amount(typed, DE) == pytest.approx(amount)


def test_a_share_needs_a_whole() -> None:
    assert parse_amount("20 %", EN, whole=50_000) == 10_000
    with pytest.raises(AmountUnreadable) as refused:
        parse_amount("20 %", EN)
    assert "not a share" in EN.say(refused.value.sentence)


@pytest.mark.parametrize(
    "typed",
    ["", "abc", "-5", "−5", "1,2,3", "12,40,000", "20x", "1.2.3", "nan", "inf", "1e5", "٣",
     "9" * 40, "k", "%", ".", ","],
)  # fmt: skip
def test_what_is_no_amount_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(ValueError, match="amount") as refused:
        parse_amount(typed, EN)
    assert isinstance(refused.value, AmountUnreadable)
    assert EN.say(refused.value.sentence).endswith(".")


@pytest.mark.parametrize("language", [EN, DE, FR], ids=lambda each: each.locale)
@given(amount=st.integers(0, 10**12))
def test_what_the_game_writes_it_can_read(language: Language, amount: int) -> None:
    assert parse_amount(language.money(amount), language) == amount
    assert parse_amount(language.number(amount), language) == amount


@given(st.text(max_size=12))
def test_any_text_is_an_amount_or_a_refusal(typed: str) -> None:
    try:
        amount = parse_amount(typed, EN, whole=100.0)
    except AmountUnreadable:
        return
    assert amount >= 0


@pytest.mark.parametrize("typed", ["9" * 5000, "9" * 400 + " %", "x" * 100])
def test_what_is_quoted_back_is_cut_to_forty_letters(typed: str) -> None:
    with pytest.raises(AmountUnreadable) as refused:
        parse_amount(typed, EN, whole=0.0)
    assert EN.say(refused.value.sentence).startswith(f"'{typed[:39]}…' is not an amount.")


@pytest.mark.parametrize(
    ("typed", "number"),
    [("1", 1), ("024", 24), ("25", None), ("0", None), ("", None), ("-1", None), ("²", None),
     ("٣", None), ("1.0", None), ("9" * 5000, None), ("0" * 5000 + "7", 7)],
)  # fmt: skip
def test_a_number_is_read_if_it_is_one_of_so_many(typed: str, number: int | None) -> None:
    assert whole_number(typed, 24) == number
