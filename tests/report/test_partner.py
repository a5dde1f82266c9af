"""What a partner says: from its own figures alone, in every language, about everything it does."""

from dataclasses import replace
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
    short_name,
)
from game.report.partner_plain import PLAIN_WORDS, may_tell
from game.report.partner_words import FINDING_WORDS
from game.report.pseudo import LOCALE as PSEUDO_LOCALE
from game.scenario.rules import RoleKey, Rules
from game.session import (
    EndTurn,
    PlayerView,
    Propose,
    Seat,
    Session,
    Terms,
    apply,
    new_session,
    player_view,
    team,
)
from game.session.drafts import draft_submit
from game.session.hot_seat import named
from game.session.partner_eyes import felt
from game.session.partner_offers import Verdict, Why, partner_offer
from game.session.partner_table import put_to_partner, settle, with_partners
from game.session.partner_worries import Finding
from game.session.sights import Figure
from game.words import Sentence
from tests.report.test_secrets import bent
from tests.session.partner_games import Manner, drafted, of_congruence, partnered
from tests.session.tables import OFFER, STORM, small_rules

MARKETING, SALES = Seat(0, "marketing"), Seat(0, "sales")
OTHER: dict[RoleKey, Seat] = {"marketing": SALES, "sales": MARKETING}


def said(rules: Rules, session: Session, me: Seat, partner: Seat) -> list[str]:
    """Everything that a partner says in a turn to a person who shows it two plans."""
    view, mine = player_view(rules, session, partner), player_view(rules, session, me)
    card = partner_card(rules, view, mine)
    words: list[Sentence] = [card.name, *card.plan, *card.reasons]
    offers = [partner_offer(rules, view, me)]
    for strategy in ("silo_marketing", "steady"):
        reaction = partner_says(rules, view, drafted(mine, strategy), mine)
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

    def told() -> list[str]:
        """Return the reasons, as somebody hears them who sees the same."""
        view = player_view(rules, session, MARKETING)
        return [ENGLISH.say(each) for each in partner_card(rules, view, view).reasons]

    before = told()
    with bent(monkeypatch, frozenset({"leads", "mqls", "awareness"})):
        assert told() != before


@pytest.mark.parametrize("role", ["marketing", "sales"])
@pytest.mark.parametrize("turns", [0, 1, 4])
def test_a_partner_gives_a_plan_and_two_or_three_reasons(role: RoleKey, turns: int) -> None:
    rules = small_rules()
    session = partnered(rules, role, "steady", turns=turns)
    views = [player_view(rules, session, each) for each in (OTHER[role], Seat(0, role))]
    card = partner_card(rules, *views)
    assert 2 <= len(card.reasons) <= 3
    assert any("working together" in ENGLISH.say(each) for each in card.plan)


@pytest.mark.parametrize("key", sorted(FINDING_WORDS))
def test_every_finding_is_said_in_every_language(key: str) -> None:
    found = Finding(key, value=0.25, before=0.5, lever="joint_meetings")
    rules = small_rules()
    session = partnered(rules, "marketing", "steady", turns=2)
    views = [player_view(rules, session, each) for each in (MARKETING, SALES)]
    for heard in views:
        text = ENGLISH.say(finding_sentence(rules, found, heard))
        assert "{" not in text
        strange = Language.from_catalogue(PSEUDO_LOCALE).say(finding_sentence(rules, found, heard))
        assert "~" in strange


@pytest.mark.parametrize("key", sorted(PLAIN_WORDS))
def test_a_figure_is_told_only_to_whoever_sees_it_as_well(key: str) -> None:
    rules = small_rules()
    session = partnered(rules, "marketing", "silo_marketing", turns=2)
    found = Finding(key, value=0.417, before=0.683, lever="advertising")
    told = {
        seat.role: ENGLISH.say(finding_sentence(rules, found, view))
        for seat in (MARKETING, SALES)
        if (view := player_view(rules, session, seat)) and may_tell(found, view)
    }
    blind = player_view(rules, session, MARKETING)
    dark = {name: Figure(None) for name in blind.now.figures}
    unseen = replace(
        blind.now,
        figures=dark,
        flows={name: Figure(None) for name in blind.now.flows},
        responses=tuple(Figure(None) for _ in blind.now.responses),
    )
    blind = replace(blind, history=(*blind.history[:-2], unseen, unseen))
    said = ENGLISH.say(finding_sentence(rules, found, blind))
    plan = {"all_in_one", "bar_floods"}  # these name the listener's own plan
    assert not may_tell(found, blind)
    assert key in plan or not any(sign.isdigit() for sign in said)
    assert all(text != said for text in told.values())


@pytest.mark.parametrize(
    ("congruence", "manner", "felt_in_turn"),
    [
        (0.3, "agrees", ["kept", "half", "half", "half", "own_drifted"]),
        (0.4, "agrees", ["kept", "half", "half"]),
        (0.4, "refuses", ["half", "half"]),
        (0.1, "breaks", ["broken", "own_broken"]),
        (0.5, "breaks", ["broken", "half_forgiven", "half"]),
    ],
)
def test_why_a_partner_goes_less_far_than_before_is_said(
    congruence: float, manner: Manner, felt_in_turn: list[str]
) -> None:
    rules = of_congruence(small_rules(turns=8), congruence)
    session = partnered(rules, "marketing", "no_collaboration", manner=manner, turns=1)
    found = []
    for _ in felt_in_turn:
        found.append(felt(rules, player_view(rules, session, SALES)).key)
        mine = player_view(rules, session, MARKETING)
        session = apply(rules, session, draft_submit(mine, drafted(mine, "no_collaboration")))
        session = apply(rules, with_partners(rules, session, [MARKETING]), EndTurn())
    assert found == felt_in_turn


def view_after(congruence: float, turns: int, manner: str) -> tuple[Rules, PlayerView]:
    rules = of_congruence(small_rules(turns=8), congruence)
    session = partnered(rules, "marketing", "no_collaboration", manner=manner, turns=turns)  # type: ignore[arg-type]
    return rules, player_view(rules, session, SALES)


@pytest.mark.parametrize(
    ("congruence", "manner", "tone", "words"),
    [
        (0.1, "refuses", "cold", "measured by my own figures"),
        (0.8, "refuses", "friendly", "what the company books"),
        (0.8, "agrees", "friendly", "We both kept our word last turn: you put"),
        (0.8, "breaks", "cold", "and did not keep to it"),
    ],
)
def test_shared_vision_and_kept_words_are_heard(
    congruence: float, manner: str, tone: str, words: str
) -> None:
    rules, view = view_after(congruence, 1, manner)
    card = partner_card(rules, view, view)
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


def test_who_has_a_name_is_called_by_it_without_the_role_where_room_is_short() -> None:
    rules = named(small_rules(), {"marketing": "Anna (Marketing lead)"})
    assert ENGLISH.say(short_name(rules, MARKETING)) == "Anna"
    assert ENGLISH.say(short_name(rules, SALES)) == "Sales lead"


def test_a_kept_word_changes_what_a_partner_says_and_not_how_far_it_is_said_to_go() -> None:
    rules, view = view_after(0.4, 1, "agrees")
    card = partner_card(rules, view, view)
    assert "kept our word" in ENGLISH.say(card.reasons[0])
    assert card.tone == "sober"
