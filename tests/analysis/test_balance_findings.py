"""What speaks against a scenario is found on one side of a limit, and not on the other."""

from dataclasses import replace
from typing import Any

import pytest

from game.analysis.balance import judged
from game.analysis.balance_figures import Measured
from game.analysis.balance_findings import findings
from game.report.language import ENGLISH
from tests.analysis.balance_cases import SOUND, codes, lever, shop, with_standing


def with_part(name: str, **changes: Any) -> Measured:
    changed: dict[str, Any] = {name: replace(getattr(SOUND, name), **changes)}
    return replace(SOUND, **changed)


def with_first(name: str, **changes: Any) -> Measured:
    first, *rest = getattr(SOUND, name)
    changed: dict[str, Any] = {name: (replace(first, **changes), *rest)}
    return replace(SOUND, **changed)


def test_a_sound_scenario_teaches() -> None:
    balance = judged(shop(), SOUND)
    assert balance.findings == ()
    assert balance.verdict == "teaches"


@pytest.mark.parametrize(
    ("code", "bad", "good"),
    [
        ("par_beaten", with_standing("steady", 1.02), with_standing("steady", 1.005)),
        ("par_beaten", with_part("policies", even_focus=1.02), SOUND),
        ("par_beaten", with_first("levers", costs_moved=-0.02), SOUND),
        ("one_lever_enough", with_standing("seo", 0.36), with_standing("seo", 0.34)),
        ("one_group_enough", with_standing("sales", 0.61), with_standing("sales", 0.59)),
        ("one_group_enough", with_standing("sales_only", 0.61), with_standing("sales_only", 0.5)),
        ("nothing_not_last", with_standing("nothing", 0.345), with_standing("nothing", 0.33)),
        ("much_for_nothing", with_standing("nothing", 0.5), with_standing("nothing", 0.49)),
        ("even_split_hopeless", with_standing("steady", 0.59), with_standing("steady", 0.61)),
        ("even_split_enough", with_standing("steady", 0.86), with_standing("steady", 0.84)),
        ("nobody_buys", replace(SOUND, bookings=9e3), replace(SOUND, bookings=11e3)),
        ("luck_over_skill", with_part("luck", par=0.7), with_part("luck", par=0.6)),
        ("luck_over_care", with_part("luck", par=0.31), with_part("luck", par=0.29)),
        (
            "collaboration_earns_nothing",
            with_part("collaboration", earns_moved=0.005),
            with_part("collaboration", earns_moved=0.02),
        ),
        ("collaboration_at_edge", with_part("collaboration", interior=False), SOUND),
        ("budget_loose", with_part("money", unspent=0.11), with_part("money", unspent=0.09)),
        ("budget_loose", with_part("money", tenth_more=1.004), SOUND),
        ("event_never_happens", with_first("events", most=0.0), with_first("events", least=0.0)),
        ("target_unreachable", with_first("targets", par=0.69), with_first("targets", par=0.71)),
        (
            "target_given_away",
            with_first("targets", nothing=0.91),
            with_first("targets", nothing=0.89),
        ),
        ("effect_invisible", with_first("effects", turn=None), with_first("effects", turn=4)),
        ("dominant_lever", with_first("levers", share=0.31), with_first("levers", share=0.29)),
        (
            "dead_lever",
            with_first("levers", share=0.009, costs_moved=0.002),
            with_first("levers", share=0.009, costs_moved=0.004),
        ),
    ],
)
def test_a_fault_is_found_beyond_its_limit_alone(code: str, bad: Measured, good: Measured) -> None:
    assert code in codes(bad)
    assert code not in codes(good)


def test_a_lever_that_earns_no_more_than_nothing_is_not_said_to_be_enough() -> None:
    lifted = tuple(replace(each, of_par=max(each.of_par, 0.4)) for each in SOUND.standings)
    assert "one_lever_enough" not in codes(replace(SOUND, standings=lifted))


def test_levers_alone_are_counted_from_what_doing_nothing_reaches() -> None:
    high = {"nothing": 0.44, "seo": 0.448, "advertising": 0.5}
    lifted = tuple(
        replace(each, of_par=high.get(each.key, each.of_par)) for each in SOUND.standings
    )
    found = findings(shop(), replace(SOUND, standings=lifted))
    (alone,) = [each for each in found if each.code == "one_lever_enough"]
    said = ENGLISH.say(alone.sentence).replace("\N{NO-BREAK SPACE}", " ")
    assert "reaches 50 % of par, no money at all 44 %" in said
    assert "below 45 %" in said


def test_a_dominant_lever_is_no_finding_where_its_share_is_claimed() -> None:
    rules = shop("expects: {largest_lever_share: 40%}\n")
    assert "dominant_lever" not in codes(with_first("levers", share=0.35), rules)


def test_a_finding_names_the_entry_of_the_file_to_change() -> None:
    (found,) = findings(shop(), with_first("targets", par=0.5))
    assert found.way == ("scorecard", "sold", "target")
    (found,) = findings(shop(), with_first("events", most=0.0))
    assert found.way == ("events", "rain", "when")


def test_errors_stand_before_remarks_and_decide() -> None:
    both = replace(with_standing("sales", 0.7), levers=(lever("seo", share=0.0, costs_moved=0.0),))
    found = findings(shop(), both)
    assert [each.severity for each in found] == ["error", "remark"]
    assert judged(shop(), both).verdict == "does_not_teach"


def test_remarks_alone_do_not_stop_it_from_teaching() -> None:
    assert judged(shop(), with_first("events", most=0.0)).verdict == "teaches_with_remarks"


def test_a_target_that_nobody_comes_near_stops_it_from_teaching() -> None:
    assert judged(shop(), with_first("targets", par=0.29)).verdict == "does_not_teach"
    assert judged(shop(), with_first("targets", par=0.5)).verdict == "teaches_with_remarks"
