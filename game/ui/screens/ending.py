"""The end of a game: the score and its parts, what stood out, how well one predicted, what next."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from game.report.charts import Meter, line_chart, meter
from game.report.ending import Ending as Report
from game.report.ending import ScoreLine, ending, how_points_come
from game.report.glossary import glossary_entry
from game.report.guesses import records_of_all
from game.report.habits import habits_note
from game.report.lessons import LessonRow, lesson_rows
from game.report.library import Best, best_sentence
from game.report.names import measure_icon
from game.report.trends import line_data, trend
from game.ui.screens.and_now import AndNow
from game.ui.screens.parts import NARROW, footer, header, page, pointed
from game.ui.screens.save_as import SaveDialog
from game.ui.toolkit import (
    BACK,
    SAVE,
    Arrow,
    Button,
    Card,
    ChartView,
    Column,
    Figure,
    Icon,
    Inset,
    Label,
    Layers,
    Notice,
    Paragraph,
    Row,
    Screen,
    ScrollArea,
    ShareBar,
    Shortcut,
    Spacer,
    Ui,
    Widget,
    Wrap,
)
from game.words import Sentence, counted, sentence

if TYPE_CHECKING:
    from game.ui.house import House
    from game.ui.playing import Playing

_POINTS: Final = 92
"""Design units for the points of a line, so that all bars are equally long."""


class Ending(Screen):
    """How the game went as a whole."""

    title = sentence("How it went")
    first_focus: ClassVar[str] = "ending.again"

    def __init__(self, house: "House", playing: "Playing") -> None:
        self._house = house
        self._playing = playing
        self._par = house.par(playing.rules)
        self._best_before = house.best_before(playing)
        self._report = ending(playing.rules, playing.view, playing.language, self._par)
        self._lessons = lesson_rows(playing.rules, playing.view, playing.language)
        self._worked = habits_note(playing.view)
        self._and_now = None if self._report is None else AndNow(house, playing)
        self._painted = False
        bookings = trend(playing.rules, playing.view, "bookings", playing.language)
        chart = line_data((bookings,), sentence("Bookings"), playing.language)
        # One line needs no name: its last value stands at its end.
        # Nothing was booked before the first turn.
        self._bookings = replace(
            chart,
            labels=chart.labels[1:],
            lines=tuple(replace(each, label="", values=each.values[1:]) for each in chart.lines),
        )
        self._saving = SaveDialog(house, lambda: playing)
        table = playing.table
        self._records = () if table is None else records_of_all(table.rules, table.views)

    def view(self, ui: Ui) -> Widget:
        """Put the score beside the course of the game."""
        rules = self._playing.rules
        narrow = ui.metrics.units.w < NARROW
        head = header(
            self.title,
            partial(self._house.open_results, self._playing),
            note=rules.title,
            back_to=sentence("Back to what the last turn brought"),
        )
        report = self._report
        body = (
            Notice("eye-off", sentence("Your role may not see the score."), grow=1)
            if report is None
            else ScrollArea(
                Inset(self._body(report, narrow=narrow), x=24, y=20),
                key="ending",
                read=True,
                grow=1,
            )
        )
        return Layers([page(head, body, self._foot(ui)), self._saving.view()])

    def shortcuts(self) -> Mapping[Shortcut, Callable[[], None]]:
        """Return its keys."""
        return {BACK: self._house.open_title, SAVE: self._save}

    def tick(self, dt: int) -> bool:
        """Work out a bit more of what decided the game, from the second frame on."""
        if not self._painted or self._and_now is None:
            self._painted = True
            return False
        return self._and_now.step()

    def busy(self) -> bool:
        """Say whether something is still being worked out."""
        return self._and_now is not None and self._and_now.at_work

    def _body(self, report: Report, *, narrow: bool) -> Widget:
        score = Column([self._score(report), self._scorecard(report)], gap=16, grow=1)
        ahead = None if self._and_now is None else self._and_now.card()
        course = Column(
            [ahead, self._learnt(), self._course(), self._notes(report)], gap=16, grow=1
        )
        if narrow:
            return Column([score, course], gap=16)
        return Row([score, course], gap=16, align="start")

    def _score(self, report: Report) -> Widget:
        of_par = report.of_par
        shown: Widget
        if of_par is None:
            shown = Figure(
                report.total,
                lambda value: sentence("{points:decimal}", points=value),
                size=40,
                weight=700,
                from_zero=True,
            )
        else:
            shown = Figure(
                of_par,
                lambda value: sentence("{share:share}", share=round(value, 2)),
                size=40,
                weight=700,
                from_zero=True,
            )
        reached = report.total / 100 if of_par is None else of_par
        unit = (
            Label(sentence("points"), 16, role="muted")
            if of_par is None
            else Label(
                sentence("of par"), 16, role="muted", tooltip=glossary_entry("par").definition
            )
        )
        return Card(
            Column(
                [
                    Row(
                        [shown, unit, Spacer(), self._best(report)],
                        align="baseline",
                    ),
                    ShareBar(min(1.0, max(0.0, reached)), "accent"),
                    Label(_measure_of_it(report), role="muted"),
                ],
                gap=8,
            ),
        )

    def _best(self, report: Report) -> Widget:
        """Say how this game stands to the best one before it."""
        before = self._best_before
        if self._playing.table is not None:
            return Spacer()  # a game of several is nobody's own best
        if before is None:
            return Label(sentence("Your first result here"), role="muted")
        if report.total >= before.total:
            new = report.total > before.total
            said = sentence("A new best") if new else sentence("Your best so far")
            return Row([Icon("trophy", 18, "good"), Label(said, weight=600, role="good")])
        best = Best.of(before.total, self._par, before.of_par)
        return Label(best_sentence(best), role="muted")

    def _scorecard(self, report: Report) -> Widget:
        lines = [self._line(line) for line in report.lines]
        how = Paragraph(how_points_come(report), size=12, role="muted")
        return Card(Column([*lines, how], gap=12), sentence("What counted"), "target")

    def _line(self, line: ScoreLine) -> Widget:
        """Return a line of the scorecard: how far the bar is from its mark, and what it gave."""
        language = self._playing.language
        said = line.value.said(language, short=True)
        data = Meter(
            label=language.say(line.name),
            value=max(0.0, line.reached),
            high=max(1.25, line.reached),
            target=1.0,
            target_label=language.say(line.target),
            judged=True,
        )
        points = sentence("{points:decimal} points", points=line.points)
        worth = sentence("{most} at target", most=line.most)
        return Row(
            [
                Icon(measure_icon(line.key), 20),
                ChartView(
                    partial(meter, data, fmt=lambda _: said),
                    data,
                    tall=56,
                    reveal=False,
                    grow=1,
                    name=line.name,
                    tooltip=line.description,
                ),
                Column(
                    [
                        Label(points, weight=600, side="right"),
                        Label(worth, size=12, role="muted", side="right"),
                    ],
                    gap=0,
                    align="end",
                    width=_POINTS,
                ),
            ],
            gap=12,
            align="start",
        )

    def _learnt(self) -> Widget | None:
        """Return each lesson of the scenario, and what its measure was at the start and now."""
        if not self._lessons:
            return None
        rows = [_lesson(row) for row in self._lessons]
        return Card(Column(rows, gap=12), sentence("What there was to learn"), "graduation-cap")

    def _course(self) -> Widget:
        chart = ChartView(
            partial(line_chart, self._bookings, fmt=self._playing.language.short),
            self._bookings,
            tall=108,
            key="ending.bookings",
            name=sentence("Bookings by turn"),
        )
        return Card(chart, sentence("Bookings, turn by turn"), "chart-line")

    def _notes(self, report: Report) -> Widget:
        rows: list[Widget | None] = [pointed("sparkles", note, "accent") for note in report.notes]
        if report.best is not None:
            rows.append(pointed("trending-up", report.best.note, "good"))
        if report.worst is not None:
            rows.append(pointed("trending-down", report.worst.note, "bad"))
        rows += [pointed("eye", each) for each in self._records or (report.predictions.note,)]
        if self._worked is not None:
            rows.append(pointed("circle-check", self._worked, "accent"))
        return Card(Column(rows, gap=12), sentence("Worth a thought"), "lightbulb")

    def _foot(self, ui: Ui) -> Widget:
        seed = self._playing.session.seed
        title = Button(
            sentence("Title"),
            self._house.open_title,
            "arrow-left",
            "quiet",
            key="ending.title",
            tooltip=sentence("Back to the title (Esc)"),
        )
        lab: list[Widget] = [
            Button(
                sentence("Lab"),
                partial(self._house.lab, self._playing),
                "flask-conical",
                key="ending.lab",
                tooltip=sentence("Go back to a turn, decide otherwise, and see both futures"),
            ),
        ]
        quiz: list[Widget] = [
            Button(
                sentence("Quiz"),
                partial(self._house.open_quiz, self._playing),
                "circle-question-mark",
                key="ending.quiz",
                tooltip=counted(
                    "{count} question about what you have played",
                    "{count} questions about what you have played",
                    len(self._playing.rules.quiz),
                ),
            ),
        ]
        buttons: list[Widget] = [
            *(quiz if self._playing.rules.quiz else ()),
            *lab,
            Button(
                sentence("Save…"),
                self._save,
                "save",
                key="ending.save",
                tooltip=sentence("Keep this game under a name (Ctrl+S)"),
            ),
            Button(
                sentence("New luck"),
                self._again_with(None),
                "repeat",
                key="ending.new",
                tooltip=sentence("Play this scenario again in another world"),
            ),
            Button(
                sentence("Same luck again"),
                self._again_with(seed),
                "rotate-ccw",
                "primary",
                key="ending.again",
                tooltip=sentence(
                    "Play it again with luck {seed}, and decide better", seed=str(seed)
                ),
            ),
        ]
        line = footer([title, Spacer(), *buttons])
        if ui.natural(line) <= ui.metrics.window.w:
            return line
        *others, again = buttons
        last = Row([title, Spacer(), again], gap=12)
        return footer([Column([Wrap(others), last], gap=8, grow=1)])

    def _save(self) -> None:
        self._saving.open(self._playing.rules.title)

    def _again_with(self, seed: int | None) -> Callable[[], None]:
        playing, house = self._playing, self._house

        def begin() -> None:
            luck, table = house.new_luck() if seed is None else seed, playing.table
            if table is None:
                house.start_game(playing.rules, playing.seat.role, luck)
            else:
                house.gathering.begin(table.rules, [each.role for each in table.people], luck)

        return begin


def _lesson(row: LessonRow) -> Widget:
    """Return a lesson over the figure that shows it."""
    tone = "muted" if row.good == 0 else ("good" if row.good > 0 else "bad")
    figure = Label(row.shown_by, weight=600, role=tone) if row.shown_by else None
    arrow = Arrow("up" if row.rose > 0 else "down", role=tone) if row.rose else None
    shown = Row([Icon(row.icon, 16, tone), figure, arrow], gap=8, tooltip=row.description)
    return Column([Paragraph(row.text), shown if figure else None], gap=4)


def _measure_of_it(report: Report) -> Sentence:
    """Say what the score is measured by."""
    if report.of_par is None:
        return sentence("100 points is every target met.")
    return sentence("{points:decimal} points; 100 is every target met.", points=report.total)
