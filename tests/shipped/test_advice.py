"""What the advisor says in the shipped scenarios: true, no secret, and never the answer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import isclose

import pytest

from game.analysis.strategies import new_strategy
from game.market import GROUP_OF, LEVERS
from game.report.advice import MOST, REST, Advice, advice
from game.report.language import ENGLISH
from game.report.names import measure_name
from game.scenario.measures import MEASURES
from game.scenario.rules import Condition, RoleKey, Rules
from game.session import (
    Bot,
    EndTurn,
    PlayerView,
    Seat,
    Session,
    Submit,
    answers,
    apply,
    is_over,
    new_session,
    player_view,
    team,
)
from game.session.conditions import COMPARE
from game.session.measures import measure
from game.session.partner_table import with_partners
from game.session.world import World
from game.storage.places import found_places
from game.storage.scenarios import list_scenarios, load_scenario
from game.words import Sentence

PLACES = found_places()
NAMES = [each.name for each in list_scenarios(PLACES) if each.shipped]
ROLES: tuple[RoleKey, ...] = ("all", "marketing", "sales")
WAYS = (
    *("steady", "silo_marketing", "silo_sales", "no_collaboration", "random", "greedy"),
    "nothing",
)

SPOKEN_TO = 0.5
"""Part of the turns after the first in which somebody hears something, however they play."""

CLAIMS: dict[str, tuple[str, float, float]] = {
    # scenario and hint: the measure a number in its text is about, and where it is true
    "brand_or_now.unknown": ("awareness", 0, 0.1),
    "brand_or_now.cold_calls": ("awareness", 0, 0.25),
    "brand_or_now.only_now": ("goodwill", 0, 0.16),
    "brand_or_now.not_yet": ("goodwill", 0.14, 1),
    "brand_or_now.lost_between": ("leakage", 0.5, 1),
    "brand_or_now.two_mornings": ("response_hours", 30, 1000),
    "brand_or_now.sown": ("cost_per_lead", 180, 1e9),
    "brand_or_now.frozen_rolls": ("lead_fit", 0, 0.5),
    "enterprise_patience.nothing_signed": ("wins", 0, 1),
    "enterprise_patience.wrong_people": ("lead_fit", 0, 0.5),
    "enterprise_patience.loud": ("marketing_share", 0.595, 1),
    "enterprise_patience.trials_waiting": ("demo_load", 0.5, 9),
    "enterprise_patience.lost_faces": ("leakage", 0.7, 1),
    "enterprise_patience.handful": ("mqls", 0, 12),
    "enterprise_patience.worth_it": ("cost_per_lead", 2500, 1e9),
    "enterprise_patience.quiet_phones": ("sales_load", 0, 0.5),
    "first_steps.look_at_the_gap": ("leakage", 0.5, 1),
    "first_steps.leads_pile_up": ("demo_load", 1, 9),
    "fresh_start.unknown": ("awareness", 0, 0.125),
    "fresh_start.slow_answer": ("response_hours", 24, 1000),
    "fresh_start.leaking": ("leakage", 0.7, 1),
    "fresh_start.refused": ("acceptance", 0, 0.5),
    "fresh_start.too_many": ("sales_load", 1, 9),
    "fresh_start.one_sided": ("marketing_share", 0.74, 1),
    "fresh_start.no_glue": ("together_share", 0, 0.03),
    "fresh_start.free_cup": ("lead_fit", 0, 0.5),
    "fresh_start.free_hours": ("sales_load", 0, 0.25),
    "fresh_start.dear_so_far": ("cost_per_lead", 200, 1e9),
    "keep_them.bucket": ("churn", 0.09, 1),
    "keep_them.hunting": ("marketing_share", 0.5, 1),
    "keep_them.asked_nobody": ("lead_fit", 0, 0.5),
    "keep_them.who_asks": ("lead_fit", 0, 0.5),
    "keep_them.no_glue": ("together_share", 0, 0.05),
    "launch_day.nobody_knows": ("awareness", 0, 0.02),
    "launch_day.slow_monday": ("response_hours", 24, 1000),
    "launch_day.spilled": ("leakage", 0.6, 1),
    "launch_day.no_loan_boxes": ("demo_load", 0.8, 9),
    "leaky_funnel.old_leads": ("response_hours", 48, 1000),
    "leaky_funnel.full_trays": ("sales_load", 1, 9),
    "leaky_funnel.leaking": ("leakage", 0.645, 1),
    "leaky_funnel.loud": ("marketing_share", 0.595, 1),
    "leaky_funnel.no_clock": ("mqls", 1000, 1e9),
    "leaky_funnel.everybody_in": ("acceptance", 0, 0.5),
    "leaky_funnel.nobodys_line": ("together_share", 0, 0.06),
    "lean_year.good_months": ("together_share", 0, 0.08),
    "lean_year.late_calls": ("response_hours", 24, 1000),
    "lean_year.fading": ("goodwill", 0, 0.24),
    "lean_year.refused": ("acceptance", 0, 0.52),
    "lean_year.one_page": ("lead_fit", 0, 0.5),
    "lean_year.too_many_leads": ("sales_load", 0.9, 9),
    "lean_year.content_customers": ("churned", 0.5, 1e9),
    "new_rival.nobody_asks": ("lead_fit", 0, 0.5),
    "new_rival.cheap_but_lost": ("leakage", 0.66, 1),
    "new_rival.which_price": ("discount", 0.1, 1),
    "new_rival.slow_answer": ("response_hours", 24, 1000),
    "one_market.leaking": ("leakage", 0.66, 1),
    "one_market.room_left": ("sales_load", 0, 0.5),
    "one_market.refused": ("acceptance", 0, 0.5),
    "one_market.no_glue": ("together_share", 0, 0.1),
    "quality_or_quantity.flooded": ("sales_load", 1, 99),
    "quality_or_quantity.starved": ("sales_load", 0, 0.5),
    "quality_or_quantity.unlike": ("lead_fit", 0, 0.5),
    "quality_or_quantity.friday_pile": ("lead_fit", 0, 0.5),
    "quality_or_quantity.no_word_back": ("acceptance", 0, 0.5),
    "quality_or_quantity.wins_and_worth": ("win_rate", 0, 0.25),
    "quality_or_quantity.upstairs": ("mqls", 24, 1e9),
    "two_silos.long_wait": ("response_hours", 48, 1000),
    "two_silos.more_of_the_same": ("leakage", 0.75, 1),
    "two_silos.refused": ("acceptance", 0, 0.5),
    "two_silos.own_contacts": ("sales_share", 0.5, 1),
    "two_silos.apart": ("congruence", 0, 0.15),
    "two_silos.glue_only": ("together_share", 0.333, 1),
    "two_silos.other_window": ("lead_fit", 0, 0.5),
}

COMMANDS = re.compile(
    r"(^|[.!:;] )(Put|Spend|Give|Invest|Move|Buy|Raise|Lower|Cut|Stop|Choose|Use|Fund)\b"
)
"""How a sentence begins that tells somebody what to do with the money."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What somebody heard while a turn was planned."""

    scenario: str
    rules: Rules
    role: RoleKey
    way: str
    session: Session
    view: PlayerView
    pieces: tuple[Advice, ...]


def played(name: str, rules: Rules, role: RoleKey, way: str) -> Iterator[Heard]:
    """Yield every turn of a game that one person plays, alone or beside a partner."""
    seat = Seat(0, role)
    session = new_session(rules, 1, team(rules, role))
    bot: Bot | None = None if way == "nothing" else new_strategy(way, rules, 1)
    while not is_over(rules, session):
        view = player_view(rules, session, seat)
        yield Heard(
            scenario=name,
            rules=rules,
            role=role,
            way=way,
            session=session,
            view=view,
            pieces=advice(rules, view),
        )
        for answer in answers(view):
            session = apply(rules, session, answer)
        view = player_view(rules, session, seat)
        nothing = Submit(seat=seat, spend=(0.0,) * len(LEVERS))
        session = apply(rules, session, nothing if bot is None else bot.decide(view))
        session = apply(rules, with_partners(rules, session, (seat,)), EndTurn())


@cache
def games(name: str) -> tuple[tuple[Heard, ...], ...]:
    rules = load_scenario(PLACES, name)
    return tuple(tuple(played(name, rules, role, way)) for role in ROLES for way in WAYS)


def all_heard(name: str) -> Iterator[tuple[Heard, Advice]]:
    for game in games(name):
        for turn in game:
            for piece in turn.pieces:
                yield turn, piece


def key_of(piece: Advice) -> str:
    return piece.key.partition(".")[2]


def numbers(sentence: Sentence) -> dict[str, float]:
    return {name: value for name, value in sentence.values if isinstance(value, (int, float))}


def seen_numbers(view: PlayerView) -> list[float]:
    """Return every number of the last two turns that a seat sees, and what its plan adds up to."""
    seen: list[float] = []
    for turn in view.history[-2:]:
        seen += [each.value for each in turn.figures.values() if each.value is not None]
        seen += [each.value for each in turn.flows.values() if each.value is not None]
        seen += [each.value for each in turn.responses if each.value is not None]
    spend = view.now.plan.spend
    whole = sum(spend)
    if whole > 0:
        for group in ("marketing", "sales", "together"):
            rows = zip(LEVERS, spend, strict=True)
            seen.append(sum(money for lever, money in rows if GROUP_OF[lever] == group) / whole)
    lines = [
        money
        for lever, money in zip(view.levers, spend, strict=True)
        if lever.mine and (view.seat.role == "all" or GROUP_OF[lever.key] != "together")
    ]
    if sum(lines) > 0:
        seen += [0.0, max(lines) / sum(lines)]
    return seen


def closed(turn: Heard) -> World:
    """Return the world as the last turn left it: what its figures are of."""
    history = turn.session.history
    return history[-1].closed if history else turn.session.world


def holds_for_the_seat(turn: Heard, condition: Condition) -> bool:
    """Return whether a condition holds by what the seat sees, or can reckon from the plan."""
    if condition.measure == "turn":
        value: float | None = float(turn.view.turn)
    elif condition.measure.endswith("_share") and condition.measure != "market_share":
        value = float(measure(turn.rules, closed(turn), condition.measure)[0])
    else:
        value = turn.view.now.figures[condition.measure].value
    return value is not None and bool(COMPARE[condition.comparison](value, condition.value))


@pytest.mark.parametrize("name", NAMES)
def test_whoever_plays_whatever_role_in_whatever_way_is_spoken_to(name: str) -> None:
    for game in games(name):
        later = game[1:]
        spoken = sum(bool(turn.pieces) for turn in later)
        assert spoken >= SPOKEN_TO * len(later), (game[0].role, game[0].way)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_said_twice_within_some_turns_and_never_more_than_two_things(name: str) -> None:
    for game in games(name):
        last: dict[str, int] = {}
        for turn in game:
            assert len(turn.pieces) <= MOST
            for piece in turn.pieces:
                said = ENGLISH.say(piece.question)
                assert turn.view.turn - last.get(said, -REST) > REST, said
                last[said] = turn.view.turn


@pytest.mark.parametrize("name", NAMES)
def test_every_number_in_a_reason_is_one_that_the_seat_sees(name: str) -> None:
    for turn, piece in all_heard(name):
        if piece.reason is not None:
            seen = seen_numbers(turn.view)
            for value in numbers(piece.reason).values():
                assert any(isclose(value, each, abs_tol=1e-9) for each in seen), piece.key


@pytest.mark.parametrize("name", NAMES)
def test_what_is_called_hidden_is_hidden_and_what_is_seen_by_another_is_seen_by_it(
    name: str,
) -> None:
    names = {measure_name(key): key for key in MEASURES}
    for turn, piece in all_heard(name):
        values = {} if piece.reason is None else dict(piece.reason.values)
        listed = values.get("names", ())
        assert isinstance(listed, tuple)
        for words in listed:
            assert isinstance(words, Sentence)
            assert not turn.view.now.figures[names[words]].known, piece.key
            if key_of(piece) == "ask":
                partner = next(role for role in turn.view.seated if role != turn.role)
                other = player_view(turn.rules, turn.session, Seat(0, partner))
                assert names[words] in {
                    key
                    for role in turn.rules.roles
                    if role.key == other.seat.role
                    for key in role.sees
                }


@pytest.mark.parametrize("name", NAMES)
def test_the_author_speaks_of_what_the_seat_sees_and_only_while_it_is_so(name: str) -> None:
    for turn, piece in all_heard(name):
        if piece.reason is not None:
            continue
        hint = next(each for each in turn.rules.hints if f"hint:{each.key}" == key_of(piece))
        assert all(holds_for_the_seat(turn, condition) for condition in hint.when), hint.key
        for key in hint.unseen:
            figure = turn.view.now.figures[key]
            assert not figure.known, hint.key
        if turn.role != "all":
            seated = {*turn.view.seated, "all"}
            assert hint.to in {"all", turn.role} or hint.to not in seated, hint.key


@pytest.mark.parametrize("name", NAMES)
def test_a_number_in_an_authors_words_is_true_when_it_is_said(name: str) -> None:
    for turn, piece in all_heard(name):
        claim = CLAIMS.get(key_of(piece).replace("hint:", f"{name}."))
        if claim is not None:
            of, least, most = claim
            value = float(measure(turn.rules, closed(turn), of)[0])
            assert least - 1e-9 <= value <= most, (key_of(piece), value)


@pytest.mark.parametrize("name", NAMES)
def test_no_hint_tells_what_to_do_with_the_money(name: str) -> None:
    for hint in load_scenario(PLACES, name).hints:
        said = " ".join(hint.say.split())
        assert COMMANDS.search(said) is None, said
        # An amount may be one that was looked at, and nothing to spend.
        looked_at = {f"{each.value:.0f}" for each in hint.when}
        for number in re.findall(r"\d[\d ]*", said):
            assert number.replace(" ", "") in looked_at, said


def test_every_claim_is_about_a_hint_that_there_is_and_says_how_much() -> None:
    texts = {
        f"{name}.{hint.key}": hint.say
        for name in NAMES
        for hint in load_scenario(PLACES, name).hints
    }
    assert set(CLAIMS) <= set(texts)
