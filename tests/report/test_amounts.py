"""Amounts as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.report.amounts import AmountUnreadable, parse_amount, parse_money, whole_number
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
    ["", "abc", "-5", "−5", "20x", "1.2.3", "nan", "inf", "1e5", "٣",
     "9" * 40, "k", "%", ".", ","],
)  # fmt: skip
def test_what_is_no_amount_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(ValueError, match="amount") as refused:
        parse_amount(typed, EN)
    assert isinstance(refused.value, AmountUnreadable)
    assert EN.say(refused.value.sentence).endswith(".")


@pytest.mark.parametrize(
    ("typed", "language", "mark"),
    [
        ("1,150000", EN, "comma"), ("1,50000", EN, "comma"), ("1,5", EN, "comma"),
        ("1,2,3", EN, "comma"), ("12,40,000", EN, "comma"), ("0,500", EN, "comma"),
        (",500", EN, "comma"), ("1234,567", EN, "comma"), ("1.5,000", EN, "comma"),
        ("1,5000k", EN, "comma"), ("1 50000", EN, "space"), ("1 5", EN, "space"),
        ("1.5", DE, "dot"), ("1.150000", DE, "dot"), ("1.5", FR, "dot"),
    ],
)  # fmt: skip
def test_thousands_that_are_not_parted_in_threes_could_mean_two_things(
    typed: str, language: Language, mark: str
) -> None:
    with pytest.raises(AmountUnreadable) as refused:
        parse_amount(typed, language)
    said = language.say(refused.value.sentence)
    assert said.startswith(f"'{typed}' has a {mark}, which could mean two things. Thousands are")
    for number in (10_000, 2.5):
        written = language.number(number) if number > 10 else language.decimal(number)
        assert written in said
        assert parse_amount(written, language) == number


@pytest.mark.parametrize("typed", ["1.5", "0.4", "12,400.50", "€ 1.5"])
def test_money_that_would_lose_its_decimals_is_refused(typed: str) -> None:
    with pytest.raises(AmountUnreadable) as refused:
        parse_money(typed, EN)
    assert "is not a whole amount" in EN.say(refused.value.sentence)


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("1.5k", 1_500), ("1.0", 1), ("1,500", 1_500), ("33 %", 33), ("1.2345k", 1_234)],
)
def test_money_is_whole(typed: str, amount: float) -> None:
    assert parse_money(typed, EN, whole=100.9) == amount


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
