"""The structure check finds what is wrong, and nothing where nothing is."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

import pytest

from game.report.charts import Line, LineData, line_chart
from game.report.theme import THEMES, Theme
from game.ui.toolkit import (
    Box,
    Button,
    Card,
    ChartView,
    Column,
    Grid,
    KpiCard,
    Label,
    Look,
    Option,
    Panel,
    Paragraph,
    Picture,
    Row,
    Run,
    ScrollArea,
    Segments,
    Slider,
    Spacer,
    Table,
    TableColumn,
    Tabs,
    TextField,
    Toggle,
    Ui,
    Widget,
    caption,
    described,
    faults,
    problems,
)
from game.ui.toolkit.happening import Happening
from tests.ui.toolkit_stage import Stage


def nothing(*_: object) -> None:
    return None


def good_page() -> Widget:
    options = [Option("a", "Overview", tooltip="All"), Option("b", "Trends", tooltip="Over time")]
    controls = Column(
        [
            Tabs(options, "a", nothing, key="tabs"),
            Row([Segments(options, "b", nothing, key="segments"), Spacer()]),
            Slider(key="slider", name="SEO", tooltip="Search", value=0.3, on_change=nothing),
            TextField(key="why", name="Because", tooltip="A reason", on_change=nothing),
            Toggle("Sound", True, nothing, key="sound", tooltip="Clicks"),
            Row(
                [
                    Button("Undo", nothing, "undo-2", key="undo", tooltip="Take it back"),
                    Button("Commit", nothing, variant="primary", key="go", tooltip="End the month"),
                    Button("Redo", nothing, key="redo", disabled="Nothing to redo"),
                ]
            ),
        ]
    )
    figures = Column(
        [
            KpiCard("Bookings", "€\u00a0184\u00a0k", since="estimated"),
            Table(
                [TableColumn("Lever", "left", 1), TableColumn("Spent")],
                [["SEO", "10,000"], ["Sum", "10,000"]],
                strong=(1,),
            ),
            Paragraph("We called back after **31 hours**. Four in ten had already chosen."),
            caption("Muted and small"),
        ]
    )
    cards = Grid([Card(controls, "Controls"), Card(figures, "Figures")], least_column=320)
    return ScrollArea(cards, key="page")


@pytest.mark.parametrize("text", [0.9, 1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_a_good_page_has_no_problems(theme: Theme, text: float) -> None:
    assert problems(Stage(good_page, theme=theme, text=text).app) == []


def found(page: Widget) -> str:
    return " ".join(problems(Stage(lambda: page).app))


def test_a_text_without_room_is_found() -> None:
    tight = Row([Label("Unbreakable", width=20), Spacer()])
    assert "torn" in found(tight)


def test_lines_without_room_are_found() -> None:
    text = Label("Several words that need several lines", width=60, height=16)
    assert "above or below" in found(Row([text, Spacer()]))


def test_two_widgets_with_one_key_are_found() -> None:
    pair = [Button("a", nothing, key="same", tooltip="x") for _ in range(2)]
    assert "two widgets" in found(Row(pair))


def test_a_control_without_a_name_is_found() -> None:
    assert "no name" in found(Slider(key="s", value=0.5, tooltip="x", on_change=nothing))


def test_a_control_without_a_tooltip_is_found() -> None:
    assert "no tooltip" in found(Slider(key="s", name="SEO", value=0.5, on_change=nothing))


def test_text_that_is_too_pale_is_found() -> None:
    assert "contrast" in found(Panel(Label("Pale", role="hairline")))


def test_text_is_judged_on_what_it_stands_on() -> None:
    label = Label("Text", role="on_accent")
    assert "contrast" in found(Panel(label))
    assert found(Panel(label, fill="accent")) == ""


@dataclass(frozen=True, slots=True)
class Careless(Widget):
    """Places its children wherever it was told."""

    children: list[tuple[Widget, Box]] = field(default_factory=list)

    def kids(self, ui: Ui) -> list[Widget]:
        return [child for child, _ in self.children]

    def arrange(self, ui: Ui, box: Box) -> list[tuple[Widget, Box]]:
        return self.children


def test_siblings_on_top_of_each_other_are_found() -> None:
    children: list[tuple[Widget, Box]] = [
        (Label("One"), Box(0, 0, 90, 20)),
        (Label("Two"), Box(60, 5, 90, 20)),
    ]
    assert "overlap" in found(Careless(children))


def test_a_child_outside_its_parent_is_found() -> None:
    assert "leaves" in found(Careless([(Label("One"), Box(1250, 0, 90, 20))]))


def test_what_leaves_the_window_is_found() -> None:
    wide = Careless([(Row([Label("Wide")]), Box(-40, 0, 90, 20))])
    assert "leaves" in found(wide)


def test_what_is_wider_than_the_place_in_which_it_scrolls_is_found() -> None:
    page = ScrollArea(Careless([(Label("One"), Box(0, 0, 1400, 20))]), key="page")
    assert "leaves" in found(page)


def lines(count: int) -> list[Widget]:
    return [Label(f"Line {number}") for number in range(count)]


def test_an_area_that_scrolls_in_a_page_that_scrolls_is_found() -> None:
    inner = Card(Column([ScrollArea(Column(lines(9)), key="inner", grow=1)]), height=120)
    assert "inner: scrolls inside page" in found(
        ScrollArea(Column([inner, *lines(60)]), key="page", read=True)
    )
    assert found(ScrollArea(Column([inner, *lines(6)]), key="page", read=True)) == ""


def chart(tall: float) -> Widget:
    line = Line(label="Leads", values=(3.0, 5.0, 4.0))
    data = LineData(title="Leads", labels=("Jan", "Feb", "Mar"), lines=(line,))
    draw = partial(line_chart, data, fmt="{:.0f}".format)
    return ChartView(draw, data, tall, key="chart", name="Leads")


def test_a_chart_that_its_card_cuts_off_is_found() -> None:
    body = ScrollArea(chart(160), key="area", grow=1)
    assert "cut off by area" in found(Row([Card(Column([body]), "Card", height=150), Spacer()]))
    assert found(Row([Card(Column([body]), "Card", height=240), Spacer()])) == ""


def test_a_chart_that_is_too_low_is_found() -> None:
    assert "of height and needs" in found(Careless([(chart(160), Box(0, 0, 300, 40))]))


def test_buttons_too_close_to_be_hit_are_found() -> None:
    near: list[tuple[Widget, Box]] = [
        (Button("a", nothing, key="a", tooltip="x"), Box(100, 100, 20, 20)),
        (Button("b", nothing, key="b", tooltip="x"), Box(122, 100, 20, 20)),
    ]
    assert "must be hit" in found(Careless(near))
    apart = [near[0], (near[1][0], Box(130, 100, 20, 20))]
    assert "must be hit" not in found(Careless(apart))


def test_a_chart_that_nothing_is_said_of_is_found() -> None:
    silent = Picture(lambda canvas, box: None, 1, key="picture", width=40, height=40)
    assert "what the picture shows" in found(Row([silent, Spacer()]))


def test_a_text_beside_its_box_is_found() -> None:
    class Slipping(Label):
        __slots__ = ()

        def texts(self, ui: Ui, box: Box, look: Look) -> Sequence[Run]:
            return super().texts(ui, box._replace(x=box.x + 40), look)

    assert "leaves its box at a side" in found(Row([Slipping("Text"), Spacer()]))


def test_a_word_longer_than_a_line_of_a_paragraph_is_broken() -> None:
    path = "/home/somebody/" + "folder/" * 30 + "report.txt"
    page = Row([Paragraph(f"It is in {path}.", grow=1), Spacer(width=700)])
    assert found(page) == ""


def test_faults_are_found_without_moving_the_focus() -> None:
    app = Stage(good_page).app
    assert faults(app) == []
    assert app.focus == ""
    assert problems(app) == []
    assert app.focus != ""


def test_a_button_that_tab_does_not_reach_is_found() -> None:
    class Swallowing(Button):
        __slots__ = ()

        def react(self, ui: Ui, box: Box, happening: Happening) -> bool:
            return True

    row = Row(
        [
            Swallowing("a", nothing, key="a", tooltip="x"),
            Button("b", nothing, key="b", tooltip="x"),
        ]
    )
    assert "Tab does not reach" in found(row)


def test_a_widget_is_described_with_its_words_and_its_place() -> None:
    stage = Stage(good_page)
    of_slider = next(one for one in described(stage.app) if one.key == "slider")
    assert (of_slider.kind, of_slider.name, of_slider.tooltip) == ("Slider", "SEO", "Search")
    assert of_slider.focusable
    assert of_slider.box == stage.box("slider")
    of_button = next(one for one in described(stage.app) if one.key == "go")
    assert [run.text for run in of_button.texts] == ["Commit"]
    assert of_button.colours == (("#FFFFFF", "#1F5FD6"),)
