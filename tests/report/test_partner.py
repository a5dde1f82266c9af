"""What a partner says: from its own figures alone, in every language, about everything it does."""

from typing import get_args

import pytest

from game.report.language import ENGLISH, Language
from game.report.partner import (
    finding_sentence,
    offer_sentence,
    partner_answer,
    partner_card,
    partner_says,
    promises,
)
from game.report.partner_words import FINDING_WORDS
from game.report.pseudo import LOCALE as PSEUDO_LOCALE
from game.scenario.rules import RoleKey, Rules
from game.session import (
    PlayerView,
    Propose,
    Seat,
    Session,
    Terms,
    new_session,
    player_view,
    team,
)
from game.session.partner_offers import Verdict, Why, partner_offer
from game.session.partner_table import put_to_partner, settle
from game.session.partner_worries import Finding
from game.words import Sentence
from tests.report.test_secrets import bent
from tests.session.partner_games import drafted, of_congruence, partnered
from tests.session.tables import OFFER, STORM, small_rules

MARKETING, SALES = Seat(0, "marketing"), Seat(0, "sales")
OTHER: dict[RoleKey, Seat] = {"marketing": SALES, "sales": MARKETING}


def said(rules: Rules, session: Session, me: Seat, partner: Seat) -> list[str]:
    """Everything that a partner says in a turn to a person who shows it two plans."""
    view, mine = player_view(rules, session, partner), player_view(rules, session, me)
    card = partner_card(rules, view)
    words: list[Sentence] = [card.name, *card.plan, *card.reasons]
    offers = [partner_offer(rules, view, me)]
    for strategy in ("silo_marketing", "steady"):
        reaction = partner_says(rules, view, drafted(mine, strategy), me)
        words += reaction.sentences
        offers.append(reaction.offer)
    words += [offer_sentence(rules, each) for each in offers if each is not None]
    words += _answered(rules, session, me, partner)
    return [ENGLISH.say(each) for each in words] + [card.tone]


def _answered(rules: Rules, session: Session, me: Seat, partner: Seat) -> list[Sentence]:
    words = []
    for amount in (2_000.0, 15_000.0):
        terms = Terms(least=(("shared_kpis", amount),))
        offer = Propose(seat=me, to=partner, gives=Terms(least=(("shared_kpis", 2e3),)), asks=terms)
        answered = put_to_partner(rules, session, offer)
        view = player_view(rules, answered.session, partner)
        words.append(partner_answer(rules, view, answered.verdict))
        if answered.verdict.counter is not None:
            words.append(offer_sentence(rules, answered.verdict.counter))
    return words


@pytest.mark.parametrize("role", ["marketing", "sales"])
@pytest.mark.parametrize("strategy", ["silo_marketing", "no_collaboration", "steady"])
@pytest.mark.parametrize("congruence", [0.1, 0.6])
def test_hidden_numbers_change_nothing_that_a_partner_says(
    monkeypatch: pytest.MonkeyPatch, role: RoleKey, strategy: str, congruence: float
) -> None:
    rules = of_congruence(small_rules(events=(STORM, OFFER)), congruence)
    me, partner = Seat(0, role), OTHER[role]
    session = partnered(rules, role, strategy, turns=3)
    turns = player_view(rules, session, partner).history
    hidden = frozenset(
        name for name in turns[0].figures if not any(turn.figures[name].known for turn in turns)
    )
    assert "congruence" in hidden
    before = said(rules, session, me, partner)
    with bent(monkeypatch, hidden):
        assert said(rules, session, me, partner) == before


def test_seen_numbers_change_what_a_partner_says(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = small_rules()
    session = partnered(rules, "sales", "no_collaboration", turns=3)
    before = said(rules, session, SALES, MARKETING)
    with bent(monkeypatch, frozenset({"leads", "mqls", "awareness"})):
        assert said(rules, session, SALES, MARKETING) != before


@pytest.mark.parametrize("role", ["marketing", "sales"])
@pytest.mark.parametrize("turns", [0, 1, 4])
def test_a_partner_gives_a_plan_and_two_or_three_reasons(role: RoleKey, turns: int) -> None:
    rules = small_rules()
    session = partnered(rules, role, "steady", turns=turns)
    card = partner_card(rules, player_view(rules, session, OTHER[role]))
    assert 2 <= len(card.reasons) <= 3
    assert any("working together" in ENGLISH.say(each) for each in card.plan)


@pytest.mark.parametrize("key", sorted(FINDING_WORDS))
def test_every_finding_is_said_in_every_language(key: str) -> None:
    found = Finding(key, value=0.25, before=0.5, lever="joint_meetings")
    rules = small_rules()
    text = ENGLISH.say(finding_sentence(rules, found))
    assert "{" not in text
    strange = Language.from_catalogue(PSEUDO_LOCALE).say(finding_sentence(rules, found))
    assert "~" in strange


def view_after(congruence: float, turns: int, manner: str) -> tuple[Rules, PlayerView]:
    rules = of_congruence(small_rules(turns=8), congruence)
    session = partnered(rules, "marketing", "no_collaboration", manner=manner, turns=turns)  # type: ignore[arg-type]
    return rules, player_view(rules, session, SALES)


@pytest.mark.parametrize(
    ("congruence", "manner", "tone", "words"),
    [
        (0.1, "refuses", "cold", "measured by my own figures"),
        (0.8, "refuses", "friendly", "what the company books"),
        (0.8, "agrees", "friendly", "we both kept our word last turn"),
        (0.8, "breaks", "cold", "and did not keep to it"),
    ],
)
def test_shared_vision_and_kept_words_are_heard(
    congruence: float, manner: str, tone: str, words: str
) -> None:
    card = partner_card(*view_after(congruence, 1, manner))
    assert card.tone == tone
    assert words in ENGLISH.say(card.reasons[0])


def test_an_offer_is_said_as_a_colleague_would() -> None:
    rules = small_rules()
    money = Terms(least=(("shared_kpis", 3_000.0),))
    euro = ENGLISH.with_currency("EUR")

    def text(gives: Terms, asks: Terms) -> str:
        offer = Propose(seat=SALES, to=MARKETING, gives=gives, asks=asks)
        return euro.say(offer_sentence(rules, offer)).replace("\N{NO-BREAK SPACE}", " ")

    assert text(money, money) == "Could you put € 3,000 into Shared KPIs? I would match it."
    assert text(Terms(bar=0.6), money) == (
        "Could you put € 3,000 into Shared KPIs? I would set the bar to 60 %."
    )
    assert text(Terms(), money).endswith("I cannot add anything.")
    assert text(money, Terms()) == "I offer to put € 3,000 into Shared KPIs."
    most = Terms(most=(("advertising", 9_000.0),))
    assert "spend at most € 9,000 on Advertising" in text(money, most)


def test_what_was_agreed_is_told_to_both() -> None:
    rules = small_rules()
    session = new_session(rules, 1, team(rules, "marketing"))
    money = Terms(least=(("shared_kpis", 3_000.0),))
    offer = Propose(seat=SALES, to=MARKETING, gives=Terms(bar=0.6), asks=money)
    assert promises(rules, player_view(rules, session, MARKETING)) == ()
    session = settle(rules, session, offer, yes=True)
    (mine,) = promises(rules, player_view(rules, session, MARKETING))
    (theirs,) = promises(rules, player_view(rules, session, SALES))
    assert ENGLISH.say(mine).startswith("Agreed: you put")
    assert ENGLISH.say(theirs).startswith("Agreed: you set the bar to 60")


def test_every_answer_has_words() -> None:
    rules, view = view_after(0.1, 1, "breaks")
    counter = Propose(seat=SALES, to=MARKETING, gives=Terms(bar=0.5))
    verdicts = [Verdict(yes=True), Verdict(yes=False), Verdict(yes=False, counter=counter)]
    answers = [ENGLISH.say(partner_answer(rules, view, each)) for each in verdicts]
    assert len(set(answers)) == 3
    for why in get_args(Why):
        no = partner_answer(*view_after(0.1, 1, "refuses"), Verdict(yes=False, why=why))
        assert ENGLISH.say(no).startswith("No.")
    assert "word holds" in answers[1]
    calm = view_after(0.1, 1, "refuses")
    assert "costs me more" in ENGLISH.say(partner_answer(*calm, Verdict(yes=False)))
