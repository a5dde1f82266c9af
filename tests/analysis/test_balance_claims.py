"""What an author expects is proved or refuted by the figures."""

from dataclasses import replace

import pytest

from game.analysis.balance import judged
from game.analysis.balance_claims import claims, refuted
from game.report.language import ENGLISH
from game.scenario.rules import Expects
from game.words import Sentence
from tests.analysis.balance_cases import SOUND, lever, shop, with_standing

MISSED = tuple(
    lever(key, costs_moved=cost)
    for key, cost in (
        ("product_demos", 0.3),
        ("joint_meetings", 0.2),
        ("advertising", 0.15),
        ("shared_vision", 0.1),
        ("prospecting", 0.08),
        ("seo", 0.02),
    )
)


def said(words: Sentence) -> str:
    return ENGLISH.say(words).replace("\N{NO-BREAK SPACE}", " ")


def holds(expects: Expects) -> list[bool]:
    early = lever("brand_building", first_half=0.7, costs_moved=0.0)
    now = replace(SOUND, levers=(*MISSED, early))
    return [each.holds for each in claims(expects, now)]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (Expects(ranking=("par", "steady")), Expects(ranking=("steady", "par"))),
        (Expects(largest_lever_share=0.1), Expects(largest_lever_share=0.09)),
        (Expects(collaboration_earns=0.3), Expects(collaboration_earns=0.31)),
        (Expects(most_missed=("prospecting",)), Expects(most_missed=("seo",))),
        (Expects(spent_early=("brand_building",)), Expects(spent_early=("seo",))),
        (Expects(best_bar_at_least=0.45), Expects(best_bar_at_least=0.46)),
        (Expects(best_bar_at_most=0.45), Expects(best_bar_at_most=0.44)),
        (Expects(best_message="fresh"), Expects(best_message="nearby")),
        (Expects(best_focus="firms"), Expects(best_focus="homes")),
    ],
)
def test_a_claim_is_proved_or_refuted(right: Expects, wrong: Expects) -> None:
    assert holds(right) == [True]
    assert holds(wrong) == [False]


def test_less_than_a_hundredth_of_par_apart_is_no_order() -> None:
    expects = Expects(ranking=("no_collaboration", "sales_only", "marketing_only"))
    assert [each.holds for each in claims(expects, with_standing("sales_only", 0.355))] == [
        True,
        False,
    ]


def test_a_lever_that_cannot_be_used_is_neither_missed_nor_paid_early() -> None:
    assert holds(Expects(most_missed=("negotiation",), spent_early=("negotiation",))) == [
        False,
        False,
    ]


def test_a_refuted_claim_is_an_error_at_its_place() -> None:
    found = refuted(claims(Expects(ranking=("par", "sales_only", "steady")), SOUND))
    assert [(each.code, each.severity, each.way) for each in found] == [
        ("refuted_ranking", "error", ("expects", "ranking", 2))
    ]


def test_a_refuted_claim_says_what_was_claimed_before_what_is_so() -> None:
    (wrong,) = claims(Expects(collaboration_earns=0.5), SOUND)
    (right,) = claims(Expects(collaboration_earns=0.2), SOUND)
    assert said(wrong.sentence) == (
        "You claim: Working together earns 50 % of par or more. Found: It earns 30 %."
    )
    assert said(right.sentence).startswith("Working together earns 20 % of par or more. Found")


@pytest.mark.parametrize(
    ("expects", "found"),
    [
        (Expects(best_focus="firms"), "Found: It gives 70 % to 'firms' and 30 % to 'homes'."),
        (Expects(best_focus="homes"), "Found: It gives 70 % to 'firms' and 30 % to 'homes'."),
        (
            Expects(best_message="fresh"),
            "Found: It reaches 100 % of par with 'fresh' and 90 % of par with 'nearby'.",
        ),
    ],
)
def test_an_option_is_told_beside_the_next_best_and_never_twice(
    expects: Expects, found: str
) -> None:
    (claim,) = claims(expects, SOUND)
    assert said(claim.sentence).endswith(found)


def test_a_scenario_with_a_refuted_claim_does_not_teach_what_it_expects() -> None:
    rules = shop("expects: {collaboration_earns: 50%}\n")
    assert judged(rules, SOUND).verdict == "does_not_teach"
    proved = shop("expects: {collaboration_earns: 20%}\n")
    assert judged(proved, SOUND).verdict == "teaches"


def test_nothing_is_claimed_of_collaboration_that_cannot_be_paid() -> None:
    (claim,) = claims(Expects(collaboration_earns=0.1), replace(SOUND, collaboration=None))
    assert not claim.holds
