"""The desk: the plan of a turn is made here, with everything that helps to make it."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol

from game.errors import DecisionRejected
from game.report.event_cards import EventCard
from game.report.names import turn_label
from game.ui.foresight import Foresight
from game.ui.playing import Playing
from game.ui.screens.board import Board
from game.ui.screens.board_foot import BoardFoot
from game.ui.screens.commit import FIRST, CommitDialog, Guess
from game.ui.screens.event import DONE, Later, event_dialog
from game.ui.screens.frame import Doors, Ways, game_head, is_wide
from game.ui.screens.goals import GOALS, GoalsOfTheGame
from game.ui.screens.partner import TalkCards
from game.ui.screens.parts import Ground
from game.ui.screens.plan_cards import PlanCards
from game.ui.screens.reach import Reach
from game.ui.screens.save_as import Keeps, SaveDialog
from game.ui.screens.tabs import DESK_TABS, TabPages
from game.ui.screens.words import WordsOfTheGame
from game.ui.toolkit import (
    ASK,
    BACK,
    COMMIT,
    HELP,
    REDO,
    SAVE,
    UNDO,
    Column,
    Divider,
    Inset,
    Layers,
    Navigator,
    Panel,
    Row,
    Screen,
    ScrollArea,
    Shortcut,
    Tabs,
    Ui,
    Widget,
)
from game.words import sentence

PLAN = "plan"

_BOARD = 500
"""Design units that the board is wide where something stands beside it."""

_BOARD_GAPS = 30
"""Design units of height on the board between and around its lines, what is below, and foot."""

_ROOMY = 700
"""Design units of width from which two cards stand side by side."""

_EDGE, _EDGE_Y = 16, 8
"""Design units between the window's edge and what stands in it."""

_CALM = 300
"""Milliseconds without a change after which the plan is kept: never in the middle of a drag."""


class DeskDoors(Doors, Keeps, Protocol):
    """What the desk asks of the house it is in."""


class Desk(Screen):
    """One turn of a game, planned."""

    title = sentence("Plan")

    def __init__(self, navigator: Navigator, playing: Playing, house: DeskDoors) -> None:
        self.navigator = navigator
        self.playing = playing
        self.house = house
        self.foresight = Foresight(playing)
        self.pages = TabPages(playing, house, self.foresight)
        self._tab = PLAN
        self._reach = Reach.of(playing)
        self._guess: Guess | None = None
        self._talk = TalkCards(playing, house)
        self._cards = PlanCards(playing, house, self.foresight, self._talk, self._open_event)
        self._words = WordsOfTheGame(house.tutor, playing, "Desk")
        self._goals = GoalsOfTheGame(playing)
        self._still = 0
        self._seen = playing.draft
        self._event = ""
        # What all have read together is not read once more by each.
        self._read: set[str] = set() if playing.table is None else set(playing.table.read)
        self._picked = ""
        self._aside: set[str] = set()
        """Events that wait for an answer while the plan is looked at."""
        self._saving = SaveDialog(house, lambda: playing)
        self._ui: Ui | None = None

    def view(self, ui: Ui) -> Widget:
        """Return head, the tab that is open, and a dialog if there is one."""
        self._ui = ui
        of = (self.playing.view, self.house.language, self._tab, ui.metrics)
        head = self._cards.once("head", of, lambda: self._head(ui))
        body = self._plan(ui, head) if self._tab == PLAN else self.pages.page(ui, self._tab)
        return Layers([Column([head, body], gap=0), self._dialog()])

    def _head(self, ui: Ui) -> Widget:
        return game_head(
            ui,
            self.playing,
            self.house,
            turn=self.playing.view.turn,
            tabs=Tabs(DESK_TABS, self._tab, self._open_tab, key="tabs"),
            ways=Ways(
                help=self._open_words,
                goals=self._goals.open,
                leave=self._leave,
                save=self._save,
            ),
        )

    def shortcuts(self) -> Mapping[Shortcut, Callable[[], None]]:
        """Return undo, redo, predict, help, goals, and the way back."""
        return {
            UNDO: self.playing.undo,
            REDO: self.playing.redo,
            COMMIT: self._predict,
            HELP: self._open_words,
            ASK: self._open_words,
            GOALS: self._goals.open,
            SAVE: self._save,
            BACK: self._back,
        }

    def tick(self, dt: int) -> bool:
        """Look ahead, and let a plan that nobody changes for a moment be kept."""
        # The first frame is there before the first forecast is begun.
        fresh = self._ui is not None and self.foresight.tick()
        if self._seen != self.playing.draft:
            self._seen, self._still = self.playing.draft, 0
        self._still += dt
        if self._still >= _CALM and self.foresight.resting and not fresh:
            self.playing.rest()
            fresh |= self.playing.talk.listen()
        return fresh

    def busy(self) -> bool:
        """Say whether a forecast is under way."""
        return not self.foresight.resting

    def ask_to_quit(self) -> bool:
        """Keep the plan as it stands; the window may be closed at any time."""
        self.playing.rest()
        return True

    # What is shown --------------------------------------------------------------------------

    def _plan(self, ui: Ui, head: Widget) -> Widget:
        report = self._cards.report()
        board = Board(self.playing, self.house.language, report.board, self._reach)
        room = _BOARD - 24 if is_wide(ui) else ui.metrics.units.w - 32
        below_board = BoardFoot(self.playing, self.house.language)
        foot = below_board.row(ui, room, self._predict, report.as_last_turn)
        if not is_wide(ui):
            self._cards.goals_elsewhere = False
            foot = Column([*self._talk.glances(), self._cards.glance(room), foot], gap=4)
            upper = Column([board.lines(), below_board.cut_note()], gap=0)
            stack = self._stack(ui, Panel(upper, pad=14, pad_y=8))
            return Column([stack, Divider(), Ground(Inset(foot, 16, 6))], gap=0, grow=1)
        high = ui.metrics.window.h - ui.measure(head, ui.metrics.window.w).h - ui.px(2 * _EDGE_Y)
        lines = ScrollArea(board.lines(), key="plan.board", edge_pad=4, grow=1)
        note = below_board.cut_note()
        goals = self._goals_below(ui, Column([lines, note], gap=0), foot, high)
        # Sixteen lines and the note just fit: there is no gap between them.
        upper = Column([Column([lines, goals], gap=5, grow=1), note], gap=0, grow=1)
        left = Panel(Column([upper, Divider(), foot], gap=5), pad=12, pad_y=6, width=_BOARD)
        right = ScrollArea(self._beside(ui, high), key="plan.right", edge_pad=4, grow=1)
        return Inset(Row([left, right], gap=8, align="stretch"), _EDGE, _EDGE_Y, grow=1)

    def _goals_below(self, ui: Ui, lines: Widget, foot: Widget, high: int) -> Widget | None:
        """Return the goals, where a short board leaves room for them above its foot."""
        wide = ui.px(_BOARD - 24)
        room = high - ui.px(_BOARD_GAPS) - ui.measure(lines, wide).h - ui.measure(foot, wide).h
        fitting = [each for each in self._cards.goals_rows() if ui.measure(each, wide).h <= room]
        self._cards.goals_elsewhere = bool(fitting)
        return fitting[0] if fitting else None

    def _stack(self, ui: Ui, lines: Widget) -> Widget:
        """Return the board with everything beneath it; what waits for an answer comes first."""
        above = self._cards.urgent(roomy=False, beside=False)
        below = self._cards.cards(roomy=ui.metrics.units.w >= _ROOMY, beside=False)
        stack = Column([*above, lines, *below], gap=12)
        return ScrollArea(Inset(stack, 12, 6), key="plan.all", grow=1)

    def _beside(self, ui: Ui, high: int) -> Widget:
        """Return what stands beside the board, in brief where it would have to be scrolled."""
        wide = ui.metrics.window.w - ui.px(_BOARD + 2 * _EDGE + 8)
        roomy = ui.metrics.units.w - _BOARD >= _ROOMY
        above = self._cards.urgent(roomy=roomy)
        whole = Column([*above, *self._cards.cards(roomy=roomy)], gap=12)
        if not roomy or ui.measure(whole, wide).h <= high:
            return whole
        brief = Column([*above, *self._cards.cards(roomy=roomy, brief=True)], gap=12)
        return brief if ui.measure(brief, wide).h <= high else whole

    # Dialogs --------------------------------------------------------------------------------

    def _dialog(self) -> Widget | None:
        words = self._words.dialog(self.house.language) or self._goals.dialog(self.house.language)
        if words is not None:
            return words
        event = self._event_to_read()
        if event is not None:
            return event_dialog(
                event,
                self._picked,
                self._pick,
                partial(self._answer, event),
                later=Later(
                    text=sentence("Look at the plan first"),
                    note=sentence("Its card waits beside the plan (Esc)"),
                    go=partial(self._put_aside, event.key),
                ),
            )
        saving = self._saving.view()
        if saving is not None:
            return saving
        if self._guess is None:
            return self._talk.dialog()
        return CommitDialog(
            self.playing,
            self.house.language,
            self._cards.report().board,
            self._guess,
            turn_label(
                self.playing.rules, self.playing.view.turn, self.house.language, short=False
            ),
            self._close_guess,
            self._commit,
        ).dialog()

    def _event_to_read(self) -> EventCard | None:
        """Return the event that was opened, or the next that nobody has read yet."""
        for event in self._cards.report().events:
            done = self._aside if event.waiting else self._read
            unread = event.new and event.key not in done
            if event.key == self._event or (unread and not self._event):
                return event
        return None

    def _open_event(self, key: str) -> None:
        self._event = key

    def _pick(self, choice: str) -> None:
        self._picked = choice
        self.house.focus(DONE)

    def _put_aside(self, event: str) -> None:
        """Leave an answer for later; what was opened is closed."""
        self._aside.add(event)
        self._event = self._picked = ""
        self.house.focus(f"event.{event}")

    def _answer(self, event: EventCard) -> None:
        """Take the picked choice, or close what was only to be read."""
        if event.waiting:
            if not self._picked:
                return
            try:
                self.playing.choose(event.key, self._picked)
            except DecisionRejected as refused:
                self._tell(refused)
                return
        self._read.add(event.key)
        self._event = self._picked = ""

    def _predict(self) -> None:
        refusal = self.playing.refusal()
        if refusal is not None:
            self.house.tell(refusal, "warning")
        else:
            self._open_tab(PLAN)
            self.playing.talk.listen(final=True)  # nobody plays a plan that partners have not seen
            self._guess = Guess.of(self.playing)
            if self._ui is not None:
                self._ui.focus(FIRST)

    def _close_guess(self) -> None:
        self._guess = None

    def _commit(self) -> None:
        assert self._guess is not None
        playing = self.playing
        if not playing.draft.total and playing.can_spend and not self._guess.warned:
            self._guess.warned = True
            return
        try:
            self.playing.commit(self._guess.deals, self._guess.because)
        except DecisionRejected as refused:
            self._tell(refused)
            return
        self._guess = None
        self.house.planned(self.playing)

    def _tell(self, refused: DecisionRejected) -> None:
        if self._ui is not None:
            self._ui.toast(refused.sentence, "bad")

    def _open_tab(self, tab: str) -> None:
        self._tab = tab
        self.pages.turn_to(tab)

    def _open_words(self) -> None:
        self._words.open(self._ui)

    def _back(self) -> None:
        """Go from a tab to the plan."""
        self._open_tab(PLAN)

    def _save(self) -> None:
        self._saving.open(self.playing.rules.title)

    def _leave(self) -> None:
        """Go to the title; the plan as it stands is kept."""
        self.playing.rest()
        self.house.open_title()
