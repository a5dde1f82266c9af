"""Charts in the window: drawn for their room, never faster than a frame allows, never stale."""

from functools import partial

import pygame

from game.report.charts import Line, LineData, line_chart
from game.ui.toolkit import Card, ChartView, Column, Slider, Widget, described, problems
from tests.ui.toolkit_stage import Stage


class Forecast:
    """Two charts that change with a slider."""

    def __init__(self) -> None:
        self.amount = 50.0
        self.names: list[str] = []

    @property
    def drawn(self) -> int:
        return len(self.names)

    def set(self, amount: float) -> None:
        self.amount = amount

    def chart(self, name: str) -> Widget:
        line = Line(label=name, values=(10.0, 20.0, self.amount))
        data = LineData(title=name, labels=("Jan", "Feb", "Mar"), lines=(line,))

        def draw(**room):  # type: ignore[no-untyped-def]  # whatever a chart is told
            self.names.append(name)
            return line_chart(data, fmt="{:.0f}".format, **room)

        return Card(ChartView(draw, data, key=name, name=name, grow=1), name, grow=1)

    def __call__(self) -> Widget:
        slider = Slider(
            key="slider",
            name="SEO",
            tooltip="x",
            value=self.amount,
            high=100,
            step=0.5,
            on_change=self.set,
        )
        return Column([slider, self.chart("Bookings"), self.chart("Leads")])


def test_a_chart_is_drawn_once_for_what_it_shows() -> None:
    forecast = Forecast()
    stage = Stage(forecast)
    stage.wait(600)
    assert forecast.drawn == 2
    stage.app.refresh()
    stage.wait(50)
    assert forecast.drawn == 2
    stage.app.resize((1600, 900))
    stage.wait(50)
    assert forecast.drawn == 4


def test_a_frame_draws_one_new_chart_and_the_next_one_the_other() -> None:
    forecast = Forecast()
    stage = Stage(forecast)
    stage.wait(600)
    box = stage.box("slider")
    stage.press(box.middle)
    before = forecast.drawn
    stage.move((box.x + 100, box.y))
    assert forecast.drawn == before + 1
    assert stage.app.patience() == 0
    stage.wait(10)
    assert forecast.drawn == before + 2
    stage.release((box.x + 100, box.y))
    stage.wait(500)
    settled = stage.pixels
    stage.app.restyle()
    stage.wait(10)
    assert stage.pixels == settled


def test_while_a_slider_is_dragged_all_charts_have_their_turn() -> None:
    forecast = Forecast()
    stage = Stage(forecast)
    stage.wait(600)
    box = stage.box("slider")
    stage.press(box.middle)
    forecast.names.clear()
    for step in range(8):
        stage.move((box.x + 100 + 20 * step, box.y))
    assert forecast.names == ["Bookings", "Leads"] * 4


def test_a_chart_grows_from_the_left_when_it_appears() -> None:
    stage = Stage(Forecast())
    stage.wait(100)
    half = stage.pixels
    stage.wait(400)
    assert stage.pixels != half
    whole = stage.pixels
    stage.wait(400)
    assert stage.pixels == whole


def test_the_texts_of_a_chart_are_checked_like_all_others() -> None:
    stage = Stage(Forecast())
    stage.wait(500)
    chart = next(one for one in described(stage.app) if one.key == "Bookings")
    assert "Mar" in [run.text for run in chart.texts]
    assert problems(stage.app) == []


def test_a_chart_says_what_it_shows() -> None:
    data = LineData(title="Deals", labels=("Jan",), lines=(Line(label="Deals", values=(3.0,)),))
    view = ChartView(partial(line_chart, data, fmt=str), data, key="deals", name="Deals")
    stage = Stage(lambda: view)
    assert view.called(stage.app.ui) == "Deals"
    assert "3" in view.described(stage.app.ui, stage.box("deals"))
    assert isinstance(stage.app.surface, pygame.Surface)


def test_charts_of_sizes_long_gone_are_forgotten() -> None:
    forecast = Forecast()
    stage = Stage(forecast)
    for width in range(1280, 1400):
        stage.app.resize((width, 720))
        stage.wait(10)
    ui = stage.app.ui
    assert set(ui._last_charts.values()) <= set(ui._charts)


def test_charts_are_drawn_anew_in_another_language() -> None:
    forecast = Forecast()
    stage = Stage(forecast)
    stage.wait(600)
    stage.app.restyle(say=str)
    stage.wait(600)
    assert forecast.drawn == 4


def test_what_moves_stands_at_its_end_as_soon_as_motion_is_reduced() -> None:
    stage = Stage(Forecast())
    stage.wait(30)
    assert stage.app.ui.motion.moving
    stage.app.restyle(reduce_motion=True)
    stage.send()
    assert not stage.app.ui.motion.moving
