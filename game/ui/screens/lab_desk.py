"""A turn of a branch, planned anew: the board of the desk, beside what was played."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from game.errors import DecisionRejected
from game.report.charts import line_chart
from game.report.desk import Desk as DeskReport
from game.report.desk import desk as desk_report
from game.report.event_cards import EventCard
from game.report.exact import said_exactly
from game.report.figures import known
from game.report.lab import overlaid
from game.report.language import Language
from game.report.names import measure_name, turn_label
from game.report.what_ifs import WhatIfReport, WhatIfSeries
from game.session import PlayerView, Session
from game.ui.lab import Lab, Rest, Trial
from game.ui.playing import Playing
from game.ui.screens.board import Board
from game.ui.screens.board_foot import BoardFoot
from game.ui.screens.event import DONE, Later, event_dialog
from game.ui.screens.frame import is_wide
from game.ui.screens.outcome import moved_mark
from game.ui.screens.parts import Ground, header, page
from game.ui.screens.policies import PolicyCard
from game.ui.screens.reach import Reach
from game.ui.toolkit import (
    BACK,
    COMMIT,
    REDO,
    UNDO,
    Button,
    Card,
    ChartView,
    Column,
    Dialog,
    Divider,
    Icon,
    Inset,
    Label,
    Layers,
    Notice,
    Option,
    Panel,
    Progress,
    Row,
    Screen,
    ScrollArea,
    Segments,
    Shortcut,
    Spacer,
    Ui,
    Widget,
    Wrap,
    caption,
)
from game.words import Sentence, counted, sentence

if TYPE_CHECKING:
    from game.ui.house import House

_BOARD: Final = 540
"""Design units that the board is wide where something stands beside it."""

_FIGURE: Final = 84
_MOVED: Final = 108
"""Design units for a figure and for how it moved."""

_SHOWN: Final = ("wins", "bookings", "leads", "satisfaction")
"""The measures that say how the branch stands so far."""

_REST: Final = (
    Option(
        "kept",
        sentence("this plan again"),
        tooltip=sentence("Every later turn repeats what you decide here."),
    ),
    Option(
        "played",
        sentence("as it was played"),
        tooltip=sentence("Every later turn is what was decided in the game."),
    ),
)


_SO_FAR: Final = Row(
    [
        Spacer(),
        Label(sentence("as played"), size=12, role="muted", side="right", width=_FIGURE),
        Label(sentence("otherwise"), size=12, role="muted", side="right", width=_FIGURE),
        Spacer(width=_MOVED, grow=0),
    ],
    gap=8,
)
"""The heads of the figures beneath the chart."""


class LabDesk(Screen):
    """The next turn of a branch."""

    title = sentence("Lab")
    first_focus: ClassVar[str] = "lab.end"

    def __init__(
        self, house: "House", lab: Lab, turn: int, on_finished: Callable[[Trial], None]
    ) -> None:
        self._house = house
        self._lab = lab
        self._from = turn
        self._on_finished = on_finished
        self._rest: Rest = "played"
        self.playing = lab.branch(turn)
        self._reach = Reach.of(self.playing)
        self._report: tuple[PlayerView, object, DeskReport] | None = None
        self._so_far: WhatIfReport | None = None
        self._picked = ""
        self._run: Iterator[Session] | None = None
        self._reached: Session | None = None

    def view(self, ui: Ui) -> Widget:
        """Put the board beside how the branch stands, and what can be done beneath."""
        rules, language = self._lab.rules, self._house.language
        name = turn_label(rules, self.playing.session.turn, language, short=False)
        head = header(
            sentence("{turn}, played otherwise", turn=name),
            self._leave,
            note=rules.title,
            back_to=sentence("Back to the lab; this branch is given up (Esc)"),
        )
        return Layers([page(head, self._body(ui), self._foot(ui)), self._dialog()])

    def shortcuts(self) -> Mapping[Shortcut, Callable[[], None]]:
        """Return undo, redo, playing on and the way back."""
        return {
            UNDO: self.playing.undo,
            REDO: self.playing.redo,
            COMMIT: self._play_on,
            BACK: self._leave,
        }

    def tick(self, dt: int) -> bool:
        """Play a turn of the rest, while it is being played."""
        if self._run is None:
            return False
        try:
            self._reached = next(self._run, None)
        except DecisionRejected as refused:
            self._run = None
            self._house.tell(refused.sentence, "bad")
            return True
        if self._reached is not None and self._lab.is_done(self._reached):
            self._run = None
            self._finish(self._reached)
        return True

    def busy(self) -> bool:
        """Say whether the rest is being played."""
        return self._run is not None

    # What is shown --------------------------------------------------------------------------

    def _desk(self) -> DeskReport:
        view, language = self.playing.view, self._house.language
        kept = self._report
        if kept is None or kept[0] is not view or kept[1] is not language:
            found = desk_report(self._lab.rules, view, language)
            kept = self._report = (view, language, found)
        return kept[2]

    def _body(self, ui: Ui) -> Widget:
        report, language = self._desk(), self._house.language
        board = Board(self.playing, language, report.board, self._reach)
        policies = PolicyCard(self.playing, language, report.policies).card()
        if not is_wide(ui):
            lines = Panel(board.lines(), pad=14, pad_y=8)
            stack = Column([lines, policies, self._state()], gap=12)
            return ScrollArea(Inset(stack, 12, 8), key="lab.plan", edge_pad=4, grow=1)
        rows = ScrollArea(board.lines(), key="lab.board", edge_pad=4, grow=1)
        left = Panel(Column([rows]), pad=12, pad_y=4, width=_BOARD)
        right = ScrollArea(
            Column([policies, self._state()], gap=8), key="lab.right", edge_pad=4, grow=1
        )
        return Inset(Row([left, right], gap=8, align="stretch"), 16, 10, grow=1)

    def _state(self) -> Card:
        """Return how the branch stands to the game so far."""
        title = sentence("So far, beside the game")
        told = self._so_far
        if told is None:
            name = turn_label(self._lab.rules, self._from, self._house.language, short=False)
            text = sentence("Until {turn} both are the same game. Decide otherwise now.", turn=name)
            same = Notice("flask-conical", sentence("Nothing differs yet"), text, grow=1)
            return Card(same, title, pad=16, gap=4, grow=1)
        language = self._house.language
        data = overlaid(told, "bookings", language)
        chart = ChartView(
            partial(line_chart, data, fmt=language.short),
            data,
            100,
            key="chart.lab",
            name=title,
            grow=1,
        )
        rows = [_so_far(series, language) for series in told.series if series.key in _SHOWN]
        content = Column([chart, _SO_FAR, *rows], gap=4)
        what = caption(measure_name("bookings"))
        return Card(content, title, aside=what, pad=16, gap=4, grow=1)

    def _foot(self, ui: Ui) -> Widget:
        if self._run is not None:
            return self._running()
        refusal = self.playing.refusal() or ""
        foot = BoardFoot(self.playing, self._house.language)
        steps = Row([Column([foot.left()], width=130), *foot.steps()], gap=6)
        rest: list[Widget | None] = [
            caption(sentence("After this turn")),
            Segments(_REST, self._rest, self._set_rest, key="lab.rest"),
        ]
        turn = Button(
            sentence("This turn only"),
            self._play_turn,
            key="lab.one_turn",
            tooltip=sentence("Play this turn, then plan the next one"),
            disabled=refusal,
        )
        end = Button(
            sentence("Play to the end"),
            self._play_on,
            "arrow-right",
            "primary",
            icon_last=True,
            key="lab.end",
            tooltip=sentence("Play all turns that the game had, and compare both (Ctrl+Enter)"),
            disabled=refusal,
        )
        row = Row([steps, Divider(upright=True), *rest, Spacer(), turn, end], gap=12)
        if ui.natural(row) > ui.metrics.window.w - ui.px(48):
            above = Wrap([steps, rest[1]], grow=1)
            content: Widget = Column([above, Row([Spacer(), turn, end], gap=12)], gap=8)
        else:
            content = row
        return Column([Divider(), Ground(Inset(content, x=24, y=12))], gap=0)

    def _running(self) -> Widget:
        reached = self.playing.session if self._reached is None else self._reached
        done, all_of = len(reached.history) - self._from + 1, self._lab.turns - self._from + 1
        text = counted(
            "Playing on: {done:number} of {count:number} turn",
            "Playing on: {done:number} of {count:number} turns",
            all_of,
            done=done,
        )
        share = done / max(1, all_of)
        bar = Progress(text, share, self._stop, key="lab.run", grow=1)
        return Column([Divider(), Ground(Inset(Row([bar]), x=24, y=12))], gap=0)

    def _dialog(self) -> Dialog | None:
        """Return the next event that asks for an answer."""
        event = next((each for each in self._desk().events if each.waiting), None)
        if event is None or self._run is not None:
            return None
        given = self._lab.given(event.key)
        later = Later(
            text=sentence("Back"),
            note=sentence("Back to the game"),
            go=self._leave,
            asks=_as_played(event, given),
            decides=sentence("It is decided for this branch; the game stays as it is."),
        )
        return event_dialog(
            event, self._picked or given, self._pick, partial(self._answer, event), later=later
        )

    # What is done ---------------------------------------------------------------------------

    def _pick(self, choice: str) -> None:
        self._picked = choice
        self._house.focus(DONE)

    def _answer(self, event: EventCard) -> None:
        picked = self._picked or self._lab.given(event.key)
        if picked:
            try:
                self.playing.choose(event.key, picked)
            except DecisionRejected as refused:
                self._house.tell(refused.sentence, "bad")
            self._picked = ""

    def _set_rest(self, rest: str) -> None:
        self._rest = "kept" if rest == "kept" else "played"

    def _play_turn(self) -> None:
        """Play this turn and plan the next, or end where the game ended."""
        if self._refused():
            return
        try:
            reached = self._lab.played(self.playing)
        except DecisionRejected as refused:
            self._house.tell(refused.sentence, "bad")
            return
        if self._lab.is_done(reached):
            self._finish(reached)
        else:
            self._go_on(self._lab.planning(reached, self._rest))

    def _go_on(self, playing: Playing) -> None:
        self.playing, self._reach = playing, Reach.of(playing)
        self._so_far = self._lab.report(self._lab.compare(playing.session))

    def _play_on(self) -> None:
        if self._run is None and not self._refused():
            self._reached = None
            self._run = self._lab.play_on(self.playing, self._rest)

    def _refused(self) -> bool:
        refusal = self.playing.refusal()
        if refusal is not None:
            self._house.tell(refusal, "warning")
        return refusal is not None

    def _stop(self) -> None:
        """Stop playing on: the branch is where it was."""
        self._run, self._reached = None, None

    def _finish(self, reached: Session) -> None:
        self._on_finished(self._lab.keep(reached, self._from))

    def _leave(self) -> None:
        if self._run is not None:
            self._stop()
        else:
            self._house.navigator.pop()


def _as_played(event: EventCard, given: str) -> Sentence | None:
    """Return what was answered in the game, where the same was asked there."""
    for choice in event.choices:
        if choice.key == given:
            return sentence("In the game it was: “{answer}”", answer=choice.text)
    return None


def _so_far(series: WhatIfSeries, language: Language) -> Widget:
    """Return one measure of both games, as far as the branch has come."""
    played, changed = known(series.kind, series.of_played), known(series.kind, series.of_changed)
    return Row(
        [
            Icon(series.icon, 16),
            Label(series.name, shorten=True, grow=1, tooltip=series.said),
            Label(said_exactly(played, language), side="right", width=_FIGURE),
            Label(said_exactly(changed, language), weight=600, side="right", width=_FIGURE),
            Row([Spacer(), moved_mark(series.key, played, changed, language)], width=_MOVED),
        ],
        gap=8,
        height=24,
    )
