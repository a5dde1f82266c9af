"""The heads of the budget board's groups where a general manager divides the money between them."""

from functools import partial

from game.market import GROUPS
from game.report.board import BoardGroup
from game.report.language import Language
from game.ui.playing import Playing
from game.ui.toolkit import Icon, Label, Row, Slider, Widget
from game.words import sentence

_NAME = 92
_SHARE = 44
_MONEY = 84


def split_head(playing: Playing, language: Language, group: BoardGroup, height: float) -> Widget:
    """Return the head of a group with the part of the money that the manager gives it.

    Args:
        playing: the manager's game.
        language: says the figures.
        group: of the board.
        height: of the row, in design units.

    """
    place = [str(key) for key in GROUPS].index(group.key)
    split, before = playing.draft.split, playing.view.plan.split
    part = 0.0 if split is None else split[place]
    why = sentence(
        "How much of the money is for {group}. The others share the rest. Whoever plans here may "
        "spend less, and not more.",
        group=group.name,
    )
    return Row(
        [
            Icon(group.icon, 16, group.key, tooltip=group.description),
            Label(
                group.name,
                weight=600,
                role=group.key,
                width=_NAME,
                shorten=True,
                tooltip=group.description,
            ),
            Slider(
                key=f"split.{group.key}",
                name=group.name,
                tooltip=why,
                grow=1,
                value=part,
                step=0.01,
                last=None if before is None else before[place],
                on_change=partial(playing.set_split, place),
                role=group.key,
            ),
            Label(language.share(part, 0), side="right", width=_SHARE),
            Label(
                language.money(part * playing.view.purse),
                weight=600,
                role=group.key,
                side="right",
                width=_MONEY,
            ),
        ],
        gap=8,
        height=height,
    )


def given(playing: Playing, group: BoardGroup, planned: float) -> Widget | None:
    """Return of how much the manager gave a group its seat plans; None where nobody divides it."""
    parts = playing.view.allotted.items()
    most = next((money for key, money in parts if key == group.key), None)
    if most is None:
        return None
    over = planned > most + 0.5
    why = (
        sentence("{over:money} more than the general manager gives you here.", over=planned - most)
        if over
        else sentence("So much the general manager gives you here.")
    )
    said = sentence("of {most:money}", most=most)
    return Label(said, size=12, role="bad" if over else "muted", side="right", tooltip=why)
