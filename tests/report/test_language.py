"""How numbers and sentences read in English, German and French, and in the pseudo-language."""

import string
from gettext import NullTranslations

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from hypothesis import given
from hypothesis import strategies as st

from game.report.language import Language
from game.report.pseudo import pseudo
from game.words import KINDS, Sentence, counted, sentence, verbatim

EN, DE, FR = Language("en"), Language("de"), Language("fr")
ALL = (EN, DE, FR)
NB = "\N{NO-BREAK SPACE}"
NARROW = "\N{NARROW NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"


def said(language: Language, kind: str, value: float) -> str:
    return language.say(Sentence(f"{{it:{kind}}}", (("it", value),)))


@pytest.mark.parametrize(
    ("kind", "value", "english", "german", "french"),
    [
        ("money", 12_400, f"€{NB}12,400", f"12.400{NB}€", f"12{NARROW}400{NB}€"),
        ("money", -12_400, f"{MINUS}€{NB}12,400", f"{MINUS}12.400{NB}€",
         f"{MINUS}12{NARROW}400{NB}€"),
        ("short", 4_821_000, f"€{NB}4.82{NB}M", f"4,82{NB}Mio.{NB}€", f"4,82{NB}M{NB}€"),
        ("short", 184_321, f"€{NB}184{NB}k", f"184.000{NB}€", f"184{NB}k{NB}€"),
        ("short", 2.5e9, f"€{NB}2.5{NB}bn", f"2,5{NB}Mrd.{NB}€", f"2,5{NB}Md{NB}€"),
        ("short", 950, f"€{NB}950", f"950{NB}€", f"950{NB}€"),
        ("number", 1234.4, "1,234", "1.234", f"1{NARROW}234"),
        ("decimal", 1.5, "1.5", "1,5", "1,5"),
        ("share", 0.41, f"41{NB}%", f"41{NB}%", f"41{NB}%"),
        ("share", 0.024, f"2.4{NB}%", f"2,4{NB}%", f"2,4{NB}%"),
        ("points", -0.06, f"{MINUS}6{NB}pp", f"{MINUS}6{NB}pp", f"{MINUS}6{NB}pp"),
        ("points", 0.004, f"+0.4{NB}pp", f"+0,4{NB}pp", f"+0,4{NB}pp"),
        ("hours", 31.2, f"31{NB}h", f"31{NB}h", f"31{NB}h"),
        ("hours", 4.5, f"4.5{NB}h", f"4,5{NB}h", f"4,5{NB}h"),
        ("signed", 12, "+12", "+12", "+12"),
        ("signed", -1200, f"{MINUS}1,200", f"{MINUS}1.200", f"{MINUS}1{NARROW}200"),
        ("signed_money", 20_000, f"+€{NB}20{NB}k", f"+20.000{NB}€", f"+20{NB}k{NB}€"),
        ("signed_money", -20_000, f"{MINUS}€{NB}20{NB}k", f"{MINUS}20.000{NB}€",
         f"{MINUS}20{NB}k{NB}€"),
    ],
)  # fmt: skip
def test_every_kind_of_number_is_written_as_its_language_does(
    kind: str, value: float, english: str, german: str, french: str
) -> None:
    assert tuple(said(each, kind, value) for each in ALL) == (english, german, french)


def test_lists_end_as_the_language_ends_them() -> None:
    words = sentence("{names:list}", names=("a", "b", "c"))
    assert [each.say(words) for each in ALL] == ["a, b and c", "a, b und c", "a, b et c"]
    assert EN.say(sentence("{names:list}", names=("a",))) == "a"
    assert EN.say(sentence("{names:list}", names=())) == ""


def test_one_of_several_is_offered_with_or() -> None:
    words = sentence("{names:either}", names=("a", "b", "c"))
    assert [each.say(words) for each in ALL] == ["a, b or c", "a, b oder c", "a, b ou c"]
    assert EN.say(sentence("{names:either}", names=("a", "b"))) == "a or b"
    assert EN.say(sentence("{names:either}", names=("a",))) == "a"
    assert EN.say(sentence("{names:either}", names=())) == ""


def test_lists_are_plain_without_a_language() -> None:
    abc = ("a", "b", "c")
    assert str(sentence("{names:list}", names=abc)) == "a, b, c"
    assert str(sentence("{names:either}", names=abc)) == "a, b or c"
    assert str(sentence("{names:either}.", names=())) == "."


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("language", ALL, ids=lambda each: each.locale)
@given(value=st.floats(-1e12, 1e12))
def test_no_number_has_a_hyphen_for_a_minus_or_a_space_that_breaks(
    kind: str, language: Language, value: float
) -> None:
    text = said(language, kind, value)
    assert "-" not in text
    assert " " not in text


@pytest.mark.parametrize("kind", sorted(KINDS - {"list", "either"}))
def test_what_rounds_to_nothing_has_no_sign(kind: str) -> None:
    assert said(EN, kind, -1e-9)[0] not in {MINUS, "+", "-"}


@pytest.mark.parametrize("kind", sorted(KINDS - {"list", "either"}))
def test_a_number_that_is_none_is_a_dash(kind: str) -> None:
    assert said(EN, kind, float("nan")) == "–"
    assert said(EN, kind, float("inf")) == "–"


@given(st.floats(0, 1e14))
def test_short_money_has_at_most_three_figures_and_is_within_half_a_percent(value: float) -> None:
    _, number, *unit = EN.short(value).split(NB)
    size = {"": 1, "k": 1e3, "M": 1e6, "bn": 1e9}["".join(unit)]
    digits = number.replace(",", "")
    assert len(digits.replace(".", "").strip("0")) <= 3
    assert float(digits) * size == pytest.approx(value, rel=0.00501, abs=0.51)


@given(st.floats(-1e9, 1e9), st.integers(0, 4))
def test_german_and_english_write_the_same_number_with_marks_exchanged(
    value: float, digits: int
) -> None:
    exchanged = EN.decimal(value, digits).translate(str.maketrans(",.", ".,"))
    assert DE.decimal(value, digits) == exchanged


def test_the_currency_is_the_games() -> None:
    assert EN.with_currency("USD").money(5) == f"${NB}5"
    assert DE.with_currency("CHF").money(5) == f"5{NB}CHF"
    assert EN.with_currency("XYZ").money(5) == f"XYZ{NB}5"


def test_a_locale_that_nobody_knows_counts_in_english() -> None:
    assert Language("tlh").money(12_400) == EN.money(12_400)


def test_months_are_named_by_the_language_and_go_round() -> None:
    assert [EN.month(3), DE.month(2), FR.month(11)] == ["April", "März", "décembre"]
    assert EN.month(12, short=True) == "Jan"


def test_sentences_stand_in_sentences() -> None:
    inner = sentence("{amount:money}", amount=5)
    assert EN.say(sentence("It costs {price}.", price=inner)) == f"It costs €{NB}5."
    names = (verbatim("Ann"), sentence("sales"))
    assert EN.say(sentence("By {who:list}", who=names)) == "By Ann and sales"


def test_what_is_counted_is_said_in_whole_things() -> None:
    deals = [EN.say(counted("{count} deal", "{count} deals", count)) for count in (0.6, 1.6, 1234)]
    assert deals == ["1 deal", "2 deals", "1,234 deals"]


def test_an_authors_braces_are_left_alone() -> None:
    assert EN.say(verbatim("{curly} 100%")) == "{curly} 100%"


def catalogue() -> bytes:
    messages = Catalog(locale="de")
    messages.add("{name} costs {price:money}.", "{price:money} kostet {name}.")
    messages.add(("{count} deal", "{count} deals"), ("{count} Abschluss", "{count} Abschlüsse"))

    class Kept:
        content = b""

        def write(self, part: bytes) -> None:
            self.content += part

    kept = Kept()
    write_mo(kept, messages)
    return kept.content


def test_a_catalogue_translates_and_may_move_places() -> None:
    german = Language.from_catalogue("de", catalogue())
    assert german.say(sentence("{name} costs {price:money}.", name="SEO", price=1200)) == (
        f"1.200{NB}€ kostet SEO."
    )
    deals = [german.say(counted("{count} deal", "{count} deals", count)) for count in (1, 2)]
    assert deals == ["1 Abschluss", "2 Abschlüsse"]
    assert german.say(sentence("Not translated")) == "Not translated"
    assert german.say(Sentence("")) == ""


def test_bytes_that_are_no_catalogue_are_refused() -> None:
    with pytest.raises(OSError, match="magic"):
        Language.from_catalogue("de", b"no catalogue at all, but long enough to have a header")


PLACES = st.lists(st.sampled_from(["{a}", "{b:money}", "{{", "}}", "text ", "Über "]), max_size=8)


@given(PLACES.map("".join))
def test_the_pseudo_language_keeps_every_place(text: str) -> None:
    before = [part[1:] for part in string.Formatter().parse(text)]
    after = [part[1:] for part in string.Formatter().parse(pseudo(text))]
    names = [(name, kind) for name, kind, _ in before if name is not None]
    assert [(name, kind) for name, kind, _ in after if name is not None] == names


def test_the_pseudo_language_is_about_a_third_longer_and_shows() -> None:
    text = "You can spend {available:money}; this plan spends {planned:money}."
    longer = pseudo(text)
    assert 1.15 < len(longer) / len(text) < 1.4
    assert "spend" not in longer


def test_the_pseudo_language_doubles_nothing() -> None:
    strange = Language.from_catalogue("qps")
    inner = sentence("Advertising")
    once = strange.say(inner)
    assert strange.say(sentence("{lever}: {own}", lever=inner, own=verbatim("Ads"))).startswith(
        f"{once}: Ads"
    )
    assert strange.say(verbatim("As the author wrote it")) == "As the author wrote it"
    assert strange.say(counted("{count} deal", "{count} deals", 2)).startswith("2 ")


def test_two_languages_are_equal_by_locale_and_money() -> None:
    assert Language("en", "EUR", NullTranslations()) == EN
    assert EN.with_currency("USD") != EN
