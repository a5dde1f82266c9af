"""How far every goal is reached: a dialog that one button of the head opens, wherever one is."""

from typing import Final

from game.report.goals import GoalStanding, goals_so_far
from game.report.language import Language
from game.ui.playing import Playing
from game.ui.screens.overview import goal_bar
from game.ui.toolkit import (
    Button,
    Column,
    Dialog,
    Icon,
    Label,
    Paragraph,
    Row,
    Shortcut,
    Widget,
    caption,
)
from game.words import sentence

GOALS: Final = Shortcut("f3")
"""The key that opens the goals."""


class GoalsOfTheGame:
    """The goals' place on a screen: open or not."""

    def __init__(self, playing: Playing) -> None:
        self._playing = playing
        self._shown = False

    def open(self) -> None:
        """Show the goals."""
        self._shown = True

    def close(self) -> None:
        """Put them away."""
        self._shown = False

    def dialog(self, language: Language) -> Dialog | None:
        """Return the dialog while it is open."""
        if not self._shown:
            return None
        playing = self._playing
        goals = goals_so_far(playing.rules, playing.view)
        done = Button(
            sentence("Close"),
            self.close,
            variant="primary",
            key="goals.done",
            tooltip=sentence("Back to where you were (Esc)"),
        )
        return Dialog(
            sentence("Goals, so far"),
            Column([_line(goal, language) for goal in goals], gap=12),
            [done],
            self.close,
            "target",
            "accent",
            560,
            {GOALS: self.close},
            key="goals.dialog",
        )


def _line(goal: GoalStanding, language: Language) -> Widget:
    """Return a goal: what it stands at beside its target, and how it is counted."""
    if goal.said is None:
        now: Widget = Row(
            [Icon("eye-off", 16), Label(sentence("Hidden"), weight=600, role="muted")], gap=6
        )
    else:
        now = Label(goal.said, weight=600, side="right")
    # A figure with all its digits, where the line has room for three.
    exact = "" if goal.now.hidden else language.figure(goal.now.kind, goal.now.value)
    return Column(
        [
            Row([Icon(goal.icon, 16), Label(goal.name, weight=600, grow=1), now], gap=8),
            Row([goal_bar(goal)], gap=0) if goal.reached is not None else None,
            Row([caption(goal.note)], gap=0, tooltip=exact),
            Paragraph(goal.now.note, size=12, role="muted")
            if goal.now.hidden and goal.now.note
            else None,
        ],
        gap=3,
        tooltip=goal.description,
    )
