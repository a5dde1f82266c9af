"""Whatever a slider is dragged to, everything on the desk speaks of that very plan."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from game.analysis.forecast import Imagined, forecast, imagine
from game.errors import DecisionRejected
from game.market import LEVERS
from game.report.saturation import planned_saturation
from game.session import check_submit
from game.session.drafts import draft_submit
from game.session.expected import expected_parts, expected_plan
from game.storage.places import shipped
from game.ui.foresight import FORESEEN
from game.ui.playing import Playing
from game.ui.screens.desk import Desk
from game.ui.screens.saturation import SaturationCurve, curve_place
from game.ui.toolkit import AmountField, Button, Figure, Slider, Widget
from game.ui.toolkit.tree import Node
from game.ui.toolkit.widget import Look
from game.words import Sentence
from tests.ui.driver import drag_slider
from tests.ui.houses import Home

SCENARIOS = ("fresh_start", "keep_them", "launch_day")
"""In months, quarters and weeks; with euros and pounds; with lines that open later."""

PLACES = (1.0, 0.05)
"""Shares of its length that each slider is dragged to: some of them over the budget."""


class At(NamedTuple):
    """A desk, and what looks ahead from its turn."""

    home: Home
    desk: Desk
    imagined: Imagined

    @property
    def playing(self) -> Playing:
        return self.desk.playing

    def widget(self, key: str) -> Widget:
        return next(node.widget for node in self.home.app.nodes if node.key == key)

    def line(self, lever: str) -> list[Node]:
        """Return everything that stands on the line of a lever."""
        nodes = self.home.app.nodes
        slider = next(node for node in nodes if node.key == f"lever.{lever}")
        return [node for node in nodes if node.parent == slider.parent]

    def texts(self, nodes: list[Node]) -> list[str]:
        ui = self.home.app.ui
        runs = (node.widget.texts(ui, node.box, Look()) for node in nodes)
        return [run.text for row in runs for run in row]


@pytest.fixture(params=SCENARIOS)
def at(request: pytest.FixtureRequest, tmp_path: Path) -> At:
    """A desk in the third turn, everything answered and read."""
    home = Home(tmp_path, scenarios=shipped("scenarios"))
    playing = home.playing(request.param, "all", 2)
    for event in playing.view.pending:
        playing.choose(event.key, event.choices[0].key)
    home.house.open_desk(playing)
    home.rest()
    while "event.done" in home.keys:
        home.click("event.done")
    desk = home.house.navigator.current
    assert isinstance(desk, Desk)
    return At(home, desk, imagine(playing.rules, playing.session))


def refusal(playing: Playing) -> Sentence | None:
    """Return why the rules refuse the plan; None where they take it."""
    try:
        check_submit(playing.rules, playing.session, draft_submit(playing.view, playing.draft))
    except DecisionRejected as refused:
        return refused.sentence
    return None


def dragged(at: At) -> Iterator[str]:
    """Drag every slider to every place, one after the other; yield its lever each time."""
    open_ones = [each.key for each in at.playing.view.levers if each.open and each.mine]
    assert len(open_ones) >= 5
    for lever in open_ones:
        for share in PLACES:
            drag_slider(at.home.app, f"lever.{lever}", share, steps=2)
            yield lever


def test_a_line_says_what_is_planned_on_it_and_how_that_differs_from_last_turn(at: At) -> None:
    language = at.home.house.language
    for lever in dragged(at):
        place = LEVERS.index(lever)
        amount = at.playing.draft.spend[place]
        last = at.playing.session.plans[0].spend[place]
        slider, field = at.widget(f"lever.{lever}"), at.widget(f"amount.{lever}")
        assert isinstance(slider, Slider)
        assert isinstance(field, AmountField)
        assert (slider.value, slider.last) == (amount, last)
        assert field.text == language.number(amount)
        change = round(amount) - round(last)
        said = [
            text for text in at.texts(at.line(lever)) if text.startswith(("+", "\N{MINUS SIGN}"))
        ]
        assert said == ([language.signed_short(change)] if change else [])


def test_a_line_shows_how_full_the_planned_money_makes_it(at: At) -> None:
    for lever in dragged(at):
        place = LEVERS.index(lever)
        amount = at.playing.draft.spend[place]
        full = planned_saturation(at.playing.rules, at.playing.view, place, amount)
        (curve,) = [
            node.widget for node in at.line(lever) if isinstance(node.widget, SaturationCurve)
        ]
        assert curve.place == curve_place(full.share, full.shape)
        assert curve.tooltip == full.note


def test_what_is_left_and_whether_it_can_be_played_are_what_the_rules_say(at: At) -> None:
    overs = set()
    for _ in dragged(at):
        playing, left = at.playing, at.widget("left")
        spent = sum(playing.draft.spend)
        cash = float(playing.session.world.market.cash[0])
        assert isinstance(left, Figure)
        assert left.value == pytest.approx(abs(cash - spent))
        assert ("Over budget by" in at.home.words) == (spent > cash)
        predict = at.widget("predict")
        assert isinstance(predict, Button)
        refused = refusal(at.playing)
        assert predict.disabled == (refused or "")
        overs.add(refused is not None)
    assert overs == {True, False}


def test_the_forecast_is_of_the_plan_that_is_seen(at: At) -> None:
    language = at.home.house.language
    for _ in dragged(at):
        at.home.rest()
        playing = at.playing
        parts = expected_parts(playing.rules, playing.session, playing.seat, playing.people)
        plan = expected_plan(playing.view, playing.draft, parts)
        exact = forecast(at.imagined, plan, FORESEEN)
        report = at.desk.foresight.report(language)
        assert report is not None
        words = at.home.words.split("\n")
        for key in FORESEEN:
            card, band = report.card(key), exact.bands[key]
            assert (card.mean.value, card.low, card.high) == (
                band.mean[0],
                band.low[0],
                band.high[0],
            )
            assert card.mean.said(language, short=True) in words
            assert card.span is not None
            assert language.say(card.span) in words
