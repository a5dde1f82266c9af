"""Why the last turn brought what it brought, in the window: asked once, after the first frame."""

from pathlib import Path

import pytest

from game.report.whys import ASKED
from game.ui.reasons import Reasons
from game.ui.screens.results import Results
from tests.ui.game_states import at_table, played, results_of
from tests.ui.houses import Home


def found(home: Home, turns: int) -> Reasons:
    reasons = Reasons(played(home, turns))
    while reasons.work():
        pass
    return reasons


def test_the_first_frame_of_the_results_waits_for_no_reason(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    results = Results(home.house.navigator, played(home, 3), home.house)
    home.house.navigator.push(results)
    home.app.tick([], 0)
    assert "Deals won" in home.words
    assert results.busy()


@pytest.mark.parametrize("measure", ASKED)
def test_every_measure_that_is_asked_about_has_its_reasons(measure: str, tmp_path: Path) -> None:
    home = at_table(tmp_path)
    results_of(home, 4)
    home.click(f"tabs.{'why'}")
    home.click(f"why.{measure}")
    report = found(home, 4).report(measure, home.house.language)
    assert report is not None
    assert report.steps
    for step in report.steps:
        assert home.house.language.say(step.said) in home.words


def test_the_first_turn_has_nothing_to_compare(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    reasons = found(home, 1)
    assert not reasons.comparable
    assert all(reasons.report(measure, home.house.language) is None for measure in ASKED)


def test_the_prediction_stands_beside_what_had_been_foreseen(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    band = found(home, 3).band
    assert band is not None
    assert 0 < band[0] < band[1]
    report = results_of(home, 3).report()
    assert (report.prediction.low, report.prediction.high) == band


def test_what_happened_in_the_turn_stands_beside_the_reasons_with_its_effects(
    tmp_path: Path,
) -> None:
    home = at_table(tmp_path)
    results_of(home, 4)
    home.click("tabs.why")
    assert "A long warm summer" in home.words
    assert "Demand: +20" in home.words
