"""The cards of the library: a scenario, one that cannot be played, one that is still read."""

from collections.abc import Mapping

from game.report.library import ScenarioCard
from game.ui.screens.parts import Bone, Difficulty, Pressable, fact
from game.ui.shelf import FIRST, Shelved
from game.ui.toolkit import (
    Column,
    Divider,
    Icon,
    Label,
    Notice,
    Panel,
    Paragraph,
    Role,
    Row,
    ShareBar,
    Spacer,
    Widget,
    Wrap,
)
from game.words import Sentence, sentence


def card_content(card: ScenarioCard, *, first: bool, own: bool) -> Widget:
    """Return what a scenario's card says.

    Args:
        card: the scenario.
        first: whether it is the one to begin with, or to go on to.
        own: whether the player wrote it.

    """
    badge = None
    if first:
        start = sentence("Start here") if card.name == FIRST else sentence("Comes next")
        badge = _badge(start, "accent")
    elif own:
        badge = _badge(sentence("Your own"), "muted")
    teaches = card.teaches[0] if card.teaches else None
    return Column(
        [
            Row([_sign(card), Label(card.title, size=16, weight=600, grow=1), badge], gap=12),
            Paragraph(card.summary, role="muted"),
            _lesson(teaches) if teaches is not None else None,
            Spacer(),
            Divider(),
            Wrap(
                [
                    fact("clock", card.minutes),
                    fact("calendar", card.length),
                    Row(
                        [
                            Difficulty(card.difficulty),
                            Label(card.difficulty_name, size=12, weight=500, role="muted"),
                        ],
                        gap=4,
                    ),
                ],
                gap=12,
            ),
            None if card.running is None else fact("play", card.running, "accent"),
            _best(card),
            None if card.of_par is None else ShareBar(min(1.0, max(0.0, card.of_par)), "good"),
        ],
        gap=8,
    )


def _sign(card: ScenarioCard) -> Widget:
    """Return the picture of what the scenario is about, by which it is found again."""
    icon = Icon(card.icon or "library", 20, "accent")
    return Panel(icon, "raised", "", radius=8, pad=6, shadow=False)


def _best(card: ScenarioCard) -> Widget | None:
    """Return the best so far, in this role or else in another; None where it was not played."""
    if card.elsewhere is not None:
        return fact("trophy", card.elsewhere)
    return fact("trophy", card.best, "good") if card.played else None


def _lesson(text: Sentence) -> Widget:
    return Row(
        [Icon("lightbulb", 16, "warning"), Label(text, size=12, grow=1)], gap=8, align="start"
    )


def _badge(text: Sentence, role: Role) -> Widget:
    return Panel(
        Label(text, size=12, weight=600, role=role),
        "",
        role,
        radius=10,
        pad=8,
        pad_y=1,
        shadow=False,
    )


def damaged_card(each: Shelved, around: Mapping[str, str]) -> Widget:
    """Return the card of a scenario that cannot be played: what is wrong first of all."""
    problem = each.problem or sentence("This scenario cannot be read.")
    place = f"{each.file.path.parent.name}/{each.file.path.name}"
    return Pressable(
        Column(
            [
                Row(
                    [
                        Icon("triangle-alert", 18, "bad"),
                        Label(each.name, size=16, weight=600, grow=1),
                    ]
                ),
                Label(sentence("Cannot be played yet"), size=12, weight=600, role="bad"),
                Paragraph(problem, role="muted"),
                Spacer(),
                Label(place, size=12, role="muted", shorten=True),
            ],
            gap=8,
        ),
        lambda: None,
        around,
        disabled=problem,
        key=f"scenario.{each.name}",
        name=each.name,
    )


def pale_card() -> Widget:
    """Return a card whose scenario is still being read."""
    return Panel(
        Column(
            [
                Bone(180, 16),
                Bone(300),
                Bone(280),
                Bone(220),
                Spacer(height=16, grow=0),
                Row([Bone(70), Bone(80), Bone(50)], gap=12),
            ],
            gap=10,
            align="start",
        ),
        pad_y=16,
        shadow=False,
    )


def no_scenarios(own: str) -> Widget:
    """Say that there is nothing to choose from, and where own scenarios belong."""
    return Notice(
        "library",
        sentence("There are no scenarios"),
        sentence(
            "None were found beside the game. Install Handoff again, or put your own into {folder}",
            folder=own,
        ),
        grow=1,
    )
